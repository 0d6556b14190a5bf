import SQLite

/// Columns for people.
///
/// The widths come from the first rows (`sampleRows`, or as many as `sampleBytes` hold), the rest follows row by
/// row. With a width to fit in, cells wrap at blanks, up to `linesPerCell` lines, then `…`; if the columns cannot
/// fit however narrow, each row is written as lines instead. Without one nothing is cut.
struct TableFormat: RowFormat {
  private static let sampleRows = 500
  private static let sampleBytes = 1 << 21

  private let options: OutputOptions
  private var columns: [String] = []
  private var sample: [[String]] = []
  private var sampled = 0
  private var natural: [Int] = []
  private var words: [Int] = []
  /// For each column, whether all that it held in the sample were numbers.
  private var isNumeric: [Bool] = []
  private var hasValue: [Bool] = []
  private var widths: [Int]?
  private var lines: LineFormat?
  private var results = 0

  init(_ options: OutputOptions) { self.options = options }

  mutating func begin(_ columns: [String], _ sink: ByteSink) {
    if results > 0 { sink.append(0x0A) }
    results += 1
    self.columns = columns.map { Controls.pictured($0, keepingLines: false) }
    natural = options.header ? self.columns.map { DisplayWidth.of($0) } : columns.map { _ in 0 }
    words = natural
    isNumeric = columns.map { _ in true }
    hasValue = columns.map { _ in false }
    (sample, sampled, widths, lines) = ([], 0, nil, nil)
  }

  mutating func row(_ cells: [Cell], _ sink: ByteSink) {
    if lines != nil {
      lines?.row(cells, sink)
      return
    }
    if let widths { return write(texts(cells), widths, sink) }
    let row = texts(cells)
    for (index, cell) in cells.enumerated() where row[index] != "" {
      hasValue[index] = true
      if !cell.isNumber { isNumeric[index] = false }
      for line in row[index].split(separator: "\n") {
        natural[index] = max(natural[index], DisplayWidth.of(line))
      }
      if options.width != nil {
        for word in row[index].split(whereSeparator: { $0 == " " || $0 == "\n" }) {
          words[index] = max(words[index], DisplayWidth.of(word))
        }
      }
      sampled += row[index].utf8.count
    }
    sample.append(row)
    if sample.count >= Self.sampleRows || sampled >= Self.sampleBytes { settle(sink) }
  }

  mutating func end(_ sink: ByteSink) {
    if widths == nil, lines == nil { settle(sink) }
  }

  /// Decides on the widths and writes the header and the sample.
  private mutating func settle(_ sink: ByteSink) {
    guard
      let fitted = ColumnWidths.fitted(
        natural, words: words, into: options.width)
    else {
      var format = LineFormat()
      format.begin(columns, sink)
      for row in sample { format.row(texts: row, sink) }
      lines = format
      sample = []
      return
    }
    widths = fitted
    if options.header, !columns.isEmpty { writeHeader(fitted, sink) }
    for row in sample { write(row, fitted, sink) }
    sample = []
  }

  /// The cells as text. With a width no more is read of a cell than its lines can show: a grapheme cluster
  /// takes seldom more than 32 bytes.
  private func texts(_ cells: [Cell]) -> [String] {
    let limit = options.width.map { $0 * options.linesPerCell * 32 + 64 } ?? Int.max
    return cells.map { $0.visibleText(limit: limit) }
  }

  private func writeHeader(_ widths: [Int], _ sink: ByteSink) {
    let colour = options.colour
    write(
      columns, widths, sink, before: colour ? "\u{1B}[1m" : "", after: colour ? "\u{1B}[0m" : "")
    for (index, width) in widths.enumerated() {
      if index > 0 { sink.append(0x20, times: ColumnWidths.gap) }
      for _ in 0..<width { sink.append("─" as StaticString) }
    }
    sink.append(0x0A)
  }

  private func write(
    _ row: [String], _ widths: [Int], _ sink: ByteSink, before: String = "", after: String = ""
  ) {
    let cells = zip(row, widths).map { text, width in
      options.width == nil
        ? [joined(text)]
        : Wrapping.lines(text, width: max(2, width), limit: options.linesPerCell)
    }
    for number in 0..<(cells.map(\.count).max() ?? 0) {
      sink.append(before)
      let last = cells.lastIndex { number < $0.count && $0[number].width > 0 } ?? 0
      for index in 0...last {
        if index > 0 { sink.append(0x20, times: ColumnWidths.gap) }
        let line = number < cells[index].count ? cells[index][number] : .init(text: "", width: 0)
        let padding = widths[index] - line.width
        let isRight = isNumeric[index] && hasValue[index]
        if isRight { sink.append(0x20, times: padding) }
        sink.append(line.text)
        if !isRight, index < last { sink.append(0x20, times: padding) }
      }
      sink.append(after)
      sink.append(0x0A)
    }
  }

  /// A cell on one line, whatever its length.
  private func joined(_ text: String) -> Wrapping.Line {
    let line = text.utf8.contains(0x0A) ? text.split(separator: "\n").joined(separator: " ") : text
    return Wrapping.Line(text: line, width: DisplayWidth.of(line))
  }
}
