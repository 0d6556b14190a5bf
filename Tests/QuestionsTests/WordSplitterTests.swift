import Testing

@testable import Questions

@Suite struct WordSplitterTests {
  @Test(arguments: [
    ("¿Quién se reunió con Maduro?", "quien se reunio con maduro"),
    ("Maduro's meetings", "maduro 's meetings"),
    ("the U.S. and the U.S", "the us and the us"),
    ("on 2016-07-06, or 6/7/2016", "on 2016-07-06 , or 6/7/2016"),
    ("2013-2014", "2013-2014"), ("el-Sisi", "el sisi"), ("O'Brien", "o brien"),
    ("Antony J. Blinken.", "antony j blinken"), ("Trump–Biden debate", "trump biden debate"),
    ("", ""), ("?!", ""), ("6th July", "6th july"),
    ("Obama (the president) and Putin", "obama , the president , and putin"),
  ])
  func splits(_ question: String, _ words: String) {
    #expect(WordSplitter.words(of: question).map(\.folded).joined(separator: " ") == words)
  }

  @Test(arguments: [
    #"who said "get out of the region""#, "who said «get out of the region»",
    "who said “get out of the region”?", "who said 'get out of the region'",
  ])
  func quotes(_ question: String) {
    let words = WordSplitter.words(of: question)
    #expect(words.map(\.text) == ["who", "said", "get out of the region"])
    #expect(words.map(\.isQuote) == [false, false, true])
  }
}
