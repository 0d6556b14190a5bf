import ArgumentParser
import Output
import SQLite

/// The limits of the commands that run queries which are not ours.
struct LimitArguments: ParsableArguments {
  @Option(help: "Stop after so many rows (exit 5).")
  var limit: Int?

  @Option(help: "Stop a query after so many seconds (exit 5); 0 for no bound.")
  var timeout: Double = 30

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0 on.") }
    if !(timeout >= 0) { throw ValidationError("--timeout takes a number of seconds from 0 on.") }
  }

  /// The same for a sandbox.
  var sandbox: SandboxLimits { .init(timeout: timeout) }
}

extension SandboxLimits {
  /// The defaults, but for a time limit in seconds, 0 for none.
  init(timeout: Double) {
    self.init()
    seconds = timeout == 0 ? nil : timeout
  }
}

/// A guarded connection, from the options of a command until it is released.
final class GuardedQueries {
  let sandbox: Sandbox
  private let rowLimit: Int?
  private let interruption: Interruption

  /// Opens the database for reading, puts up the guards and listens to Ctrl-C.
  convenience init(_ database: DatabaseOptions, _ limits: LimitArguments) throws {
    try self.init(database, timeout: limits.timeout, rowLimit: limits.limit)
  }

  /// The same with a time limit in seconds, 0 for none, and a number of rows.
  init(_ database: DatabaseOptions, timeout: Double, rowLimit: Int? = nil) throws {
    sandbox = try Sandbox(try database.openReadOnly(), limits: .init(timeout: timeout))
    self.rowLimit = rowLimit
    interruption = Interruption(sandbox.database.interrupter, deadline: sandbox.deadline)
  }

  /// The time that a reader takes does not count.
  func attach(_ sink: ByteSink) {
    let deadline = sandbox.deadline
    sink.whileWriting = { $0 ? deadline.pause() : deadline.resume() }
  }

  /// Writes all rows of a statement as one result. Throws `SandboxError.limit` after it if there were more rows than
  /// allowed.
  func write(_ statement: Statement, to writer: RowWriter) throws {
    var begun = false
    while try sandbox.step(statement) {
      if !begun { try writer.begin(columns: statement.columnNames) }
      begun = true
      if let rowLimit, writer.rows >= rowLimit {
        try writer.end()
        throw SandboxError.limit("stopped after \(rowLimit) rows; --limit N allows more")
      }
      try writer.write(statement)
    }
    guard statement.columnCount > 0 else { return }
    if !begun { try writer.begin(columns: statement.columnNames) }
    try writer.end()
  }
}
