import FoundationEssentials
import Language
import Records
import Testing

@testable import Extraction

@Suite("Agreements") struct AgreementCaseTests {
  @Test("The cases of the tables", arguments: ["agreements-en.tsv", "agreements-es.tsv"])
  func cases(file: String) throws {
    let cases = try CaseLine.read(file, columns: 2)
    #expect(cases.count > 35)
    for line in cases {
      let found = AgreementCaseTests.agreements(line.fields[0], file.contains("-es") ? "es" : "en")
      let expected = line.fields[1] == "-" ? [] : line.fields[1].components(separatedBy: " | ")
      let shown = found.map { AgreementCaseTests.text($0, like: expected) }
      #expect(shown.sorted() == expected.sorted(), "\(line.testDescription): \(line.fields[0])")
    }
  }

  @Test("Signatories, count, date and evidence of a signing")
  func details() throws {
    let text =
      "On 3 May 2021 President Ana Ruiz of Peru and President Juan Soto of Chile signed 4 trade agreements."
    let record = try #require(AgreementCaseTests.agreements(text, "en").first)
    #expect(record.count == 4)
    #expect(record.date == "2021-05-03")
    #expect(record.dateBasis == .stated)
    #expect(record.evidence == [text])
    #expect(record.signatories?.map(\.name).sorted() == ["Ana Ruiz", "Juan Soto"])
  }

  @Test("Words that mean two states do not hide who is named in later sentences")
  func mentionsBehindJointStates() throws {
    let text = """
      Kenya and Uganda quarrel over the lake. The capitals are far apart. A fishing agreement was signed by Alice Ouma, \
      the Kenyan foreign minister, and Daniel Okello of Uganda.
      """
    let record = try #require(AgreementCaseTests.agreements(text, "en").first)
    #expect(record.signatories?.map(\.name).sorted() == ["Alice Ouma", "Daniel Okello"])
  }

  @Test("Titles and evidence are pieces of the article")
  func verbatim() {
    let text =
      "Perú y Chile firmaron un acuerdo  sobre\nel agua. «El acuerdo es bueno», dijo el canciller."
    for record in AgreementCaseTests.agreements(text, "es") {
      #expect(text.contains(record.title))
      for piece in record.evidence { #expect(text.contains(piece)) }
    }
  }

  @Test("What was nearly taken is told with its reason")
  func rejections() {
    let article = Article(
      id: "a", text: "The envoys agreed to continue their talks.", language: "en")
    let reasons = Extractor().explain(article).trace.entries.compactMap(\.rejection)
    #expect(reasons.contains("what was agreed is vague"))
  }

  @Test("The lists are read without an error, and a wrong line is named")
  func lexicon() {
    #expect(!AgreementLexicon.builtIn.nouns("treaty", .english).isEmpty)
    #expect(
      throws: AgreementLexicon.Failure(file: "nouns.tsv", line: 1, reason: "unknown strength weak")
    ) {
      try AgreementLexicon(nouns: "en\tweak\ttreaty\tx", names: "", acts: "", words: "")
    }
    #expect(
      throws: AgreementLexicon.Failure(
        file: "acts.tsv", line: 2, reason: "4 columns are needed, none of them empty")
    ) {
      try AgreementLexicon(nouns: "", names: "", acts: "# x\nen\tsigned\tsign", words: "")
    }
  }

  @Test("The table of well-known agreements is read without an error, and a wrong line is named")
  func known() throws {
    let builtIn = KnownAgreements.builtIn
    let treaty = try #require(builtIn.agreement(ofTitle: ["nafta"]))
    #expect(treaty.parties == ["US", "MX", "CA"])
    #expect(
      builtIn.agreement(ofTitle: [
        "tratado", "de", "libre", "comercio", "de", "america", "del", "norte",
      ])
        == treaty)
    #expect(
      builtIn.agreement(ofTitle: ["belfast/good", "friday", "agreement"])?.parties == ["GB", "IE"])
    #expect(builtIn.agreement(ofTitle: ["t", "-", "mec"])?.parties == ["US", "MX", "CA"])
    #expect(builtIn.agreement(ofTitle: ["naftali", "accord"]) == nil)
    #expect(
      throws: AgreementLexicon.Failure(
        file: "known.tsv", line: 2, reason: "two or more codes of two letters are needed")
    ) {
      try KnownAgreements("# names\nsome pact\tGB")
    }
  }

  static func agreements(_ text: String, _ language: String) -> [AgreementRecord] {
    let article = Article(id: "a", text: text, published: EDTF("2024-06-05"), language: language)
    return Extractor().extract(article).agreements
  }

  /// A record as the tables write it; parties only where the line gives them for the title.
  private static func text(_ record: AgreementRecord, like expected: [String]) -> String {
    let plain = "\(record.title) [\(record.status.rawValue)]"
    guard expected.contains(where: { $0.hasPrefix(plain + " (") }) else { return plain }
    return plain + " (" + record.parties.map(\.name).joined(separator: "; ") + ")"
  }
}
