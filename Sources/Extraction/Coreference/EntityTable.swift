import Gazetteer
import Language
import Records

/// Who is spoken of in an article, and by which names.
struct EntityTable {
  /// What is known of an entity besides what the rules share.
  struct Facts {
    /// The words of the name, folded, particles left out.
    var words: [WordKey] = []
    var offices: [HeldOffice] = []
    var nameWords = 0
    var isRankOnly = false  // "Sheikh", which an office replaces
    var body: Int?
    /// Index into `Gazetteer.countries`.
    var country: Int?
    var isWeak = false
    /// The name begins with a given name.
    var isGivenFirst = false
    /// The consonants of the given name of a name of two words.
    var sound: String?
    /// "bin" or "ibn" is in it.
    var isPatronymic = false
    /// Told of first as the counterpart of another: no holder of the paper's own country.
    var isCounterpart = false
  }

  private(set) var entities: [Entity] = []
  private(set) var facts: [Facts] = []
  /// Whom a pronoun of this gender means has it from then on, if nothing told it before.
  mutating func suppose(_ gender: Gender, of id: Int) {
    entities[id].gender = entities[id].gender ?? gender
  }
  /// Persons by each word of their names.
  private var byWord: [WordKey: [Int]] = [:]
  private var governments: [Int: Int] = [:]
  private var bodies: [Int: Int] = [:]
  private var organizations: [[WordKey]: Int] = [:]
  private var unnamed: [String: Int] = [:]
  let isSpanish: Bool
  /// True where "secretario de Estado" is no American.
  var hasOwnSecretaries = false

  init(isSpanish: Bool) { self.isSpanish = isSpanish }

  static let particles = Words.set(
    "de del la las los van von der den bin bint ibn al el ben da das do dos di du y e jr sr ii iii")

  /// The words of a name by which it is compared.
  static func words(_ range: Range<Int>, _ scan: Scan) -> [WordKey] {
    var out: [WordKey] = []
    for token in range where scan.keys[token] != 0 && !particles.contains(scan.keys[token]) {
      out.append(scan.keys[token])
    }
    return out
  }

  // MARK: Persons

  /// The person of a name of several words; made if there is none yet.
  mutating func person(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    guard let name = phrase.name else { return nil }
    let words = EntityTable.words(name, scan)
    guard let last = words.last, let first = words.first else { return nil }
    var found: Int?
    let isMarried = name.dropFirst().contains { scan.isOne($0, of: Words.of) }
    for word in Set([first, last] + words) {
      for candidate in byWord[word] ?? []
      where sameName(words, facts[candidate].words, isMarried: isMarried) {
        guard agrees(phrase, with: candidate), !isSon(phrase, words, scan, candidate) else {
          continue
        }
        found = found.map { min($0, candidate) } ?? candidate
      }
    }
    if found == nil { found = variant(phrase, scan, last) }
    let id = found ?? add(.person)
    learn(id, phrase, scan, words)
    return id
  }

  /// A person of the same surname whose given name is the same in another spelling ("Adly", "Adli";
  /// "Mohamed", "Mohammed").
  private func variant(_ phrase: NounPhrase, _ scan: Scan, _ last: WordKey) -> Int? {
    guard let name = phrase.name, let sound = EntityTable.sound(name, scan) else { return nil }
    return (byWord[last] ?? []).first {
      facts[$0].sound == sound && facts[$0].words.last == last && agrees(phrase, with: $0)
    }
  }

  /// The person that a surname, a first name or a title with one of them means; nil if there is none.
  func person(short phrase: NounPhrase, _ scan: Scan, recent: [Int]) -> Int? {
    guard let name = phrase.name else { return nil }
    let words = EntityTable.words(name, scan)
    guard let first = words.first else { return nil }
    let candidates = (byWord[first] ?? []).filter { id in
      words.allSatisfy(facts[id].words.contains) && agreesInGender(phrase, id)
        && !isFather(phrase, words, scan, id)
    }
    if candidates.isEmpty { return nil }
    let isShared =
      phrase.offices.isEmpty
      && candidates.filter { facts[$0].words.count > 1 && facts[$0].words.last == words.last }.count
        > 1
    func score(_ id: Int) -> Int {
      var score = 0
      let own = facts[id].words
      if own.last == words.last {
        score += 4
      } else if own.first != first || own.count == 1 {
        score += 3
      } else if !facts[id].isGivenFirst, words.count == 1 {
        // "Yang" of "Yang Jiechi": no given name, so that it may be the surname.
        score += 2
      }
      if let country = phrase.country, let theirs = facts[id].country {
        score += country == theirs ? 4 : -6
      }
      for office in phrase.offices {
        let held = HeldOffice(office, scan: scan)
        if facts[id].offices.contains(where: { held.mayMean($0) || $0.mayMean(held) }) {
          score += 5
        }
      }
      if let at = recent.lastIndex(of: id) {
        score += max(0, 3 - (recent.count - at) / (isShared ? 2 : 4))
        // Of two of one surname it is, alone, the one of whom the article speaks.
        if isShared { score += min(3, recent.lazy.filter { $0 == id }.count - 1) }
      }
      return score
    }
    let best = candidates.max { (score($0), -$0) < (score($1), -$1) }
    guard let best, score(best) >= 1 else { return nil }
    // A first name alone is a person's only where the name is used so ("Fidel"), never for "Secretary John".
    return best
  }

