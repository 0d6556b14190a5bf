import Gazetteer
import Language

/// The clauses of a sentence that tells of several things: "A met B in Oslo on Monday | and spoke by phone with C on Tuesday", "A |, who
/// met B in Lima in May |, received C in Rome". Each has the days, places and means that stand inside of it.
struct JoinedClauses {
  /// Where clauses begin, behind the first one, in order.
  private var joints: [Int] = []

  init(scan: Scan, days: [DateMention]) {
    let verbs = (0..<scan.count).filter { JoinedClauses.isVerb($0, scan) }
    var found: Set<Int> = []
    for (first, second) in zip(verbs, verbs.dropFirst()) {
      if let joint = JoinedClauses.joint(from: first, to: second, scan, days) {
        found.insert(joint)
      }
    }
    guard let first = verbs.first ?? JoinedClauses.firstNoun(scan) else { return }
    for at in scan.span(first + 1, scan.count) {
      if scan.isSign(at, ";") || JoinedClauses.leadsToNoun(at, scan)
        || JoinedClauses.isAnother(at, scan)
      {
        found.insert(at)
      }
    }
    for comma in JoinedClauses.insets(verbs, scan) { found.insert(comma) }
    joints = found.sorted()
  }

  /// The clause of a token; nil in a sentence that has only one.
  func clause(of token: Int, count: Int) -> Range<Int>? {
    guard !joints.isEmpty else { return nil }
    let start = joints.last { $0 <= token } ?? 0
    let end = joints.first { $0 > token } ?? count
    return start..<end
  }

  /// "and later", "before she", "y después" between two verbs.
  private static func joint(
    from first: Int, to second: Int, _ scan: Scan, _ days: [DateMention]
  ) -> Int? {
    guard
      let joint = scan.span(first + 1, second).last(where: { scan.isOne($0, of: JointWords.joints) }
      ),
      (joint + 1..<second).allSatisfy({ at in
        scan.isOne(at, of: JointWords.small) || scan.isOne(at, of: JointWords.joints)
          || days.contains { $0.tokens.contains(at) }
      })
    else { return nil }
    return joint
  }

  /// "ahead of a meeting with", "after talks with", "antes de una reunión con", "a day before talks with": words that lead to another
  /// meeting.
  private static func leadsToNoun(_ at: Int, _ scan: Scan) -> Bool {
    guard scan.isOne(at, of: JointWords.sequences),
      let noun = scan.span(at + 1, at + 6).first(where: { scan.has(.noun, at: $0) }),
      let match = scan.match(.noun, at: noun),
      scan.isOne(Int(match.end), of: ArgumentWords.withWords)
        || scan.isOne(Int(match.end), of: ArgumentWords.betweenWords)
    else { return false }
    return scan.span(at + 1, noun).allSatisfy {
      scan.isOne($0, of: JointWords.small) || scan.isDeterminer($0) || scan.isOne($0, of: Words.of)
        || scan.isOne($0, of: MeetWords.adjectives) || scan.isOne($0, of: Words.possessives)
        || scan.isOne($0, of: Words.indefinite)
    }
  }

  /// "and by B", "y por B", "and another with B", "y otra con B".
  private static func isAnother(_ at: Int, _ scan: Scan) -> Bool {
    guard scan.isOne(at, of: Words.and) else { return false }
    return scan.isOne(at + 1, of: ArgumentWords.byWords)
      || scan.isOne(at + 1, of: FurtherWords.others)
        && scan.isOne(at + 2, of: ArgumentWords.withWords)
  }

  /// The commas around "who met B in Lima", and the one behind "After meeting B in Oslo".
  private static func insets(_ verbs: [Int], _ scan: Scan) -> [Int] {
    var out: [Int] = []
    for open in 0..<max(0, scan.count - 1)
    // "Beijing, where he held talks" leaves the place to its clause.
    where scan.isSign(open, ",") && scan.isOne(open + 1, of: ModalWords.relatives)
      && !scan.isOne(open + 1, of: PlaceWords.where)
    {
      guard let verb = verbs.first(where: { $0 > open && $0 - open <= 6 }),
        let next = verbs.first(where: { $0 > verb }),
        let close = scan.span(verb + 1, next).last(where: { scan.isSign($0, ",") })
      else { continue }
      out += [open, close]
    }
    if scan.isOne(0, of: JointWords.openings),
      let first = [verbs.first, firstNoun(scan)].compactMap({ $0 }).min(),
      let next = verbs.first(where: { $0 > first }),
      let close = scan.span(first + 1, next).last(where: { scan.isSign($0, ",") })
    {
      out.append(close)
    }
    return out
  }

  private static func firstNoun(_ scan: Scan) -> Int? {
    (0..<scan.count).first { scan.has(.noun, at: $0) }
  }

  /// A verb of meeting, of holding one or of travel.
  private static func isVerb(_ at: Int, _ scan: Scan) -> Bool {
    guard !scan.isCapital(at), !scan.isDeterminer(at - 1),
      !scan.isOne(at - 1, of: Words.possessives)
    else { return false }
    if scan.isOne(at, of: PlaceWords.travels) { return true }
    return scan.has(.verb, at: at) && (!scan.has(.noun, at: at) || scan.isSpanish)
  }
}

enum JointWords {
  static let joints = Words.set("and but before after while y e pero mientras tras")
  /// Words that lead to an occasion before or behind another.
  static let sequences = Words.set("before after ahead following tras antes después previo luego")
  /// What may open a sentence with another occasion.
  static let openings = Words.set("after before following tras después antes luego al")
  /// What may stand between a joint and its verb.
  static let small = Words.set(
    """
    then later also afterwards afterward earlier separately subsequently has have had will would is was were are to be on he \
    she they it been the in last next week month year se le lo la los les después luego posteriormente más tarde también antes \
    previamente acordaron acordó pactaron convinieron quedaron volver volverán volvieron a ha han había habían fue fueron será serán el en de este pasado próximo por ella él ambos
    """)
}
