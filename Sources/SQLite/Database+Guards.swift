import CSQLite

/// What a statement wants to do, as SQLite asks an authorizer (https://www.sqlite.org/c3ref/c_alter_table.html).
public struct Access: Sendable, Equatable {
  /// One of SQLite's action codes, as in `SQLITE_READ`.
  public let action: Int32
  /// The first name: of a table, an index, a pragma, or empty, as the action has it.
  public let first: String?
  /// The second name: of a column or a function, or the argument of a pragma.
  public let second: String?
}

/// Keeps the authorizer's closure alive for as long as SQLite holds its address.
final class AuthorizerBox {
  let allows: (Access) -> Bool
  init(_ allows: @escaping (Access) -> Bool) { self.allows = allows }
}

/// Keeps the progress handler's closure alive for as long as SQLite holds its address.
final class ProgressBox {
  let stops: () -> Bool
  init(_ stops: @escaping () -> Bool) { self.stops = stops }
}

/// Stops what a connection is running, from another thread or a signal's queue.
public struct Interrupter: @unchecked Sendable {
  // sqlite3_interrupt() may be called from any thread while the connection is open, which the reference ensures.
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Makes the running statement fail with `SQLITE_INTERRUPT`; without one it does nothing.
  public func interrupt() { sqlite3_interrupt(database.handle) }
}

extension Database {
  /// Asks `allows` about everything that a statement prepared from now on would do; nil asks no longer.
  ///
  /// A refusal is `SQLITE_AUTH` when the statement is prepared.
  public func setAuthorizer(_ allows: ((Access) -> Bool)?) {
    guard let allows else {
      sqlite3_set_authorizer(handle, nil, nil)
      authorizer = nil
      return
    }
    let box = AuthorizerBox(allows)
    sqlite3_set_authorizer(
      handle,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        let access = Access(
          action: action, first: first.map { String(cString: $0) },
          second: second.map { String(cString: $0) })
        let box = Unmanaged<AuthorizerBox>.fromOpaque(context).takeUnretainedValue()
        return box.allows(access) ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(box).toOpaque())
    authorizer = box
  }

  /// Asks `stops` after about every `operations` steps of SQLite's virtual machine whether to give up
  /// (`SQLITE_INTERRUPT`); nil asks no longer.
  public func setProgressHandler(every operations: Int = 1_000, _ stops: (() -> Bool)?) {
    guard let stops else {
      sqlite3_progress_handler(handle, 0, nil, nil)
      progress = nil
      return
    }
    let box = ProgressBox(stops)
    sqlite3_progress_handler(
      handle, Int32(clamping: operations),
      { context in
        guard let context else { return 0 }
        return Unmanaged<ProgressBox>.fromOpaque(context).takeUnretainedValue().stops() ? 1 : 0
      }, Unmanaged.passUnretained(box).toOpaque())
    progress = box
  }

  /// Sets one of the `SQLITE_LIMIT_` bounds of this connection (https://www.sqlite.org/limits.html).
  public func setLimit(_ limit: Int32, _ value: Int) {
    sqlite3_limit(handle, limit, Int32(clamping: value))
  }

  /// What stops this connection's running statement from elsewhere.
  public var interrupter: Interrupter { Interrupter(self) }

  /// Bounds the memory that SQLite takes in this process, in bytes; more than that is `SQLITE_NOMEM`.
  public static func setMemoryLimit(_ bytes: Int) { sqlite3_hard_heap_limit64(Int64(bytes)) }
}
