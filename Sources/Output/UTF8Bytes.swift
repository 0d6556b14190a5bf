/// What the formats ask of the bytes of a text.
enum UTF8Bytes {
  /// True if every byte is ASCII.
  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var seen: UInt8 = 0
    for byte in bytes { seen |= byte }
    return seen < 0x80
  }

  /// Appends the bytes, repaired with U+FFFD where they are no UTF-8; `isASCII` spares the check.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool, to sink: ByteSink
  ) {
    if isASCII || isValid(bytes) {
      sink.append(bytes)
    } else {
      sink.append(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// True if the bytes are well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing above U+10FFFF).
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let end = bytes.count
    while index < end {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, low) = (3, 0xA0)
      case 0xED: (length, high) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, low) = (4, 0x90)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, high) = (4, 0x8F)
      default: return false
      }
      guard index + length <= end, bytes[index + 1] >= low, bytes[index + 1] <= high else {
        return false
      }
      for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return false }
      index += length
    }
    return true
  }
}

/// Numbers and bytes in the notation that all the text formats share.
enum Notation {
  /// The shortest decimal that reads back as the same number; `Inf` and `-Inf` as the sqlite3 shell has them.
  static func real(_ number: Double) -> String {
    if number.isInfinite { return number < 0 ? "-Inf" : "Inf" }
    return number.description
  }

  /// Bytes as an SQL literal, `X'00FF'`.
  static func append(blob bytes: UnsafeBufferPointer<UInt8>, to sink: ByteSink) {
    sink.append("X'" as StaticString)
    for byte in bytes {
      sink.append(hexDigit(byte >> 4))
      sink.append(hexDigit(byte & 15))
    }
    sink.append(UInt8(ascii: "'"))
  }

  /// The digit of a number in `0..<16`, in upper case.
  static func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? nibble &+ 0x30 : nibble &+ 0x37
  }
}
