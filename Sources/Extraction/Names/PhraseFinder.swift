import Gazetteer
import Language

/// Finds the phrases of a sentence that speak of persons, governments, bodies and groups, from left to right.
struct PhraseFinder {
  let scan: Scan
  let names: NameParser
  let offices: OfficeParser
  var phrases: [NounPhrase] = []
  /// The last word that may be an English noun of unnamed people; -1 if there is none.
  private(set) var lastPeople = -1
  /// The last word that teams, committees or several companies may be told by; -1 if there is none.
  private(set) var lastTeam = -1

  init(scan: Scan, plainWords: Set<WordKey>, surnames: Set<WordKey> = []) {
    self.scan = scan
    names = NameParser(scan: scan, plainWords: plainWords, surnames: surnames)
    offices = OfficeParser(scan: scan, names: names)
    lastTeam = (0..<scan.count).last { scan.isOne($0, of: TeamWords.all) } ?? -1
    if !scan.isSpanish {
      lastPeople =
        (0..<scan.count).last {
          scan.has(.people, at: $0) || isAgentive($0) || scan.isOne($0, of: PeopleListWords.letters)
        } ?? -1
    }
  }

  /// All phrases of the sentence.
  mutating func run() -> [NounPhrase] {
    var at = 0
    while at < scan.count {
      let next = step(at)
      at = max(next, at + 1)
    }
    return phrases
  }

  mutating func step(_ at: Int) -> Int {
    guard scan.keys[at] != 0 else { return at + 1 }
    if let end = hyphenated(at) ?? peoples(at) ?? holdersInTurn(at) { return end }
    if let end = teams(at) ?? officialsOfBodies(at) { return end }
    if isPlain(at) { return (scan.isSpanish ? people(at) : englishPeople(at)) ?? at + 1 }
    if let end = commemoration(at) ?? listItem(at) { return end }
    if let end = grouping(at) ?? ofSeveralCountries(at) ?? bilateral(at) { return end }
    let owned = scan.isPossessive(at - 1)
    // "los cancilleres argentino, A, y brasileño, B" before "cancilleres" alone is taken for a group.
    let office = offices.office(at: at, owned: owned)
    if let office, office.isPlural {
      let before = phrases.count
      let end = several(office)
      if phrases.count > before + 1 || phrases.count == before + 1 && !phrases[before].isPlural {
        return end
      }
      phrases.removeSubrange(before...)
    }
    if let group = group(at) {
      phrases.append(contentsOf: group)
      return group.last?.range.upperBound ?? at + 1
    }
    if let end = elided(at) ?? national(at) { return end }
    if isOpenToPeople(office),
      let end = scan.isSpanish ? people(at) : englishPeople(at)
    {
      return end
    }
    if let office { return person(with: sharingArticle(office)) }
    // Inside "the Islamic Republic of Iran" the determiner is passed over.
    if let end = organization(at) {
      if owned { ownOrganization() }
      peopleOfOrganization()
      return end
    }
    if let end = honoured(at) { return end }
    if let end = lexical(at) { return end }
    if let end = acronym(at) { return end }
    if let found = names.name(at: at) {
      // "(Official White House Photo by A B)"
      if !scan.isSpanish, scan.isSign(at - 1, "by"), scan.isOne(at - 2, of: NamedThings.pictures) {
        return found.range.upperBound
      }
      // "el palacio Benigno López", "el premio Andréi Sájarov": a thing that bears a name.
      if scan.isSpanish, scan.has(.venue, at: at - 1) || scan.isOne(at - 1, of: NamedThings.words) {
        return found.range.upperBound
      }
      // "el Libertador", "el Comando Sur": no article stands before a person's name.
      if scan.isSpanish, scan.isOne(at - 1, of: NamedThings.articles), !scan.has(.given, at: at) {
        return found.range.upperBound
      }
      var phrase = NounPhrase(kind: .person, range: found.range, head: found.range.upperBound - 1)
      phrase.name = found.range
      phrase.nameWords = found.words
      // "Spain's Pedro Sánchez"
      if owned, let owner = phrases.last, owner.kind == .country, owner.isOwner,
        owner.range.upperBound == at - 1,
        found.words > 1
          || scan.matches(at: at).allSatisfy({ $0.kind == .given })
            && (endsName(found.range.upperBound)
              || scan.isOne(owner.range.lowerBound - 1, of: NamedThings.companions)
                && scan.isOne(found.range.upperBound, of: Resolver.prepositions))
      {
        phrase.country = owner.country
        // One phrase, so that a list goes on with it: "Egypt's A, Jordan's B and C".
        if found.words > 1, !scan.isSpanish, owner.range.upperBound == at - 1 {
          phrases.removeLast()
          phrase.range = owner.range.lowerBound..<phrase.range.upperBound
        }
      }
      return finish(phrase)
    }
    return at + 1
  }

