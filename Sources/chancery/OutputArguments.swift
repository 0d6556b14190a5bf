import ArgumentParser
import Glibc
import Output

/// The options of every command that prints rows.
struct OutputArguments: ParsableArguments {
  @Option(help: "How rows are written: \(OutputFormat.names).")
  var format: OutputFormat = .table

  @Flag(help: "Leave out the names of columns (table, csv, tsv).")
  var noHeader = false

  @Flag(help: "Put ' before texts that a spreadsheet would run as a formula (csv, tsv).")
  var guardFormulas = false

  @Flag(help: "Do not page on a terminal.")
  var noPager = false

  /// Calls `body` with a writer to standard output, and finishes it.
  func withWriter(_ body: (RowWriter, ByteSink) throws -> Void) throws {
    try withSink { sink in
      let writer = RowWriter(format, to: sink, options: options(.standardOutput()))
      do {
        try body(writer, sink)
      } catch let error as OutputError {
        throw error
      } catch {
        // What was written before the failure is shown before its message.
        try? sink.flush()
        throw error
      }
      try writer.finish()
    }
  }

  /// Calls `body` with standard output, through a pager on a terminal, and flushes it.
  ///
  /// A reader that goes away early ends the program quietly, as SIGPIPE would.
  func withSink(_ body: (ByteSink) throws -> Void) throws {
    var wantsPager = Terminal.standardOutput().isTerminal && !noPager
    var pager: Pager?
    // Begun when there is something to read: until then Ctrl-C is for the query, and a pager would keep it.
    let sink = ByteSink {
      if wantsPager { pager = Pager() }
      wantsPager = false
      return pager?.descriptor ?? STDOUT_FILENO
    }
    defer {
      // The time that people read in the pager does not count.
      sink.whileWriting?(true)
      pager?.close()
    }
    do {
      try body(sink)
      try sink.flush()
    } catch OutputError.closed {
      throw ExitCode(128 + SIGPIPE)
    }
  }

  /// What the formats leave open, for this terminal.
  func options(_ terminal: Terminal) -> OutputOptions {
    var options = OutputOptions()
    options.header = !noHeader
    options.guardsFormulas = guardFormulas
    options.colour = terminal.colour
    options.width = terminal.isTerminal ? terminal.columns : nil
    options.neutralizesControls = terminal.isTerminal
    return options
  }
}

extension OutputFormat: ExpressibleByArgument {
  static var names: String { allValueStrings.joined(separator: ", ") }

  // As the argument parser derives them of an enumeration, but without key paths that are made at run time: every command
  // that prints rows would wait for them.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
  public static var allValueDescriptions: [String: String] { [:] }
  public var defaultValueDescription: String { rawValue }
}
