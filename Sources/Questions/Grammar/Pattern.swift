/// A piece of a grammar rule.
indirect enum Pattern: Sendable {
  /// One word, folded.
  case word(String)
  case sequence([Pattern])
  case oneOf([Pattern])
  case optional(Pattern)
  /// Says something about the question without taking a word: `{manner=talk}`.
  case set(String, String)
  /// Free words, kept under a name.
  case slot(Slot)
  /// Any adjuncts: times, places, topics.
  case adjuncts
  /// Another pattern by its name.
  case named(String)
}

/// A place in a pattern for words that the grammar does not know.
struct Slot: Sendable, Equatable {
  /// What the words may be.
  enum Kind: String, Sendable {
    /// Someone: a name, a country, an office.
    case party
    case place
    /// A country by its name or its adjective, where it tells which people are asked for ("Mexican officials").
    case country
    /// A place that the base or the gazetteer has, where a name could stand as well ("the meeting of Havana").
    case known
    /// What was talked about.
    case topic
    /// The name of an agreement.
    case title
    /// What was said: everything to the end of the question.
    case content
    case time
    /// A whole number.
    case number
  }
  let name: String
  let kind: Kind
}

/// A rule: a pattern and what a question of that form asks.
struct Rule: Sendable {
  let head: String
  let language: QuestionLanguage
  let pattern: Pattern
  /// The line it begins on, from 1.
  let line: Int
}

/// A language that questions are asked in.
public enum QuestionLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case spanish = "es"
}
