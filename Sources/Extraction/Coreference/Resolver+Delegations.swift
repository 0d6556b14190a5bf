import Gazetteer
import Language
import Records

/// "A delegation of the French Senate led by A arrived. The delegation will meet B": who comes for a group.
extension Resolver {
  /// Notes of whom a delegation of this sentence is, after its phrases are resolved: who leads it, else the party that sent it;
  /// nobody where two are told of.
  /// - Parameter first: Where the sentence's mentions begin.
  mutating func noteDelegation(_ scan: Scan, from first: Int) {
    var found: [[Int]] = []
    for token in 0..<scan.count where scan.isOne(token, of: DelegatedWords.anyHeads) {
      if let lead = leads(token, scan), let leader = person(behind: lead, first) {
        found.append([leader])
      } else if scan.isOne(token, of: DelegatedWords.heads),
        let sender = mentions[first...].first(where: {
          $0.mention.tokens.contains(token)
            || scan.isOne(token + 1, of: DelegatedWords.from)
              && ($0.mention.tokens.lowerBound == token + 2
                || scan.isDeterminer(token + 2) && $0.mention.tokens.lowerBound == token + 3)
        })
      {
        found.append(sender.mention.entities)
      }
    }
    guard let only = found.first else { return }
    let isSame = found.allSatisfy { Set($0) == Set(only) }
    delegation = isSame && only.count == 1 ? (only, scan.index) : nil
  }

  /// The "by" of "delegation of the Senate, led by", "delegación del Senado encabezada por"; nil if no leader is told.
  private func leads(_ head: Int, _ scan: Scan) -> Int? {
    for at in scan.span(head + 1, head + 14) {
      if scan.isSign(at, ";") || scan.isSign(at, ".") { return nil }
      if scan.isOne(at, of: DelegationWords.leads), scan.isOne(at + 1, of: ArgumentWords.byWords) {
        return at + 1
      }
    }
    return nil
  }

  /// The person right behind "by", whose office may stand between.
  private func person(behind by: Int, _ first: Int) -> Int? {
    let behind = mentions[first...].first { $0.mention.tokens.lowerBound > by }
    guard let behind, behind.mention.tokens.lowerBound - by <= 4,
      behind.mention.entities.count == 1, let id = behind.mention.entities.first,
      table.entities[id].kind == .person
    else { return nil }
    return id
  }

  /// "The delegation also met", "La comitiva visitará": those who were told of last as a delegation; the end of the phrase, or nil.
  mutating func delegated(_ start: Int, _ scan: Scan) -> Int? {
    guard let delegation, scan.index > delegation.sentence, scan.index - delegation.sentence <= 8,
      scan.isOne(start, of: DelegatedWords.definite)
    else { return nil }
    let head = scan.isOne(start + 1, of: DelegatedWords.adjectives) ? start + 2 : start + 1
    let end = head + 1
    guard scan.isOne(head, of: DelegatedWords.anyHeads), !scan.isCapital(head),
      !scan.isOne(end, of: Words.of), !scan.isOne(end, of: DelegatedWords.from),
      !scan.has(.demonym, at: end), !scan.isCapital(end),
      !scan.span(end, end + 4).contains(where: {
        scan.isOne($0, of: DelegationWords.leads) || scan.isOne($0, of: DelegationWords.composed)
          || scan.isOne($0, of: DelegationWords.comprising)
      })
    else { return nil }
    add(
      Mention(
        sentence: scan.index, tokens: start..<end, head: head, entities: delegation.ids,
        form: .description))
    self.delegation = (delegation.ids, scan.index)
    return end
  }
}

/// Words for those who come together.
enum DelegatedWords {
  static let heads = Words.set("delegation delegación comitiva")
  /// Also groups that are such only where somebody leads them.
  static let anyHeads = heads.union(Words.set("mission team misión equipo"))
  static let definite = Words.set("the la el esta this")
  static let from = Words.set("from of for de del")
  static let adjectives = Words.set("visiting same whole misma")
}
