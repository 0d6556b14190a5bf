import Gazetteer
import Language
import Records

/// Holders of an office without a name: "the Mexican foreign minister", "his counterpart".
extension Resolver {
  mutating func holder(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    guard let office = phrase.offices.first else { return nil }
    let kind = Gazetteer.shared.offices[office.office].kind
    if kind == .counterpart { return counterpart(phrase, scan) }
    if kind == .family || kind == .profession { return nil }
    var phrase = phrase
    if phrase.country == nil, phrase.body == nil, let owner = owner(of: office, scan) {
      phrase.country = table.facts[owner].country
    }
    var known = phrase.isIndefinite ? nil : knownHolder(phrase, office, scan)
    if let country = hostCountry(phrase, office, scan),
      known.map({ isTraveller($0, from: country) }) ?? true
    {
      known = hostHolder(phrase, office, country, scan)
    }
    if let id = known ?? inOffice(phrase, office, scan) ?? renamed(phrase, office, scan) {
      if let country = phrase.country, table.facts[id].country == nil {
        table.setCountry(id, country)
      }
      return id
    }
    // "The visiting Prime Minister" is no country's own.
    let isGuest = office.range.contains { OfficeNames.isVisiting($0, scan) }
    // "The President spoke": capitals and no country are a paper's way to speak of its own.
    if phrase.country == nil, phrase.body == nil, !phrase.isIndefinite, !scan.isSpanish,
      scan.isCapital(office.head),
      kind == .state || kind == .government, office.hasDeterminer, !office.isFormer,
      !office.isPossessed, !isGuest, let own = ownCountry
    {
      var ours = phrase
      ours.country = own
      return table.unnamedPerson(ours, scan, country: own, kind: nil)
    }
    // "The President" in a paper of the United States, "el presidente" where one country is spoken of.
    if phrase.country == nil, phrase.body == nil, !phrase.isIndefinite,
      kind == .state || kind == .government || kind == .foreign,
      !office.isFormer, HeldOffice(office, scan: scan).isDeputy == false, !isGuest,
      let homeCountry = officialCountry
    {
      var own = phrase
      own.country = homeCountry
      return table.unnamedPerson(own, scan, country: homeCountry, kind: nil)
    }
    if phrase.country == nil, phrase.body == nil, !phrase.isIndefinite, !office.isFormer,
      kind == .state || kind == .government, let id = hero(phrase, scan)
    {
      return id
    }
    if let id = namedNext(phrase, office, scan) ?? namedLater(phrase, office, scan) { return id }
    // "the leader", "the official" of no country are nobody.
    if phrase.country == nil, phrase.body == nil, !EntityTable.isUnique(office),
      [.leader, .official, .chief, .party, .military, .judge].contains(kind)
    {
      // "la comisionada del Instituto Nacional de Migración": of one body, which no list has.
      guard kind == .chief || kind == .judge, office.isQualified, office.hasDeterminer,
        !phrase.isIndefinite, !office.isPossessed, office.range.upperBound > office.core.upperBound,
        (office.core.upperBound..<office.range.upperBound).contains(where: scan.isCapital)
      else { return nil }
      var whole = phrase
      whole.offices[0].isWhole = true
      return table.unnamedPerson(whole, scan, country: nil, kind: nil)
    }
    return table.unnamedPerson(phrase, scan, country: phrase.country, kind: nil)
  }

  /// "Netanyahu said that his national security adviser would travel": the head of state or government spoken of last, of whose
  /// country the office is; nil for an office that is nobody's, or that of a head itself.
  private func owner(of office: OfficePhrase, _ scan: Scan) -> Int? {
    guard office.isPossessed else { return nil }
    switch office.kind {
    case .foreign, .minister, .secretary, .envoy, .ambassador, .official, .spokes, .chief: break
    default: return nil
    }
    let last = recent.last {
      scan.index - $0.sentence <= 1 && table.entities[$0.id].kind == .person
    }
    return last.map(\.id).flatMap { id in
      table.facts[id].country != nil
        && table.facts[id].offices.contains {
          [.state, .government, .monarch].contains($0.kind) && !$0.isFormer
        } ? id : nil
    }
  }

