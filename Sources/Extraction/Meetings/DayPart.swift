import Language
import Records

/// "Por la tarde se reunió con B", "Earlier in the day, A met B": a part of the day that was told of last.
struct DayPart {
  let scan: Scan

  /// True if a part of a day, with no day of its own, stands in the clause of a trigger.
  func isIn(_ trigger: Int) -> Bool {
    if isSequence(trigger) { return true }
    for at in 0..<scan.count where at < trigger + 12 {
      guard at < 8 || abs(at - trigger) <= 8 else { continue }
      if scan.isSpanish {
        if scan.isOne(at, of: DayPartWords.parts), isTied(at) { return true }
        if scan.isOne(at, of: DayPartWords.early),
          scan.isSign(at - 1, "más")
            || scan.isSign(at - 1, "Más")
        {
          return true
        }
        if scan.isSign(at, "seguido"), at > 0 { return true }
      } else {
        if scan.isOne(at, of: DayPartWords.parts), scan.isSign(at - 1, "the") {
          return scan.isOne(at - 2, of: DayPartWords.ins)
        }
        if scan.isSign(at, "day"), scan.isSign(at - 1, "the"), scan.isSign(at - 2, "in") {
          return scan.isOne(at - 3, of: DayPartWords.englishEarly)
        }
      }
    }
    return false
  }

  /// "Posteriormente fue recibido por B", "He was later received by B", "Prior to the call, A met C": right before or behind the one
  /// that was told last.
  func isSequence(_ trigger: Int) -> Bool {
    let limit = min(trigger, scan.count)
    for at in 0..<limit where at < 2 || limit - at <= 4 {
      if scan.isOne(at, of: DayPartWords.sequence) { return true }
      // "Antes, en el Capitolio, A se había visto con B"
      if at == 0, scan.isOne(at, of: DayPartWords.before), scan.isSign(at + 1, ",") { return true }
      if scan.isSign(at, "continuación"), at > 0, scan.isOne(at - 1, of: DayPartWords.ins) {
        return true
      }
    }
    return false
  }

  /// "por la tarde", "en horas de la mañana", "a la noche"; not "esta tarde", which is a day.
  private func isTied(_ at: Int) -> Bool {
    scan.isSign(at - 1, "la") && scan.isOne(at - 2, of: DayPartWords.ins)
  }
}

enum DayPartWords {
  static let parts = Words.set("mañana tarde noche morning afternoon evening")
  static let ins = Words.set("por en de a in")
  static let sequence = Words.set(
    "later subsequently afterwards thereafter posteriormente seguidamente previamente subsiguientemente"
  )
  static let before = Words.set("antes earlier previously")
  static let early = Words.set("temprano tarde")
  static let englishEarly = Words.set("earlier later")
}
