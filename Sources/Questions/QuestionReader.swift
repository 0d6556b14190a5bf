import Dispatch
import Records

/// Reads questions by the grammar; knows no database but through the names that it is told of.
public struct QuestionReader: Sendable {
  /// More words than any question has; longer ones are refused unread.
  public static let maximumWords = 120

  /// Begins to read the grammar and names of countries, bodies and places on another thread, while arguments and lists of
  /// words are read and a file is opened; whoever needs them first waits for them.
  public static func prepare() {
    DispatchQueue.global().async {
      _ = Expansions.standard
      _ = Offices.standard
      _ = TimeLexicon.standard
      _ = Grammar.standard
      _ = Places.standard
      _ = NamesTable.standard
      _ = Regions.standard
    }
  }

  private let grammar: Grammar
  private let times: TimeLexicon
  private let offices: Offices
  private let sets: WordSets
  private let expansions: Expansions

  /// The reader for English and Spanish. Nil if a compiled-in data file is broken, which the tests rule out.
  public init?() {
    guard let times = TimeLexicon.standard, let offices = Offices.standard,
      let sets = WordSets.standard, let expansions = Expansions.standard,
      let grammar = Grammar.standard
    else { return nil }
    self.grammar = grammar
    self.times = times
    self.offices = offices
    self.sets = sets
    self.expansions = expansions
  }

  /// What a question asks; nil where no form of the grammar fits it.
  ///
  /// `isKnownName` tells whether the base has a name, in lower case without marks; it settles where a name ends.
  /// `isKnownPlace` tells the same of places, `isWholeName` of whole names, `isKnownRole` of roles, `isKnownTopic` of topics of meetings and
  /// `isKnownTitle` of titles of agreements, by all of their words.
  public func read(
    _ question: String, today: Day, isKnownName: @escaping (String) -> Bool,
    isKnownPlace: @escaping (String) -> Bool,
    isWholeName: @escaping (String) -> Bool = { _ in false },
    isKnownRole: @escaping (String) -> Bool = { _ in false },
    isKnownTopic: @escaping (String) -> Bool = { _ in false },
    isKnownTitle: @escaping (String) -> Bool = { _ in false }
  ) -> Query? {
    let words = expansions.expand(WordSplitter.words(of: question))
    guard (1...QuestionReader.maximumWords).contains(words.count) else { return nil }
    func reader(_ language: QuestionLanguage) -> PartyReader {
      PartyReader(
        offices: offices, sets: sets, countries: .shared.speaking(language),
        isKnownName: isKnownName, isKnownRole: isKnownRole)
    }
    func folded(_ range: Range<Int>) -> String {
      words[range].map { Folding.fold($0.text) }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    /// Without an article at its beginning: "the Ladies in White".
    func bare(_ range: Range<Int>) -> Range<Int> {
      let isArticle = ["the", "el", "la", "los", "las"].contains(words[range.lowerBound].folded)
      return isArticle ? range.dropFirst() : range
    }
    var best: Parse?
    for language in QuestionLanguage.allCases {
      let parties = reader(language)
      let matcher = Matcher(
        grammar: grammar, words: words,
        times: TimeReader(
          words: words, lexicon: times, today: today, dayFirst: language == .spanish),
        isName: { parties.isKnown(Array(words[$0])) },
        vocabulary: Vocabulary(
          isPlace: { isKnownPlace(folded($0)) },
          isWholeName: {
            isWholeName(folded($0)) || isWholeName(folded(bare($0)))
              || parties.isOfficeOfCountry(Array(words[$0]))
          },
          isTopic: { isKnownTopic(folded($0)) }, isTitle: { isKnownTitle(folded($0)) }))
      if let parse = matcher.parse(in: language, below: best?.cost ?? .infinity) { best = parse }
    }
    return best.flatMap {
      QueryBuilder(words: words, reader: reader($0.language), sets: sets, today: today).query($0)
    }
  }
}
