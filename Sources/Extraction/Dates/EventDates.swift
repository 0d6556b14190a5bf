import Language
import Records

/// Tells when an event of an article was, from the dates around the word that tells of it.
///
/// In order: the date that belongs to the event's own clause or noun phrase; another date of the sentence; a date that the
/// paragraph gave before it; the article's own date for what its lead tells. A date that belongs to the event and cannot
/// be told leaves the event without a date.
public struct EventDates: Sendable {
  /// A date found for an event.
  public struct Answer: Sendable, Equatable {
    /// When it was.
    public var date: EDTF
    /// How that is known.
    public var basis: DateBasis
    /// Where the answer comes from.
    public var source: Source
  }

  /// How far from the event its date stood; nearer sources are surer.
  public enum Source: Sendable, Comparable {
    case clause, sentence, paragraph, article
  }

  private let document: Document
  private let dates: [DateMention]
  /// For each sentence the index of its first date, and behind the last sentence the number of dates.
  private let firstDate: [Int]
  private let anchor: DateAnchor?

  /// For the events of an analysis; `anchor` is `DateReader.anchor` of the article.
  public init(document: Document, dates: [DateMention], anchor: DateAnchor?) {
    self.document = document
    self.dates = dates
    self.anchor = anchor
    var first: [Int] = []
    first.reserveCapacity(document.sentences.count + 1)
    var index = 0
    for sentence in document.sentences.indices {
      while index < dates.count, dates[index].sentence < sentence { index += 1 }
      first.append(index)
    }
    first.append(dates.count)
    firstDate = first
  }

  /// The date that the article as a whole tells of: the first of its lead that is within ten days of its own date, else its
  /// own date. For events that are told without any date; it is a likelihood, not a statement.
  public var lead: Answer? {
    for sentence in document.sentences.indices.prefix(3) {
      for mention in dates[firstDate[sentence]..<firstDate[sentence + 1]] where mention.role == .at
      {
        guard let date = mention.date, let basis = mention.basis,
          date.latest.number - date.earliest.number <= 31, !isHeader(mention),
          !isToldOfOther(0..<mention.tokens.lowerBound, document.sentences[sentence]),
          !isInRelative(
            mention, document.sentences[sentence].tokens.count, document.sentences[sentence])
        else { continue }
        if let anchor, abs(date.earliest.number - anchor.date.latest.number) > 10 { continue }
        // "A met B. The day before, she had met C": counted from the day of the lead, which nothing tells.
        if sentence > 0, basis == .inferred { continue }
        // "will travel on to Abuja on Thursday": a day to come is none of what the lead tells as done.
        if let anchor, date.earliest > anchor.date.latest { continue }
        return Answer(date: date, basis: basis, source: .article)
      }
    }
    guard let anchor, anchor.day != nil else { return nil }
    return Answer(date: anchor.date, basis: .inferred, source: .article)
  }

  /// True for a date that is nothing but the head of the article.
  private func isHeader(_ mention: DateMention) -> Bool {
    let count = document.sentences[mention.sentence].tokens.count
    return mention.tokens.lowerBound == 0 && mention.tokens.upperBound >= count - 1
      || mention.sentence == 0 && mention.tokens.lowerBound == 1
  }

  /// When the event that `token` of `sentence` tells of was or will be; nil if the article does not say.
  /// - Parameters:
  ///   - token: The verb ("met") or the noun ("talks") that tells of the event.
  ///   - isPlanned: True for an event to come: a date before the article's is then no date of it.
  ///   - clause: The clause of the event, in a sentence that joins several; a day in it goes before one outside.
  ///   - isOfDays: True if a month or a year of an earlier sentence is none of an event that is over.
  public func date(
    of token: Int, in sentence: Int, isPlanned: Bool = false, within clause: Range<Int>? = nil,
    isOfDays: Bool = false
  ) -> Answer? {
    if let found = inSentence(token, sentence, isPlanned: isPlanned, within: clause) {
      guard let date = found.mention.date, let basis = found.mention.basis else { return nil }
      return Answer(date: date, basis: basis, source: found.isOwn ? .clause : .sentence)
    }
    if let mention = inParagraph(sentence, isPlanned: isPlanned, isOfDays: isOfDays),
      let date = mention.date,
      let basis = mention.basis
    {
      return Answer(date: date, basis: basis == .stated ? .stated : basis, source: .paragraph)
    }
    return nil
  }

