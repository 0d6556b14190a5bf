import Records

/// Splits a question into words.
///
/// Hyphens and apostrophes part words as the full-text index does; dotted abbreviations (`U.S.`) stay one word
/// without their dots; dates in digits (`2016-07-06`, `6/7/2016`) stay one word; a passage in quotation marks is one
/// word. Question and exclamation marks at either end go, and so do full stops.
struct WordSplitter {
  private let scalars: [Unicode.Scalar]
  private var words: [Word] = []
  private var position = 0

  /// The words of a question.
  static func words(of question: String) -> [Word] {
    var splitter = WordSplitter(scalars: Array(question.unicodeScalars))
    splitter.run()
    return splitter.words
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// What closes a passage that a mark opens; nil for what opens none.
  private static func closing(_ open: Unicode.Scalar) -> Unicode.Scalar? {
    switch open {
    case "\"": "\""
    case "“": "”"
    case "„": "“"
    case "«": "»"
    case "‘": "’"
    case "'": "'"
    case "‹": "›"
    default: nil
    }
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "?", "!", "¿", "¡", ".", "…": true
    default: false
    }
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "’", "`", "´": true
    default: false
    }
  }

  private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (48...57).contains(scalar.value) || (97...122).contains(scalar.value | 32)
      : scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.numericType != nil
  }

  private mutating func run() {
    while position < scalars.count {
      let scalar = scalars[position]
      if isWordPart(scalar) {
        word()
      } else if let close = WordSplitter.closing(scalar), opensQuote(scalar, close) {
        quote(close)
      } else if WordSplitter.isApostrophe(scalar) {
        possessive()
      } else {
        symbol(scalar)
      }
    }
  }

  private func opensQuote(_ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Bool {
    guard open == "'" || open == "‘" else { return true }
    // A single mark quotes only between blanks: 'like this', not like o'clock.
    guard position == 0 || scalars[position - 1].properties.isWhitespace else { return false }
    return (position + 2..<max(position + 2, scalars.count)).contains { index in
      scalars[index] == close && (index + 1 == scalars.count || !isWordPart(scalars[index + 1]))
    }
  }

  private mutating func quote(_ close: Unicode.Scalar) {
    let open = scalars[position]
    var end = position + 1
    // «he said «no»»: marks that open and close differently may stand in each other, if they are all closed.
    let rest = scalars[end...]
    let isNested =
      open != close && rest.count(where: { $0 == close }) == rest.count(where: { $0 == open }) + 1
    var depth = 0
    while end < scalars.count {
      if isNested, scalars[end] == open { depth += 1 }
      if scalars[end] == close {
        let single = close == "'" || close == "’"
        let isEnd = !single || end + 1 == scalars.count || !isWordPart(scalars[end + 1])
        if depth == 0, isEnd { break }
        depth = max(0, depth - 1)
      }
      end += 1
    }
    let text = string(position + 1, end)
    words.append(Word(text: text, folded: Folding.fold(text), isQuote: true))
    position = min(end + 1, scalars.count)
  }

  private mutating func possessive() {
    let next = position + 1
    let end = next + 1
    if position > 0, isWordPart(scalars[position - 1]), next < scalars.count,
      scalars[next] == "s" || scalars[next] == "S",
      end == scalars.count || !isWordPart(scalars[end])
    {
      words.append(Word(text: "'s", folded: "'s"))
      position = end
    } else {
      position += 1
    }
  }

  private mutating func symbol(_ scalar: Unicode.Scalar) {
    position += 1
    if scalar.properties.isWhitespace || WordSplitter.isDropped(scalar) { return }
    if "-–—‑/".unicodeScalars.contains(scalar) { return }
    // Brackets set apart as commas do: "Okafor (president of Nigeria)".
    if ",;:()".unicodeScalars.contains(scalar) {
      if words.last?.folded != ",", !words.isEmpty { words.append(Word(text: ",", folded: ",")) }
      return
    }
    words.append(Word(text: String(scalar), folded: String(scalar)))
  }

  private mutating func word() {
    let start = position
    while position < scalars.count, isWordPart(scalars[position]) { position += 1 }
    if position - start == 1, abbreviation(from: start) { return }
    if dateInDigits(from: start) { return }
    append(start, position)
  }

  /// `U.S.`: single letters, each with a dot.
  private mutating func abbreviation(from start: Int) -> Bool {
    var end = start
    var letters = String.UnicodeScalarView()
    while end + 1 < scalars.count, isWordPart(scalars[end]), !("0"..."9").contains(scalars[end]),
      scalars[end + 1] == "."
    {
      letters.append(scalars[end])
      end += 2
    }
    if !letters.isEmpty, end < scalars.count, isWordPart(scalars[end]),
      end + 1 == scalars.count || !isWordPart(scalars[end + 1])
    {
      letters.append(scalars[end])
      end += 1
    }
    guard letters.count >= 2 else { return false }
    let text = String(letters)
    words.append(Word(text: text, folded: Folding.fold(text), isCapital: true))
    position = end
    return true
  }

  private mutating func dateInDigits(from start: Int) -> Bool {
    func isDigit(_ index: Int) -> Bool {
      index < scalars.count && ("0"..."9").contains(scalars[index])
    }
    guard (start..<position).allSatisfy(isDigit) else { return false }
    var end = position
    var parts = 1
    while end + 1 < scalars.count, "-/.".unicodeScalars.contains(scalars[end]), isDigit(end + 1) {
      end += 1
      while isDigit(end) { end += 1 }
      parts += 1
    }
    let joined = parts == 3 || parts == 2 && scalars[position] == "-" && position - start == 4
    guard joined, end == scalars.count || !isWordPart(scalars[end]) else { return false }
    let text = string(start, end)
    words.append(Word(text: text, folded: text))
    position = end
    return true
  }

  private mutating func append(_ start: Int, _ end: Int) {
    let text = string(start, end)
    words.append(
      Word(
        text: text, folded: Folding.fold(text),
        isCapital: scalars[start].properties.isUppercase || isHyphenated(start)))
  }

  /// "Ki-moon", "Chan-o-cha": what a hyphen joins to a word with a capital belongs to its name.
  private func isHyphenated(_ start: Int) -> Bool {
    start > 1 && "-‑".unicodeScalars.contains(scalars[start - 1]) && isWordPart(scalars[start - 2])
      && words.last?.isCapital == true
  }

  private func string(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars[start..<end] { view.append(scalar) }
    return String(view)
  }
}
