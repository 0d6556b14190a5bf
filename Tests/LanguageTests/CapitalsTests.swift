import Testing

@testable import Language

@Suite struct CapitalsTests {
  @Test func capitalsAreThoseOfUnicode() {
    for scalar in (UInt32(0)..<0x3100).compactMap(Unicode.Scalar.init) {
      #expect(scalar.isCapital == scalar.properties.isUppercase, "\(scalar.value)")
    }
  }

  @Test(arguments: ["said", "Said", "SAID", "Él", "día", "İstanbul", "“", "", "U.S.", "día7", "Я"])
  func smallLettersAreThoseOfUnicode(_ word: String) {
    #expect(word.small == word.lowercased())
  }
}
