import SQLite

/// One `column = value` a line, names aligned to the right, a blank line between rows.
struct LineFormat: RowFormat {
  private var labels: [String] = []
  private var indent = 0
  private var isFirst = true

  mutating func begin(_ columns: [String], _ sink: ByteSink) {
    let names = columns.map { Controls.pictured($0, keepingLines: false) }
    let widths = names.map { DisplayWidth.of($0) }
    let widest = widths.max() ?? 0
    labels = zip(names, widths).map {
      String(repeating: " ", count: widest - $1) + $0 + " = "
    }
    indent = widest + 3
  }

  mutating func row(_ cells: [Cell], _ sink: ByteSink) {
    row(texts: cells.map { $0.visibleText() }, sink)
  }

  /// A row of texts that are fit to be shown.
  mutating func row(texts: [String], _ sink: ByteSink) {
    if !isFirst { sink.append(0x0A) }
    isFirst = false
    for (label, text) in zip(labels, texts) {
      sink.append(label)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        if number > 0 { sink.append(0x20, times: indent) }
        sink.append(String(line))
        sink.append(0x0A)
      }
    }
  }

  mutating func end(_ sink: ByteSink) {}
}
