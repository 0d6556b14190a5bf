import Language
import Records
import Testing

@testable import Extraction

@Suite("Dates of events") struct EventDateTests {
  @Test(
    "The date that belongs to an event",
    arguments: [
      ("On Sunday, Ruiz held talks with Castro and today she told it.", "talks", "2014-01-26"),
      ("Ruiz met Castro on Friday, she said on Sunday.", "met", "2014-01-24"),
      ("Ruiz said on Sunday that she had met Castro on Friday.", "met", "2014-01-24"),
      ("Ruiz, elected in 2010, met Castro on Friday.", "met", "2014-01-24"),
      ("Ruiz recalled the January 20 meeting with Castro.", "meeting", "2014-01-20"),
      ("Friday's meeting with Castro was short.", "meeting", "2014-01-24"),
      ("Ruiz arrived on Friday. She then met Castro.", "met", "2014-01-24"),
      ("The visit comes a month after the talks in Rome.", "talks", "2013-12~"),
      ("Ruiz has not met Castro since 2010.", "met", "-"),
    ])
  func clause(text: String, word: String, expected: String) throws {
    let article = Article(id: "a", text: text, published: EDTF("2014-01-27"))
    let document = Annotator().segment(text)
    let events = EventDates(
      document: document, dates: DateReader.read(document, article: article),
      anchor: DateReader.anchor(document, article: article))
    var found: [String] = []
    for (index, sentence) in document.sentences.enumerated() {
      for (token, value) in sentence.tokens.enumerated() where value.form == word {
        found.append(events.date(of: token, in: index)?.date.description ?? "-")
      }
    }
    #expect(found == [expected])
  }

  @Test("The lead's date is that of its first sentences, not the header's and not one long ago")
  func lead() throws {
    func lead(_ text: String) -> String? {
      let article = Article(id: "a", text: text, published: EDTF("2014-01-27"))
      let document = Annotator().segment(text)
      return EventDates(
        document: document, dates: DateReader.read(document, article: article),
        anchor: DateReader.anchor(document, article: article)
      ).lead?.date.description
    }
    #expect(lead("The envoys said on Saturday that the talks failed.") == "2014-01-25")
    #expect(lead("The envoys, at odds since 2001, have met in 2010 and failed.") == "2014-01-27")
    #expect(lead("Monday, January 27, 2014\n\nThe envoys met yesterday.") == "2014-01-26")
  }
}
