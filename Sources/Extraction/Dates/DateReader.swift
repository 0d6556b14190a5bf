import Language
import Records

/// Finds the dates of an article and tells what they mean.
///
/// An expression is found by `DateGrammar` and resolved by `DateResolver` from the article's date (`DateAnchor`), from
/// the date mentioned before it, and from the tense around it. What leaves the year open is nil.
public enum DateReader {
  /// The date expressions of a document, sorted by sentence, then by first token.
  public static func read(_ document: Document, article: Article) -> [DateMention] {
    readAll(document, article: article).dates
  }

  /// The date expressions, and the date that relative ones count from: when the article was published, else its header or
  /// dateline, else what its lead and its tweets are dated; nil if nothing of this is there.
  static func readAll(_ document: Document, article: Article) -> (
    dates: [DateMention], anchor: DateAnchor?
  ) {
    let found = DateFinder(document: document, language: article.languageCode).sentences()
    let anchors = DateAnchors(document: document, found: found, published: article.published)
    var out: [DateMention] = []
    out.reserveCapacity(found.count * 2)
    var resolver = DateResolver(anchor: anchors.article)
    for item in found {
      resolver.anchor = anchors.anchor(forSentence: item.sentence, document)
      resolver.earlierInSentence = nil
      for match in item.matches {
        let mentions = resolve(match, in: item, document, &resolver)
        out.append(contentsOf: mentions)
      }
    }
    return (out, anchors.article)
  }

  /// The date that relative dates of an article count from.
  public static func anchor(_ document: Document, article: Article) -> DateAnchor? {
    readAll(document, article: article).anchor
  }

  private static func resolve(
    _ match: DateGrammar.Match, in item: DateFinder.Found, _ document: Document,
    _ resolver: inout DateResolver
  ) -> [DateMention] {
    let sentence = document.sentences[item.sentence]
    let words = DateWords.builtIn
    let first = item.tokens(match.range)
    let role = DateRole(item: item, match: match.range, expression: match.expression).role
    resolver.tense = Tense.around(first, in: sentence, language: item.language, words: words)
    if case .ahead = match.expression, resolver.tense != .future { return [] }
    // "The Nov. 8 election": the verb of the clause is not the election's.
    if role == .attributive, case .calendar(let calendar) = match.expression, calendar.month != nil
    {
      resolver.tense = .unknown
    }
    // "Suspended until October 14": what is over is not the end.
    if role == .until, resolver.tense == .past { resolver.tense = .unknown }
    let answer = resolver.resolve(match.expression)
    guard let second = match.second, let secondRange = match.secondRange else {
      resolver.remember(answer, match.expression, role)
      return [mention(item, first, answer, role)]
    }
    let other = resolver.resolve(second)
    let tokens = item.tokens(secondRange)
    if let answer, let other, let joined = DateResolver.joinConsecutive(answer.date, other.date) {
      let both = DateResolver.Answer(date: joined, basis: other.basis)
      resolver.remember(both, match.expression, role)
      return [mention(item, first.lowerBound..<tokens.upperBound, both, role)]
    }
    resolver.remember(answer, match.expression, role)
    resolver.remember(other, second, role)
    return [mention(item, first, answer, role), mention(item, tokens, other, role)]
  }

  private static func mention(
    _ item: DateFinder.Found, _ tokens: Range<Int>, _ answer: DateResolver.Answer?,
    _ role: DateMention.Role
  ) -> DateMention {
    DateMention(
      sentence: item.sentence, tokens: tokens, date: answer?.date, basis: answer?.basis, role: role)
  }
}

extension DateResolver {
  /// Keeps a date for those that count from it.
  mutating func remember(_ answer: Answer?, _ expression: DateExpression, _ role: DateMention.Role)
  {
    guard role == .at || role == .attributive else { return }
    if case .complement = expression { return }
    previous = answer?.date
    previousIsOpen = answer == nil
    earlierInSentence = answer?.date
    // A year alone ("the presidency in 2023") says nothing of the year of a day told beside it.
    if let answer, anchor == nil, answer.basis != .relative,
      answer.date.latest.number - answer.date.earliest.number <= 31
    {
      reference = answer.date
    }
  }
}

/// The sentences of a document in which there are date expressions.
struct DateFinder {
  /// A sentence and its expressions.
  struct Found {
    var sentence: Int
    var language: LanguageCode
    var atoms: [DateAtom]
    var matches: [DateGrammar.Match]

    /// The tokens of a range of atoms.
    func tokens(_ range: Range<Int>) -> Range<Int> {
      atoms[range.lowerBound].token..<(atoms[range.upperBound - 1].token + 1)
    }
  }

  let document: Document
  /// What the article is said to be written in, for sentences that are too short to tell.
  let language: LanguageCode?

  /// Only sentences with a word of the calendar or a number of four digits are looked at.
  func sentences() -> [Found] {
    let words = DateWords.builtIn
    var out: [Found] = []
    for (index, sentence) in document.sentences.enumerated() {
      guard
        sentence.tokens.indices.contains(where: {
          words.isTrigger(sentence.tokens[$0]) || isDayAlone($0, sentence.tokens)
        })
      else { continue }
      let language = sentence.language ?? document.language ?? self.language ?? .english
      let atoms = DateAtom.atoms(of: sentence, language: language, words: words)
      let matches = DateGrammar(atoms: atoms, language: language).matches()
      if !matches.isEmpty {
        out.append(Found(sentence: index, language: language, atoms: atoms, matches: matches))
      }
    }
    return out
  }

  /// "el 21": a Spanish day without its month.
  private func isDayAlone(_ at: Int, _ tokens: [Token]) -> Bool {
    let form = tokens[at].form.utf8
    guard at > 0, form.count <= 2, form.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return false
    }
    return tokens[at - 1].form == "el" || tokens[at - 1].form == "El"
  }
}

extension Article {
  /// The language that the article is said to be written in, if the models read it.
  var languageCode: LanguageCode? { language.flatMap { LanguageCode(rawValue: $0) } }
}
