import Extraction
import Records
import Testing

/// The sentences of `Cases/names.tsv`, each with entities that must or must not be found.
@Suite struct NameCasesTests {
  static let lines = (try? CaseLine.read("names.tsv", columns: 3)) ?? []

  @Test func theFileIsThere() { #expect(Self.lines.count > 70) }

  @Test(arguments: lines) func names(_ line: CaseLine) {
    let article = Article(
      id: line.testDescription, text: line.fields[1], published: EDTF("2024-03-15"),
      language: line.fields[0])
    let found = Extractor().analyze(article).entities.map {
      "\($0.name ?? "")/\($0.country ?? "-")"
    }
    for want in line.fields[2].split(separator: " + ") {
      if want.hasPrefix("~") {
        let name = want.dropFirst().prefix { $0 != "/" } + "/"
        #expect(!found.contains { $0.hasPrefix(name) }, "\(line.testDescription): found \(found)")
      } else {
        #expect(found.contains(String(want)), "\(line.testDescription): found \(found)")
      }
    }
  }

  @Test func aDescriptionMeansThePersonNamedBefore() {
    let text =
      "The Foreign Minister of Mexico, Sofía Arce, arrived. The Mexican foreign minister left. She was tired."
    let analysis = Extractor().analyze(Article(id: "a", text: text, language: "en"))
    let id = analysis.entities.first { $0.name == "Sofía Arce" }?.id
    let forms = analysis.mentions.filter { mention in id.map(mention.entities.contains) == true }
      .map(\.form)
    #expect(forms == [.name, .description, .pronoun])
  }

  @Test func mentionsAndPlacesAreInOrderAndInsideTheirSentences() {
    let text =
      "Madrid. El canciller francés, Luc Morel, y su homóloga española, Laura Vidal, se vieron en el Palacio de la Moncloa. "
      + "Ambos cancilleres viajaron a Roma."
    let analysis = Extractor().analyze(Article(id: "a", text: text, language: "es"))
    #expect(analysis.mentions.map(\.sentence) == analysis.mentions.map(\.sentence).sorted())
    for mention in analysis.mentions {
      #expect(
        mention.tokens.upperBound <= analysis.document.sentences[mention.sentence].tokens.count)
      #expect(mention.tokens.contains(mention.head))
    }
    #expect(analysis.places.map(\.name).contains("Roma"))
    #expect(analysis.places.contains { $0.isVenue && $0.country == "ES" })
  }

  @Test func everyMeetingHasEvidenceThatIsInTheText() {
    let text =
      "Prime Minister Jan Visser met Belgian Prime Minister Lise Claes in Ghent. The meeting was attended by Ambassador Piet Bos."
    let (record, trace) = Extractor().explain(Article(id: "a", text: text, language: "en"))
    #expect(record.meetings.count == 1)
    for evidence in record.meetings.flatMap(\.evidence) { #expect(text.contains(evidence)) }
    #expect(
      trace.entries.contains { $0.subject == "meeting" && $0.record == 0 && $0.rule == "MeetRule" })
  }

  @Test func whatIsNearlyTakenSaysWhyNot() {
    let text = "President Rosa Quispe of Peru refused to meet with Chilean President Andres Soto."
    let (record, trace) = Extractor().explain(Article(id: "a", text: text, language: "en"))
    #expect(record.meetings.isEmpty)
    #expect(
      trace.entries.contains {
        $0.subject == "meeting" && $0.rejection?.contains("refused") == true
      })
  }
}
