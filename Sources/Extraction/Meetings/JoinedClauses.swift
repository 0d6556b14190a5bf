import Gazetteer
import Language

/// The clauses of a sentence in which one subject does several things: "A met B in Oslo on Monday | and spoke by phone with C on
/// Tuesday". Each has the days, places and means that stand inside of it.
struct JoinedClauses {
  /// Where clauses begin, behind the first one: the tokens of "and", "after" and the like.
  private var joints: [Int] = []

  init(scan: Scan, days: [DateMention]) {
    let verbs = (0..<scan.count).filter { JoinedClauses.isVerb($0, scan) }
    for (first, second) in zip(verbs, verbs.dropFirst()) {
      let joint = scan.span(first + 1, second).last { scan.isOne($0, of: JointWords.joints) }
      guard let joint,
        (joint + 1..<second).allSatisfy({ at in
          scan.isOne(at, of: JointWords.small) || scan.isOne(at, of: JointWords.joints)
            || days.contains { $0.tokens.contains(at) }
        }), !joints.contains(joint)
      else { continue }
      joints.append(joint)
    }
  }

  /// The clause of a token; nil in a sentence that has only one.
  func clause(of token: Int, count: Int) -> Range<Int>? {
    guard !joints.isEmpty else { return nil }
    let start = joints.last { $0 <= token } ?? 0
    let end = joints.first { $0 > token } ?? count
    return start..<end
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
  static let joints = Words.set("and but before after while y e pero mientras")
  /// What may stand between a joint and its verb.
  static let small = Words.set(
    """
    then later also afterwards afterward earlier separately subsequently has have had will would is was were are to be on he \
    she they it been the in last next week month year se le lo la los les después luego posteriormente más tarde también antes \
    previamente ha han había habían fue fueron será serán el en de este pasado próximo por ella él ambos
    """)
}
