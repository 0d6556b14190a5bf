import Records
import Testing

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
}
