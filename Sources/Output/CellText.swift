import SQLite

extension Cell {
  /// True for integers and reals.
  var isNumber: Bool {
    switch self {
    case .integer, .real: true
    default: false
    }
  }

  /// The cell as text for people: NULL is empty, controls are neutralized, lines end in LF.
  ///
  /// Of a text or blob no more than `limit` bytes are looked at, where the rest could not be shown anyway.
  func visibleText(limit: Int = .max) -> String {
    switch self {
    case .null: return ""
    case .integer(let number): return String(number)
    case .real(let number): return Notation.real(number)
    case .text(let bytes):
      guard bytes.count > limit else { return Controls.visible(bytes) }
      var end = limit
      while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      return Controls.visible(UnsafeBufferPointer(rebasing: bytes[..<end]))
    case .blob(let bytes):
      let sink = ByteSink()
      Notation.append(blob: UnsafeBufferPointer(rebasing: bytes.prefix(limit)), to: sink)
      return sink.text
    }
  }
}
