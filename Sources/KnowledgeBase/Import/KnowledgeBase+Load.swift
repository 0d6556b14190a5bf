import CSQLite
import Gazetteer
import Records
import SQLite

extension KnowledgeBase {
  /// Loads articles with their records in one transaction: all of them or, if it throws, none.
  ///
  /// An article is known by its text: one that is there already is not written again. The content of the base after
  /// several loads does not depend on their order. Throws `SQLiteError`.
  public func load(_ items: [LoadItem], origin: RecordOrigin) throws -> LoadSummary {
    try withLoader { loader in
      let summary = try loader.load(items, origin: origin)
      try noteImport(summary)
      return summary
    }
  }

  /// One row of `imports` for all that is loaded through one opening of the file.
  private func noteImport(_ summary: LoadSummary) throws {
    if currentImport == nil {
      currentImport = try statements.insert(
        "INSERT INTO imports (imported_at, new, updated, known) VALUES (?, 0, 0, 0)",
        [.text(KnowledgeBase.now())])
    }
    try statements.run(
      "UPDATE imports SET new = new + ?, updated = updated + ?, known = known + ? WHERE id = ?",
      [Value(summary.new), Value(summary.updated), Value(summary.known), Value(currentImport)])
  }

  /// Runs `body` with a loader, in one transaction. Before it, in one of its own, all is derived anew if another program
  /// derived it, unless `deriving` is false.
  func withLoader<T>(deriving: Bool = true, _ body: (Loader) throws -> T) throws -> T {
    if deriving, !isDerived {
      // Asked once an opening, and without a transaction where there is nothing to do.
      if try !Knowledge.isCurrent(statements) {
        _ = try withLoader(deriving: false) { try $0.deriveIfOutdated() }
      }
      isDerived = true
    }
    // The loader keeps the full-text indexes itself.
    try database.configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, false)
    defer { try? database.configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, true) }
    let begun = currentImport
    let result: T
    let loader: Loader
    do {
      (result, loader) = try database.transaction {
        // Another connection may have written since: then nothing that is remembered holds. Asked inside the
        // transaction, so that nobody can write between the question and the first read.
        let version = try integer("PRAGMA data_version")
        let loader =
          version == dataVersion
          ? try currentLoader ?? Loader(statements, .shared) : try Loader(statements, .shared)
        dataVersion = version
        currentLoader = nil
        return (try body(loader), loader)
      }
    } catch {
      currentImport = begun
      throw error
    }
    // Only after a commit is what it remembers true of the file.
    currentLoader = loader
    return result
  }
}
