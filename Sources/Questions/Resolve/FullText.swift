import SQLite

/// Queries of the full-text index, safe for any words.
enum FullText {
  private static func quoted(_ word: String) -> String {
    "\"" + word.replacing("\"", with: "") + "\""
  }

  /// All of the words, in any order.
  static func all(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  /// The words in a row.
  static func phrase(_ words: [String]) -> String { quoted(words.joined(separator: " ")) }

  /// True if a full-text table has a match; false also where it cannot be read.
  static func hasMatch(_ database: Database, _ table: String, _ query: String) -> Bool {
    FullTextIndex(database).hasMatch(table, query)
  }
}

/// Tells whether full-text tables have words. One question asks them some fifty times, so each is asked by one statement.
final class FullTextIndex {
  private let database: Database
  private var statements: [String: Statement] = [:]

  init(_ database: Database) { self.database = database }

  /// True if a full-text table has a match; false also where it cannot be read.
  func hasMatch(_ table: String, _ query: String) -> Bool {
    guard let statement = statement(table) else { return false }
    // A statement that stands at a row would keep its transaction from ending.
    defer { statement.reset() }
    return (try? statement.bind(.text(query), at: 1)) != nil && (try? statement.step()) == true
  }

  /// Makes ready to ask a table.
  func prepare(_ table: String) { _ = statement(table) }

  private func statement(_ table: String) -> Statement? {
    if let known = statements[table] { return known }
    let made = try? database.prepare("SELECT 1 FROM \(table) WHERE \(table) MATCH ? LIMIT 1")
    statements[table] = made
    return made
  }
}
