import Records
import SQLite

extension Loader {
  /// Derives all that stands behind the records anew, by the word lists and rules of this program: who is who, which
  /// reports tell of one occasion, what statements and evidence belong to. Rows that stay the same keep their ids.
  ///
  /// Nothing that was derived before is asked which names it was derived from: an older program may have read them
  /// otherwise. `prepare` is called for each batch of articles before it is added, and may write their records anew.
  func deriveAnew(prepare: ([Int64]) throws -> Void = { _ in }) throws {
    let former = try FormerNames(statements)
    try identities.startCounting()
    try statements.run("DELETE FROM identity_keys", [])
    try meetings.startCounting()
    try agreements.startCounting()
    let articles = try statements.map("SELECT id FROM articles ORDER BY key", []) { $0.int64(0) }
    var ignored = LoadSummary()
    for start in stride(from: 0, to: articles.count, by: 200) {
      let batch = Array(articles[start..<min(start + 200, articles.count)])
      try prepare(batch)
      for article in batch { try withdrawRows(article) }
      for article in batch { try add(article, summary: &ignored) }
      try settle()
    }
    try identities.endCounting()
    try meetings.endCounting()
    try agreements.endCounting()
    try former.follow()
    try settle()
    // Corrections found what is gone now as long as it was there.
    try replayAll()
    try settle()
    // What was counted before may have been wrong.
    try tally.recount()
    try Knowledge.note(statements)
  }

  /// Derives all anew if it was derived by other word lists or rules than this program's. Gives whether it was.
  func deriveIfOutdated() throws -> Bool {
    guard try !Knowledge.isCurrent(statements) else { return false }
    if try statements.first("SELECT 1 FROM articles LIMIT 1", [], { _ in true }) == true {
      try deriveAnew()
    } else {
      try Knowledge.note(statements)
    }
    return true
  }
}