  /// True if no noun follows that a lone word would be part of: "Germany's Bundestag vote".
  private func endsName(_ at: Int) -> Bool {
    closes(at) || scan.has(.verb, at: at)
      || scan.shapes[at].contains(.lower)
        && Annotator().commonClass(scan.tokens[at].form, isSpanish: scan.isSpanish) == .verb
  }

  /// "the five permanent members of the UN Security Council".
  mutating func grouping(_ start: Int) -> Int? {
    let at = scan.isDeterminer(start) ? start + 1 : start
    guard let match = scan.match(.grouping, at: at) else { return nil }
    var phrase = NounPhrase(
      kind: .grouping, range: start..<Int(match.end), head: Int(match.end) - 1)
    phrase.grouping = Int(match.index)
    phrase.isPlural = true
    phrase.isOwner = scan.isPossessive(Int(match.end))
    phrases.append(phrase)
    return phrase.isOwner ? Int(match.end) + 1 : Int(match.end)
  }

  // MARK: Persons

  mutating func person(with office: OfficePhrase, from start: Int? = nil) -> Int {
    if office.isPlural { return several(office) }
    let start = start ?? office.range.lowerBound
    var phrase = NounPhrase(
      kind: .office, range: start..<office.range.upperBound, head: office.head)
    phrase.offices = [office]
    phrase.country = office.country
    phrase.body = office.body
    phrase.isIndefinite = office.isIndefinite
    phrase.gender = office.gender
    var at = office.range.upperBound
    // A second office of the same person: "Deputy Prime Minister and Foreign Minister Prak Sokhonn".
    if scan.isOne(at, of: Words.and) || scan.isSign(at, "&") || isDash(at),
      let second = secondOffice(at + 1, of: office), nameAfter(at, comma: false) == nil
    {
      phrase.offices.append(second)
      if phrase.country == nil { phrase.country = second.country }
      at = second.range.upperBound
    }
    if let name = nameAfter(at, comma: false) {
      return named(phrase, name)
    }
    // "Politburo Member, Director of the Office, and Foreign Minister Wang Yi".
    if !scan.isSpanish, scan.isCapital(office.head), let end = furtherOffices(&phrase, at),
      let name = nameAfter(end, comma: false)
    {
      return named(phrase, name)
    }
    if let name = relative(of: office) { return named(phrase, name) }
    // "..., President Obama": an office in apposition that brings the name.
    if scan.isSign(at, ","), let second = offices.office(at: at + 1), !second.isPlural,
      let name = nameAfter(second.range.upperBound, comma: false),
      closes(name.range.upperBound)
        || office.kind == .family
    {
      phrase.offices.append(second)
      return named(phrase, name)
    }
    if let name = nameAfter(at, comma: true), isApposition(office, name) {
      return named(phrase, name)
    }
    phrase.range = start..<at
    // A bare word such as "leader" without an article is nobody in particular.
    if !office.hasDeterminer, !office.isQualified, !scan.isCapital(office.head) { return at }
    phrases.append(phrase)
    return at
  }

  /// "el yerno del presidente Trump, Jared Kushner": whose relative it is stands before the name.
  func relative(of office: OfficePhrase) -> (
    range: Range<Int>, words: Int, gender: WordGender
  )? {
    guard scan.isSpanish, office.kind == .family, scan.isOne(office.range.upperBound, of: Words.of)
    else { return nil }
    var at = office.range.upperBound + 1
    while scan.isDeterminer(at) { at += 1 }
    if let owner = offices.office(at: at), !owner.isPlural { at = owner.range.upperBound }
    if let owner = names.name(at: at) { at = owner.range.upperBound }
    guard let name = nameAfter(at, comma: true), name.words > 1, closes(name.range.upperBound)
    else { return nil }
    return name
  }

