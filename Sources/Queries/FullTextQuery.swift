/// What a user typed to search for, as an FTS5 query that cannot be a syntax error.
///
/// Words must all occur; `"a phrase"` occurs as it stands; `word*` begins with it; `-word` does not occur. Anything
/// else is punctuation, which the index does not hold (https://www.sqlite.org/fts5.html#full_text_query_syntax).
public struct FullTextQuery: Sendable, Equatable {
  /// The FTS5 expression; nil if there is no word to look for.
  public let expression: String?

  /// Reads what was typed.
  public init(_ typed: String) {
    var wanted: [String] = []
    var unwanted: [String] = []
    for term in Self.terms(typed) {
      guard let quoted = term.quoted else { continue }
      if term.isExcluded { unwanted.append(quoted) } else { wanted.append(quoted) }
    }
    guard !wanted.isEmpty else {
      expression = nil
      return
    }
    let all = wanted.joined(separator: " AND ")
    expression =
      unwanted.isEmpty ? all : "(\(all)) NOT (\(unwanted.joined(separator: " OR ")))"
  }

  /// A name as a phrase: its words next to each other; nil if it has none.
  public static func phrase(_ name: String) -> String? {
    Term(text: name.unicodeScalars.map { $0 }, isExcluded: false).quoted
  }

  private struct Term {
    var text: [Unicode.Scalar] = []
    var isExcluded = false

    /// As an FTS5 string, with `*` for a prefix; nil without a letter or digit, of which FTS5 would make a phrase that
    /// is nowhere.
    var quoted: String? {
      guard text.contains(where: Self.isTokenCharacter) else { return nil }
      let isPrefix = text.last == "*" && text.dropLast().last.map(Self.isTokenCharacter) == true
      var out = "\""
      for scalar in text where scalar.value != 0 {
        out.unicodeScalars.append(scalar)
        if scalar == "\"" { out += "\"" }
      }
      return out + (isPrefix ? "\" *" : "\"")
    }

    /// What the `unicode61` tokenizer takes for a part of a word: letters, numbers, private use, and marks after them.
    static func isTokenCharacter(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .privateUse:
        true
      default: false
      }
    }
  }

  /// Cuts at blanks outside of double quotes.
  private static func terms(_ typed: String) -> [Term] {
    var terms: [Term] = []
    var term = Term()
    var isQuoted = false
    var hasBegun = false
    func isQuote(_ scalar: Unicode.Scalar) -> Bool { "\"“”„«»".unicodeScalars.contains(scalar) }
    for scalar in typed.unicodeScalars {
      if isQuote(scalar) {
        if isQuoted || !term.text.isEmpty {
          terms.append(term)
          term = Term()
          hasBegun = false
        }
        isQuoted.toggle()
      } else if !isQuoted, scalar.properties.isWhitespace {
        terms.append(term)
        term = Term()
        hasBegun = false
      } else if scalar == "-", !hasBegun, !isQuoted {
        term.isExcluded = true
        hasBegun = true
      } else {
        term.text.append(scalar)
        hasBegun = true
      }
    }
    return terms + [term]
  }
}
