import Gazetteer
import Language

/// A word that may tell of a meeting, for the learned model to judge.
struct MeetingAnchor {
  /// The phrase, as indices of tokens of the sentence.
  var tokens: Range<Int>
  /// The word that carries it: the verb, or the noun that ends the phrase.
  var head: Int
  var kind: CueClass
  var isVerb: Bool
  /// The mode that the word itself tells.
  var mode: MeetingMode?

  /// The anchors of a sentence, in order, none inside another.
  static func find(_ scan: Scan) -> [MeetingAnchor] {
    let gazetteer = Gazetteer.shared
    var out: [MeetingAnchor] = []
    var end = 0
    for token in 0..<scan.count where token >= end && scan.keys[token] != 0 {
      let verb = scan.match(.verb, at: token)
      let noun = scan.match(.noun, at: token)
      if let noun, noun.end >= verb?.end ?? 0 {
        guard !isOtherWord(scan, noun.range) else { continue }
        let entry = gazetteer.nouns[Int(noun.index)]
        out.append(
          MeetingAnchor(
            tokens: noun.range, head: Int(noun.end) - 1, kind: CueClass(entry.strength),
            isVerb: false, mode: entry.mode))
        end = Int(noun.end)
        continue
      }
      // "Met Éireann": a capital inside a sentence is a name.
      if let verb, token == 0 || !scan.isCapital(token) || scan.shapes[token - 1].contains(.quote) {
        let entry = gazetteer.verbs[Int(verb.index)]
        // "held", "had" and the like tell nothing without their noun.
        let isSupport =
          entry.frame == .hold || entry.frame == .join
          || scan.isSpanish
            && (entry.form.hasPrefix("estuv") || entry.form.hasSuffix("lo mismo con"))
          // "under the ring name X"
          || !scan.isSpanish && scan.isSign(token, "ring") && !scan.isSign(token - 1, "to")
        if !isSupport, !isOfThings(scan, verb.range, entry.frame) {
          out.append(
            MeetingAnchor(
              tokens: verb.range, head: token, kind: CueClass(entry.frame), isVerb: true,
              mode: entry.mode))
          end = Int(verb.end)
          continue
        }
      }
    }
    return out
  }

  /// "received a letter from B", "recibió la medalla", "were met by protesters": nobody is met.
  private static func isOfThings(
    _ scan: Scan, _ range: Range<Int>, _ frame: MeetingVerb.Frame
  ) -> Bool {
    let end = range.upperBound
    if frame == .receive {
      // "visitó una planta junto al embajador"
      if scan.isSpanish, scan.tokens[range.lowerBound].form.hasPrefix("visit"),
        !scan.isOne(end, of: ArgumentWords.objectMarkers)
      {
        return true
      }
      return scan.span(end, end + 4).contains { scan.isOne($0, of: NounWords.things) }
    }
    // "called for talks between A and B"
    if frame == .call, !scan.isSpanish, scan.isSign(end, "for") { return true }
    // "spoke of Turkey"
    if frame == .talk, scan.isSign(end, "of") { return true }
    // "I'm speaking just for myself"
    if frame == .talk, !scan.isSpanish,
      scan.span(end, end + 2).contains(where: {
        scan.isSign($0, "for") && scan.isOne($0 + 1, of: NounWords.selves)
      })
    {
      return true
    }
    guard frame == .meet, !scan.isSpanish, scan.isSign(end, "by") || scan.isSign(end, "with"),
      scan.isOne(range.lowerBound - 1, of: ReceiveWords.passives)
    else { return false }
    return !scan.span(end + 1, end + 7).contains { scan.isCapital($0) }
  }

  /// True for a word that is no meeting where it stands: "la llamada Operación Cóndor" (so called), "cita un informe" (quotes),
  /// "concedió una entrevista a la radio" (to a reporter).
  private static func isOtherWord(_ scan: Scan, _ range: Range<Int>) -> Bool {
    let (head, next) = (range.upperBound - 1, range.upperBound)
    if range.count == 1, next < scan.count {
      if scan.isOne(head, of: NounWords.soCalled) {
        return !scan.shapes[next].isDisjoint(with: [.capital, .allCapitals, .quote])
      }
      if scan.isOne(head, of: NounWords.quoting), scan.isOne(next, of: NounWords.quotedBegins) {
        return head == 0 || !scan.isOne(head - 1, of: NounWords.beforeAppointment)
      }
    }
    // "the first round of caucuses": no talks.
    if !scan.isSpanish, scan.tokens[head].form.lowercased().hasPrefix("round"),
      scan.isSign(next, "of"),
      !scan.span(next + 1, next + 4).contains(where: { scan.has(.noun, at: $0) })
    {
      return true
    }
    // "the final presidential debate": candidates of one country.
    if scan.isOne(head, of: NounWords.contests),
      scan.span(head - 3, head).contains(where: { scan.isOne($0, of: NounWords.electoral) })
    {
      return true
    }
    return scan.isOne(head, of: NounWords.givenToMedia)
      && scan.span(head - 4, head).contains { scan.isOne($0, of: NounWords.offering) }
  }
}
