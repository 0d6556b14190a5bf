import CSQLite

/// How much SQL that is not ours may take.
public struct SandboxLimits: Sendable {
  /// Bytes of SQL in all.
  public var sqlLength = 1_000_000
  /// Bytes of one text or blob, and of one row.
  public var valueLength = 32 << 20
  /// Bytes of memory that SQLite may hold in this process.
  public var memory = 256 << 20
  /// Seconds that all statements together may run; nil for no bound.
  public var seconds: Double? = 30

  /// The defaults.
  public init() {}
}

/// Why SQL was not run to its end, apart from its own errors.
public enum SandboxError: Error, Equatable, CustomStringConvertible {
  /// Something that is not on the allow-list; in words.
  case refused(String)
  /// One of the limits; in words, with the remedy.
  case limit(String)
  /// Stopped from outside.
  case interrupted

  /// The reason, in one line.
  public var description: String {
    switch self {
    case .refused(let what): "\(what): the database is open for reading only"
    case .limit(let what): what
    case .interrupted: "interrupted"
    }
  }
}

/// Runs SQL that is not ours on a connection: it can read, within limits, and do nothing else.
///
/// The connection should have been opened `readOnly`. Guards, each of which would do alone for most attacks: the
/// open flag, `query_only`, DEFENSIVE, no trusted schema, no extensions or triggers, an authorizer with an allow-list,
/// `sqlite3_stmt_readonly`, bounds on sizes and memory, and a deadline
/// (https://www.sqlite.org/security.html).
public final class Sandbox {
  /// The guarded connection.
  public let database: Database
  /// What a statement may take.
  public let limits: SandboxLimits
  /// When the queries are to end; it began to run with `init`.
  public let deadline: Deadline
  private let refusal = Refusal()

  /// What the authorizer refused first since the last statement was prepared.
  private final class Refusal {
    var words: String?
  }

  /// Puts the guards up, for good.
  public init(_ database: Database, limits: SandboxLimits = .init()) throws {
    self.database = database
    self.limits = limits
    deadline = Deadline(seconds: limits.seconds)
    try database.execute("PRAGMA query_only = ON")
    try database.execute("PRAGMA trusted_schema = OFF")
    try database.execute("PRAGMA cell_size_check = ON")
    try database.configure(SQLITE_DBCONFIG_DEFENSIVE, true)
    try database.configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
    try database.configure(SQLITE_DBCONFIG_WRITABLE_SCHEMA, false)
    try database.configure(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false)
    try database.configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, false)
    try database.configure(SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, false)
    for (limit, value) in Self.bounds { database.setLimit(limit, value) }
    database.setLimit(SQLITE_LIMIT_LENGTH, limits.valueLength)
    database.setLimit(SQLITE_LIMIT_SQL_LENGTH, limits.sqlLength)
    Database.setMemoryLimit(limits.memory)
    let (deadline, refusal) = (deadline, refusal)
    database.setProgressHandler { deadline.hasPassed() }
    database.setAuthorizer { access in
      if SandboxPolicy.allows(access) { return true }
      if refusal.words == nil { refusal.words = SandboxPolicy.refusal(access) }
      return false
    }
  }

  /// Prepares the next statement of a script; nil at its end. Throws `SandboxError` or `SQLiteError`.
  public func next(_ script: inout Script) throws -> Statement? {
    refusal.words = nil
    return try explained {
      guard let statement = try script.next(on: database) else { return nil }
      guard statement.isReadOnly else {
        throw SandboxError.refused("a statement that writes is refused")
      }
      return statement
    }
  }

  /// Goes to the next row. Throws `SandboxError` or `SQLiteError`.
  public func step(_ statement: Statement) throws -> Bool {
    try explained { try statement.step() }
  }

  /// Tells refusals and limits from other errors.
  private func explained<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as SQLiteError {
      switch error.code {
      case SQLITE_AUTH: throw SandboxError.refused(refusal.words ?? "this statement is refused")
      case SQLITE_INTERRUPT where deadline.hasPassed():
        throw SandboxError.limit(
          "stopped after \(limits.seconds.map(Self.decimal) ?? "") s; --timeout SECONDS allows more"
        )
      case SQLITE_INTERRUPT: throw SandboxError.interrupted
      case SQLITE_NOMEM:
        throw SandboxError.limit(
          "stopped: it would take more than \(limits.memory >> 20) MB of memory")
      case SQLITE_TOOBIG:
        throw SandboxError.limit(
          "stopped: more than \(limits.valueLength >> 20) MB in one value, or more than "
            + "\(limits.sqlLength) bytes of SQL")
      default:
        // An authorizer's refusal inside a view or a pragma may come as a plain error.
        if let words = refusal.words { throw SandboxError.refused(words) }
        throw error
      }
    }
  }

  /// A number without a fraction that is nought.
  private static func decimal(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int64(number)) : "\(number)"
  }

  /// Bounds that no honest query comes near (https://www.sqlite.org/limits.html).
  private static let bounds: [(Int32, Int)] = [
    (SQLITE_LIMIT_COLUMN, 1_000), (SQLITE_LIMIT_EXPR_DEPTH, 500),
    (SQLITE_LIMIT_COMPOUND_SELECT, 250), (SQLITE_LIMIT_VDBE_OP, 500_000),
    (SQLITE_LIMIT_FUNCTION_ARG, 100), (SQLITE_LIMIT_ATTACHED, 0),
    (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000), (SQLITE_LIMIT_VARIABLE_NUMBER, 1_000),
    (SQLITE_LIMIT_TRIGGER_DEPTH, 1), (SQLITE_LIMIT_WORKER_THREADS, 0),
  ]
}
