import Gazetteer
import Language
import Records

/// Tells who each phrase means: first the full names of the whole article, then everything else in the order of the text.
struct Resolver {
  let scans: [Scan]
  let document: Document
  let isSpanish: Bool
  var table: EntityTable
  private(set) var mentions: [(mention: Mention, phrase: NounPhrase?)] = []
  /// Entities in the order in which they were last mentioned, with the sentence; bounded.
  private(set) var recent:
    [(id: Int, sentence: Int, isSubject: Bool, isOwned: Bool, isHead: Bool)] = []
  /// How often each was spoken of so far.
  private(set) var spoken: [Int: Int] = [:]
  /// Index into `Gazetteer.countries` of the country that the article is dated from or speaks of most.
  var homeCountry: Int?
  /// The country whose head "the President" is, where nothing else tells it.
  var ownCountry: Int?
  /// The country of the office that issued the text.
  var officialCountry: Int?
  /// Who open a sentence by their full names, with no country told, by the sentence.
  private(set) var openers: [Int: [Int]] = [:]
  /// The nouns of office, of whose holders no name is told, by the sentence; one for each holder.
  private(set) var holders: [Int: [Int]] = [:]
  /// Who says "I" outside of quotations.
  private(set) var author: Int?
  /// The country that somebody is told to go to, and the sentence that tells it.
  var host: (country: Int, sentence: Int)?
  /// Who came as a delegation, and the last sentence that tells of it.
  var delegation: (ids: [Int], sentence: Int)?
  /// The persons whom the sentence that is resolved names.
  private(set) var namedHere: [(tokens: Range<Int>, id: Int)] = []
  /// The last sentence that speaks of several people of whom nobody can be told ("the co-chairs"): "they" behind it are those.
  var strangers: Int?
  /// What the article tells about capitals that no list knows.
  private(set) var evidence = NameEvidence(plainWords: [])
  let article: Article

  init(_ article: Article, scans: [Scan], document: Document, isSpanish: Bool) {
    self.article = article
    self.scans = scans
    self.document = document
    self.isSpanish = isSpanish
    table = EntityTable(isSpanish: isSpanish)
  }

  /// Finds the phrases and resolves them.
  mutating func run() {
    let plain = plainWords()
    table.hasOwnSecretaries = haveOwnSecretaries
    var found: [[NounPhrase]] = []
    found.reserveCapacity(scans.count)
    for scan in scans {
      var finder = PhraseFinder(scan: scan, plainWords: plain)
      found.append(finder.run())
    }
    findSurnames(&found, plain)
    dropStrangeBodies(&found)
    evidence = NameEvidence(plainWords: plain)
    for (sentence, phrases) in found.enumerated() { evidence.add(phrases, scans[sentence]) }
    var ids: [[Int?]] = found.map { Array(repeating: nil, count: $0.count) }
    for (sentence, phrases) in found.enumerated() {
      let scan = scans[sentence]
      for (n, phrase) in phrases.enumerated()
      where phrase.kind == .person && phrase.nameWords > 1 && !isSurname(phrase, scan)
        && evidence.verdict(phrase, scan) == .person
      {
        ids[sentence][n] = table.person(phrase, scan)
        if let id = ids[sentence][n], phrase.country == nil, opensList(phrases, n, scan) {
          openers[sentence, default: []].append(id)
        }
      }
      if !isSpanish {
        holders[sentence] = phrases.compactMap {
          $0.kind == .office ? $0.offices.first?.head : nil
        }
      }
    }
    homeCountry = mostNamedCountry(found)
    officialCountry = issuer()
    author = writer()
    ownCountry = officialCountry ?? seatCountry() ?? homeCountry
    for sentence in scans.indices { resolve(sentence, found[sentence], ids[sentence]) }
    adoptOwn()
  }

