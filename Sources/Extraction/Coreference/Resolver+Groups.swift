import Gazetteer
import Language
import Records

extension Resolver {
  /// "the presidents", "both ministers": the last holders of such offices.
  mutating func several(_ phrase: NounPhrase, _ scan: Scan) {
    guard let office = phrase.offices.first else { return }
    // "Leaders also met with the Chamber of Commerce": those of the meeting told before.
    if !scan.isSpanish, phrase.range == 0..<1, scan.isOne(1, of: GroupWords.followers) {
      let told = actors(before: scan.index)
      if told.count > 1 { return mention(told, phrase, scan, .description) }
    }
    // "Experts said ..." opens a sentence with a capital and means nobody.
    guard !phrase.isIndefinite,
      office.hasDeterminer || scan.isOne(phrase.range.lowerBound - 1, of: GroupWords.both)
        || scan.isCapital(office.head) && office.range.lowerBound > 0
          && !scan.shapes[office.range.lowerBound - 1].contains(.punctuation)
    else {
      return unnamedGroup(phrase, office, scan)
    }
    var held = HeldOffice(office, scan: scan)
    held.form = OfficeNames.singular(held.form, isSpanish: scan.isSpanish)
    if held.kind == .counterpart { return }
    // "the G7 foreign ministers" are no two of those that were named before.
    if !scan.isSpanish, phrase.body != nil { return unnamedGroup(phrase, office, scan) }
    var ids: [Int] = []
    for entry in recent.reversed() where scan.index - entry.sentence <= 8 {
      guard table.entities[entry.id].kind == .person, !ids.contains(entry.id) else { continue }
      if let country = phrase.country, table.facts[entry.id].country != country { continue }
      if table.facts[entry.id].offices.contains(where: held.mayMean) { ids.append(entry.id) }
      if ids.count == 6 { break }
    }
    // "The ministers" of two ministers and a prime minister are the two.
    let exact = ids.filter { id in table.facts[id].offices.contains { $0.kind == held.kind } }
    if exact.count > 1 { ids = exact }
    // "ambos ministros" of two of whom only one is told to be a minister.
    if ids.count < 2, scan.isOne(phrase.range.lowerBound - 1, of: GroupWords.both) {
      ids = members(scan.index, number: 2, isExact: true, .people)
    }
    if let holders = ofTheTwoCountries(phrase, scan) { ids = holders }
    if ids.count < 2, !scan.isSpanish, office.hasDeterminer, phrase.country == nil,
      phrase.body == nil, let told = table.people(of: scan.keys[office.head])
    {
      return mention([told], phrase, scan, .description)
    }
    guard ids.count >= 2 else {
      if !scan.isSpanish, phrase.country == nil, phrase.body == nil, office.hasDeterminer,
        !scan.isOne(phrase.range.lowerBound - 1, of: Resolver.prepositions),
        scan.tokens[phrase.range.upperBound...].first?.form.hasSuffix("ed") == true
      {
        strangers = scan.index
      }
      return unnamedGroup(phrase, office, scan)
    }
    mention(ids.sorted(), phrase, scan, .description)
  }

  /// "The co-chairs reviewed the plan. They agreed to meet again": true where "they" are people of whom nobody can be told.
  mutating func areStrangers(_ sentence: Int) -> Bool {
    guard let told = strangers, sentence > told, sentence - told <= 2,
      !recent.contains(where: {
        $0.sentence >= told && $0.isSubject && table.entities[$0.id].kind == .person
      })
    else { return false }
    strangers = sentence
    return true
  }