  /// The only person of several names of whom a word is the last.
  func bearer(of surname: WordKey) -> Int? {
    let found = (byWord[surname] ?? []).filter {
      facts[$0].words.count > 1 && facts[$0].words.last == surname
    }
    return found.count == 1 ? found.first : nil
  }

  /// A person known by one word only ("President Obama").
  mutating func newPerson(_ phrase: NounPhrase, _ scan: Scan, isWeak: Bool) -> Int? {
    guard let name = phrase.name else { return nil }
    let id = add(.person)
    learn(id, phrase, scan, EntityTable.words(name, scan))
    facts[id].isWeak = isWeak
    return id
  }

  /// Takes over what a phrase tells about its person.
  mutating func learn(_ id: Int, _ phrase: NounPhrase, _ scan: Scan, _ words: [WordKey]) {
    if let name = phrase.name {
      let isShouted = name.allSatisfy {
        scan.keys[$0] == 0 || scan.shapes[$0].contains(.allCapitals)
      }
      let rank = words.count * 2 - (isShouted ? 1 : 0)
      if rank > facts[id].nameWords {
        facts[id].nameWords = rank
        entities[id].name = scan.surface(name)
        facts[id].isGivenFirst = scan.has(.given, at: name.lowerBound)
        facts[id].sound = EntityTable.sound(name, scan)
        facts[id].isPatronymic = name.contains { scan.isOne($0, of: EntityTable.patronymics) }
      }
      for word in words where !facts[id].words.contains(word) {
        byWord[word, default: []].append(id)
      }
      if words.count > facts[id].words.count {
        facts[id].words = words
      } else {
        facts[id].words += words.filter { !facts[id].words.contains($0) }
      }
      if entities[id].gender == nil {
        for token in name {
          if let given = scan.match(.given, at: token),
            let gender = WordGender(rawValue: Int(given.index))
          {
            entities[id].gender = gender == .feminine ? .feminine : .masculine
            break
          }
        }
      }
    }
    switch phrase.gender {
    case .masculine: entities[id].gender = .masculine
    case .feminine: entities[id].gender = .feminine
    case .either: break
    }
    for office in phrase.offices {
      let held = HeldOffice(office, scan: scan)
      if !facts[id].offices.contains(where: { $0.form == held.form && $0.country == held.country })
      {
        facts[id].offices.append(held)
      }
      if held.kind == .counterpart || entities[id].role != nil && !facts[id].isRankOnly { continue }
      entities[id].role = role(office, phrase, scan)
      facts[id].isRankOnly = OfficeNames.isRank(office)
    }
    var country = phrase.country
    if country == nil,
      phrase.offices.contains(where: {
        OfficeNames.isOfWashington($0, scan)
          || !$0.isQualified && !hasOwnSecretaries && OfficeNames.isSecretaryOfState($0)
      })
    {
      country = Gazetteer.shared.index(ofCountry: "US")
    }
    if facts[id].country == nil, let country { setCountry(id, country) }
    if facts[id].body == nil { facts[id].body = phrase.body }
  }

  /// "su homólogo turco, X": X holds the office of whom the words are said, in another country.
  mutating func inherit(_ id: Int, from owner: Int, country: Int?) {
    guard facts[id].offices.allSatisfy({ $0.kind == .counterpart }) else { return }
    facts[id].isCounterpart = true
    for office in facts[owner].offices where office.kind != .counterpart {
      var held = office
      held.country = country ?? facts[id].country
      facts[id].offices.append(held)
    }
  }

  mutating func setCountry(_ id: Int, _ country: Int) {
    facts[id].country = country
    entities[id].country = Gazetteer.shared.countries[country].code
  }