  /// The person whom an office means: the last one spoken of who may hold it, else one whom the article names later.
  func knownHolder(_ phrase: NounPhrase, _ office: OfficePhrase, _ scan: Scan) -> Int? {
    let held = HeldOffice(office, scan: scan)
    var others = clauseMates(phrase, scan)
    if let owner = owner(of: office, scan) { others.insert(owner) }
    if !phrase.isOwner, !office.isPossessed {
      let isOblique = scan.isOne(phrase.range.lowerBound - 1, of: Resolver.prepositions)
      if !isOblique {
        others.formUnion(commanded(by: phrase.range, scan))
        others.formUnion(fronted(before: phrase.range.lowerBound, scan))
      }
      others.formUnion(commanding(phrase.range, scan))
    }
    func fits(_ id: Int) -> Bool {
      guard table.entities[id].kind == .person, genderFits(phrase, id), !others.contains(id) else {
        return false
      }
      let facts = table.facts[id]
      if let country = phrase.country, let own = facts.country, own != country { return false }
      if phrase.country != nil, facts.country == nil, facts.offices.isEmpty || office.isPlural {
        return false
      }
      // "el titular de la ONU" is no country's secretary.
      if phrase.body != nil, held.form == "titular" {
        return facts.offices.contains { $0.kind == .chief }
      }
      // "The Mongolian prime minister" is no deputy of whom no country is told.
      if phrase.country != nil, facts.country == nil, !office.isPlural,
        !facts.offices.contains(where: { held.mayMean($0) && $0.isDeputy == held.isDeputy })
      {
        return false
      }
      if held.isNew, !facts.offices.contains(where: \.isNew) { return false }
      return facts.offices.contains {
        held.mayMean($0) && (!held.isFormer || $0.isFormer || $0.form == held.form)
          && (held.isFormer || !$0.isFormer || phrase.country == nil || held.kind == .leader)
      }
    }
    if phrase.country == nil, phrase.body == nil,
      let id = mostSalient(scan.index, form: held.form, fits)
    {
      return id
    }
    // "the Kenyan leader": a Kenyan before somebody of whom no country is told.
    if let country = phrase.country,
      let id = mostSalient(scan.index, { table.facts[$0].country == country && fits($0) })
    {
      return id
    }
    // "la canciller chilena" behind "La canciller A se reunió con su par B": A, if no country is told of either; "the Croatian
    // minister": of whom the article speaks, not who was named last.
    if let country = phrase.country,
      let entry = recent.last(where: { table.facts[$0.id].country == country && fits($0.id) })
    {
      return entry.id
    }
    if phrase.country != nil, let id = mostSalient(scan.index, { !isForeign($0) && fits($0) }) {
      return id
    }
    if let entry = recent.last(where: { fits($0.id) && !isForeign($0.id) })
      ?? recent.last(where: { fits($0.id) })
    {
      return entry.id
    }
    guard phrase.country != nil || phrase.body != nil || office.isQualified else { return nil }
    return table.entities.indices.first {
      fits($0) && (phrase.country == nil || table.facts[$0].country == phrase.country)
        && table.entities[$0].name != nil
    } ?? stateless(phrase, held, scan, fits)
  }

  private func isForeign(_ id: Int) -> Bool {
    table.facts[id].country == nil && table.facts[id].isCounterpart
  }

  /// "El presidente Petro se reunió con el presidente de Turquía": nobody meets himself. Those of whom no country is told yet and
  /// who stand before the preposition in the same sentence.
  private func clauseMates(_ phrase: NounPhrase, _ scan: Scan) -> Set<Int> {
    guard scan.isSpanish, phrase.country != nil else { return [] }
    var before = phrase.range.lowerBound - 1
    while before >= 0, scan.isDeterminer(before) { before -= 1 }
    guard
      scan.isOne(before, of: ArgumentWords.withWords) || scan.isOne(before, of: Words.and)
        || scan.isOne(before, of: ArgumentWords.objectMarkers)
    else { return [] }
    return Set(
      recent.lazy.filter { $0.sentence == scan.index && table.facts[$0.id].country == nil }
        .map(\.id))
  }

  /// "China's foreign minister" where the article goes on with "Foreign Minister Wang Yi": the only one of whom it tells that
  /// office and no country.
  private func stateless(
    _ phrase: NounPhrase, _ held: HeldOffice, _ scan: Scan, _ fits: (Int) -> Bool
  ) -> Int? {
    let isOwned = phrase.offices.first?.isPossessed == true
    // "The Thai foreign minister flew home. Maris Sangiampongsa had met the foreign minister, Than Swe"
    if let office = phrase.offices.first, opener(behind: scan, office) != nil { return nil }
    guard phrase.country != nil, phrase.body == nil, !held.isFormer, !held.isDeputy,
      held.kind == .foreign || isOwned
    else { return nil }
    let found = table.entities.indices.filter {
      (isOwned ? table.facts[$0].offices.contains { $0.form == held.form } : fits($0))
        && table.facts[$0].country == nil && table.entities[$0].name != nil
    }
    return found.count == 1 ? found.first : nil
  }