  /// "the foreign ministers of the two countries", "los ministros de Defensa de ambos países": one of each of the two countries
  /// that were told of last.
  private mutating func ofTheTwoCountries(_ phrase: NounPhrase, _ scan: Scan) -> [Int]? {
    guard phrase.country == nil, phrase.body == nil, let office = phrase.offices.first,
      scan.isOne(phrase.range.upperBound, of: Words.of)
    else { return nil }
    var at = phrase.range.upperBound + 1
    var isPair = false
    while at < scan.count, scan.isOne(at, of: GroupWords.openers) {
      if GroupWords.numbers[scan.keys[at]] == 2 { isPair = true }
      at += 1
    }
    guard isPair, scan.isOne(at, of: GroupWords.nations) else { return nil }
    let nations = members(scan.index, number: 2, isExact: true, .states)
    let countries =
      countriesOfPersons(before: scan.index)
      ?? nations.compactMap { table.facts[$0].country }
    guard countries.count == 2 else { return nil }
    let holders = countries.compactMap { country in
      var one = phrase
      one.country = country
      one.isPlural = false
      one.gender = .either
      return knownHolder(one, office, scan)
        ?? table.unnamedPerson(one, scan, country: country, kind: nil)
    }
    return Set(holders).count == 2 ? holders : nil
  }

  /// The countries of the persons in the sentence before, if these are of two: "the ministers of both countries" are theirs.
  private func countriesOfPersons(before sentence: Int) -> [Int]? {
    for back in 1...2 {
      var found: [Int] = []
      for entry in recent
      where entry.sentence == sentence - back && table.entities[entry.id].kind == .person {
        if let country = table.facts[entry.id].country, !found.contains(country) {
          found.append(country)
        }
      }
      if found.count == 2 { return found }
      if !found.isEmpty { return nil }
    }
    return nil
  }

  /// "senadores de Estados Unidos", "embajadores de la Unión Europea": unnamed people stand for their country or body.
  private mutating func unnamedGroup(_ phrase: NounPhrase, _ office: OfficePhrase, _ scan: Scan) {
    guard scan.isSpanish || phrase.body != nil,
      [
        .foreign, .minister, .secretary, .envoy, .ambassador, .diplomat, .legislator, .official,
        .leader,
      ].contains(office.kind)
    else { return }
    if let body = phrase.body {
      mention([table.body(body, name: nil)], phrase, scan, .description)
    } else if let country = phrase.country {
      mention([table.government(country, name: nil)], phrase, scan, .description)
    }
  }

  /// "the two leaders", "both sides", "ambos mandatarios", "las partes"; the end of the phrase, or nil.
  mutating func together(_ start: Int, _ scan: Scan, _ sentence: Int) -> Int? {
    guard scan.isOne(start, of: GroupWords.openers) else { return nil }
    var at = start
    var number: Int?
    while at < scan.count,
      scan.isOne(at, of: GroupWords.openers) || scan.isOne(at, of: GroupWords.fillers)
    {
      if let n = GroupWords.numbers[scan.keys[at]] { number = n }
      at += 1
    }
    let head = at
    guard head < scan.count else { return nil }
    let isNations =
      scan.isOne(head, of: GroupWords.nations)
      && !(scan.isSpanish && scan.isOne(head + 1, of: Words.of))
    let isPeople =
      scan.isOne(head, of: GroupWords.people)
      || number != nil && scan.isOne(head, of: GroupWords.holders)
    let isSides = scan.isOne(head, of: GroupWords.sides)
    var end = head + 1
    if !isNations, !isPeople, !isSides {
      // "The two also discussed ...", "Ambos coincidieron".
      guard number != nil, !scan.isCapital(head),
        start == 0 || scan.keys[start - 1] == 0 || !scan.isSpanish || number == 2,
        scan.has(.verb, at: head) || scan.isOne(head, of: GroupWords.followers)
          || isBetweenTwo(start, head, scan) || isPluralVerb(head, scan),
        scan.shapes[head].contains(.lower) || isBetweenTwo(start, head, scan)
      else { return nil }
      end = head
    } else if number == nil, !isSides, !scan.isOne(start, of: GroupWords.definite) {
      return nil
    }
    var ids: [Int] = []
    if isSides, !isPeople {
      ids = members(sentence, number: number ?? 2, isExact: number != nil, .sides)
      // The two persons who were told of last, before a person and a country.
      if ids.count < 2, !scan.isSpanish {
        ids = members(sentence, number: number ?? 2, isExact: number != nil, .people)
      }
    }
    if ids.count < 2 {
      let sort: Sort =
        isNations ? .states : isPeople || !isSides ? .people : .any
      ids = members(sentence, number: number ?? 2, isExact: number != nil, sort)
    }
    if isPeople, ids.count == 2, number == 2 {
      for kinds in heads(scan, head) {
        if ids.allSatisfy({ id in table.facts[id].offices.contains { kinds.contains($0.kind) } }) {
          break
        }
        guard let holders = pair(of: kinds, before: sentence) else { continue }
        ids = holders
        break
      }
    }
    if isNations, ids.count < 2 { ids = countriesTold(sentence, number: number ?? 2) }
    guard ids.count >= 2 else { return nil }
    // "officials from the two countries", "los equipos negociadores de ambos países": whose they are stand for them.
    let opening = isNations || isSides ? self.group(of: start, scan) : nil
    // "representatives of the two sides" are not the leaders of whom the article spoke.
    if opening != nil, ids.allSatisfy({ table.entities[$0].kind == .person }) {
      let countries = ids.compactMap { table.facts[$0].country }
      guard Set(countries).count == ids.count else { return nil }
      ids = countries.map { table.government($0, name: nil) }
    }
    let start = opening ?? start
    add(
      Mention(
        sentence: sentence, tokens: start..<end, head: max(start, end - 1), entities: ids,
        form: .description))
    return end
  }

