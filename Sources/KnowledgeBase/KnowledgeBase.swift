import CSQLite
import Glibc
import SQLite

/// One knowledge base: an SQLite file with Chancery's schema. Not thread-safe, as its connection is not.
public final class KnowledgeBase {
  /// How a file is opened.
  public enum Mode: Sendable {
    /// The file must exist, and is not written.
    case readOnly
    /// The file must exist.
    case readWrite
    /// The file is made where there is none.
    case create
  }

  /// The connection.
  public let database: Database
  let statements: StatementCache
  /// Kept from one batch to the next for what it remembers of the file.
  var currentLoader: Loader?
  var dataVersion: Int64 = 0
  var currentImport: Int64?
  /// True once it is known that what the file holds was derived by this program's word lists.
  var isDerived = false

  /// Opens a knowledge base. An older schema is brought forward, unless the mode is `readOnly`.
  ///
  /// Throws `KnowledgeBaseError`: `missing`, `unreadable`, `notChancery`, `damaged`, `newer`.
  /// `busyTimeout` is in milliseconds; `vfs` names a file system that was registered with SQLite.
  public init(
    path: String, mode: Mode = .readWrite, busyTimeout: Int = 5_000, vfs: String? = nil
  ) throws {
    let kind: Database.Mode =
      switch mode {
      case .readOnly: .readOnly
      case .readWrite: .readWrite
      case .create: .create
      }
    do {
      database = try Database(path: path, mode: kind, busyTimeout: busyTimeout, vfs: vfs)
      statements = StatementCache(database)
      try prepareFile(mode: mode)
    } catch let error as SQLiteError {
      throw KnowledgeBase.explain(error, path: path, mode: mode)
    }
  }

  private func prepareFile(mode: Mode) throws {
    // Comparing with what a table holds is quicker in memory, and nothing is left behind in a temporary file.
    try database.execute("PRAGMA temp_store = MEMORY")
    // A question reads most pages once, and fresh memory for them costs more than to read some of them again.
    if mode != .readOnly {
      try database.execute("PRAGMA synchronous = NORMAL")
      // In KiB. Keys stand all over the file: what does not fit is written and read again for every batch.
      try database.execute("PRAGMA cache_size = -65536")
    }
    let application = try integer("PRAGMA application_id")
    let version = try integer("PRAGMA user_version")
    if application == 0, version == 0, try integer("SELECT count(*) FROM sqlite_schema") == 0 {
      guard mode == .create else { throw KnowledgeBaseError.notChancery(path: database.path) }
      try database.transaction(.exclusive) {
        // Another process may have made it in the meantime.
        guard try integer("SELECT count(*) FROM sqlite_schema") == 0 else { return }
        try database.execute(script: Schema.sql)
        try Knowledge.note(statements)
      }
      return
    }
    guard application == Schema.applicationID else {
      throw KnowledgeBaseError.notChancery(path: database.path)
    }
    guard version <= Schema.version else {
      throw KnowledgeBaseError.newer(path: database.path, version: version)
    }
    if version < Schema.version {
      guard mode != .readOnly else {
        if version >= Schema.oldestReadable { return }
        throw KnowledgeBaseError.invalid(
          reason: "\(database.path): written by an older chancery (schema version \(version)); "
            + "`chancery check` brings it forward")
      }
      try Migrations.run(database, from: version)
    }
  }

  private static func explain(_ error: SQLiteError, path: String, mode: Mode) -> Error {
    switch error.code {
    case SQLITE_NOTADB: return KnowledgeBaseError.notChancery(path: path)
    case SQLITE_CORRUPT: return KnowledgeBaseError.damaged(path: path, reason: error.message)
    case SQLITE_CANTOPEN:
      if mode != .create, access(path, F_OK) != 0 { return KnowledgeBaseError.missing(path: path) }
      return KnowledgeBaseError.unreadable(path: path, reason: "cannot be opened")
    default: return error
    }
  }

  func integer(_ sql: String, _ values: [Value] = []) throws -> Int64 {
    guard case .integer(let number)? = try database.scalar(sql, values) else { return 0 }
    return number
  }
}
