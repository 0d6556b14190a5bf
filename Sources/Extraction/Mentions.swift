import Records

/// Someone or something that the article speaks of, under however many names.
public struct Entity: Sendable {
  /// Its place in `Analysis.entities`.
  public var id: Int
  /// The fullest name that the article uses, without title; nil if the article never names it.
  public var name: String?
  /// Person, government, organization or delegation.
  public var kind: PartyKind
  /// The office in full, as the article gives it.
  public var role: String?
  /// ISO 3166-1 alpha-2 or `EU`, where the article makes it plain.
  public var country: String?
  /// What pronouns may refer to it.
  public var gender: Gender?
  /// A paper, an agency or a channel.
  public var isPress = false
  /// More than one, as in "the two leaders"; such an entity is never a participant itself.
  public var members: [Int]

  /// An entity of a kind.
  public init(
    id: Int, name: String?, kind: PartyKind, role: String? = nil, country: String? = nil,
    gender: Gender? = nil, members: [Int] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.role = role
    self.country = country
    self.gender = gender
    self.members = members
  }
}

/// Grammatical gender, as far as an article tells it.
public enum Gender: Sendable { case masculine, feminine }

/// A place in the text where an entity is spoken of.
public struct Mention: Sendable {
  /// How the entity is referred to.
  public enum Form: Sendable {
    /// By name, with or without a title.
    case name
    /// By office or description ("the Mexican foreign minister", "his counterpart", "the two leaders").
    case description
    /// By pronoun.
    case pronoun
  }

  /// Index of the sentence.
  public var sentence: Int
  /// Indices of tokens in the sentence; title and role included.
  public var tokens: Range<Int>
  /// The token that heads it (its last name, its office).
  public var head: Int
  /// The entities meant: one, or the members of a group.
  public var entities: [Int]
  /// How it is referred to.
  public var form: Form

  /// A mention of entities in a sentence.
  public init(sentence: Int, tokens: Range<Int>, head: Int, entities: [Int], form: Form) {
    self.sentence = sentence
    self.tokens = tokens
    self.head = head
    self.entities = entities
    self.form = form
  }
}