  /// The offices that a word for two people tells, the nearest first: "presidents", "jefes de Estado", "ministers" are no prime
  /// ministers where there are two others; none for "leaders", "men".
  private func heads(_ scan: Scan, _ head: Int) -> [Set<Office.Class>] {
    let all: Set<Office.Class> = [.state, .government, .monarch]
    if scan.isOne(head, of: GroupWords.chiefs), scan.isOne(head + 1, of: Words.of) {
      return scan.isOne(head + 2, of: GroupWords.states) && !scan.isOne(head + 3, of: Words.and)
        ? [[.state, .monarch], all] : [all]
    }
    if scan.isOne(head, of: GroupWords.presidents) { return [all] }
    guard scan.isOne(head, of: GroupWords.ministers) else { return [] }
    let ministers: Set<Office.Class> = [.foreign, .minister, .secretary]
    return [ministers, ministers.union([.government])]
  }

  /// The last two persons of two countries who hold such offices.
  private func pair(of kinds: Set<Office.Class>, before sentence: Int) -> [Int]? {
    var found: [Int] = []
    for entry in recent.reversed() where sentence - entry.sentence <= 10 {
      guard table.entities[entry.id].kind == .person, !found.contains(entry.id),
        table.facts[entry.id].offices.contains(where: { kinds.contains($0.kind) && !$0.isDeputy }),
        found.first.map({
          table.facts[$0].country != table.facts[entry.id].country
            || table.facts[$0].country == nil
        }) ?? true
      else { continue }
      found.append(entry.id)
      if found.count == 2 { return found.sorted() }
    }
    return nil
  }

  /// Where a group begins that is "of" or "from" what begins at a token.
  private func group(of start: Int, _ scan: Scan) -> Int? {
    guard start > 1, scan.isOne(start - 1, of: GroupWords.owning),
      // "the ministers of the two countries" are persons.
      !mentions.reversed().prefix(while: { $0.mention.sentence == scan.index }).contains(where: {
        $0.mention.tokens.upperBound == start - 1
      })
    else { return nil }
    let match = scan.matches.last { $0.kind == .group && Int($0.end) == start - 1 }
    guard let match else { return nil }
    var at = Int(match.start)
    while at > 0, scan.isDeterminer(at - 1) || scan.has(.modifier, at: at - 1) { at -= 1 }
    return at
  }

