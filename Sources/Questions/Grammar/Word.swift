/// One word of a question, or a passage in quotation marks.
public struct Word: Sendable, Equatable {
  /// As it was written.
  public let text: String
  /// Lower case, without marks; what grammar and lexicon are matched with. A comma is `,`, a possessive ending `'s`.
  public let folded: String
  /// True if the word is a whole passage in quotation marks (`text` is without them).
  public let isQuote: Bool
  /// True if it was written with a capital at its beginning.
  public let isCapital: Bool

  init(text: String, folded: String, isQuote: Bool = false, isCapital: Bool = false) {
    self.text = text
    self.folded = folded
    self.isQuote = isQuote
    self.isCapital = isCapital
  }

  /// True if the word is digits only.
  var isNumber: Bool { !folded.isEmpty && folded.utf8.allSatisfy { (48...57).contains($0) } }
  /// The number that the digits mean, or nil.
  var number: Int? { isNumber ? Int(folded) : nil }
}
