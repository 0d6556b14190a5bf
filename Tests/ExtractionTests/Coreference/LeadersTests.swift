import Gazetteer
import Records
import Testing

@testable import Extraction

struct LeadersTests {
  @Test func everyLineOfTheListIsRead() {
    #expect(Leaders.builtIn.errors.isEmpty)
  }

  @Test(arguments: [
    ("Obama", Office.Class.state, "US", "2013-09-06", true),
    ("Barack Obama", .state, "US", "2013-09-06", true),
    ("Michelle Obama", .state, "US", "2013-09-06", false),
    ("Obama", .state, "US", "2018-01-01", false),
    ("Obama", .government, "US", "2013-09-06", false),
    ("Putin", .government, "RU", "2010-05-01", true),
    ("Putin", .state, "RU", "2010-05-01", false),
    ("Rodríguez Zapatero", .leader, "ES", "2009-02-01", true),
    ("Macron", .state, "FR", "2025-01-01", true),
    ("Macron", .state, "DE", "2025-01-01", false),
  ])
  func nameAndDayTellWhoHoldsAnOffice(
    name: String, kind: Office.Class, country: String, day: String, holds: Bool
  ) {
    #expect(Leaders.builtIn.holds(name, office: kind, of: country, on: day) == holds)
  }

  @Test func faultyLinesAreNamed() {
    let list = Leaders(
      "# terms\nUS\tstate\tObama\tBarack\t2009-01\t2017-01\nXX\tking\tA\tB\t2009\t-\n")
    #expect(list.errors.count == 1)
    #expect(list.errors.first?.hasPrefix("leaders.tsv:3:") == true)
  }

  /// The office of a name that the article leaves bare; on another day the list tells nobody.
  @Test(arguments: [("2013-09-06", 2), ("1999-09-06", 4)])
  func presidentIsWhomTheArticleNames(published: String, persons: Int) {
    let article = Article(
      id: "t",
      text:
        "Barack Obama y Vladimir Putin se saludaron el jueves. La comitiva del presidente de Estados Unidos esperaba a la del mandatario de Rusia.",
      published: EDTF(published), language: "es")
    let found = Extractor().analyze(article).entities.filter { $0.kind == .person }
    #expect(found.count == persons, "\(found.map(\.name))")
  }
}
