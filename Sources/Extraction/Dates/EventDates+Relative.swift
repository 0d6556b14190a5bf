import Language
import Records

/// Days that a relative clause has.
extension EventDates {
  /// "A, who is due to travel next month, spoke on Sunday": the date stands in a clause that a comma has closed.
  func isInRelative(_ mention: DateMention, _ token: Int, _ sentence: Sentence) -> Bool {
    guard mention.tokens.upperBound < token,
      (mention.tokens.upperBound..<token).contains(where: { sentence.tokens[$0].form == "," })
    else { return false }
    var at = mention.tokens.lowerBound - 1
    while at > 0, sentence.tokens[at].form != "," {
      if Self.relatives.contains(sentence.tokens[at].form) {
        return sentence.tokens[at - 1].form == "," || at > 1 && sentence.tokens[at - 2].form == ","
      }
      at -= 1
    }
    return false
  }

  /// "spoke with B, who was appointed on Wednesday", "con B, que llama a nuevas marchas el domingo": a relative clause that no
  /// comma has closed has the day.
  func isToldOfOther(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    guard
      let open = range.dropFirst().last(where: {
        Self.relatives.contains(sentence.tokens[$0].form) && sentence.tokens[$0 - 1].form == ","
      }),
      !Self.ofThings.contains(sentence.tokens[open].form) || isVerb(range.lowerBound - 1, sentence)
    else { return false }
    return range.upperBound - open > 1
      && !(open..<range.upperBound).contains { sentence.tokens[$0].form == "," }
  }

  /// "recibió a los mineros que fueron heridos en días recientes", "met families whose homes burned in May": the day is that of
  /// what is told of them.
  func isOfRestrictive(_ token: Int, _ range: Range<Int>, _ sentence: Sentence) -> Bool {
    guard
      let open = range.dropFirst().last(where: {
        Self.ofPeople.contains(sentence.tokens[$0].form) && sentence.tokens[$0 - 1].form != ","
      }),
      // "la reunión que mantuvieron el lunes" is of that day; "decirle que" tells what was said.
      sentence.tokens[open].form != "que" || open > token + 2 && isVerb(token, sentence)
    else { return false }
    return (open + 1..<range.upperBound).contains { isPast(sentence.tokens[$0].form) }
      && !(open..<range.upperBound).contains { sentence.tokens[$0].form == "," }
  }

  /// "A, quien se reunió con B en Lima, viajará el lunes": a comma has closed the relative clause before the day.
  func isBehindMainVerb(_ token: Int, _ range: Range<Int>, _ sentence: Sentence) -> Bool {
    guard sentence.language == .spanish,
      (max(1, token - 5)..<max(1, token)).contains(where: {
        Self.relatives.contains(sentence.tokens[$0].form) && sentence.tokens[$0 - 1].form == ","
      })
    else { return false }
    return range.contains {
      sentence.tokens[$0].form == "," && $0 + 1 < range.upperBound
        && isFinite(sentence.tokens[$0 + 1].form)
    }
  }

  private func isFinite(_ form: String) -> Bool {
    isPast(form) && !form.hasSuffix("ed") || form.hasSuffix("rá") || form.hasSuffix("rán")
  }

  private static let ofPeople: Set<String> = ["who", "whose", "que"]

  /// True for a form that only the past has, as far as its end tells.
  private func isPast(_ form: String) -> Bool {
    Self.pastForms.contains(form) || form.utf8.count > 4 && form.hasSuffix("ed")
      || ["aron", "ieron", "yeron", "aba", "aban", "ó"].contains(where: form.hasSuffix)
  }

  private static let pastForms: Set<String> = [
    "was", "were", "had", "lost", "took", "fled", "came", "went", "left", "won", "ran", "led",
    "fell",
    "fue", "fueron", "hizo", "hicieron", "había", "habían", "era", "eran", "dijeron",
  ]

  private static let ofThings: Set<String> = ["which", "que"]

  /// "la reunión, que se celebró el lunes" is a noun's own day; "habló con B, que llegó el lunes" is not the verb's.
  func isVerb(_ token: Int, _ sentence: Sentence) -> Bool {
    guard token >= 0, !Self.articles.contains(sentence.tokens[max(0, token - 1)].form.lowercased())
    else { return false }
    let form = sentence.tokens[token].form.lowercased()
    return ["met", "spoke", "talked"].contains(form) || form.hasSuffix("ó") || form.hasSuffix("ron")
  }

  private static let articles: Set<String> = ["the", "a", "la", "el", "una", "un", "las", "los"]

  private static let relatives: Set<String> = [
    "who", "which", "whose", "where", "whom", "que", "quien", "quienes",
  ]
}
