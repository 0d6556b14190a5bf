/// A piece of the text as the tokenizer cuts it, before contractions are taken apart.
struct RawToken {
  enum Kind: UInt8 {
    case word, number, url, handle
    /// A word with a stop of its own: an abbreviation.
    case title, month, plain, last
    /// "J." of a name; "U.S.", "EE.UU.", "a.m.".
    case initial, acronym
    /// A number or a letter that opens a list item: "1.", "a)".
    case item
    /// ". ? !" and runs of them; "…" and runs of stops.
    case stop, ellipsis
    case comma, colon, semicolon
    case open, close, quote, dash, bullet, apostrophe, other
  }

  /// In code points of the text.
  var start: Int
  /// Exclusive.
  var end: Int
  var kind: Kind

  var range: Range<Int> { start..<end }
}
