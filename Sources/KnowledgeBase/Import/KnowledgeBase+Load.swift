import Gazetteer
import Records

extension KnowledgeBase {
  /// Loads articles with their records in one transaction: all of them or, if it throws, none.
  ///
  /// An article is known by its text: one that is there already is not written again. The content of the base after
  /// several loads does not depend on their order. Throws `SQLiteError`.
  public func load(_ items: [LoadItem], origin: RecordOrigin) throws -> LoadSummary {
    let summary = try withLoader { try $0.load(items, origin: origin) }
    return summary
  }

  /// Runs `body` with a loader, in one transaction.
  func withLoader<T>(_ body: (Loader) throws -> T) throws -> T {
    let (result, loader) = try database.transaction {
      // Another connection may have written since: then nothing that is remembered holds. Asked inside the
      // transaction, so that nobody can write between the question and the first read.
      let version = try integer("PRAGMA data_version")
      let loader =
        version == dataVersion
        ? currentLoader ?? Loader(statements, .shared) : Loader(statements, .shared)
      dataVersion = version
      currentLoader = nil
      return (try body(loader), loader)
    }
    // Only after a commit is what it remembers true of the file.
    currentLoader = loader
    return result
  }
}
