import SQLite

/// One JSON object a row (RFC 8259): in one array, or one a line.
///
/// Columns of the same name get `_2`, `_3` … so that none is lost. Infinities, which JSON lacks, are written
/// `1e999` as the sqlite3 shell does. Blobs are `{"$base64": true, "encoded": "…"}`, Datasette's convention.
struct JSONFormat: RowFormat {
  private let isArray: Bool
  /// `{"name":` and `,"name":`, ready to be written.
  private var keys: [[UInt8]] = []
  private var isFirst = true

  init(isArray: Bool) { self.isArray = isArray }

  mutating func begin(_ columns: [String], _ sink: ByteSink) {
    isFirst = true
    keys = []
    var taken = Set(columns)
    var seen: Set<String> = []
    for (index, column) in columns.enumerated() {
      var name = column
      if !seen.insert(name).inserted {
        var number = 2
        while taken.contains("\(column)_\(number)") { number += 1 }
        name = "\(column)_\(number)"
        taken.insert(name)
      }
      let key = ByteSink()
      key.append(UInt8(ascii: index == 0 ? "{" : ","))
      key.appendJSON(name)
      key.append(UInt8(ascii: ":"))
      keys.append(key.bytes)
    }
    if isArray { sink.append(UInt8(ascii: "[")) }
  }

  mutating func row(_ cells: [Cell], _ sink: ByteSink) {
    if isArray, !isFirst { sink.append(",\n" as StaticString) }
    isFirst = false
    if cells.isEmpty { sink.append(UInt8(ascii: "{")) }
    for (key, cell) in zip(keys, cells) {
      key.withUnsafeBufferPointer { sink.append($0) }
      sink.appendJSON(cell)
    }
    sink.append(UInt8(ascii: "}"))
    if !isArray { sink.append(0x0A) }
  }

  mutating func end(_ sink: ByteSink) {
    if isArray { sink.append("]\n" as StaticString) }
  }
}

extension ByteSink {
  /// Appends a text as a JSON string, with its quotes. Control characters, DEL and C1 are escaped.
  public func appendJSON(_ text: String) {
    var text = text
    text.withUTF8 { appendJSON(validUTF8: $0) }
  }

  /// Appends a cell as a JSON value.
  func appendJSON(_ cell: Cell) {
    switch cell {
    case .null: append("null" as StaticString)
    case .integer(let number): append(decimal: number)
    case .real(let number):
      if number.isInfinite {
        append(number < 0 ? "-1e999" as StaticString : "1e999")
      } else {
        append(number.description)
      }
    case .text(let bytes):
      if UTF8Bytes.isASCII(bytes) || UTF8Bytes.isValid(bytes) {
        appendJSON(validUTF8: bytes)
      } else {
        appendJSON(String(decoding: bytes, as: UTF8.self))
      }
    case .blob(let bytes):
      append("{\"$base64\":true,\"encoded\":\"" as StaticString)
      append(base64: bytes)
      append("\"}" as StaticString)
    }
  }

  private func appendJSON(validUTF8 bytes: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // C1 controls are C2 80 … C2 9F.
      let isC1 = byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] < 0xA0
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || isC1 else {
        index += 1
        continue
      }
      append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      append(UInt8(ascii: "\\"))
      switch byte {
      case 0x22, 0x5C: append(byte)
      case 0x08: append(UInt8(ascii: "b"))
      case 0x09: append(UInt8(ascii: "t"))
      case 0x0A: append(UInt8(ascii: "n"))
      case 0x0C: append(UInt8(ascii: "f"))
      case 0x0D: append(UInt8(ascii: "r"))
      default:
        let code = isC1 ? bytes[index + 1] : byte
        append("u00" as StaticString)
        append(Notation.hexDigit(code >> 4))
        append(Notation.hexDigit(code & 15))
      }
      index += isC1 ? 2 : 1
      start = index
    }
    append(UnsafeBufferPointer(rebasing: bytes[start...]))
    append(UInt8(ascii: "\""))
  }

  /// Appends bytes in base64 with padding (RFC 4648, section 4).
  private func append(base64 bytes: UnsafeBufferPointer<UInt8>) {
    func digit(_ value: UInt32) -> UInt8 {
      switch UInt8(value & 63) {
      case let v where v < 26: v + UInt8(ascii: "A")
      case let v where v < 52: v - 26 + UInt8(ascii: "a")
      case let v where v < 62: v - 52 + UInt8(ascii: "0")
      case 62: UInt8(ascii: "+")
      default: UInt8(ascii: "/")
      }
    }
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let present = min(3, bytes.count - start)
      var group: UInt32 = 0
      for offset in 0..<3 {
        group = group << 8 | (offset < present ? UInt32(bytes[start + offset]) : 0)
      }
      append(digit(group >> 18))
      append(digit(group >> 12))
      append(present > 1 ? digit(group >> 6) : UInt8(ascii: "="))
      append(present > 2 ? digit(group) : UInt8(ascii: "="))
    }
  }
}