  /// "Serbia's president said ... Aleksandar Vucic also said": the one whom the next sentence opens with, of whom no country and
  /// no other office is told.
  private mutating func namedNext(
    _ phrase: NounPhrase, _ office: OfficePhrase, _ scan: Scan
  ) -> Int? {
    guard !isSpanish, let country = phrase.country, !phrase.isIndefinite, !phrase.isPlural,
      !office.isFormer, !office.isWhole, let id = opener(behind: scan, office)
    else { return nil }
    let held = HeldOffice(office, scan: scan)
    let facts = table.facts[id]
    guard [.state, .government, .foreign, .monarch].contains(held.kind), !held.isDeputy,
      facts.country == nil, genderFits(phrase, id), facts.offices.allSatisfy(held.mayMean),
      !recent.contains(where: { $0.id == id })
    else { return nil }
    table.setCountry(id, country)
    return id
  }

  /// "El presidente recibirá mañana al canciller alemán. ... El presidente Luis Mora": the only one whom the article names with the
  /// office that its opening tells of no name and no country.
  private func namedLater(_ phrase: NounPhrase, _ office: OfficePhrase, _ scan: Scan) -> Int? {
    guard scan.index < 3, phrase.country == nil, phrase.body == nil, !phrase.isIndefinite,
      !phrase.isPlural, office.hasDeterminer, !office.isFormer, !office.isPossessed,
      !office.isQualified, !scan.isSign(phrase.range.upperBound, ",")
    else { return nil }
    let held = HeldOffice(office, scan: scan)
    guard [.state, .government, .foreign, .minister, .monarch].contains(held.kind) else {
      return nil
    }
    let found = table.entities.indices.filter { id in
      table.entities[id].kind == .person && table.entities[id].name != nil
        && genderFits(phrase, id) && !namedHere.contains { $0.id == id }
        && table.facts[id].offices.contains { held.mayMean($0) && !$0.isFormer }
    }
    guard found.count == 1, let id = found.first,
      table.facts[id].country == nil || table.facts[id].country == homeCountry
    else { return nil }
    return id
  }

  /// Of the names that open the next sentence, the one that stands where this holder stands among those of the same words:
  /// "The foreign ministers of Armenia and Azerbaijan met. Ararat Mirzoyan and Jeyhun Bayramov ..."
  private func opener(behind scan: Scan, _ office: OfficePhrase) -> Int? {
    guard let names = openers[scan.index + 1] else { return nil }
    let holders = holders[scan.index]?.filter { $0 == office.head }.count ?? 0
    guard names.count == holders else { return nil }
    let before = mentions.reversed().prefix { $0.mention.sentence == scan.index }.filter {
      $0.phrase?.kind == .office && $0.phrase?.offices.first?.head == office.head
    }.count
    return before < names.count ? names[before] : nil
  }