  /// A person whom the article never names, by role and country; the same one for the same words.
  mutating func unnamedPerson(
    _ phrase: NounPhrase, _ scan: Scan, country: Int?, kind: Office.Class?, title own: String? = nil
  ) -> Int? {
    guard let office = phrase.offices.first else { return nil }
    let gazetteer = Gazetteer.shared
    var title = OfficeNames.title(office, scan, isSpanish: isSpanish)
    if let kind, gazetteer.offices[office.office].kind == .counterpart {
      title = own ?? OfficeNames.usual(kind, isSpanish: isSpanish)
    }
    if let country, !title.isEmpty, !office.isWhole || office.isPlural {
      title += OfficeNames.ofCountry(gazetteer.countries[country], isSpanish: isSpanish)
    }
    let key = title.lowercased()
    if !phrase.isIndefinite, let known = unnamed[key] { return known }
    let id = add(.person)
    if country != nil || phrase.isIndefinite || office.isQualified || EntityTable.isUnique(office) {
      entities[id].name = title
    }
    entities[id].role = title
    var held = HeldOffice(office, scan: scan)
    held.country = country
    if let kind, held.kind == .counterpart { held.kind = kind }
    facts[id].offices = [held]
    if let country { setCountry(id, country) }
    switch phrase.gender {
    case .masculine: entities[id].gender = .masculine
    case .feminine: entities[id].gender = .feminine
    case .either: break
    }
    if !phrase.isIndefinite { unnamed[key] = id }
    if isAnyone(phrase, scan) { facts[id].isWeak = true }
    return id
  }

  /// Offices of which the world has one ("the Secretary-General", "the Pope").
  static func isUnique(_ office: OfficePhrase) -> Bool {
    office.hasDeterminer
      && [
        "secretary-general", "secretary general", "pope", "dalai lama", "papa", "pontífice",
        "sumo pontífice", "santo padre", "dalái lama",
      ].contains(Gazetteer.shared.offices[office.office].form)
  }

  // MARK: Governments and bodies

  /// The government of a country.
  mutating func government(_ country: Int, name: String?) -> Int {
    if let id = governments[country] {
      if let name, facts[id].nameWords == 0 || isShouted(entities[id].name), !isShouted(name) {
        entities[id].name = name
        facts[id].nameWords = 1
      }
      return id
    }
    let entry = Gazetteer.shared.countries[country]
    let id: Int
    if entry.code == "EU" { id = add(.organization) } else { id = add(.government) }
    entities[id].name = name ?? (isSpanish ? entry.spanishNames : entry.englishNames).first
    facts[id].nameWords = name == nil ? 0 : 1
    setCountry(id, country)
    governments[country] = id
    return id
  }

  /// A body of the lexicon, with the form of its name that the article uses here.
  mutating func body(_ body: Int, name: String?) -> Int {
    if let id = bodies[body] {
      if let name, name.utf8.count > entities[id].name?.utf8.count ?? 0 || facts[id].nameWords == 0
      {
        entities[id].name = name
        facts[id].nameWords = 1
      }
      return id
    }
    let entry = Gazetteer.shared.bodies[body]
    let id = add(.organization)
    entities[id].name = name ?? (isSpanish ? entry.spanishName : entry.englishName)
    entities[id].isPress = entry.isPress
    facts[id].nameWords = name == nil ? 0 : 1
    facts[id].body = body
    if let code = entry.country, let index = Gazetteer.shared.index(ofCountry: code) {
      setCountry(id, index)
    }
    bodies[body] = id
    return id
  }

  /// Another organization, by the words of its name, and by the letters in brackets behind it from then on.
  mutating func organization(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    guard let name = phrase.name else { return nil }
    var words = EntityTable.words(name, scan)
    // "the Wildlife Society", "The Wildlife Society" are one.
    if words.count > 2, scan.tokens[name.lowerBound].form == "The" { words.removeFirst() }
    let id = organization(named: scan.surface(name), words: words, country: phrase.country)
    if let letters = phrase.acronym, organizations[[scan.keys[letters]]] == nil {
      organizations[[scan.keys[letters]]] = id
    }
    return id
  }

  /// Another organization, by the words of its name.
  mutating func organization(named name: String, words: [WordKey], country: Int?) -> Int {
    if let id = organizations[words] { return id }
    let id = add(.organization)
    entities[id].name = name
    if let country { setCountry(id, country) }
    organizations[words] = id
    return id
  }

  /// True if an organization of this name was spoken of.
  func hasOrganization(_ phrase: NounPhrase, _ scan: Scan) -> Bool {
    phrase.name.map { organizations[EntityTable.words($0, scan)] != nil } == true
  }

  /// People whom nobody names; the same ones for the same words.
  mutating func people(named name: String, country: Int?) -> Int {
    let key = name.lowercased()
    if let known = unnamed[key] { return known }
    let id = add(.delegation)
    entities[id].name = name
    if let country { setCountry(id, country) }
    unnamed[key] = id
    return id
  }

  private mutating func add(_ kind: PartyKind) -> Int {
    entities.append(Entity(id: entities.count, name: nil, kind: kind))
    facts.append(Facts())
    return entities.count - 1
  }
}
