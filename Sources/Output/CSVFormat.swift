import SQLite

/// Comma-separated values (RFC 4180): lines end in CRLF, a field with a comma, quote or line end is quoted.
///
/// NULL is an empty field and an empty text is `""`; a row of one NULL is `""` too, since an empty line would
/// be no row to most readers. Blobs are written `X'00FF'`.
struct CSVFormat: RowFormat {
  private let options: OutputOptions

  init(_ options: OutputOptions) { self.options = options }

  mutating func begin(_ columns: [String], _ sink: ByteSink) {
    guard options.header, !columns.isEmpty else { return }
    for (index, column) in columns.enumerated() {
      if index > 0 { sink.append(UInt8(ascii: ",")) }
      var column = column
      column.withUTF8 { field($0, sink) }
    }
    sink.append("\r\n" as StaticString)
  }

  mutating func row(_ cells: [Cell], _ sink: ByteSink) {
    var isFirst = true
    for cell in cells {
      if !isFirst { sink.append(UInt8(ascii: ",")) }
      isFirst = false
      switch cell {
      case .null: if cells.count == 1 { sink.append("\"\"" as StaticString) }
      case .integer(let number): sink.append(decimal: number)
      case .real(let number): sink.append(Notation.real(number))
      case .text(let bytes): field(bytes, sink)
      case .blob(let bytes): Notation.append(blob: bytes, to: sink)
      }
    }
    sink.append("\r\n" as StaticString)
  }

  mutating func end(_ sink: ByteSink) {}

  private func field(_ bytes: UnsafeBufferPointer<UInt8>, _ sink: ByteSink) {
    if options.neutralizesControls, Controls.mayHave(bytes) {
      var text = Controls.pictured(String(decoding: bytes, as: UTF8.self), keepingLines: true)
      text.withUTF8 { plain($0, sink) }
    } else {
      plain(bytes, sink)
    }
  }

  private func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ sink: ByteSink) {
    // One pass without early exit, which the compiler turns into vector instructions.
    var special: UInt8 = bytes.isEmpty ? 1 : 0
    var seen: UInt8 = 0
    for byte in bytes {
      seen |= byte
      special |= byte == 0x22 ? 1 : 0
      special |= byte == 0x2C ? 1 : 0
      special |= byte == 0x0A ? 1 : 0
      special |= byte == 0x0D ? 1 : 0
    }
    let guarded = options.guardsFormulas && Formulas.begins(bytes)
    if special == 0 {
      if guarded { sink.append(UInt8(ascii: "'")) }
      UTF8Bytes.append(bytes, isASCII: seen < 0x80, to: sink)
      return
    }
    sink.append(UInt8(ascii: "\""))
    if guarded { sink.append(UInt8(ascii: "'")) }
    if seen < 0x80 || UTF8Bytes.isValid(bytes) {
      quoted(bytes, sink)
    } else {
      var repaired = String(decoding: bytes, as: UTF8.self)
      repaired.withUTF8 { quoted($0, sink) }
    }
    sink.append(UInt8(ascii: "\""))
  }

  private func quoted(_ bytes: UnsafeBufferPointer<UInt8>, _ sink: ByteSink) {
    var start = 0
    for index in 0..<bytes.count where bytes[index] == 0x22 {
      sink.append(UnsafeBufferPointer(rebasing: bytes[start...index]))
      sink.append(UInt8(ascii: "\""))
      start = index + 1
    }
    sink.append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}

/// Texts that a spreadsheet would take for a formula.
enum Formulas {
  /// True if the text begins as a formula does (https://owasp.org/www-community/attacks/CSV_Injection).
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}
