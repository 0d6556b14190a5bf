import Language

/// Whether what stands by a date has happened or is to come.
enum Tense: Sendable, Equatable {
  case past, future, unknown

  /// The tense of the verb that a date belongs to: the nearest before it in its clause, else the nearest after it.
  /// - Parameters:
  ///   - tokens: Indices of the tokens of the date.
  static func around(
    _ tokens: Range<Int>, in sentence: Sentence, language: LanguageCode, words: DateWords
  ) -> Tense {
    let scan = TenseScan(sentence: sentence, language: language, words: words)
    var left = tokens.lowerBound - 1
    // Over the preposition and the article.
    while left >= 0, scan.isLink(left) { left -= 1 }
    let opensClause = left < 0 || scan.opensClause(left)
    if opensClause, let tense = scan.right(from: tokens.upperBound) { return tense }
    if let tense = scan.left(from: left) { return tense }
    return opensClause ? .unknown : scan.right(from: tokens.upperBound) ?? .unknown
  }
}

/// Looks for the tense of verbs in a sentence, by the tagger's features where it has run and by forms where not.
private struct TenseScan {
  let sentence: Sentence
  let language: LanguageCode
  let words: DateWords

  private enum Sign {
    case future, past, planning, infinitive, be, boundary, open, present, nothing
  }

  func isLink(_ index: Int) -> Bool {
    let entries = entries(index)
    return entries.contains { [.in, .the, .of, .since, .until, .from, .between].contains($0.kind) }
      || ["on", "at"].contains(sentence.tokens[index].form.lowercased())
  }

  func opensClause(_ index: Int) -> Bool {
    let form = sentence.tokens[index].form
    if form == "," || form == ";" || form == ":" || form == "—" { return true }
    return entries(index).contains { $0.kind == .complementizer || $0.kind == .conjunction }
  }

  /// Further away in tokens no verb tells the tense of a date; and no sentence is gone through for each of its dates.
  private static let reach = 200

  func left(from index: Int) -> Tense? {
    let end = max(0, index - Self.reach)
    var index = index
    var isInfinitive = false
    while index >= end {
      switch sign(index) {
      case .future: return .future
      case .past:
        if index > 0, sign(index - 1) == .be {
          index -= 2
          continue
        }
        // "The term was to end in August."
        if isInfinitive, scanIsTo(index + 1) { return .future }
        if isInfinitive, words.isPlanning(DateWords.fold(sentence.tokens[index].form), language) {
          return .future
        }
        return .past
      // "The strike ends on Thursday": with a day of the week, the present is of what is to come.
      case .planning, .present: return .future
      case .infinitive: isInfinitive = true
      case .boundary: return nil
      case .open: return .unknown
      case .be:
        if isInfinitive { return .future }
      case .nothing: break
      }
      index -= 1
    }
    return nil
  }

  private func scanIsTo(_ index: Int) -> Bool {
    index < sentence.tokens.count && sentence.tokens[index].form == "to"
      && ["was", "were"].contains(sentence.tokens[index - 1].form)
  }

