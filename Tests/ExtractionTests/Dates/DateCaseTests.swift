import Language
import Records
import Testing

@testable import Extraction

@Suite("Dates") struct DateCaseTests {
  @Test("The cases of the tables", arguments: ["dates-en.tsv", "dates-es.tsv"])
  func cases(file: String) throws {
    let cases = try CaseLine.read(file, columns: 3)
    #expect(cases.count > 100)
    for line in cases {
      let published = line.fields[1] == "-" ? nil : EDTF(line.fields[1])
      let found = DateCaseTests.dates(
        line.fields[0], published: published, file.contains("-es") ? .spanish : .english)
      let expected = line.fields[2] == "-" ? "" : line.fields[2]
      #expect(found == expected, "\(line.testDescription): \(line.fields[0])")
    }
  }

  @Test("A paragraph dated by itself is the anchor of its relative dates")
  func paragraphs() {
    let text = "3 May 2021: The envoys met yesterday.\n\n7 June 2021: The envoys met yesterday."
    let expected = "2021-05-03 2021-05-02 2021-06-07 2021-06-06"
    #expect(DateCaseTests.dates(text, published: EDTF("2022-01-01"), .english) == expected)
  }

  @Test("A dated tweet is the anchor of an article without a date")
  func tweets() throws {
    let text = """
      The envoys met on Monday.

      A good meeting today with the minister. — Ana Ruiz (@AnaRuiz) October 18, 2023
      """
    #expect(DateCaseTests.dates(text, published: nil, .english).hasPrefix("2023-10-16"))
    let document = Annotator().segment(text)
    let anchor = try #require(DateReader.anchor(document, article: Article(id: "a", text: text)))
    #expect(!anchor.isOwn)
    #expect(anchor.date.description == "2023-10-18")
  }

  @Test(
    "How the clause stands to a date",
    arguments: [
      ("They have talked since 2018.", DateMention.Role.since), ("They talk until Friday.", .until),
      ("The 2015 deal is dead.", .attributive), ("Tuesday's talks failed.", .attributive),
      ("They met on Tuesday.", .at), ("It comes one month after the talks.", .complement),
      ("The talks resumed after May 3.", .after),
    ])
  func roles(text: String, role: DateMention.Role) throws {
    let article = Article(id: "a", text: text, published: EDTF("2023-10-18"))
    var document = Annotator().segment(text)
    document.language = .english
    let mention = try #require(DateReader.read(document, article: article).first)
    #expect(mention.role == role)
  }

  @Test("The basis says how a date is known")
  func basis() {
    func first(_ text: String, _ published: String?) -> DateBasis? {
      let article = Article(id: "a", text: text, published: published.flatMap { EDTF($0) })
      return DateReader.read(Annotator().segment(text), article: article).last?.basis
    }
    #expect(first("The envoys met on 3 May 2021 in Rome.", "2023-10-18") == .stated)
    #expect(first("The envoys met yesterday in Rome.", "2023-10-18") == .relative)
    #expect(
      first("The envoys met on 3 May 2021. Two days later the envoys left.", nil) == .inferred)
    #expect(first("The envoys met yesterday in Rome.", nil) == nil)
  }

  /// The dates of a text in order, with ? for one that cannot be told.
  static func dates(_ text: String, published: EDTF?, _ language: LanguageCode) -> String {
    var document = Annotator().segment(text)
    document.language = language
    for index in document.sentences.indices { document.sentences[index].language = language }
    let article = Article(id: "a", text: text, published: published)
    return DateReader.read(document, article: article).map { $0.date?.description ?? "?" }.joined(
      separator: " ")
  }
}
