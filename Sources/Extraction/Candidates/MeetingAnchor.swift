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
        let entry = gazetteer.nouns[Int(noun.index)]
        out.append(
          MeetingAnchor(
            tokens: noun.range, head: Int(noun.end) - 1, kind: CueClass(entry.strength),
            isVerb: false, mode: entry.mode))
        end = Int(noun.end)
        continue
      }
      if let verb {
        let entry = gazetteer.verbs[Int(verb.index)]
        // "held", "had" and the like tell nothing without their noun.
        let isSupport = entry.frame == .hold || entry.frame == .join
        if !isSupport {
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
}
