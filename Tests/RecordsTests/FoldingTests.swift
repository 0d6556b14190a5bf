import Testing

@testable import Records

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Nicolás Maduro", "nicolas maduro"), ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
    ("Søren  Łódź", "soren lodz"), ("Straße", "strasse"), ("ÆGIR œuvre", "aegir oeuvre"),
    ("O’Brien, J.-P.", "o brien j p"), ("  ", ""), ("U.S.", "u s"), ("Nicola\u{301}s", "nicolas"),
    ("İstanbul ısı", "istanbul isi"), ("Đặng Văn", "dang van"), ("Москва", "москва"), ("北京", "北京"),
    ("José ", "jose"), ("Ñandú", "nandu"), ("G77", "g77"),
  ])
  func folds(_ text: String, _ folded: String) {
    #expect(Folding.fold(text) == folded)
    #expect(Folding.fold(folded) == folded)
  }

  /// What a scalar is folded to does not depend on what stands before it, and there is room for it.
  @Test func everyScalarIsFoldedForItself() {
    let values =
      Array(UInt32(0)..<0x3000) + Array(stride(from: UInt32(0x3000), to: 0x11_0000, by: 61))
    for scalar in values.compactMap(Unicode.Scalar.init) {
      let alone = Folding.fold(String(scalar))
      let behind = Folding.fold("a.\(scalar)")
      #expect(
        behind == (alone.isEmpty ? "a" : "a " + alone), "U+\(String(scalar.value, radix: 16))")
    }
  }

  /// The table is what the Unicode names of the letters say ("LATIN SMALL LETTER O WITH STROKE").
  @Test func theTableOfLettersIsThatOfTheirNames() {
    for value in Array(UInt32(0xC0)..<0x250) + Array(UInt32(0x1E00)..<0x1F00) {
      var packed = LatinLetters.plain(value)
      var bytes: [UInt8] = []
      while packed != 0 {
        bytes.append(UInt8(truncatingIfNeeded: packed))
        packed >>= 8
      }
      #expect(bytes == Unicode.Scalar(value).map(plainLetter), "\(value)")
    }
  }

  private func plainLetter(_ scalar: Unicode.Scalar) -> [UInt8] {
    guard scalar.properties.isAlphabetic, let name = scalar.properties.name else { return [] }
    let words = name.split(separator: " ")
    guard let marker = words.firstIndex(where: { $0 == "LETTER" || $0 == "LIGATURE" }),
      words.count > marker + 1
    else { return Array(scalar.properties.lowercaseMapping.utf8) }
    switch words[marker + 1] {
    case "SHARP": return Array("ss".utf8)
    case "DOTLESS": return Array("i".utf8)
    case "ETH": return Array("d".utf8)
    case "THORN": return Array("th".utf8)
    case "LONG": return Array("s".utf8)
    case let letters where letters.utf8.count <= 2: return Array(letters.lowercased().utf8)
    default: return Array(scalar.properties.lowercaseMapping.utf8)
    }
  }
}