  // MARK: - The sentence

  private func inSentence(
    _ token: Int, _ sentence: Int, isPlanned: Bool, within clause: Range<Int>?
  ) -> (mention: DateMention, isOwn: Bool)? {
    var best: (score: Int, mention: DateMention)?
    var own: (score: Int, mention: DateMention)?
    if let day = day(before: token, document.sentences[sentence], sentence) { return (day, true) }
    for mention in dates[firstDate[sentence]..<firstDate[sentence + 1]] {
      if isOfMainVerb(mention, token, sentence) { continue }
      guard let score = score(mention, token, document.sentences[sentence]),
        !isPlanned
          || !isOfSaying(mention, token, document.sentences[sentence])
            && !isOfDone(mention, token, sentence)
      else { continue }
      if best.map({ $0.score < score }) ?? true { best = (score, mention) }
      // "met A in Washington on May 2 and received B in Lima on May 12": each has the day of its own clause.
      if let clause, clause.contains(mention.tokens.lowerBound),
        own.map({ $0.score < score }) ?? true
      {
        own = (score, mention)
      }
    }
    return (own ?? best).map { ($0.mention, $0.score >= 6) }
  }

  /// "agreed on Monday to meet B in Rome on June 10": an infinitive that has a day of its own behind it does not take the one before.
  private func isOfMainVerb(_ mention: DateMention, _ token: Int, _ index: Int) -> Bool {
    let sentence = document.sentences[index]
    guard sentence.language != .spanish, token > 1, sentence.tokens[token - 1].form == "to",
      mention.tokens.upperBound < token
    else { return false }
    return dates[firstDate[index]..<firstDate[index + 1]].contains { other in
      other.date != nil && other.tokens.lowerBound > token && other.tokens.lowerBound - token <= 10
        && !(token..<other.tokens.lowerBound).contains {
          [",", ";"].contains(sentence.tokens[$0].form)
        }
    }
  }

  /// "desde noviembre de 2022, cuando se vieron en Asjabad": the date that "when" stands behind; "after the May 2, 2024 meeting": the
  /// one right before the noun.
  private func day(before token: Int, _ sentence: Sentence, _ index: Int) -> DateMention? {
    if sentence.language == .english {
      return dates[firstDate[index]..<firstDate[index + 1]].first {
        $0.tokens.upperBound == token && $0.tokens.lowerBound > 0 && $0.date != nil
          && Self.determiners.contains(sentence.tokens[$0.tokens.lowerBound - 1].form)
      }
    }
    guard sentence.language == .spanish, token > 2,
      let when = (max(1, token - 5)..<token).last(where: { sentence.tokens[$0].form == "cuando" })
    else { return nil }
    let end = sentence.tokens[when - 1].form == "," ? when - 1 : when
    return dates[firstDate[index]..<firstDate[index + 1]].first { $0.tokens.upperBound == end }
  }

