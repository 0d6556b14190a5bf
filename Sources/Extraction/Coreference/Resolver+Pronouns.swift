import Gazetteer
import Language
import Records

/// Whom a pronoun or a possessive means.
extension Resolver {
  /// A pronoun for persons; its end, or nil.
  mutating func pronoun(_ token: Int, _ scan: Scan, _ sentence: Int) -> Int? {
    if let author, scan.tokens[token].form == "I", !scan.isSpanish,
      (0..<token).filter({ scan.shapes[$0].contains(.quote) }).count.isMultiple(of: 2)
    {
      add(
        Mention(
          sentence: sentence, tokens: token..<(token + 1), head: token, entities: [author],
          form: .pronoun))
      return token + 1
    }
    if token == 0, let id = nearer(token, scan, sentence) {
      add(
        Mention(
          sentence: sentence, tokens: token..<(token + 1), head: token, entities: [id],
          form: .pronoun))
      return token + 1
    }
    guard scan.isOne(token, of: PronounWords.pronounKeys),
      let pronoun = PronounWords.pronouns[scan.tokens[token].form.lowercased()],
      pronoun.isSpanish == scan.isSpanish, !scan.isSign(token, "her") || isObject(token, scan)
    else { return nil }
    if pronoun.isPlural {
      if areStrangers(sentence) { return nil }
      let ids =
        pluralAntecedent(sentence)
        ?? members(sentence, number: 2, isExact: true, .people)
      guard ids.count >= 2 else { return nil }
      add(
        Mention(
          sentence: sentence, tokens: token..<(token + 1), head: token, entities: ids,
          form: .pronoun))
      return token + 1
    }
    // "X met with him": the one who acts is somebody else.
    let isObject =
      scan.isSign(token, "him") || scan.isSign(token, "her")
      || scan.isSpanish && scan.isOne(token - 1, of: Resolver.prepositions)
    var others: Set<Int> = []
    if isObject {
      if let actor = recent.last(where: { $0.sentence == sentence && $0.isSubject }) {
        others = [actor.id]
      }
    } else {
      others = commanded(by: token..<(token + 1), scan).union(fronted(before: token, scan))
    }
    guard
      let id = traveller(token, scan, pronoun.gender)
        ?? antecedent(sentence, gender: pronoun.gender, except: others)
    else { return nil }
    // "Raghunathan said he …": who was "he" once is not "she" later, whatever the name.
    table.suppose(pronoun.gender, of: id)
    add(
      Mention(
        sentence: sentence, tokens: token..<(token + 1), head: token, entities: [id], form: .pronoun
      ))
    return token + 1
  }

  /// "Este se entrevistará con B" at the beginning of a sentence: the person of the sentence before who was told of last.
  func nearer(_ token: Int, _ scan: Scan, _ sentence: Int) -> Int? {
    guard scan.isSpanish, scan.isOne(token, of: PronounWords.nearer),
      scan.isSign(1, "se") || scan.has(.verb, at: 1) || scan.isOne(1, of: PronounWords.latter)
    else { return nil }
    let gender: Gender =
      scan.tokens[token].form.hasSuffix("a") ? .feminine : .masculine
    return mentions.last { mention, _ in
      mention.sentence == sentence - 1 && mention.entities.count == 1
        && mention.entities.allSatisfy {
          let entity = table.entities[$0]
          return entity.kind == .person && (entity.gender == nil || entity.gender == gender)
        }
    }?.0.entities.first
  }

  /// "the minister's trip to Rome, where he", "a visit by Marin, during which she": the one whose journey it is; nil elsewhere.
  func traveller(_ token: Int, _ scan: Scan, _ gender: Gender) -> Int? {
    guard !scan.isSpanish,
      let relative = (max(0, token - 3)..<token).last(where: {
        scan.isOne($0, of: PronounWords.whereabouts)
      }),
      let journey = (max(0, relative - 14)..<relative).last(where: {
        scan.isOne($0, of: PronounWords.journeys)
      })
    else { return nil }
    for (mention, _) in mentions.reversed() {
      guard mention.sentence == scan.index else { return nil }
      guard let id = mention.entities.first, mention.entities.count == 1,
        mention.tokens.upperBound <= relative
      else { continue }
      let isOwner =
        mention.tokens.upperBound <= journey && journey - mention.tokens.upperBound <= 3
        && scan.isPossessive(mention.tokens.upperBound)
      let isMaker =
        mention.tokens.lowerBound > journey
        && scan.isOne(mention.tokens.lowerBound - 1, of: PronounWords.makers)
      let entity = table.entities[id]
      if isOwner || isMaker, entity.kind == .person,
        entity.gender == nil || entity.gender == gender
      {
        return id
      }
    }
    return nil
  }

