import Records

/// Tells who is who inside one record: names told in several ways, a surname whose full name stands elsewhere in it,
/// a country or an office told only once.
struct IdentityReader {
  private struct Mention {
    var name: PartyName
    var party: PartyRecord
    var year: String?
  }

  let names: NameMemo
  /// The article's stable id, for what only this article can tell apart.
  let article: String
  /// Stable ids that people split by article; such an identity gets the article's id behind its own.
  var splits: Set<String> = []

  /// The identity of each party, in the order in which `parties` names them.
  func identities(of record: ArticleRecord) -> [IdentitySeed] {
    var kinds: [String: PartyKind] = [:]
    let parties = IdentityReader.parties(of: record)
    for (party, _) in parties {
      if let kind = party.kind {
        kinds[names.fold(party.name)] = kinds[names.fold(party.name)] ?? kind
      }
    }
    let mentions = parties.map { party, date in
      var party = party
      party.kind = party.kind ?? kinds[names.fold(party.name)]
      let year = (date ?? record.published).map { String($0.prefix(4)) }
      return Mention(name: names.name(of: party), party: party, year: year)
    }
    return seeds(mentions)
  }

  /// All parties of a record with the date of what they took part in: of meetings, of agreements (parties, then
  /// signatories), of statements.
  static func parties(of record: ArticleRecord) -> [(party: PartyRecord, date: String?)] {
    var out: [(PartyRecord, String?)] = []
    for meeting in record.meetings { out += meeting.participants.map { ($0, meeting.date) } }
    for agreement in record.agreements {
      out += (agreement.parties + (agreement.signatories ?? [])).map { ($0, agreement.date) }
    }
    for statement in record.statements { out += statement.speakers.map { ($0, statement.date) } }
    return out
  }

  private func seeds(_ mentions: [Mention]) -> [IdentitySeed] {
    // Persons by name: the countries and offices that any mention tells.
    var people: [PersonName: (countries: Set<String>, roles: Set<String>)] = [:]
    for mention in mentions {
      guard case .person(let name) = mention.name.form else { continue }
      if let country = mention.name.country {
        people[name, default: ([], [])].countries.insert(country)
      }
      people[name, default: ([], [])].roles.formUnion(roles(of: mention))
      // A surname with the full name told beside it as another name of the same.
      guard name.isPartial else { continue }
      for other in otherNames(mention.party, name) {
        guard let full = PersonName(other, country: mention.name.country), people[full] == nil
        else { continue }
        people[full] = people[name]
      }
    }
    let full = people.keys.filter { !$0.isPartial }
    var owners: [PersonName: PersonName] = [:]
    for partial in people.keys where partial.isPartial {
      let fits = full.filter { name in
        name.words.dropFirst().contains(partial.words[0])
          && IdentityReader.agree(people[partial]?.countries ?? [], people[name]?.countries ?? [])
      }
      let given = full.filter { $0.words[0] == partial.words[0] }
      if fits.count == 1 {
        owners[partial] = fits[0]
      } else if fits.isEmpty, given.count == 1 {
        owners[partial] = given[0]
      }
    }
    var seeds: [String: IdentitySeed] = [:]
    let keys = mentions.map { mention -> String in
      let seed = self.seed(mention, people, owners)
      seeds[seed.key, default: seed].roles.formUnion(seed.roles)
      seeds[seed.key, default: seed].names.formUnion(seed.names)
      return seed.key
    }
    return keys.compactMap { seeds[$0] }
  }

  private func seed(
    _ mention: Mention, _ people: [PersonName: (countries: Set<String>, roles: Set<String>)],
    _ owners: [PersonName: PersonName]
  ) -> IdentitySeed {
    let kind = mention.name.kind.rawValue
    var country = mention.name.country
    var body: String
    var tail = ""
    var names: Set<String> = [mention.party.name]
    switch mention.name.form {
    case .person(let name):
      var owner = owners[name] ?? name
      if country == nil || owner != name {
        let countries = people[owner]?.countries ?? []
        if countries.count == 1 { country = countries.first }
      }
      if owner.isPartial {
        let offices = people[owner]?.roles ?? []
        tail = offices.sorted().joined(separator: "+")
        // "Pope Francis" and "el papa Francisco".
        if country == "VA" || !offices.isDisjoint(with: ["monarch", "religious"]) {
          owner = owner.asRegnal
        }
      }
      body = owner.slug
      names.formUnion(otherNames(mention.party, owner))
    case .office(let office):
      // An office without its country, or without a year, is told apart by the article alone.
      body = "@\(office)"
      tail = country != nil ? mention.year ?? article : article
    case .unnamed(let words):
      body = "@" + words.split(separator: " ").joined(separator: "-")
      tail = article
    case .state: body = ""
    case .words(let words): body = words.split(separator: " ").joined(separator: "-")
    }
    var key = "\(kind):\(body):\(country ?? "-")"
    if !tail.isEmpty { key += ":" + tail.replacingBlanks() }
    if splits.contains("\(key) \(article)") { key += "@\(article)" }
    return IdentitySeed(
      key: key, kind: kind, country: country, roles: roles(of: mention), names: names)
  }

  private func roles(of mention: Mention) -> Set<String> {
    guard mention.name.kind == .person, let role = mention.party.role else { return [] }
    return Set(names.classes(of: role))
  }

  /// Those of a person's other names in a record that are names of a person and share a word with the name.
  private func otherNames(_ party: PartyRecord, _ name: PersonName) -> Set<String> {
    Set(
      (party.also ?? []).filter { other in
        guard
          case .person(let otherName) = names.name(
            of: PartyRecord(name: other, kind: .person, country: party.country)
          ).form
        else { return false }
        return !otherName.isPartial && otherName.words.last.map(name.words.contains) == true
      })
  }

  private static func agree(_ left: Set<String>, _ right: Set<String>) -> Bool {
    left.isEmpty || right.isEmpty || !left.isDisjoint(with: right)
  }
}

extension String {
  fileprivate func replacingBlanks() -> String {
    String(map { $0 == " " ? "-" : $0 })
  }
}