  /// Reads anew the sentences that have the surname of somebody named in full elsewhere, where it is the name of a town or
  /// another word as well.
  private func findSurnames(_ found: inout [[NounPhrase]], _ plain: Set<WordKey>) {
    var surnames: Set<WordKey> = []
    for (sentence, phrases) in found.enumerated() {
      let scan = scans[sentence]
      for phrase in phrases where phrase.kind == .person && phrase.nameWords > 1 {
        guard let name = phrase.name, let last = name.last, scan.isCapital(last),
          scan.has(.given, at: name.lowerBound),
          scan.matches(at: last).contains(where: {
            [.city, .capital, .venue, .organization, .portfolio].contains($0.kind)
          }), !plain.contains(scan.keys[last])
        else { continue }
        surnames.insert(scan.keys[last])
      }
    }
    guard !surnames.isEmpty else { return }
    for (sentence, scan) in scans.enumerated()
    where (0..<scan.count).contains(where: {
      surnames.contains(scan.keys[$0]) && scan.isCapital($0)
    }) {
      var finder = PhraseFinder(scan: scan, plainWords: plain, surnames: surnames)
      found[sentence] = finder.run()
    }
  }

  /// "Van Rompuy", "De La Fuente": particles and one word.
  func isSurname(_ phrase: NounPhrase, _ scan: Scan) -> Bool {
    phrase.name.map { EntityTable.words($0, scan).count == 1 } == true
  }

  /// The person who signs the article, where it speaks in the first person.
  mutating func writer() -> Int? {
    guard !isSpanish, scans.prefix(8).contains(where: { $0.tokens.contains { $0.form == "I" } }),
      let name = Authorship.name(article)
    else { return nil }
    let document = Annotator().segment(name, language: .english)
    guard let sentence = document.sentences.first else { return nil }
    let scan = Scan(sentence, index: 0, isSpanish: false)
    var finder = PhraseFinder(scan: scan, plainWords: [])
    guard let phrase = finder.run().first(where: { $0.kind == .person }) else { return nil }
    return table.person(short: phrase, scan, recent: [])
      ?? (phrase.nameWords > 1
        ? table.person(phrase, scan) : table.newPerson(phrase, scan, isWeak: false))
  }

  /// Words that the article writes with a small letter somewhere.
  func plainWords() -> Set<WordKey> {
    var out: Set<WordKey> = []
    out.reserveCapacity(scans.reduce(0) { $0 + $1.count } / 2)
    for scan in scans {
      for token in 0..<scan.count where scan.shapes[token].contains(.lower) {
        out.insert(scan.keys[token])
      }
    }
    return out
  }

