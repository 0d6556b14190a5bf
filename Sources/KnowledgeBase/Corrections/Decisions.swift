import SQLite

/// All corrections in force, in the form in which they are replayed.
struct Decisions {
  var entities = Rulings()
  var meetings = Rulings()
  var agreements = Rulings()
  /// Names that people gave, by the entity's row id.
  var names: [Int64: String] = [:]
  /// `identity article` for identities that people split by article.
  var splits: Set<String> = []

  /// No corrections.
  init() {}

  /// Reads the corrections of the base.
  init(_ statements: StatementCache) throws {}
}
