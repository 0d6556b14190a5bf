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
  var person: Person?
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
    let parts = key.split(separator: ":", omittingEmptySubsequences: false)
    let body = parts.count > 1 ? String(parts[1]) : ""
    // What people split off by article stays by itself.
    guard !key.contains("@") else { return }
    if kind == "person" {
      person = Person(name: PersonName(slug: body), country: country, roles: roles)
    } else if kind == "organization" {
      words = body
      acronyms = Set(names.flatMap(Party.acronyms(in:)))
    }
  }

  /// True for a named person of whom only one word is given.
  var isPartial: Bool { person?.name.isPartial == true }

  /// Whether two identities are one, as far as it can be told.
  func relation(to other: Party) -> Clustering.Relation {
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
  var registered: [String] { person?.registered ?? bodyKeys }

  /// Where those are found that may be the same.
  var searched: [Search] { person?.searched ?? bodyKeys.map { .exactly($0) } }

  private var bodyKeys: [String] {
    words.map { words in ["o:" + words] + acronyms.map { "o:" + $0 } } ?? []
  }

  /// `Union of Things (UoT)` -> `uot`.
  private static func acronyms(in name: String) -> [String] {
    name.split(separator: "(").dropFirst().compactMap { part in
      guard let end = part.firstIndex(of: ")") else { return nil }
      let inside = part[..<end]
      let letters = inside.unicodeScalars.filter { $0.properties.isUppercase }.count
      return letters >= 2 && !inside.contains(" ") ? Folding.fold(inside) : nil
    }
  }
}
