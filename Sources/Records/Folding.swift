/// How texts are compared without case, marks and punctuation: names, places, words of questions.
public enum Folding {
  /// Lower case, without marks; every run of anything but letters and digits is one blank, none at the ends.
  ///
  /// Latin letters lose their marks and strokes (`Erdoğan`, `Søren`, `Łódź` give `erdogan`, `soren`, `lodz`); letters of
  /// other scripts are put in lower case and kept. Combining marks are dropped.
  public static func fold(_ text: some StringProtocol) -> String {
    var text = String(text)
    return text.withUTF8 { bytes in
      // A letter of two bytes or more may become two: "ß", and others outside the table of Latin letters.
      String(unsafeUninitializedCapacity: 2 * bytes.count) { fold(bytes, into: $0) }
    }
  }

  /// Folds valid UTF-8; the number of bytes written.
  private static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var pendingBlank = false
    func add(_ byte: UInt8) {
      if pendingBlank, count > 0 {
        out[count] = 32
        count += 1
      }
      pendingBlank = false
      out[count] = byte
      count += 1
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        switch byte {
        case 97...122, 48...57: add(byte)
        case 65...90: add(byte + 32)
        default: pendingBlank = true
        }
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      var value = UInt32(byte) & (0x7F >> UInt32(length))
      for next in bytes[(index + 1)..<(index + length)] { value = value << 6 | UInt32(next & 0x3F) }
      index += length
      if value < 0xC0 {
        pendingBlank = true
      } else if LatinLetters.has(value) {
        var plain = LatinLetters.plain(value)
        if plain == 0 { pendingBlank = true }
        while plain != 0 {
          add(UInt8(truncatingIfNeeded: plain))
          plain >>= 8
        }
      } else if let scalar = Unicode.Scalar(value) {
        let properties = scalar.properties
        if properties.generalCategory == .nonspacingMark { continue }
        if properties.isAlphabetic || properties.numericType != nil {
          for lower in properties.lowercaseMapping.utf8 { add(lower) }
        } else {
          pendingBlank = true
        }
      }
    }
    return count
  }

  /// The bytes of a letter of U+00C0 to U+024F in lower case without its mark, the first lowest; 0 for what is no letter.
  public static func latin(_ scalar: UInt32) -> UInt32 {
    LatinLetters.has(scalar) ? LatinLetters.plain(scalar) : 0
  }
}
