import Language

/// English days that belong to another occasion of the sentence.
extension EventDates {
  /// "will meet B to discuss trade and the summit slated for October", "met C, following D's talks with E on Friday", "met A on Friday
  /// before he travelled to Oslo to meet B".
  func isOfOccasion(
    _ mention: DateMention, _ opening: Int, _ token: Int, _ isBefore: Bool, _ range: Range<Int>,
    _ sentence: Sentence
  ) -> Bool {
    func form(_ at: Int) -> String {
      at >= 0 && at < sentence.tokens.count ? sentence.tokens[at].form.lowercased() : ""
    }
    if isBefore {
      guard opening > 0,
        let start = range.last(where: { form($0) == "before" || form($0) == "after" })
      else { return false }
      return OccasionWords.persons.contains(form(start + 1))
        && !(start..<token).contains { form($0) == "," }
    }
    let set = opening - 2
    if form(opening - 1) == "for", OccasionWords.settled.contains(form(set)),
      OccasionWords.nouns.contains(form(set - 1)), set - 1 != token, set - 1 > token
    {
      return true
    }
    guard OccasionWords.verbs.contains(form(token)) else { return false }
    return range.contains { at in
      OccasionWords.links.contains(form(at)) && form(at - 1) != "day" && form(at - 1) != "days"
        && (at + 1..<min(at + 7, mention.tokens.lowerBound)).contains {
          OccasionWords.nouns.contains(form($0))
        }
    }
  }
}

enum OccasionWords {
  static let persons: Set<String> = ["he", "she", "they"]
  static let settled: Set<String> = ["slated", "scheduled", "planned", "set", "due"]
  static let links: Set<String> = ["following", "after"]
  static let verbs: Set<String> = ["met", "received", "hosted", "spoke", "welcomed"]
  static let nouns: Set<String> = [
    "summit", "meeting", "meetings", "talks", "conference", "forum", "dialogue", "visit", "trip",
  ]
}
