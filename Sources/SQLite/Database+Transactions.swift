extension Database {
  /// How a transaction takes its locks (https://www.sqlite.org/lang_transaction.html).
  public enum TransactionKind: String, Sendable {
    case deferred = "DEFERRED"
    case immediate = "IMMEDIATE"
    case exclusive = "EXCLUSIVE"
  }

  /// Runs `body` in a transaction: commits if it returns, rolls back if it throws.
  ///
  /// Inside another transaction it is a savepoint. Throws what `body` throws, or what the commit reports; after
  /// a failed commit the transaction has been rolled back.
  public func transaction<T>(_ kind: TransactionKind = .immediate, _ body: () throws -> T) throws
    -> T
  {
    guard isAutocommit else { return try savepoint(body) }
    try execute("BEGIN \(kind.rawValue)")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // SQLite may have rolled back by itself, as after a full disk.
      if !isAutocommit { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// Runs `body` in a savepoint: released if it returns, undone if it throws. Savepoints nest.
  public func savepoint<T>(_ body: () throws -> T) throws -> T {
    try execute("SAVEPOINT chancery")
    do {
      let result = try body()
      try execute("RELEASE chancery")
      return result
    } catch {
      if !isAutocommit {
        try? execute("ROLLBACK TO chancery")
        try? execute("RELEASE chancery")
      }
      throw error
    }
  }
}
