/// Finds where words stand in an article's text. Offsets count code points.
struct TextLocator {
  /// A piece of the text.
  struct Span: Equatable {
    /// Code points from the beginning of the text.
    var start: Int
    /// In code points.
    var length: Int
    /// The text's own words there.
    var words: String
  }

  private let scalars: [Unicode.Scalar]
  /// The text with every run of white space as one blank and typographic quotation marks as plain ones, made when needed.
  private var squashed: (scalars: [Unicode.Scalar], back: [Int])?

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// How many code points the text has.
  var count: Int { scalars.count }

  /// The words at a place; nil if it is not within the text.
  func span(start: Int, end: Int) -> Span? {
    guard start >= 0, start < end, end <= scalars.count else { return nil }
    return Span(start: start, length: end - start, words: words(start, end))
  }

  /// The first place from `start` on where the words stand, else the first in the text: to the letter, else with
  /// white space and quotation marks set aside.
  mutating func find(_ words: String, from start: Int = 0) -> Span? {
    let needle = Array(words.unicodeScalars)
    guard !needle.isEmpty else { return nil }
    if let at = Self.search(needle, in: scalars, from: start)
      ?? (start > 0 ? Self.search(needle, in: scalars, from: 0) : nil)
    {
      return Span(start: at, length: needle.count, words: words)
    }
    let pressed = squashed ?? Self.squash(scalars)
    squashed = pressed
    let plain = Self.trim(Self.squash(needle).scalars)
    guard !plain.isEmpty else { return nil }
    let from = pressed.back.partition(where: { $0 >= start })
    guard
      let at = Self.search(plain, in: pressed.scalars, from: from)
        ?? (from > 0 ? Self.search(plain, in: pressed.scalars, from: 0) : nil)
    else { return nil }
    let begin = pressed.back[at]
    let end = pressed.back[at + plain.count - 1] + 1
    return Span(start: begin, length: end - begin, words: self.words(begin, end))
  }

  private func words(_ start: Int, _ end: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    return String(text)
  }

  private static func squash(_ text: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], back: [Int]) {
    var out: [Unicode.Scalar] = []
    var back: [Int] = []
    out.reserveCapacity(text.count)
    back.reserveCapacity(text.count)
    var blank = true
    for (index, scalar) in text.enumerated() {
      if scalar == " " || scalar == "\n" || scalar == "\u{A0}" || scalar.properties.isWhitespace {
        if !blank {
          out.append(" ")
          back.append(index)
        }
        blank = true
        continue
      }
      blank = false
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{201B}", "\u{2032}": out.append("'")
      case "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}": out.append("\"")
      case "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}": out.append("-")
      default: out.append(scalar)
      }
      back.append(index)
    }
    return (out, back)
  }

  private static func trim(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    text.last == " " ? text.dropLast() : text
  }

  private static func search(_ needle: [Unicode.Scalar], in text: [Unicode.Scalar], from: Int)
    -> Int?
  {
    guard let first = needle.first, needle.count <= text.count else { return nil }
    let last = text.count - needle.count
    return needle.withUnsafeBufferPointer { needle in
      text.withUnsafeBufferPointer { text in
        var at = from
        outer: while at <= last {
          if text[at] == first {
            var offset = 1
            while offset < needle.count {
              guard text[at + offset] == needle[offset] else {
                at += 1
                continue outer
              }
              offset += 1
            }
            return at
          }
          at += 1
        }
        return nil
      }
    }
  }
}

extension [Int] {
  /// The index of the first element for which `test` holds, if it holds for all after it; the count if for none.
  fileprivate func partition(where test: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