  /// The higher the surer that the date is the event's; nil if it cannot be.
  private func score(_ mention: DateMention, _ token: Int, _ sentence: Sentence) -> Int? {
    let isBefore = mention.tokens.upperBound <= token
    let range =
      isBefore
      ? mention.tokens.upperBound..<token : (token + 1)..<max(token + 1, mention.tokens.lowerBound)
    // "The talks lasted a day; the first took place on 20 April": another clause has the day.
    if let end = range.first(where: { sentence.tokens[$0].form == ";" }),
      !sentence.isTagged
        || (end..<range.upperBound).contains(where: { sentence.tokens[$0].upos == .verb })
    {
      return nil
    }
    var score = 20 - range.count / 2
    // "On Sunday, A met B" dates the whole sentence; "A met B, and today he told it" begins another clause.
    let opening = opening(of: mention, sentence)
    if opening == 0, isBefore { score += 6 }
    if opening > 0, !isBefore, Self.conjunctions.contains(sentence.tokens[opening - 1].form) {
      score -= 10
    }
    // "said on Friday she had raised it": the day is of the saying.
    if isBefore, range.contains(where: { sentence.tokens[$0].form == "had" }) { score -= 8 }
    switch mention.role {
    case .since, .until, .after: return nil
    case .complement: if !isBefore { return nil }
    case .attributive:
      if range.count > 5 { return nil }
      score += 10
    case .at: break
    }
    if isBefore, isInRelative(mention, token, sentence) { return nil }
    if !isBefore, isBehindMainVerb(token, range, sentence) { return nil }
    if !isBefore, isToldOfOther(range, sentence) || isOfRestrictive(token, range, sentence) {
      return nil
    }
    // "talks with A, before meeting B on Monday": the day is of what came next.
    if !isBefore, sentence.language == .english,
      range.contains(where: {
        sentence.tokens[$0].form == "before" && sentence.tokens[$0 + 1].form.hasSuffix("ing")
      })
    {
      return nil
    }
    if sentence.language == .english,
      isOfOccasion(mention, opening, token, isBefore, range, sentence)
    {
      return nil
    }
    // "met A on May 3 and received B two weeks later"
    if !isBefore, isSequel(mention, sentence),
      !range.contains(where: { Self.conjunctions.contains(sentence.tokens[$0].form) })
    {
      score += 14
    }
    // "a meeting between A and B, which is planned for June"
    if !isBefore, !isVerb(token, sentence), opening > 1,
      Self.plans.contains(sentence.tokens[opening - 2].form),
      sentence.tokens[opening - 1].form == "for"
    {
      score += 24
    }
    if sentence.language == .spanish, !isBefore, range.count > 2,
      isOtherEvent(mention, token, sentence)
    {
      return nil
    }
    for index in range {
      let word = sentence.tokens[index]
      switch word.form {
      case ";": score -= 20
      case ",", "—", "(", ")", ":": score -= 2
      case "\"", "“", "”", "«", "»": score -= 4
      case "that", "who", "which", "when", "que", "quien", "cuando", "where", "donde": score -= 6
      case "after", "before", "since", "while", "mientras", "tras", "después", "antes": score -= 6
      default:
        if sentence.isTagged, word.upos == .verb, !word.features.contains(.infinitive) {
          score -= 8
        }
      }
    }
    return score
  }

  /// "two weeks later", "dos semanas después", "the following day": counted from a day told before.
  private func isSequel(_ mention: DateMention, _ sentence: Sentence) -> Bool {
    mention.tokens.contains { Self.sequels.contains(sentence.tokens[$0].form) }
  }

  private static let sequels: Set<String> = ["later", "después", "following", "siguiente"]

  /// "hablaron el domingo y acordaron reunirse el 12 de junio": a day that is over is none of what is to come, if another is told.
  private func isOfDone(_ mention: DateMention, _ token: Int, _ sentence: Int) -> Bool {
    guard document.sentences[sentence].language == .spanish, let anchor, let date = mention.date,
      mention.tokens.upperBound <= token, date.latest < anchor.date.earliest
    else { return false }
    return dates[firstDate[sentence]..<firstDate[sentence + 1]].contains {
      $0.tokens.lowerBound > token && $0.date.map { $0.earliest > date.latest } == true
    }
  }

  /// "announced on Friday that A will meet B", "dijo el lunes que": what is to come was told on that day.
  private func isOfSaying(_ mention: DateMention, _ token: Int, _ sentence: Sentence) -> Bool {
    let opening = opening(of: mention, sentence)
    return opening > 0 && mention.tokens.upperBound <= token
      && Self.saying.contains(sentence.tokens[opening - 1].form)
  }