  /// A name at a token, past honorifics; with `comma`, past one comma first.
  func nameAfter(_ start: Int, comma: Bool) -> (
    range: Range<Int>, words: Int, gender: WordGender
  )? {
    var at = start
    if comma {
      guard scan.isSign(at, ",") else { return nil }
      at += 1
    }
    guard at < scan.count else { return nil }
    var gender = WordGender.either
    // "Secretary of State Cardinal Pietro Parolin", "el ministro general Padrino", "Minister, Dr the Right Honourable X".
    for _ in 0..<(scan.isSpanish ? 2 : 4) {
      if isStyle(at, comma: comma) { at += 1 }
      // "He Lifeng": no "H.E."
      if let match = scan.match(.honorific, at: at), scan.isCapital(at) || scan.isSpanish,
        scan.tokens[at].form != "He"
      {
        gender = WordGender(rawValue: Int(match.index)) ?? .either
        at = Int(match.end)
        if scan.isSign(at, ".") { at += 1 }
      } else if let match = scan.match(.office, at: at), scan.isCapital(at) || scan.isSpanish,
        scan.match(.given, at: at).map({ $0.end >= match.end }) != true
          || !scan.isCapital(Int(match.end))
      {
        let office = Gazetteer.shared.offices[Int(match.index)]
        guard
          // "the President of Ghana, His Excellency President X"
          at > (comma ? start + 1 : start) && (office.kind == .state || office.kind == .government)
            || office.kind == .religious || office.kind == .military || office.kind == .monarch
            || !scan.isSpanish && comma && isRank(match)
            // "Domestic Policy Advisor Ambassador Susan Rice": a rank that is kept.
            || office.kind == .ambassador && !scan.isSpanish && match.end - match.start == 1
              && !office.isPlural && !comma && scan.isCapital(at - 1)
        else { break }
        // "el canciller Reina": nobody is both, so that it is a surname.
        if scan.isSpanish, !comma, scan.isCapital(at), match.end - match.start == 1,
          office.kind == .monarch, scan.has(.office, at: at - 1), !scan.isCapital(at + 1)
        {
          return (at..<(at + 1), 1, gender)
        }
        at = Int(match.end)
      }
    }
    guard scan.isCapital(at) || scan.has(.particle, at: at) else { return nil }
    if let found = names.name(at: at) { return (found.range, found.words, gender) }
    // "el papa León", "Secretary Austin": a town behind an office, with nothing between, is a family name.
    guard !comma, at > 0, scan.isSpanish || scan.isCapital(at - 1), scan.has(.office, at: at - 1),
      !scan.isCapital(at + 1) || scan.has(.suffix, at: at + 1),
      let town = scan.match(.city, at: at), town.end - town.start == 1, !scan.has(.country, at: at)
    else { return nil }
    // "el papa León XIV"
    if scan.isCapital(Int(town.end)), let suffix = scan.match(.suffix, at: Int(town.end)) {
      return (at..<Int(suffix.end), 2, gender)
    }
    return (town.range, 1, gender)
  }

  /// ", the Rt Hon. X", "Senator the Hon. X": the article of a style.
  private func isStyle(_ at: Int, comma: Bool) -> Bool {
    !scan.isSpanish && scan.isSign(at, "the") && scan.isCapital(at + 1)
      && scan.has(.honorific, at: at + 1) && (comma || scan.isCapital(at - 1))
  }

  /// "Prime Minister, the Most Hon. X, at Government House", "Speaker of the House, X, received": an office without an article before a
  /// name that its style or two commas set off.
  private func isTitle(
    _ office: OfficePhrase, _ name: (range: Range<Int>, words: Int, gender: WordGender)
  ) -> Bool {
    !scan.isSpanish && scan.isCapital(office.head) && name.words >= 2
      && closes(name.range.upperBound)
      && (isRanked(name.range) || office.core.count > 1 && scan.isSign(name.range.upperBound, ","))
  }

