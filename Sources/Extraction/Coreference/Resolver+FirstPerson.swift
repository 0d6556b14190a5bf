import Gazetteer
import Language
import Records

/// Who "I" is inside of quotation marks.
extension Resolver {
  /// "I met the minister," A told reporters; A said: "I spoke with B": the first person of a quotation is who says it in the same
  /// sentence. Adds a mention for each such "I"; mentions from `first` on are those of the sentence.
  mutating func quoteFirstPersons(_ scan: Scan, from first: Int) {
    guard !scan.isSpanish else { return }
    var open: Int?
    var pronouns: [Int] = []
    for token in 0..<scan.count {
      if scan.shapes[token].contains(.quote) {
        if let start = open {
          if !pronouns.isEmpty, let speaker = speaker(start..<token, scan, from: first) {
            for pronoun in pronouns {
              add(
                Mention(
                  sentence: scan.index, tokens: pronoun..<(pronoun + 1), head: pronoun,
                  entities: [speaker], form: .pronoun))
            }
          }
          open = nil
          pronouns = []
        } else {
          open = token
        }
      } else if open != nil, scan.tokens[token].form == "I" {
        pronouns.append(token)
      }
    }
  }

  /// The person beside a quotation with a word of saying.
  private func speaker(_ quote: Range<Int>, _ scan: Scan, from first: Int) -> Int? {
    let (before, after) = (quote.lowerBound, quote.upperBound)
    for (mention, _) in mentions[first...] where mention.entities.count == 1 {
      guard let id = mention.entities.first, table.entities[id].kind == .person else { continue }
      let (start, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
      if start > after, start - after <= 4,
        saysSo(scan.span(after, start), scan)
          || saysSo(scan.span(end, end + 3), scan)
      {
        return id
      }
      if end <= before, before - end <= 5, saysSo(scan.span(end, before), scan) { return id }
    }
    return nil
  }

  private func saysSo(_ range: Range<Int>, _ scan: Scan) -> Bool {
    range.contains { scan.isOne($0, of: FirstPersonWords.saying) }
  }
}

enum FirstPersonWords {
  static let saying = Words.set("said says told tells added wrote tweeted posted recalled")
}
