import Testing

@testable import Gazetteer

@Suite struct GazetteerTests {
  @Test func theDataFilesHaveNoErrors() {
    let errors = Gazetteer.shared.errors.map(\.description)
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
    for (name, text) in DataTexts.embedded { #expect(text.utf8.count > 100, "\(name) is empty") }
  }

  @Test func allMembersOfTheUnitedNationsAreThere() {
    let gazetteer = Gazetteer.shared
    #expect(gazetteer.countries.filter { $0.status == .un }.count == 193)
    for code in ["XK", "TW", "PS", "EU", "VA"] { #expect(gazetteer.country(code: code) != nil) }
  }

  @Test(
    arguments: [
      ("Mexico", "MX"), ("México", "MX"), ("mexicana", "MX"), ("francesas", "FR"),
      ("Frenchmen", "FR"), ("iraníes", "IR"), ("belgas", "BE"), ("U.S.", "US"), ("EE.UU.", "US"),
      ("People’s Republic of China", "CN"), ("Côte d’Ivoire", "CI"), ("Kosovar", "XK"),
      ("alemanes", "DE"), ("Vatican", "VA"), ("Costa Rican", "CR"), ("israelíes", "IL"),
    ]) func names(name: String, code: String)
  {
    #expect(Gazetteer.shared.country(named: name)?.code == code)
  }

  @Test func whatIsWrongInAFileIsToldWithItsLine() {
    var texts = DataTexts.embedded
    texts["countries.tsv"] = "# a comment\nMX\tun\tMexico\tMexican\n"
    texts["venues.tsv"] = "en\tbuildin\tpalace\n"
    texts["groups.tsv"] = "fr\tautorités\nen\tofficials||envoys\n"
    texts["meeting-verbs.tsv"] = "en\tmeet\tby mail\tmeet\n"
    let errors = Gazetteer(texts: texts).errors.map { "\($0.file):\($0.line)" }
    for place in [
      "countries.tsv:2", "venues.tsv:1", "groups.tsv:1", "groups.tsv:2", "meeting-verbs.tsv:1",
    ] {
      #expect(errors.contains(place), "\(errors)")
    }
  }

  @Test func euIsTheUnionInEnglishAndTheUnitedStatesInSpanish() {
    let gazetteer = Gazetteer.shared
    let english = gazetteer.english.entries(of: "EU").first { $0.kind == .country }
    let spanish = gazetteer.spanish.entries(of: "EU").first { $0.kind == .country }
    #expect(english.map { gazetteer.countries[Int($0.index)].code } == "EU")
    #expect(spanish.map { gazetteer.countries[Int($0.index)].code } == "US")
  }

  @Test func aPhraseIsFoundWordByWord() throws {
    let lexicon = Gazetteer.shared.english
    let state = WordKeys.keys("Republic of KOREA").reduce(Phrasebook.State() as Phrasebook.State?) {
      state, key in state.flatMap { lexicon.advance($0, key) }
    }
    var kinds: [Entry.Kind] = []
    lexicon.forEach(try #require(state).entries) { kinds.append($0.kind) }
    #expect(kinds == [.country])
    #expect(lexicon.entries(of: "Republic of Nowhere").isEmpty)
  }
}