  /// What "they" means: the parties that were subjects together, in this sentence or the one before.
  func pluralAntecedent(_ sentence: Int) -> [Int]? {
    for back in 0...2 {
      var ids: [Int] = []
      // "A was accompanied by B and C. They also met D": all of them; those who were only present are not meant.
      let isBeside = back > 0 && sentence >= back && tellsPresence(sentence - back)
      let isCompany =
        isBeside
        && scans[sentence - back].tokens.contains { PronounWords.accompanied.contains($0.form) }
      if isBeside, !isCompany { continue }
      for entry in recent
      where entry.sentence == sentence - back && (entry.isSubject || isCompany)
        && !ids.contains(entry.id)
      {
        if table.entities[entry.id].name != nil, !table.facts[entry.id].isWeak {
          ids.append(entry.id)
        }
      }
      let persons = ids.filter { table.entities[$0].kind == .person }
      if !persons.isEmpty { ids = persons }
      if ids.count >= 2 { return ids.count <= 4 ? ids : nil }
    }
    return nil
  }

  /// "Hence the minister's visit. On Wednesday he met B": the only person of the sentence before, who owns what it tells of.
  func owner(before sentence: Int, _ gender: Gender) -> Int? {
    guard !recent.contains(where: { $0.sentence == sentence }) else { return nil }
    var found: Int?
    for (mention, phrase) in mentions.reversed() {
      if mention.sentence < sentence - 1 { break }
      guard mention.sentence == sentence - 1,
        let id = mention.entities.first(where: { table.entities[$0].kind == .person })
      else { continue }
      guard phrase?.isOwner == true, found == nil || found == id, mention.entities.count == 1 else {
        return nil
      }
      found = id
    }
    return found.flatMap { id in
      let own = table.entities[id].gender
      return table.entities[id].name != nil && (own == nil || own == gender) ? id : nil
    }
  }

  /// "Juan Soto was waiting for him at the airport. He met B": whom the sentence before has for a pronoun, if it does not tell what
  /// somebody else said (rule 1 of Grosz, Joshi and Weinstein, Centering, 1995).
  func center(before sentence: Int, _ gender: Gender) -> Int? {
    guard !isSpanish, sentence > 0, !recent.contains(where: { $0.sentence == sentence }),
      !scans[sentence - 1].hasSaying
    else { return nil }
    for (mention, _) in mentions.reversed() {
      if mention.sentence < sentence - 1 { return nil }
      guard mention.sentence == sentence - 1, mention.form == .pronoun, mention.entities.count == 1,
        let id = mention.entities.first
      else { continue }
      let entity = table.entities[id]
      guard entity.kind == .person, entity.name != nil,
        entity.gender == nil || entity.gender == gender
      else { continue }
      return id
    }
    return nil
  }

  /// The person that "he" or "ella" means: a subject of this sentence, then of the sentences before it, then anyone in them.
  func antecedent(_ sentence: Int, gender: Gender, except others: Set<Int> = []) -> Int? {
    if let id = owner(before: sentence, gender), !others.contains(id) { return id }
    if let id = center(before: sentence, gender), !others.contains(id) { return id }
    for pass in 0..<2 {
      for back in 0...4 {
        let here = recent.filter { $0.sentence == sentence - back }
        for entry in here where (pass == 1 || entry.isSubject) && !others.contains(entry.id) {
          let entity = table.entities[entry.id]
          guard entity.kind == .person, entity.gender == nil || entity.gender == gender,
            entity.name != nil
          else { continue }
          if table.facts[entry.id].isWeak && pass == 0 { continue }
          return entry.id
        }
      }
    }
    return nil
  }
}

extension Scan {
  /// True for a sentence that tells what somebody said to others.
  var hasSaying: Bool { (0..<count).contains { isOne($0, of: GroupWords.sayings) } }
}

/// The personal pronouns, and the words for the nearer of two.
enum PronounWords {
  static let makers = Words.set("by of")
  static let accompanied: Set<String> = ["accompanied"]
  static let whereabouts = Words.set("where which")
  static let journeys = Words.set("trip visit tour journey stay stopover travels arrival")
  static let latter = Words.set("último última")
  static let nearer = Words.set("este éste esta ésta")
  /// The keys of `pronouns`, for a quick no.
  static let pronounKeys = Words.set("he him she her they él ella ellos ellas")
  static let pronouns: [String: (gender: Gender, isPlural: Bool, isSpanish: Bool)] = [
    "he": (.masculine, false, false), "him": (.masculine, false, false),
    "she": (.feminine, false, false), "her": (.feminine, false, false),
    "they": (.masculine, true, false), "él": (.masculine, false, true),
    "ella": (.feminine, false, true),
    "ellos": (.masculine, true, true), "ellas": (.feminine, true, true),
  ]
}
