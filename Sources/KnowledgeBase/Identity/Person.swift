/// Who a person may be: name, country and offices, as identities have them; and when two are one.
struct Person {
  var name: PersonName
  var country: String?
  /// Classes of office.
  var roles: Set<String>

  /// What is known of two persons with names of two or more words.
  ///
  /// People of one name are one unless their countries differ; then only an office above countries makes them one.
  func relation(to other: Person) -> Clustering.Relation {
    let sameCountry = country != nil && country == other.country
    let fits = Person.compatible(country, other.country) || sharesWorldOffice(other)
    let bonus = sameCountry ? 4 : 0
    switch NameLikeness(name, other.name, loosely: sameCountry) {
    case .same: return fits ? .match(3 + bonus) : .conflict
    case .fuller: return fits ? .match(2 + bonus) : .conflict
    case .headless: return sameCountry ? .match(1 + bonus) : fits ? .unrelated : .conflict
    case .initial: return fits ? .match(bonus) : .conflict
    case .suffixed:
      let agree = roles.isEmpty || other.roles.isEmpty || !roles.isDisjoint(with: other.roles)
      return sameCountry && agree ? .match(1 + bonus) : fits ? .unrelated : .conflict
    case .unrelated: return .unrelated
    case .different: return .conflict
    }
  }

  /// True if a word alone may stand for this person: 2 by surname, 1 by first name, 0 if not.
  func answers(to word: String) -> Int {
    if name.words.dropFirst().contains(word) { return 2 }
    return name.words.first == word ? 1 : 0
  }

  /// True if the same person may be reported with the one and with the other country.
  static func compatible(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right, left != right else { return true }
    // Those who serve the Holy See come from everywhere.
    if left == "VA" || right == "VA" { return true }
    return left == "EU" && members.contains(right) || right == "EU" && members.contains(left)
  }

  /// True if both hold an office that belongs to no country: of a body, or of a church.
  private func sharesWorldOffice(_ other: Person) -> Bool {
    !roles.isDisjoint(with: other.roles)
      && !roles.intersection(other.roles).isDisjoint(with: Person.worldOffices)
  }

  /// Members of the European Union, now or once.
  private static let members: Set<String> = [
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GB", "GR", "HU", "IE", "IT",
    "LV", "LT",
    "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
  ]

  // MARK: Where to look

  /// Keys under which others find the person.
  var registered: [String] {
    let words = name.words
    if words.count == 1 { return ["p:" + words[0]] }
    var keys = words.dropFirst().filter { $0.utf8.count > 1 }.map { "s:\($0):\(country ?? "-")" }
    if let first = words.first, first.utf8.count > 1 { keys.append("g:\(first):\(country ?? "-")") }
    if name.suffix != nil { keys += searchKeys.map(Person.suffixed) }
    return keys + (pairs + initialKeys + behindInitial).map { "\($0):\(country ?? "-")" }
  }

  /// Keys under which those are found that may be the same person: those of countries that go with the person's own, or
  /// of any country where that decides nothing.
  var searched: [Party.Search] {
    let keys = searchKeys
    guard let country, country != "VA", country != "EU",
      !holdsWorldOffice
    else { return keys.map { .all($0) } }
    let others = ["-", "VA"] + (Person.members.contains(country) ? ["EU"] : [])
    return keys.flatMap { key in ([country] + others).map { .exactly("\(key):\($0)") } }
  }

  /// The key under which those with a suffix stand that look for others under this key: offices decide about them.
  static func suffixed(_ key: String) -> String { suffixedKeys + ":" + key }

  /// How all such keys begin.
  static let suffixedKeys = "j"

  /// The keys under which those are looked for, without a country.
  var searchKeys: [String] {
    name.words.count > 1 ? pairs + initialKeys + underInitial + fullNames : []
  }

  /// True for one who may match people of several countries.
  var isBridge: Bool {
    country == nil || country == "VA" || country == "EU" || holdsWorldOffice
  }

  /// True if the person holds an office that belongs to no country.
  var holdsWorldOffice: Bool { !roles.isDisjoint(with: Person.worldOffices) }

  /// Offices that belong to no country: of a body, or of a church.
  private static let worldOffices: Set<String> = ["chief", "religious"]

  /// Pairs of words by their consonants: the first word with each other one, the last two, and those in the middle.
  private var pairs: [String] {
    let whole = name.words.filter { $0.utf8.count > 1 }
    guard let first = whole.first, whole.count > 1 else { return [] }
    var out: Set<String> = []
    func add(_ left: String, _ right: String) {
      for first in name.meanings(of: left) {
        for second in name.meanings(of: right) {
          let keys = [first, second].map { Sound.skeleton($0) }.sorted()
          out.insert("n:\(keys[0])-\(keys[1])")
        }
      }
    }
    for (index, word) in whole.enumerated().dropFirst()
    where index > 1 || whole.count == 2 || !Person.secondNames.contains(word) {
      add(first, word)
    }
    if whole.count > 2 { add(whole[whole.count - 2], whole[whole.count - 1]) }
    if whole.count > 3 { add(whole[1], whole[2]) }
    return out.sorted()
  }

  /// Given names so frequent behind another that nobody should be looked for under the two.
  private static let secondNames: Set<String> = [
    "alberto", "alejandro", "andres", "angel", "antonio", "carlos", "david", "eduardo", "enrique",
    "fernando",
    "francisco", "ignacio", "james", "javier", "jesus", "john", "jorge", "jose", "juan", "luis",
    "manuel", "maria",
    "miguel", "pablo", "paul", "pedro", "rafael", "ramon", "robert", "roberto", "ali", "ahmed",
    "ahmad", "mohammed",
    "mohammad", "mohamed", "muhammad", "marie", "ann", "anne", "elena", "isabel", "teresa", "rosa",
    "ana",
  ]

  /// For a first name that is an initial: the letter and the last word.
  private var initial: String? {
    guard name.words.count > 1, let first = name.words.first, first.utf8.count == 1,
      let last = name.words.last
    else { return nil }
    return "\(first)-\(Sound.skeleton(last))"
  }

  /// Under which a name with an initial stands, and under which it finds those with the first name in full.
  private var initialKeys: [String] { initial.map { ["i:" + $0] } ?? [] }
  private var fullNames: [String] { initial.map { ["f:" + $0] } ?? [] }

  /// Under which a name with the first name in full finds those with an initial, and under which it stands for them.
  private var underInitial: [String] { initials.map { "i:" + $0 } }
  private var behindInitial: [String] { initials.map { "f:" + $0 } }

  private var initials: [String] {
    guard let first = name.words.first, first.utf8.count > 1 else { return [] }
    return name.words.dropFirst().filter { $0.utf8.count > 1 }
      .map { "\(first.prefix(1))-\(Sound.skeleton($0))" }
  }
}