  func mostNamedCountry(_ found: [[NounPhrase]]) -> Int? {
    var counts: [Int: Int] = [:]
    for phrases in found {
      for phrase in phrases {
        if let country = phrase.country {
          counts[country, default: 0] += phrase.kind == .group ? 3 : 1
        } else if let body = phrase.body, let code = Gazetteer.shared.bodies[body].country,
          let country = Gazetteer.shared.index(ofCountry: code)
        {
          counts[country, default: 0] += 1
        }
      }
    }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  mutating func resolve(_ sentence: Int, _ phrases: [NounPhrase], _ known: [Int?]) {
    let scan = scans[sentence]
    let first = mentions.count
    namedHere = named(phrases, known, scan)
    noteJourney(scan)
    var next = 0
    var token = 0
    while token < scan.count {
      if next < phrases.count, phrases[next].range.lowerBound <= token {
        let phrase = phrases[next]
        if let id = known[next] ?? resolve(phrase, scan) {
          if phrase.kind == .person {
            adoptOffice(id, phrase, scan)
            adoptCountry(id, phrase)
          }
          mention([id], phrase, scan, form(phrase))
        } else if let grouping = phrase.grouping {
          let members = Gazetteer.shared.groupings[grouping].map {
            table.government($0, name: nil)
          }
          mention(members, phrase, scan, .name)
        } else if phrase.kind == .office, phrase.isPlural {
          several(phrase, scan)
        }
        token = max(token + 1, phrase.range.upperBound)
        next += 1
        continue
      }
      if let end = together(token, scan, sentence) ?? delegated(token, scan)
        ?? native(token, scan, sentence) ?? pronoun(token, scan, sentence)
      {
        token = end
        continue
      }
      token += 1
    }
    quoteFirstPersons(scan, from: first)
    noteDelegation(scan, from: first)
    mentions[first...].sort {
      ($0.mention.tokens.lowerBound, $0.mention.tokens.upperBound) < (
        $1.mention.tokens.lowerBound, $1.mention.tokens.upperBound
      )
    }
  }

  /// Gives "su homólogo turco, X" the office of the one spoken of last whose counterpart X can be, and "su par X" the country
  /// that is visited.
  mutating func adoptOffice(_ id: Int, _ phrase: NounPhrase, _ scan: Scan) {
    guard let office = phrase.offices.first, office.kind == .counterpart else { return }
    if table.facts[id].country == nil, let country = hostCountry(phrase, office, scan),
      !isTraveller(id, from: country)
    {
      table.setCountry(id, country)
    }
    guard
      let owner = recent.last(where: {
        $0.id != id && table.entities[$0.id].kind == .person
          && table.facts[$0.id].offices.contains { $0.kind != .counterpart }
          && (phrase.country == nil || table.facts[$0.id].country != phrase.country)
      })
    else { return }
    table.inherit(id, from: owner.id, country: phrase.country)
  }

  func form(_ phrase: NounPhrase) -> Mention.Form {
    switch phrase.kind {
    case .office: .description
    default: .name
    }
  }

  /// Records a mention, and that its entities were spoken of.
  mutating func mention(_ ids: [Int], _ phrase: NounPhrase, _ scan: Scan, _ form: Mention.Form) {
    mentions.append(
      (
        Mention(
          sentence: scan.index, tokens: phrase.range, head: phrase.head, entities: ids, form: form),
        phrase
      ))
    for id in ids { note(id, scan, phrase.range.lowerBound, isOwner: phrase.isOwner) }
  }

  mutating func note(_ id: Int, _ scan: Scan, _ token: Int, isOwner: Bool = false) {
    let isSubject =
      !isOwner && !scan.isOne(token - 1, of: Resolver.prepositions) && !isBehindBetween(token, scan)
    let isOwned = scan.isOne(token - 1, of: Words.of)
    // "el gobierno de A", "la administración de A": told only as the head of it.
    let isHead = isOwned && scan.isOne(token - 2, of: CoordinationWords.governments)
    recent.append((id, scan.index, isSubject, isOwned, isHead))
    spoken[id, default: 0] += 1
    if recent.count > 96 { recent.removeFirst(48) }
  }

  /// "Following the meeting between A and | B, C spoke": the second of two is no subject either.
  private func isBehindBetween(_ token: Int, _ scan: Scan) -> Bool {
    guard scan.isOne(token - 1, of: Words.and),
      let between = scan.span(token - 14, token - 1).last(where: {
        scan.isOne($0, of: Words.between)
      })
    else { return false }
    return !scan.span(between + 1, token - 1).contains {
      scan.isOne($0, of: Words.and) || scan.isSign($0, ";") || scan.has(.verb, at: $0)
    }
  }

  mutating func add(_ mention: Mention) {
    mentions.append((mention, nil))
    for id in mention.entities { note(id, scans[mention.sentence], mention.tokens.lowerBound) }
  }

  static let prepositions = Words.set(
    "outside del al of in to from for with by at on against about across under over near through between toward towards during after before de en a con por para sobre contra desde hacia ante entre tras según como"
  )

  // MARK: One phrase

  mutating func resolve(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    switch phrase.kind {
    case .person:
      if let id = table.person(short: phrase, scan, recent: recent.map(\.id)) {
        if let name = phrase.name { table.learn(id, phrase, scan, EntityTable.words(name, scan)) }
        return id
      }
      return unknown(phrase, scan)
    case .office: return phrase.isPlural ? nil : bearer(phrase, scan) ?? holder(phrase, scan)
    case .country:
      guard let country = phrase.country else { return nil }
      let isName = !phrase.isSeat
      return table.government(country, name: isName ? name(of: phrase, scan) : nil)
    case .body:
      guard let body = phrase.body else { return nil }
      return table.body(body, name: name(of: phrase, scan))
    case .organization:
      if phrase.isAcronym, !table.hasOrganization(phrase, scan),
        evidence.verdict(phrase, scan) == .nothing
      {
        return nil
      }
      knowOwners(of: phrase, scan)
      return table.organization(phrase, scan)
    case .group: return group(phrase, scan)
    case .grouping: return nil
    case .people:
      guard let name = phrase.name else { return nil }
      return table.people(named: scan.surface(name), country: phrase.country)
    }
  }

  /// "Comisión Binacional Uruguay-Brasil", "the Joint Committee of Jordan and Iraq": the governments whose body it is are spoken
  /// of with it.
  private mutating func knowOwners(of phrase: NounPhrase, _ scan: Scan) {
    guard phrase.range.contains(where: { scan.isOne($0, of: CommissionWords.bodies) }) else {
      return
    }
    let end = phrase.range.upperBound
    let hasMore = scan.isOne(end, of: Words.and) && scan.match(.country, at: end + 1) != nil
    let found = phrase.range.compactMap { scan.match(.country, at: $0) }
    guard hasMore || found.count > 1 else { return }
    for match in found {
      _ = table.government(Int(match.index), name: scan.surface(match.range))
    }
  }

  /// "Pastor se reunió", "King said": a bare word for an office that is the surname of somebody whom the article names.
  private func bearer(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    let word = phrase.range.lowerBound
    guard phrase.range.count == 1, scan.isCapital(word), !phrase.isOwner else { return nil }
    return table.bearer(of: scan.keys[word])
  }

  func name(of phrase: NounPhrase, _ scan: Scan) -> String {
    var range = phrase.range
    if scan.isDeterminer(range.lowerBound), scan.match(.country, at: range.lowerBound) == nil,
      scan.match(.body, at: range.lowerBound) == nil || !scan.isCapital(range.lowerBound)
    {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    if let bracket = range.first(where: { scan.isSign($0, "(") }) {
      range = range.lowerBound..<bracket
    }
    return scan.surface(range)
  }

  mutating func group(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    let head = scan.tokens[min(phrase.head, scan.count - 1)].form.lowercased()
    let isOpposition = Resolver.rebels.contains(head)
    if let body = phrase.body {
      let match = phrase.range.lazy.compactMap { scan.match(.body, at: $0) }.first
      return table.body(body, name: match.map { scan.surface($0.range) })
    }
    let country =
      phrase.country ?? countryOfHead(phrase, scan)
      ?? (phrase.meansLastCountry ? lastCountry(before: phrase.range.lowerBound, scan) : nil)
      ?? visitedCountry(phrase, scan) ?? homeCountry ?? recentGovernment(scan.index)
    guard let country else { return nil }
    if isOpposition {
      let entry = Gazetteer.shared.countries[country]
      let name: String
      if phrase.country != nil, !isSpanish, phrase.range.count > 1 {
        name = self.name(of: phrase, scan)
      } else if isSpanish {
        name = "\(head) de \(entry.spanishNames.first ?? entry.code)"
      } else {
        name = "\(entry.englishDemonyms.first ?? entry.code) \(head)"
      }
      return table.organization(
        named: name, words: WordKeys.keys("\(head) \(entry.code)"), country: country)
    }
    return table.government(country, name: nil)
  }

  private static let rebels: Set<String> = [
    "opposition", "oposición", "rebels", "rebeldes", "militants", "insurgents", "guerrilla",
  ]

  /// The country named last before a token, as a place or otherwise.
  func lastCountry(before token: Int, _ scan: Scan) -> Int? {
    for back in 0...4 where scan.index - back >= 0 {
      let other = scans[scan.index - back]
      if let match = other.matches.last(where: {
        $0.kind == .country && (back > 0 || Int($0.end) <= token) && other.isCapital(Int($0.start))
      }) {
        return Int(match.index)
      }
    }
    return nil
  }

  func recentGovernment(_ sentence: Int) -> Int? {
    for entry in recent.reversed() where sentence - entry.sentence <= 3 {
      if table.entities[entry.id].kind == .government { return table.facts[entry.id].country }
    }
    return nil
  }
}
