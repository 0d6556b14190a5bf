import Gazetteer
import Language
import Records

/// Whom a pronoun or an office cannot mean, for the same clause names them as somebody else: "He met Erdogan" (principle C of
/// Chomsky, Lectures on Government and Binding, 1981).
extension Resolver {
  /// The persons whom a sentence names, with their words, as far as the article has named them already or by their full names.
  func named(_ phrases: [NounPhrase], _ known: [Int?], _ scan: Scan) -> [(
    tokens: Range<Int>, id: Int
  )] {
    let last = recent.map(\.id)
    return phrases.indices.compactMap { n in
      let phrase = phrases[n]
      guard phrase.kind == .person,
        let id = known[n] ?? table.person(short: phrase, scan, recent: last)
      else { return nil }
      return (phrase.range, id)
    }
  }

  /// Those whom the clause of a pronoun or an office names behind it: its objects and theirs.
  func commanded(by tokens: Range<Int>, _ scan: Scan) -> Set<Int> {
    var end = tokens.upperBound
    guard end < scan.count, !scan.shapes[end].contains(.punctuation) else { return [] }
    var out: Set<Int> = []
    for (range, id) in namedHere where range.lowerBound >= tokens.upperBound {
      let between = scan.span(end, range.lowerBound)
      if between.contains(where: { scan.isSign($0, ";") || scan.shapes[$0].contains(.quote) }) {
        break
      }
      // "his counterpart, Hakan Fidan": a comma right before the name.
      if let comma = between.last(where: { scan.isSign($0, ",") }),
        comma < range.lowerBound - 1 || out.isEmpty && !isDescribed(before: comma, scan)
      {
        break
      }
      if end == tokens.upperBound, !between.contains(where: { isPlainWord($0, scan) }) { return [] }
      if isAnotherClause(range, between, scan) { break }
      out.insert(id)
      end = range.upperBound
    }
    return out
  }

  /// Those who stand before an office in its clause, with a verb between: "Erdogan received the president".
  func commanding(_ tokens: Range<Int>, _ scan: Scan) -> Set<Int> {
    var out: Set<Int> = []
    for (range, id) in namedHere.reversed() where range.upperBound <= tokens.lowerBound {
      let between = range.upperBound..<tokens.lowerBound
      if between.contains(where: {
        scan.shapes[$0].contains(.punctuation) || scan.isOne($0, of: Words.and)
      }) {
        break
      }
      guard between.contains(where: { scan.has(.verb, at: $0) }),
        !scan.isOne(range.lowerBound - 1, of: Resolver.prepositions)
      else { continue }
      out.insert(id)
    }
    return out
  }

  /// "After meeting Erdogan, she said", "At a meeting with Erdogan, the minister said": whoever is the object of an opening
  /// phrase is not its subject.
  func fronted(before token: Int, _ scan: Scan) -> Set<Int> {
    guard scan.isSign(token - 1, ",") || scan.isSpanish && scan.isSign(token - 2, ","),
      scan.isOne(0, of: scan.isSpanish ? DisjointWords.spanishOpenings : DisjointWords.openings)
        || !scan.isSpanish && scan.tokens[0].form.hasSuffix("ing")
    else { return [] }
    let comma = scan.isSign(token - 1, ",") ? token - 1 : token - 2
    // A clause of its own may tell of the same person: "After Erdogan left, he said".
    guard
      (0..<comma).contains(where: {
        scan.has(.noun, at: $0)
          || scan.has(.verb, at: $0)
            && (scan.isSpanish || scan.tokens[$0].form.hasSuffix("ing"))
      })
    else { return [] }
    let inner = namedHere.filter { $0.tokens.upperBound <= comma }
    guard let first = inner.first,
      (0..<first.tokens.lowerBound).contains(where: {
        scan.has(.noun, at: $0) || scan.has(.verb, at: $0)
      })
    else { return [] }
    return Set(inner.map(\.id))
  }

  /// "her" without a noun that it owns.
  func isObject(_ token: Int, _ scan: Scan) -> Bool {
    let next = token + 1
    guard next < scan.count else { return true }
    return scan.shapes[next].contains(.punctuation) || scan.isOne(next, of: Resolver.prepositions)
      || scan.isOne(next, of: DisjointWords.behindObjects) || scan.isDeterminer(next)
  }

  /// "He met B and C said": a conjunction before somebody who is a subject himself.
  private func isAnotherClause(_ range: Range<Int>, _ between: Range<Int>, _ scan: Scan) -> Bool {
    guard let last = between.last, scan.isOne(last, of: Words.and) else { return false }
    return scan.has(.verb, at: range.upperBound)
  }

  private func isDescribed(before comma: Int, _ scan: Scan) -> Bool {
    comma > 0
      && (scan.match(.office, at: comma - 1) != nil || scan.shapes[comma - 1].contains(.lower))
  }

  private func isPlainWord(_ at: Int, _ scan: Scan) -> Bool {
    scan.keys[at] != 0 && scan.shapes[at].contains(.lower) && !scan.isFiller(at)
  }
}

enum DisjointWords {
  static let spanishOpenings = Words.set("en tras durante después luego al antes")
  static let openings = Words.set(
    "after before following during at in upon while when since on speaking ahead despite")
  static let behindObjects = Words.set(
    """
    that who and or but as when while where today yesterday tomorrow earlier later again there here monday tuesday wednesday \
    thursday friday saturday sunday last this until
    """)
}
