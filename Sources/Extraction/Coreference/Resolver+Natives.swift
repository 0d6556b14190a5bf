import Gazetteer
import Language

/// "El brasileño viajará a Quito", "aseguró la noruega": the person of a country whom the article named before.
extension Resolver {
  /// A person told by the country only, or as the one who visits another; the end of the phrase, or nil.
  mutating func native(_ token: Int, _ scan: Scan, _ sentence: Int) -> Int? {
    guard scan.isSpanish, scan.isOne(token, of: NativeWords.articles), !scan.isCapital(token + 1)
    else { return nil }
    let isFeminine = scan.isOne(token, of: NativeWords.feminine)
    let found: (id: Int, end: Int)?
    if scan.isOne(token + 1, of: NativeWords.visitors), isNoun(token + 2, scan) {
      found = visitor(isFeminine: isFeminine).map { ($0, token + 2) }
    } else if scan.isOne(token + 1, of: NativeWords.dignitaries),
      let people = scan.match(.demonym, at: token + 2), isNoun(Int(people.end), scan)
    {
      // "La autoridad tailandesa fue recibida": of either sex
      found = compatriot(Int(people.index), isFeminine: nil, sentence).map {
        ($0, Int(people.end))
      }
    } else if let people = scan.match(.demonym, at: token + 1), isNoun(Int(people.end), scan),
      // "traducido al inglés", "dijo en español"
      !scan.isOne(token - 1, of: PlaceWords.inside)
    {
      found = compatriot(Int(people.index), isFeminine: isFeminine, sentence).map {
        ($0, Int(people.end))
      }
    } else {
      found = nil
    }
    guard let found else { return nil }
    add(
      Mention(
        sentence: sentence, tokens: token..<found.end, head: found.end - 1, entities: [found.id],
        form: .description))
    return found.end
  }

  /// "El visitante depositó flores": the person of another country than the one that is visited of whom was spoken most.
  private func visitor(isFeminine: Bool?) -> Int? {
    guard let home = dated ?? host?.country ?? homeCountry else { return nil }
    var counts: [Int: Int] = [:]
    for entry in mentions where entry.mention.entities.count == 1 {
      for id in entry.mention.entities where fits(id, isFeminine: isFeminine) {
        if let own = table.facts[id].country, own != home { counts[id, default: 0] += 1 }
      }
    }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  /// The country of the town that the article is dated from: "WINDHOEK, 14 de marzo (PL).-", "Caracas.-"
  private var dated: Int? {
    scans.first?.matches.first {
      $0.start == 0 && ($0.kind == .capital || $0.kind == .city)
    }.map { Int($0.index) }
  }

  private func fits(_ id: Int, isFeminine: Bool?) -> Bool {
    let entity = table.entities[id]
    return entity.kind == .person && entity.name != nil
      && (isFeminine.map { $0 ? entity.gender == .feminine : entity.gender != .feminine } ?? true)
  }

  /// The person of a country who was told of last.
  private func compatriot(_ country: Int, isFeminine: Bool?, _ sentence: Int) -> Int? {
    recent.last { entry in
      sentence - entry.sentence <= 8 && table.facts[entry.id].country == country
        && fits(entry.id, isFeminine: isFeminine)
    }?.id
  }

  /// True if no noun follows that the word would be an adjective of: the phrase ends, or a verb, a day or a clause begins.
  private func isNoun(_ end: Int, _ scan: Scan) -> Bool {
    guard end < scan.count else { return true }
    let form = scan.tokens[end].form
    return scan.shapes[end].contains(.punctuation) || scan.has(.verb, at: end)
      || scan.isDeterminer(end) || scan.isOne(end, of: NativeWords.followers)
      || scan.isOne(end, of: UnspokenWords.haves) || scan.isOne(end, of: UnspokenWords.clitics)
      || scan.isOne(end, of: Words.relative) || scan.isOne(end, of: PlaceWords.inside)
      || NativeWords.finiteEndings.contains(where: form.hasSuffix)
      || [.verb, .aux].contains(Annotator().commonClass(form, isSpanish: true))
  }
}

enum NativeWords {
  static let articles = Words.set("el la")
  static let visitors = Words.set("visitante huésped")
  static let dignitaries = Words.set("autoridad personalidad")
  static let feminine = Words.set("la")
  /// What may stand behind a person and no noun.
  static let followers = Words.set(
    "se le les no ya también además con a al ante tras como y es fue era será había")
  static let finiteEndings = [
    "ó", "aba", "ía", "ará", "erá", "irá", "aría", "ería", "iría", "iera",
  ]
}
