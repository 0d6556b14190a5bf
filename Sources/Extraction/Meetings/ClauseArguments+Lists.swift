import Gazetteer
import Language
import Records

/// Lists of persons that go on where a chain ends.
extension ClauseArguments {
  /// "se reunió con A y B habló por teléfono con C": the last of a list that a preposition governs is the subject of the Spanish verb in
  /// the singular right behind it.
  static func parted(_ chain: Chain, _ reading: Reading, _ scan: Scan) -> [Chain] {
    guard let last = chain.mentions.last, let first = chain.mentions.first, last != first else {
      return [chain]
    }
    var verb = chain.tokens.upperBound
    let mention = reading.analysis.mentions[last]
    if scan.isSign(verb, ","), mention.tokens.contains(where: { scan.isSign($0, ",") }) {
      verb += 1
    }
    if scan.isSign(verb, "se") { verb += 1 }
    guard let match = scan.match(.verb, at: verb), !scan.isCapital(verb),
      ListEndWords.singular.contains(where: scan.tokens[verb].form.hasSuffix),
      [.meet, .talk, .receive, .call].contains(Gazetteer.shared.verbs[Int(match.index)].frame)
        || scan.isOne(verb, of: ListEndWords.holding)
    else { return [chain] }
    var before = chain.tokens.lowerBound - 1
    while before >= 0, scan.isFiller(before) || scan.isDeterminer(before) { before -= 1 }
    guard
      scan.isOne(before, of: ArgumentWords.withWords)
        || scan.isOne(before, of: ArgumentWords.objectMarkers)
        || scan.isOne(before, of: ArgumentWords.byWords),
      let previous = chain.mentions.dropLast().last
    else { return [chain] }
    var end = reading.analysis.mentions[previous].tokens.upperBound
    let between = end..<max(end, mention.tokens.lowerBound)
    // "con A y con B se reunió"
    guard !between.contains(where: { scan.isOne($0, of: CoordinationWords.repeated) }) else {
      return [chain]
    }
    end = max(end, chain.tokens.lowerBound)
    var entities: [Int] = []
    for other in chain.mentions.dropLast() {
      for id in reading.analysis.mentions[other].entities where !entities.contains(id) {
        entities.append(id)
      }
    }
    return [
      Chain(
        mentions: Array(chain.mentions.dropLast()), tokens: chain.tokens.lowerBound..<end,
        entities: entities),
      Chain(mentions: [last], tokens: mention.tokens, entities: mention.entities),
    ]
  }

  /// A list with what goes on behind semicolons, or behind "and members of his team including".
  func listed(_ chain: Chain) -> Chain {
    var out = chain
    while let next = continuation(of: out) {
      out.mentions += next.mentions
      out.entities += next.entities.filter { !out.entities.contains($0) }
      out.tokens = out.tokens.lowerBound..<next.tokens.upperBound
    }
    return out
  }

  private func continuation(of chain: Chain) -> Chain? {
    guard !scan.isSpanish, isPersons(chain) else { return nil }
    let end = chain.tokens.upperBound
    let near = chains.filter {
      $0.tokens.lowerBound >= end && $0.tokens.lowerBound - end <= 14 && isPersons($0)
    }
    // "A, Adviser to the President; B": an office in apposition may stand between.
    if let next = near.first(where: { isBehindSemicolon($0, end) }), isBare(end, next) {
      // "met A in Oslo; B received her": the subject of another clause.
      let isSubject =
        scan.has(.verb, at: next.tokens.upperBound) && !scan.isCapital(next.tokens.upperBound)
      return isSubject ? nil : next
    }
    guard let next = near.first, isBare(end, next) else { return nil }
    let before = opening(of: next, end)
    // "A, B, and members of the national security team including C".
    let from = scan.isSign(end, ",") ? end + 1 : end
    return scan.isOne(from, of: Words.and) && scan.isOne(before, of: ArgumentWords.including)
      && (end..<next.tokens.lowerBound).contains {
        scan.isOne($0, of: ArgumentWords.groupNouns)
      } ? next : nil
  }

  /// "with his counterparts, A and B": several who are told by office and then by name.
  func named(peers start: Int) -> Chain? {
    guard scan.isOne(start, of: Words.possessives) || scan.isDeterminer(start),
      let comma = scan.span(start + 2, start + 7).first(where: {
        scan.isSign($0, ",") || scan.isSign($0, ":")
      }), let office = scan.match(.office, at: comma - 1),
      Gazetteer.shared.offices[Int(office.index)].isPlural,
      let chain = chains.first(where: { $0.tokens.lowerBound == comma + 1 }),
      chain.entities.count > 1, isPersons(chain)
    else { return nil }
    return chain
  }

  private func isPersons(_ chain: Chain) -> Bool {
    !chain.entities.isEmpty
      && chain.entities.allSatisfy { reading.analysis.entities[$0].kind == .person }
  }

  /// The last token before a chain that is neither "and" nor a small word.
  private func opening(of next: Chain, _ end: Int) -> Int {
    var before = next.tokens.lowerBound - 1
    while before > end, scan.isOne(before, of: Words.and) || scan.isFiller(before) { before -= 1 }
    return before
  }

  private func isBehindSemicolon(_ next: Chain, _ end: Int) -> Bool {
    scan.isSign(opening(of: next, end), ";")
  }

  /// True if no verb of meeting and no quotation stands between.
  private func isBare(_ end: Int, _ next: Chain) -> Bool {
    !(end..<next.tokens.lowerBound).contains {
      scan.has(.verb, at: $0) || scan.shapes[$0].contains(.quote)
    }
  }
}

enum ListEndWords {
  /// How Spanish verbs in the third person of the singular end, of what was and of what will be.
  static let singular = ["ó", "rá", "tuvo"]
  static let holding = Words.set("sostuvo mantuvo sostendrá mantendrá")
}