  /// "Ambos volverán a verse": a Spanish verb in the third person of the plural.
  private func isPluralVerb(_ at: Int, _ scan: Scan) -> Bool {
    guard scan.isSpanish, at < scan.count else { return false }
    let form = scan.tokens[at].form
    return GroupWords.pluralEndings.contains(where: form.hasSuffix)
      || form.hasSuffix("n") && Annotator().commonClass(form, isSpanish: true) == .verb
  }

  /// "an earlier meeting of the two in July", "talks between the two.", "la reunión entre ambos duró".
  private func isBetweenTwo(_ start: Int, _ end: Int, _ scan: Scan) -> Bool {
    start > 1
      && (scan.isOne(start - 1, of: Words.of) || scan.isOne(start - 1, of: Words.between))
      && scan.has(.noun, at: start - 2)
      && (scan.isOne(end, of: Resolver.prepositions) || scan.shapes[end].contains(.punctuation)
        || scan.isOne(end, of: GroupWords.lasting))
  }

}

/// Words of phrases that mean several parties at once.
enum GroupWords {
  static let openers = Words.set(
    "the two pair duo trio both three four los las ambos ambas dos tres cuatro its their")
  static let fillers = Words.set(
    "other otros otras respective respectivos foreign neighboring neighbouring top last first later then previously next never"
  )
  static let both = Words.set("both ambos ambas")
  static let present = Words.set("present attended attending attendance accompanied")
  static let definite = Words.set("both ambos ambas los las the")
  static let numbers: [WordKey: Int] = {
    var out: [WordKey: Int] = [:]
    for (word, n) in [
      ("two", 2), ("both", 2), ("pair", 2), ("duo", 2), ("trio", 3), ("three", 3), ("four", 4),
      ("ambos", 2), ("ambas", 2), ("dos", 2),
      ("tres", 3), ("cuatro", 4),
    ] {
      for key in WordKeys.keys(word) { out[key] = n }
    }
    return out
  }()
  static let nations = Words.set(
    "countries nations states governments países naciones gobiernos estados neighbours neighbors vecinos cancillerías"
  )
  static let people = Words.set(
    "leaders ministers secretaries envoys premiers chancellors monarchs negotiators chiefs heads lawmakers men women officials diplomats presidents politicians statesmen líderes mandatarios dirigentes gobernantes políticos funcionarios diplomáticos dignatarios estadistas"
  )
  /// Holders of offices, of whom only a number says that they were told of before ("los dos presidentes").
  static let holders = Words.set(
    "presidentes ministros cancilleres secretarios embajadores gobernadores alcaldes jefes negociadores enviados monarcas expresidentes estadistas premieres ministras presidentas"
  )
  static let sides = Words.set(
    "sides parties partes delegations delegaciones participants principals blocs bloques bandos")
  static let followers = Words.set(
    "instead then later earlier never already still again jointly separately reportedly soon last next first ya han habían have had would will are were also discussed agreed spoke met talked exchanged held reaffirmed underscored reviewed pledged signed coincidieron acordaron hablaron conversaron dialogaron expresaron reiteraron destacaron subrayaron analizaron abordaron sostuvieron se firmaron coincidió"
  )

  static let presidents = Words.set(
    "presidents presidentes mandatarios gobernantes monarchs monarcas premiers premieres")
  static let states = Words.set("state estado")
  static let chiefs = Words.set("jefes heads")
  static let ministers = Words.set("ministers ministros ministras cancilleres")
  static let sayings = Words.set(
    """
    said says told tells added warned urged called announced insisted stressed replied asked accused thanked assured wrote \
    tweeted argued noted acknowledged denied confirmed described invited informed reminded promised
    """)
  static let owning = Words.set("of from de")
  /// What a meeting does.
  static let lasting = Words.set(
    "was is will has had lasted took came began ended would focused duró fue será tuvo se comenzó concluyó terminó"
  )
  static let pluralEndings = ["rán", "aron", "ieron", "rían"]
}