  private static let saying: Set<String> = [
    "said", "announced", "reported", "confirmed", "told", "stated", "declared", "dijo", "anunció",
    "informó", "confirmó", "declaró", "señaló", "afirmó", "indicó", "aseguró", "adelantó",
  ]

  /// "... el intento de golpe ocurrido el 15 de julio": a participle of something else takes the date.
  private func isOtherEvent(_ mention: DateMention, _ token: Int, _ sentence: Sentence) -> Bool {
    var index = mention.tokens.lowerBound - 1
    while index > token,
      Self.between.contains(sentence.tokens[index].form.lowercased())
        || sentence.tokens[index].form.unicodeScalars.first?.properties.isUppercase == true
    {
      index -= 1
    }
    guard index > token + 1 else { return false }
    let form = sentence.tokens[index].form
    return Self.happenings.contains { form.hasPrefix($0) }
  }

  private static let between: Set<String> = [
    "el", "la", "los", "en", "de", "del", "este", "esta", "noche", "tarde", "mañana", "madrugada",
    "pasado", "día",
  ]
  /// Stems of participles that say when something else came about.
  private static let happenings = [
    "ocurrid", "registrad", "perpetrad", "firmad", "suscrit", "rubricad", "aprobad", "adoptad",
    "anunciad", "publicad", "difundid", "producid", "cometid", "fundad", "cread", "lanzad",
    "detenid", "asesinad", "derrocad", "elegid", "promulgad", "presentad", "emitid", "desatad",
    "declarad", "decretad", "sucedid", "acaecid", "impuest", "ratificad", "interpuest",
  ]

  private static let plans: Set<String> = ["planned", "scheduled", "set", "slated", "due"]
  private static let conjunctions: Set<String> = ["and", "but", "y", "pero", "e", "that", "que"]
  private static let determiners: Set<String> = [
    "the", "The", "a", "his", "her", "their", "its", "our", "'s", "’s",
  ]
  private static let links: Set<String> = ["on", "in", "at", "el", "la", "en", "the", "los"]

  /// The first token of a date with its preposition and article.
  private func opening(of mention: DateMention, _ sentence: Sentence) -> Int {
    var index = mention.tokens.lowerBound
    while index > 0, Self.links.contains(sentence.tokens[index - 1].form.lowercased()) {
      index -= 1
    }
    return index
  }

  // MARK: - The paragraph

  /// "the country's presidency of the Council this month": the weeks or months that the article is of date nothing that the
  /// next sentence tells.
  private func isCurrent(_ date: EDTF) -> Bool {
    guard let anchor else { return false }
    return date.latest.number - date.earliest.number > 7
      && date.earliest <= anchor.date.earliest && anchor.date.latest <= date.latest
  }

  /// The last date that an earlier sentence of the paragraph, at most two before, gave for something.
  private func inParagraph(
    _ sentence: Int, isPlanned: Bool, isOfDays: Bool
  ) -> DateMention? {
    let paragraph = document.sentences[sentence].paragraph
    var index = sentence - 1
    while index >= max(0, sentence - 2), document.sentences[index].paragraph == paragraph {
      for mention in dates[firstDate[index]..<firstDate[index + 1]].reversed()
      where mention.role == .at {
        guard let date = mention.date else { return nil }
        if isPlanned, let anchor, date.latest < anchor.date.earliest { continue }
        // "In 1787 and 1788 he wrote essays. ... He negotiated with B": years, and in English months, are of their own sentence.
        let limit = document.sentences[sentence].language == .spanish ? 31 : 6
        if isOfDays, !isPlanned, date.latest.number - date.earliest.number > limit { continue }
        if !isPlanned, isCurrent(date), mention.tokens.lowerBound > 2 { continue }
        return mention
      }
      index -= 1
    }
    return nil
  }
}
