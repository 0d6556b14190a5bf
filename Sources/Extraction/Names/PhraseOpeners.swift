import Gazetteer

extension PhraseFinder {
  /// True for a small word of which the lexicon knows nothing, or nothing that tells of parties, and with which no phrase begins but
  /// one of unnamed people.
  func isPlain(_ at: Int) -> Bool {
    scan.shapes[at] == .lower && scan.hasOnly(PhraseOpeners.inert, at: at)
      && !scan.isOne(at, of: PhraseOpeners.words)
      // "four-member delegation"
      && (at + 1 >= scan.count || !scan.shapes[at + 1].contains(.glue))
  }
}

/// The words of no lexicon that phrases begin with.
enum PhraseOpeners {
  /// What no phrase of the finder begins with, written small.
  static let inert: Scan.Kinds = [.stop, .verb, .noun, .topic, .topicEnd, .event]

  static let words = [
    Words.englishArticles, Words.possessives, Words.of, ElisionWords.articles,
    OrganizationWords.sized, Words.set("altos altas máximas diversos diversas principales"),
  ].reduce(Words.determiners) { $0.union($1) }
}
