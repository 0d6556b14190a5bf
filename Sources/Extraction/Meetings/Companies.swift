import Language
import Records

/// "se reunió con A y con B", "se reunió por separado con A y B", "fue recibido por A y por B en sendas audiencias": a
/// preposition that is said again, or a word that says so, makes several meetings of one verb or noun.
struct Companies {
  let context: MeetingContext

  /// The meetings that a frame tells of: itself, or one with each company.
  func split(_ frame: MeetingFrame) -> [MeetingFrame] {
    let scan = context.scan
    guard scan.isSpanish, !frame.isEvent else { return [frame] }
    // "una reunión con A y con B" is one.
    let head = frame.trigger.upperBound - 1
    if scan.has(.noun, at: frame.trigger.lowerBound), !scan.tokens[head].form.hasSuffix("s"),
      !isEachApart(from: frame.trigger.upperBound)
    {
      return [frame]
    }
    for chain in context.arguments.chains
    where chain.mentions.count > 1 && chain.tokens.lowerBound >= frame.trigger.upperBound {
      let hosts = frame.principals.filter { !chain.entities.contains($0) }
      guard !hosts.isEmpty else { continue }
      let groups = groups(of: chain, frame.trigger).map { ids in
        ids.filter(frame.principals.contains)
      }.filter { !$0.isEmpty }
      guard groups.count > 1 else { continue }
      return groups.map { guests in
        var one = frame
        one.principals = hosts + guests
        return one
      }
    }
    return [frame]
  }

  /// The entities of a list, by the preposition that stands before them.
  private func groups(of chain: Chain, _ trigger: Range<Int>) -> [[Int]] {
    let scan = context.scan
    let all = context.reading.analysis.mentions
    let isApart = isSeparate(chain, trigger)
    guard let first = chain.mentions.first else { return [] }
    let opening = preposition(before: all[first].tokens.lowerBound)
    guard let opening, scan.isOne(opening, of: CompanyWords.prepositions) else { return [] }
    // "recibido por A y por B" is one audience unless the words say otherwise.
    // Those with whom somebody dines sit at one table.
    let isCompany =
      scan.isOne(opening, of: ArgumentWords.withWords)
      && !CompanyWords.meals.contains(where: {
        scan.tokens[trigger.lowerBound].form.lowercased().hasPrefix($0)
      })
    var out: [[Int]] = []
    for mention in chain.mentions {
      let start = all[mention].tokens.lowerBound
      let isRepeated =
        preposition(before: start).map { scan.keys[$0] == scan.keys[opening] } ?? false
      if out.isEmpty || isApart || isRepeated && isCompany {
        out.append(all[mention].entities)
      } else {
        out[out.count - 1] += all[mention].entities
      }
    }
    return out
  }

  /// The preposition directly before a mention, articles passed over.
  private func preposition(before token: Int) -> Int? {
    var at = token - 1
    while at >= 0, context.scan.isFiller(at) { at -= 1 }
    return context.scan.isOne(at, of: CompanyWords.prepositions) ? at : nil
  }

  /// "por separado", "en sendas audiencias", "respectivamente".
  private func isSeparate(_ chain: Chain, _ trigger: Range<Int>) -> Bool {
    let scan = context.scan
    if opensApart(before: trigger.lowerBound) || isEachApart(from: trigger.upperBound) {
      return true
    }
    let range = max(0, trigger.lowerBound - 3)..<min(scan.count, chain.tokens.upperBound + 8)
    return range.contains { at in
      guard !chain.tokens.contains(at) else { return false }
      return scan.isOne(at, of: CompanyWords.separate)
        || scan.isSign(at, "separado") && scan.isSign(at - 1, "por")
    }
  }
}

extension Companies {
  /// "In separate calls on Monday, A spoke with B and C", "Por separado, A conversó con B y C", "En sendas reuniones, ...".
  func opensApart(before token: Int) -> Bool {
    let scan = context.scan
    guard token > 1 else { return false }
    if scan.isOne(0, of: MeetWords.separately) { return true }
    if scan.isSign(1, "separado") { return true }
    return scan.isOne(0, of: CompanyWords.openings)
      && scan.span(1, 3).contains {
        scan.isOne($0, of: CompanyWords.separate) || scan.isSign($0, "separate")
      } && noun(opening: token) != nil
  }

  /// "con A y con B, cada uno por su lado", "a cada uno por separado".
  func isEachApart(from start: Int) -> Bool {
    let scan = context.scan
    return scan.span(start, start + 40).contains { at in
      scan.isSign(at, "cada")
        && (scan.isSign(at + 1, "uno") || scan.isSign(at + 1, "cual")) && scan.isSign(at + 2, "por")
    }
  }

  /// The noun of meeting of such an opening.
  private func noun(opening token: Int) -> Scan.Match? {
    context.scan.span(1, min(token, 6)).lazy.compactMap { context.scan.match(.noun, at: $0) }.first
  }

  /// The mode of the meetings that an opening tells of: by phone behind "In separate calls".
  func mode(opening token: Int) -> MeetingRecord.Mode? {
    guard context.scan.isOne(0, of: CompanyWords.openings) else { return nil }
    return noun(opening: token).flatMap(context.mode(ofNoun:))
  }
}

enum CompanyWords {
  /// How verbs of eating together begin.
  static let meals = ["almorz", "almuerz", "cen", "desayun", "comi"]
  static let openings = Words.set("in during en durante")
  static let prepositions = Words.set("con por a")
  static let separate = Words.set(
    "sendas sendos respectivamente separadamente separadas separados")
}
