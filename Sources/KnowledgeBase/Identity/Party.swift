import Records

/// An identity as it is compared with others.
struct Party {
  var id: Int64
  /// The stable id.
  var key: String
  var kind: String
  var country: String?
  var entity: Int64
  var articles: Int
  /// For a named person.
  var person: Person? {
    didSet { memo = Memo() }
  }
  /// For an organization: its words, and short forms that some article gives in brackets.
  var words: String?
  var acronyms: Set<String>

  init(
    id: Int64, key: String, kind: String, country: String?, roles: Set<String>, entity: Int64,
    articles: Int, names: [String]
  ) {
    self.id = id
    self.key = key
    self.kind = kind
    self.country = country
    self.entity = entity
    self.articles = articles
    acronyms = []
    person = Party.person(key: key, kind: kind, country: country, roles)
    if kind == "organization", !key.contains("@") {
      words = String(Party.body(of: key))
      acronyms = Set(names.flatMap(Party.acronyms(in:)))
    }
  }

  /// The named person of a stable id; what people split off by article stays by itself.
  static func person(key: String, kind: String, country: String?, _ roles: Set<String>) -> Person? {
    guard kind == "person", !key.utf8.contains(UInt8(ascii: "@")) else { return nil }
    return Person(name: PersonName(slug: body(of: key)), country: country, roles: roles)
  }

  /// The words of a stable id.
  static func body(of key: String) -> Substring {
    let parts = key.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count > 1 ? parts[1] : ""
  }

  /// True for a named person of whom only one word is given.
  var isPartial: Bool { person?.name.isPartial == true }

  /// Whether two identities are one, as far as it can be told.
  func relation(to other: Party) -> Clustering.Relation {
    let relation = relation(toFound: other)
    // What is not looked for is not found, but by way of a third, which may go again.
    if case .match = relation, let person, let them = other.person, person.name != them.name,
      !finds(other), !other.finds(self)
    {
      return .unrelated
    }
    return relation
  }

  /// True if the two cannot be one.
  func conflicts(with other: Party) -> Bool { relation(toFound: other) == .conflict }

  /// The same as `relation` for one that was found where this one looks.
  func relation(toFound other: Party) -> Clustering.Relation {
    if let person, let them = other.person { return person.relation(to: them) }
    guard let words, let theirs = other.words else { return .unrelated }
    let isSame = words == theirs
    guard isSame || acronyms.contains(theirs) || other.acronyms.contains(words) else {
      return .unrelated
    }
    guard Person.compatible(country, other.country) else { return .conflict }
    return .match((isSame ? 3 : 2) + (country != nil && country == other.country ? 4 : 0))
  }

  /// Where to look for others.
  enum Search: Hashable {
    /// Under this key.
    case exactly(String)
    /// Under this key with any country behind it.
    case all(String)
  }

  /// Keys under which others find it.
  var registered: [String] {
    if let known = memo.registered { return known }
    let keys = person?.registered ?? bodyKeys
    memo.registered = keys
    return keys
  }

  /// Where those are found that may be the same.
  var searched: [Search] {
    if let known = memo.searched { return known }
    let keys = person?.searched ?? bodyKeys.map { .exactly($0) }
    memo.searched = keys
    return keys
  }

  /// The keys, made once for a person as it stands: they are asked for with every pair.
  private final class Memo {
    var registered: [String]?
    var searched: [Search]?
  }
  private var memo = Memo()

  /// True if the other stands where this one looks.
  private func finds(_ other: Party) -> Bool {
    let keys = Set(other.registered)
    return searched.contains { search in
      switch search {
      case .exactly(let key): return keys.contains(key)
      case .all(let key): return keys.contains { $0.hasPrefix(key + ":") }
      }
    }
  }

  private var bodyKeys: [String] {
    words.map { words in ["o:" + words] + acronyms.map { "o:" + $0 } } ?? []
  }

  /// `Union of Things (UoT)` and `UoT (Union of Things)` -> `uot`.
  private static func acronyms(in name: String) -> [String] {
    let parts = name.split(separator: "(")
    let inside = parts.dropFirst().compactMap { part in
      part.firstIndex(of: ")").map { part[..<$0] }
    }
    let outside = parts.count > 1 ? parts[0].split(separator: " ") : []
    return (inside + (outside.count == 1 ? outside : [])).filter(isShortForm).map {
      Folding.fold($0)
    }
  }

  /// True for one word with two capital letters or more.
  static func isShortForm(_ text: Substring) -> Bool {
    !text.contains(" ") && text.unicodeScalars.count { $0.properties.isUppercase } >= 2
  }
}
