import SQLite

/// Tab-separated values: one row a line, tab, line ends and backslash written `\t`, `\n`, `\r`, `\\`.
///
/// NULL and an empty text are both an empty field. Blobs are written `X'00FF'`.
struct TSVFormat: RowFormat {
  private let options: OutputOptions

  init(_ options: OutputOptions) { self.options = options }

  mutating func begin(_ columns: [String], _ sink: ByteSink) {
    guard options.header, !columns.isEmpty else { return }
    for (index, column) in columns.enumerated() {
      if index > 0 { sink.append(0x09) }
      var column = column
      column.withUTF8 { field($0, sink) }
    }
    sink.append(0x0A)
  }

  mutating func row(_ cells: [Cell], _ sink: ByteSink) {
    var isFirst = true
    for cell in cells {
      if !isFirst { sink.append(0x09) }
      isFirst = false
      switch cell {
      case .null: break
      case .integer(let number): sink.append(decimal: number)
      case .real(let number): sink.append(Notation.real(number))
      case .text(let bytes): field(bytes, sink)
      case .blob(let bytes): Notation.append(blob: bytes, to: sink)
      }
    }
    sink.append(0x0A)
  }

  mutating func end(_ sink: ByteSink) {}

  private func field(_ bytes: UnsafeBufferPointer<UInt8>, _ sink: ByteSink) {
    if options.guardsFormulas, Formulas.begins(bytes) { sink.append(UInt8(ascii: "'")) }
    let isASCII = UTF8Bytes.isASCII(bytes)
    let shows = options.neutralizesControls && Controls.mayHave(bytes)
    guard isASCII || UTF8Bytes.isValid(bytes), !shows else {
      var text = String(decoding: bytes, as: UTF8.self)
      if shows { text = Controls.pictured(text, keepingLines: true) }
      return text.withUTF8 { escaped($0, sink) }
    }
    escaped(bytes, sink)
  }

  private func escaped(_ bytes: UnsafeBufferPointer<UInt8>, _ sink: ByteSink) {
    var start = 0
    for index in 0..<bytes.count {
      let letter: UInt8
      switch bytes[index] {
      case 0x09: letter = UInt8(ascii: "t")
      case 0x0A: letter = UInt8(ascii: "n")
      case 0x0D: letter = UInt8(ascii: "r")
      case 0x5C: letter = UInt8(ascii: "\\")
      default: continue
      }
      sink.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      sink.append(UInt8(ascii: "\\"))
      sink.append(letter)
      start = index + 1
    }
    sink.append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}
