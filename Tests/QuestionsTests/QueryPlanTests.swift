import KnowledgeBase
import Records
import SQLite
import Testing

@testable import Questions

/// What questions of someone, somewhere or some words cost: none reads a whole table where an index serves.
@Suite struct QueryPlanTests {
  private static let questions = [
    "who met Prado", "who met Prado in 2023", "who did the Mexican foreign minister meet in 2023",
    "who met Mexico in 2023",
    "who met Prado and Lind in Geneva", "who discussed migration with Prado",
    "who attended the meeting between Prado and Lind",
    "when did Prado meet Lind", "when did Prado last meet Lind", "where did Prado meet Lind",
    "did Prado meet Lind in 2023",
    "how many times did Prado meet Lind", "how many people did Prado meet",
    "list the meetings of Prado in 2023",
    "what did Prado and Lind discuss", "who did Prado meet most often", "who met Prado in Geneva",
    "list the meetings in Geneva",
    "which agreements did Mexico sign", "which agreements did Mexico sign with Cuba",
    "when was the river treaty signed",
    "who signed the river treaty", "what did Prado say", "what did Prado say about rivers",
    "who said \"rivers have no borders\"",
    "who spoke about rivers", "when did Prado speak about rivers",
    "how many statements did Prado make about rivers",
    "which Mexican officials met Prado", "who met whom in Geneva in 2023", "did anyone meet Prado",
    "which Mexican officials spoke about rivers", "when did Mexico meet Uruguay",
    "how many times did Prado and Mexico meet in 2023", "where was the river treaty signed",
    "who are the parties of the river treaty", "which agreements did Mexico sign in 2023",
    "with whom did Mexico sign agreements", "did Mexico sign an agreement with Cuba",
    "how many agreements did Mexico sign", "did Prado speak about rivers",
    "where did Prado meet most often", "in which year did Prado meet Lind most often",
    "with whom did Mexico sign most agreements", "who did Prado speak to about rivers",
  ]

  @Test(arguments: questions)
  func usesIndexes(_ question: String) throws {
    let database = try Database(path: ":memory:")
    try database.execute(script: Schema.sql)
    for (id, name, country) in [
      (1, "Ana Prado", "UY"), (2, "Erik Lind", "SE"), (3, "Luz Vega", "MX"),
    ] {
      try database.execute(
        "INSERT INTO entities (id, key, kind, name, country) VALUES (?, ?, 'person', ?, ?)",
        [.integer(Int64(id)), .text("k\(id)"), .text(name), .text(country)])
      try database.execute(
        "INSERT INTO names (entity, name, folded) VALUES (?, ?, ?)",
        [.integer(Int64(id)), .text(name), .text(Folding.fold(name))])
    }
    try database.execute(
      "INSERT INTO meetings (id, key, status, mode) VALUES (1, 'm', 'held', 'in_person')")
    try database.execute(
      """
      INSERT INTO participants (meeting, entity, capacity, role, country)
      VALUES (1, 3, 'principal', 'Foreign Minister of Mexico', 'MX')
      """)
    let today = try #require(Day(iso: "2023-12-01"))
    let answer = try Asker(database).ask(question, today: today)
    let sql = try #require(answer.sql, "\(answer.notes)")
    let statement = try database.prepare("EXPLAIN QUERY PLAN " + sql.text)
    for parameter in sql.parameters {
      let index = try #require(statement.parameterIndex(":" + parameter.name))
      try statement.bind(parameter.value, at: index)
    }
    while try statement.step() {
      let step = statement.text(3) ?? ""
      let scansTable = ["m", "p", "s", "g", "e", "q", "v"].contains { step == "SCAN \($0)" }
      #expect(!scansTable, "\(question): \(step)")
    }
  }
}
