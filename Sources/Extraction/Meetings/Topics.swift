import Gazetteer
import Language

/// What was talked about at a meeting, in the article's words: "discussed trade, migration and the war in Ukraine".
struct Topics {
  let reading: Reading
  /// The sentences in which a meeting is told for the first time: what follows one of another meeting is that one's.
  let openings: Set<Int>

  /// The topics of a frame, in the order of the text, without repetition; at most twelve.
  func topics(of frame: MeetingFrame) -> [String] {
    var out: [String] = []
    var seen: Set<String> = []
    for sentence in sentences(of: frame) {
      let scan = reading.scans[sentence]
      for match in leads(scan, frame) {
        for range in parts(scan, from: Int(match.end)) {
          let text = scan.surface(range)
          if seen.insert(text.lowercased()).inserted { out.append(text) }
        }
      }
    }
    return Array(out.prefix(12))
  }

  /// The sentences of the frame, and those behind the first in which its parties go on.
  private func sentences(of frame: MeetingFrame) -> [Int] {
    var out = Set([frame.sentence] + frame.evidence)
    var next = frame.sentence + 1
    while next < reading.scans.count, next <= frame.sentence + 5, !openings.contains(next) {
      if goesOn(next, frame) { out.insert(next) }
      next += 1
    }
    return out.sorted()
  }

  /// True if the subject of a sentence is one of the parties, or all of them: "They also discussed", "The leaders reviewed".
  private func goesOn(_ sentence: Int, _ frame: MeetingFrame) -> Bool {
    let scan = reading.scans[sentence]
    // "Talks focused on soy exports."
    if (0..<min(3, scan.count)).contains(where: {
      scan.has(.noun, at: $0) && !scan.has(.event, at: $0)
    }
    ) {
      return true
    }
    let parties = Set(frame.principals)
    for mention in reading.mentions(in: sentence) {
      let entry = reading.analysis.mentions[mention]
      guard entry.tokens.lowerBound <= 6 else { return false }
      if entry.entities.allSatisfy(parties.contains) { return true }
    }
    return false
  }

  private func leads(_ scan: Scan, _ frame: MeetingFrame) -> [Scan.Match] {
    var out: [Scan.Match] = []
    var at = 0
    while at < scan.count {
      guard let match = scan.match(.topic, at: at) else {
        at += 1
        continue
      }
      let isOwn = scan.index != frame.sentence || Int(match.end) > frame.trigger.lowerBound
      let isDenied = (max(0, at - 4)..<at).contains {
        scan.isOne($0, of: ModalWords.negations) || scan.isOne($0, of: ModalWords.refusals)
      }
      if isOwn, !isDenied { out.append(match) }
      at = Int(match.end)
    }
    return out
  }

  /// The noun phrases behind a word of talking, cut at commas: "trade", "migration and the war in Ukraine".
  private func parts(_ scan: Scan, from start: Int) -> [Range<Int>] {
    let end = self.end(scan, from: start)
    var out: [Range<Int>] = []
    var from = start
    var at = start
    var hasComma = false
    while at <= end {
      let isComma = at < end && scan.isSign(at, ",")
      let isLast = at < end && hasComma && scan.isOne(at, of: Words.and) && at == from
      if isLast {
        from = at + 1
      } else if at == end || isComma {
        if let range = trimmed(from..<at, scan) { out.append(range) }
        from = at + 1
        hasComma = hasComma || isComma
      }
      at += 1
    }
    return out
  }

  /// Where the talked of ends: a sign, a word that begins another clause, a date.
  private func end(_ scan: Scan, from start: Int) -> Int {
    let dates = reading.analysis.dates(in: scan.index)
    var at = start
    while at < scan.count, at < start + 60 {
      let shape = scan.shapes[at]
      if shape.contains(.punctuation), !shape.contains(.glue), !scan.isSign(at, ","),
        !scan.isSign(at, "&"), !scan.isSign(at, "'"), !scan.isSign(at, "’"), !scan.isPossessive(at)
      {
        return at
      }
      if at > start, scan.has(.topicEnd, at: at), !scan.isCapital(at) {
        return scan.isOne(at - 1, of: Words.and) || scan.isSign(at - 1, ",") ? at - 1 : at
      }
      if dates.contains(where: { $0.tokens.lowerBound == at && $0.date != nil }) {
        return at > start && scan.isOne(at - 1, of: Resolver.prepositions) ? at - 1 : at
      }
      at += 1
    }
    return at
  }

  /// Without articles and "and" at the ends; nil if nothing is left that names a matter.
  private func trimmed(_ range: Range<Int>, _ scan: Scan) -> Range<Int>? {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper,
      scan.isDeterminer(lower) || scan.isOne(lower, of: Words.and)
        || scan.isOne(lower, of: TopicWords.openers) || scan.isSign(lower, ",")
    {
      lower += 1
    }
    while upper > lower,
      scan.shapes[upper - 1].contains(.punctuation) && !scan.isPossessive(upper - 1)
        || scan.isOne(upper - 1, of: Words.and) || scan.isOne(upper - 1, of: Resolver.prepositions)
    {
      upper -= 1
    }
    guard upper > lower, upper - lower <= 18 else { return nil }
    if upper - lower == 1, scan.isOne(lower, of: TopicWords.empty) { return nil }
    // A party alone is no matter that is talked about with it, and a pronoun names none.
    return lower..<upper
  }
}

enum TopicWords {
  static let openers = Words.set("also their its his her our su sus nuestro nuestra range of")
  static let empty = Words.set(
    "it this that them how what whether issues matters ways things other others esto eso temas asuntos otros lo"
  )
}
