/// A piece of a grammar rule. What has parts leads to them by number, through the lists of `Grammar`: a rule is then plain
/// memory, which is read from the file and walked by the matcher without a reference being counted.
enum Pattern: Sendable, Equatable {
  /// One word, folded.
  case word(WordCode)
  case sequence(Parts)
  case oneOf(Parts)
  /// The pattern of this number, or nothing.
  case optional(Int32)
  /// Says something about the question without taking a word: `{manner=talk}`. Into `Grammar.settings`.
  case set(Int32)
  /// Free words, kept under a name. Into `Grammar.slots`.
  case slot(Int32)
  /// Any adjuncts: times, places, topics.
  case adjuncts
  /// Another pattern by its name. Into `Grammar.definitions`.
  case named(Int32)

  /// Parts of a pattern in a row: a range of `Grammar.parts`.
  struct Parts: Sendable, Equatable {
    let first: Int32
    let count: Int32

    /// The parts without the first of them.
    var rest: Parts { Parts(first: first + 1, count: count - 1) }
  }
}

/// A word as a number: 64-bit FNV-1a of its bytes. No two words of the grammar share one, which the tests check.
struct WordCode: Hashable, Sendable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(value: UInt64) { self.value = value }

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  init(_ word: String) { self.init(word.utf8) }
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