  /// "El expresidente nigeriano", right behind the first mention of somebody of whom no country and no other such office is
  /// told: who he is, told anew. Nil unless there is one only.
  func renamed(_ phrase: NounPhrase, _ office: OfficePhrase, _ scan: Scan) -> Int? {
    guard phrase.country != nil, !phrase.isIndefinite, !office.isPossessed,
      phrase.offices.count == 1, scan.isSpanish || scan.isCapital(phrase.range.lowerBound)
    else { return nil }
    let held = HeldOffice(office, scan: scan)
    // "Advisor to the French President" tells of whoever that is, not of the adviser.
    var before = phrase.range.lowerBound - 1
    while scan.isDeterminer(before) { before -= 1 }
    guard [.state, .government].contains(held.kind), !held.isDeputy,
      !scan.isOne(before, of: Resolver.prepositions)
    else { return nil }
    var found: Set<Int> = []
    for entry in recent.reversed() where scan.index - entry.sentence <= 1 {
      let facts = table.facts[entry.id]
      guard table.entities[entry.id].kind == .person, table.entities[entry.id].name != nil,
        facts.country == nil, genderFits(phrase, entry.id),
        facts.offices.allSatisfy({ held.isFormer && [.envoy, .leader].contains($0.kind) })
      else { continue }
      found.insert(entry.id)
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whom "the president" means where the article calls nobody so: the person without an office whom it names first and
  /// speaks of most, as readers know who he is.
  func hero(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    guard phrase.offices.first.map({ HeldOffice($0, scan: scan).isDeputy }) == false else {
      return nil
    }
    var counts: [Int: Int] = [:]
    var first: Int?
    for entry in mentions {
      guard let id = entry.mention.entities.first, entry.mention.entities.count == 1,
        table.entities[id].kind == .person, table.entities[id].name != nil
      else { continue }
      if first == nil { first = id }
      counts[id, default: 0] += 1
    }
    guard let first, table.facts[first].offices.isEmpty, !table.facts[first].isWeak,
      genderFits(phrase, first), let most = counts.values.max(), counts[first] == most,
      recent.contains(where: { $0.id == first && scan.index - $0.sentence <= 6 })
    else { return nil }
    return first
  }

  /// Of those whom "el mandatario" may mean in the last sentences: who is spoken of most, as subject, and last, and who is called
  /// by that very word ("el canciller" of a "canciller" and a "secretario de Exteriores").
  func mostSalient(_ sentence: Int, form: String? = nil, _ fits: (Int) -> Bool) -> Int? {
    var weights: [Int: Int] = [:]
    for entry in recent.suffix(40) where sentence - entry.sentence <= 5 && fits(entry.id) {
      let near = max(0, 6 - 2 * (sentence - entry.sentence))
      weights[entry.id, default: 0] += 1 + near + (entry.isSubject ? 3 : 0)
    }
    if let form {
      for id in weights.keys where table.facts[id].offices.contains(where: { $0.form == form }) {
        weights[id, default: 0] += 4
      }
    }
    return weights.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  func genderFits(_ phrase: NounPhrase, _ id: Int) -> Bool {
    switch (phrase.gender, table.entities[id].gender) {
    case (.masculine, .feminine), (.feminine, .masculine): false
    default: true
    }
  }

  /// "his Russian counterpart": the holder of the same office in the other country, whom the article may name elsewhere.
  mutating func counterpart(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    if let office = phrase.offices.first, let country = hostCountry(phrase, office, scan) {
      var one = phrase
      one.country = country
      return counterpart(one, scan)
    }
    guard let country = phrase.country else {
      // "su homólogo" without a country: the other one of the last two who hold such an office.
      guard scan.isSpanish, !phrase.isIndefinite else { return nil }
      return otherHolder(scan.index)
    }
    let owner = recent.last {
      table.entities[$0.id].kind == .person && table.facts[$0.id].country != country
    }
    let offices = owner.map { table.facts[$0.id].offices } ?? []
    for entry in recent.reversed()
    where table.entities[entry.id].kind == .person && table.facts[entry.id].country == country {
      if offices.isEmpty
        || table.facts[entry.id].offices.contains(where: { own in
          offices.contains { $0.kind == own.kind }
        })
      {
        return entry.id
      }
    }
    let later = table.entities.indices.first { id in
      table.entities[id].kind == .person && table.facts[id].country == country
        && table.entities[id].name != nil
        && table.facts[id].offices.contains { own in offices.contains { $0.kind == own.kind } }
    }
    return later
      ?? table.unnamedPerson(
        phrase, scan, country: country, kind: offices.first?.kind, title: owner.flatMap(field))
  }

  /// "Defence Minister" of whom "his Syrian counterpart" is told: his own office says more than "Minister".
  private func field(
    _ owner: (id: Int, sentence: Int, isSubject: Bool, isOwned: Bool, isHead: Bool)
  ) -> String? {
    guard !isSpanish, let office = table.facts[owner.id].offices.first, office.kind == .minister,
      !office.isDeputy, let role = table.entities[owner.id].role
    else { return nil }
    let words = role.split(separator: " ").map { $0.lowercased() }.prefix { $0 != "of" }
    guard words.last == "minister", words.count > 1,
      let field = words.dropLast().last, Resolver.ministries.contains(field)
    else { return nil }
    return field.prefix(1).uppercased() + field.dropFirst() + " Minister"
  }

  private static let ministries: Set<String> = [
    "defence", "defense", "finance", "interior", "trade", "energy", "justice", "agriculture",
    "health", "economy", "transport", "environment", "oil", "security", "education", "culture",
  ]

  /// The second of the last two persons, of two countries, who hold offices of one class.
  func otherHolder(_ sentence: Int) -> Int? {
    var first: Int?
    for entry in recent.reversed() where sentence - entry.sentence <= 4 {
      guard table.entities[entry.id].kind == .person, table.entities[entry.id].name != nil else {
        continue
      }
      let offices = table.facts[entry.id].offices
      guard !offices.isEmpty else { continue }
      guard let owner = first else {
        first = entry.id
        continue
      }
      if entry.id == owner { continue }
      let country = table.facts[entry.id].country
      if country != nil, country == table.facts[owner].country { continue }
      let own = table.facts[owner].offices
      if offices.contains(where: { office in own.contains { $0.kind == office.kind } }) {
        return entry.id
      }
    }
    return nil
  }
}
