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
  var sandbox: SandboxLimits {
    var limits = SandboxLimits()
    limits.seconds = timeout == 0 ? nil : timeout
    return limits
  }
}

/// A guarded connection, from the options of a command until it is released.
final class GuardedQueries {
  let sandbox: Sandbox
  private let rowLimit: Int?
  private let interruption: Interruption

  /// Opens the database for reading, puts up the guards and listens to Ctrl-C.
  init(_ database: DatabaseOptions, _ limits: LimitArguments) throws {
    sandbox = try Sandbox(try database.openReadOnly(), limits: limits.sandbox)
    rowLimit = limits.limit
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