  func right(from index: Int) -> Tense? {
    let end = min(sentence.tokens.count, index + Self.reach)
    var index = index
    while index < end {
      switch sign(index) {
      case .planning where isFiniteEnglish(index): return .past
      case .future, .planning: return .future
      case .past: return .past
      case .boundary where sentence.tokens[index].form != ",": return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// "On Tuesday, A and B agreed to go": what a date at the head of the clause dates is the agreeing.
  private func isFiniteEnglish(_ index: Int) -> Bool {
    guard language == .english, sentence.tokens[index].form.hasSuffix("ed"), index > 0 else {
      return false
    }
    return sign(index - 1) != .be
      && !["been", "being", "have", "has", "had"].contains(sentence.tokens[index - 1].form)
  }

  private func entries(_ index: Int) -> [DateWords.Entry] {
    words.entries(DateWords.fold(sentence.tokens[index].form), language)
  }

  private func sign(_ index: Int) -> Sign {
    let token = sentence.tokens[index]
    if token.form == ";" { return .boundary }
    let folded = DateWords.fold(token.form)
    for entry in words.entries(folded, language) {
      switch entry.kind {
      case .future:
        if language == .english { return .future }
        return index + 1 < sentence.tokens.count && sentence.tokens[index + 1].form == "a"
          ? .future : .nothing
      case .past: return .past
      case .be: return .be
      case .complementizer: return .boundary
      case .open: return .open
      case .infinitive: return isInfinitiveMarker(index) ? .infinitive : .nothing
      case .notPast: return .nothing
      default: break
      }
    }
    if sentence.isTagged {
      guard token.upos == .verb || token.upos == .aux else {
        return isPlanningPhrase(folded, index) ? .planning : .nothing
      }
      if token.features.contains(.future) { return .future }
      if token.features.contains(.conditional) { return .future }
      if isPlanningPhrase(folded, index) { return .planning }
      if token.features.contains(.past) || token.features.contains(.imperfect) { return .past }
      if token.features.contains(.infinitive), language == .spanish { return .infinitive }
      if token.upos == .verb, token.features.contains(.present), token.features.contains(.finite) {
        return .present
      }
      return .nothing
    }
    return language == .english
      ? englishForm(folded, index) : spanishForm(token.form, folded, index)
  }

  /// "Scheduled for", "due to", "está previsto para", "acordaron" before an infinitive.
  private func isPlanningPhrase(_ folded: String, _ index: Int) -> Bool {
    guard words.isPlanning(folded, language), index + 1 < sentence.tokens.count else {
      return false
    }
    let next = sentence.tokens[index + 1].form.lowercased()
    if language == .english {
      return next == "for" || next == "to"
        || folded == "due" && ["in", "at", "back", "on"].contains(next)
    }
    return next == "para" || isSpanishInfinitive(next)
  }

  private func isInfinitiveMarker(_ index: Int) -> Bool {
    guard index + 1 < sentence.tokens.count else { return false }
    let next = sentence.tokens[index + 1]
    if sentence.isTagged { return next.upos == .verb || next.upos == .aux }
    guard let first = next.form.utf8.first, first >= 0x61 && first <= 0x7A else { return false }
    return !["the", "a", "an", "his", "her", "their", "its"].contains(next.form)
  }

  private func englishForm(_ folded: String, _ index: Int) -> Sign {
    if isPlanningPhrase(folded, index) { return .planning }
    if folded.utf8.last == UInt8(ascii: "s"), Self.englishPresent.contains(folded) {
      return .present
    }
    guard folded.utf8.count > 3, folded.hasSuffix("ed") else { return .nothing }
    // "the long-delayed meeting", "a planned visit": adjectives tell no tense.
    if index > 0,
      ["-", "the", "a", "an", "its", "their", "his", "her"].contains(
        sentence.tokens[index - 1].form)
    {
      return .nothing
    }
    return .past
  }

  /// The present of verbs that news puts beside a day to come ("A meets B on Monday").
  private static let englishPresent: Set<String> = [
    "meets", "hosts", "visits", "travels", "arrives", "flies", "opens", "begins", "resumes",
    "convenes", "welcomes", "receives",
  ]

  private func spanishForm(_ form: String, _ folded: String, _ index: Int) -> Sign {
    if isPlanningPhrase(folded, index) { return .planning }
    guard form.utf8.count > 4, form == form.lowercased() || index == 0 else { return .nothing }
    for suffix in ["rá", "rán", "remos", "ré", "ría", "rían"] where form.hasSuffix(suffix) {
      return .future
    }
    for suffix in ["ó", "aron", "ieron", "jeron", "aba", "aban"] where form.hasSuffix(suffix) {
      return .past
    }
    return isSpanishInfinitive(folded) ? .infinitive : .nothing
  }

  private func isSpanishInfinitive(_ form: String) -> Bool {
    if form == "ver" { return true }
    for suffix in ["ar", "er", "ir", "arse", "erse", "irse"]
    where form.hasSuffix(suffix) && form.utf8.count > 4 {
      return true
    }
    return false
  }
}
