import SQLite

/// One way of writing rows; a format keeps what state it needs between them.
protocol RowFormat {
  /// A result begins; `columns` are the names of its columns.
  mutating func begin(_ columns: [String], _ sink: ByteSink)
  /// One row, with as many cells as there are columns.
  mutating func row(_ cells: [Cell], _ sink: ByteSink)
  /// The result is complete.
  mutating func end(_ sink: ByteSink)
  /// Everything is written.
  mutating func finish(_ sink: ByteSink)
}

extension RowFormat {
  mutating func finish(_ sink: ByteSink) {}
}

/// Writes the rows of one or more results to a sink, row by row.
///
/// `begin`, any number of `write`, `end`; again for the next result; `finish` at last. Memory does not grow with
/// the number of rows: a table takes its widths from the first of them.
public final class RowWriter {
  private var format: any RowFormat
  private let sink: ByteSink
  private var cells: [Cell] = []
  /// Rows written since `begin`.
  public private(set) var rows = 0

  /// A writer of `format` to `sink`.
  public init(_ format: OutputFormat, to sink: ByteSink, options: OutputOptions = .init()) {
    self.sink = sink
    self.format =
      switch format {
      case .table: TableFormat(options)
      case .json: JSONFormat(isArray: true)
      case .ndjson: JSONFormat(isArray: false)
      case .csv: CSVFormat(options)
      case .tsv: TSVFormat(options)
      case .markdown: MarkdownFormat()
      case .html: HTMLFormat()
      case .line: LineFormat()
      }
  }

  /// Begins a result with these columns.
  public func begin(columns: [String]) throws(OutputError) {
    rows = 0
    format.begin(columns, sink)
    try check()
  }

  /// Writes the current row of a statement, without copying its text.
  public func write(_ statement: Statement) throws(OutputError) {
    cells.removeAll(keepingCapacity: true)
    for column in 0..<statement.columnCount { cells.append(statement.cell(column)) }
    format.row(cells, sink)
    rows += 1
    try check()
  }

  /// Writes a row of values, as many as there are columns.
  public func write(_ values: [Value]) throws(OutputError) {
    cells.removeAll(keepingCapacity: true)
    write(values[...])
    rows += 1
    try check()
  }

  /// Ends the result.
  public func end() throws(OutputError) {
    format.end(sink)
    try check()
  }

  /// Ends the output and flushes the sink.
  public func finish() throws(OutputError) {
    format.finish(sink)
    try sink.flush()
  }

  /// Turns values to cells one inside the other, so that the bytes of each stay valid until the row is written.
  private func write(_ values: ArraySlice<Value>) {
    guard let value = values.first else { return format.row(cells, sink) }
    let rest = values.dropFirst()
    switch value {
    case .null: cells.append(.null)
    case .integer(let number): cells.append(.integer(number))
    case .real(let number): cells.append(.real(number))
    case .text(var text):
      return text.withUTF8 {
        cells.append(.text($0))
        write(rest)
      }
    case .blob(let bytes):
      return bytes.withUnsafeBufferPointer {
        cells.append(.blob($0))
        write(rest)
      }
    }
    write(rest)
  }

  private func check() throws(OutputError) {
    if let failure = sink.failure { throw failure }
  }
}