  /// True if a name after a comma belongs to the office before the comma.
  func isApposition(
    _ office: OfficePhrase, _ name: (range: Range<Int>, words: Int, gender: WordGender)
  ) -> Bool {
    guard office.hasDeterminer || office.isQualified || isTitle(office, name) else { return false }
    if office.isIndefinite, name.words < 2 { return false }
    if closes(name.range.upperBound) { return true }
    // "The Prime Minister of India, Narendra Modi for a working visit": one country has one of them.
    if !scan.isSpanish, office.hasDeterminer || isRanked(name.range) || office.kind == .monarch,
      office.country != nil, name.words >= 2 || name.range.count > 1,
      [.state, .government, .foreign, .monarch, .counterpart].contains(office.kind),
      scan.isOne(name.range.upperBound, of: Resolver.prepositions)
    {
      return true
    }
    // "told the Kenyan Finance Minister, Ann Miller that", "told the premier-designate, Ann Miller her": no subject stands before it.
    if !scan.isSpanish, office.country != nil, name.words >= 2,
      scan.isSign(name.range.upperBound, "that")
        || scan.isOne(name.range.upperBound, of: Words.possessives)
    {
      return true
    }
    // Without a closing comma the name may be the subject of what follows ("In talks with the minister, Kerry said").
    return name.words >= 2 && (scan.isOne(name.range.upperBound, of: Words.and) || scan.isSpanish)
  }

  func closes(_ at: Int) -> Bool {
    guard at < scan.count else { return true }
    switch scan.tokens[at].form {
    case ",", ".", ";", ")", "(", ":", "—", "–", "-", "?", "!": return true
    default: return scan.isOne(at, of: Words.and) || scan.shapes[at].contains(.quote)
    }
  }

  mutating func named(
    _ base: NounPhrase, _ name: (range: Range<Int>, words: Int, gender: WordGender)
  ) -> Int {
    var phrase = base
    phrase.kind = .person
    phrase.name = name.range
    phrase.nameWords = name.words
    phrase.head = name.range.upperBound - 1
    phrase.range = phrase.range.lowerBound..<name.range.upperBound
    if name.gender != .either { phrase.gender = name.gender }
    // "Secretary of State Cardinal X": later "the cardinal".
    if !scan.isSpanish, base.range.upperBound < name.range.lowerBound,
      let rank = offices.office(at: base.range.upperBound), !rank.isPlural,
      rank.range.upperBound == name.range.lowerBound,
      rank.kind == .military || rank.kind == .religious
    {
      phrase.offices.append(rank)
    }
    return finish(phrase)
  }

  // MARK: Honorifics

  mutating func honoured(_ at: Int) -> Int? {
    guard let match = scan.match(.honorific, at: at), scan.isCapital(at) || scan.isSpanish else {
      return nil
    }
    var next = Int(match.end)
    if scan.isSign(next, ".") { next += 1 }
    // "The Right Honourable, the Prime Minister of Lesotho, Mr X"
    if !scan.isSpanish, scan.isSign(next, ","), scan.isDeterminer(next + 1) { next += 1 }
    // "H.E. Mr. Abul Momen"
    if let second = scan.match(.honorific, at: next), scan.isCapital(next),
      scan.tokens[next].form != "He"
    {
      next = Int(second.end)
      if scan.isSign(next, ".") { next += 1 }
    }
    // "His Holiness Pope Francis", "Her Excellency President X".
    if var office = offices.office(at: next), !office.isPlural {
      office.hasDeterminer = true
      return person(with: office, from: at)
    }
    guard scan.isCapital(next) || scan.has(.particle, at: next), let found = names.name(at: next)
    else { return nil }
    var phrase = NounPhrase(
      kind: .person, range: at..<found.range.upperBound, head: found.range.upperBound - 1)
    phrase.name = found.range
    phrase.nameWords = found.words
    phrase.gender = WordGender(rawValue: Int(match.index)) ?? .either
    return finish(phrase)
  }

  mutating func add(_ phrase: NounPhrase) { phrases.append(phrase) }
}

enum NamedThings {
  /// What is by somebody who only took it.
  static let pictures = Words.set("photo photos photograph photographs picture image video")
  static let companions = Words.set("with and met")
  static let articles = Words.set("el los un una unos unas este esta ese esa del al")
  static let words = Words.set(
    "plaza calle avenida teatro hospital colegio escuela instituto universidad fundación premio estadio base centro puente parque museo biblioteca orden puerto operación medalla aeropuerto memorial barrio municipio ciudad ley caso doctrina monumento sala auditorio salón buque fragata"
  )
}
