import SQLite

/// Finds agreements by the words of their titles.
struct TitleFinder {
  let database: Database
  let sets: WordSets
  let query: Query

  /// A full-text query that finds agreements of the title: with all of its words, else without those for agreements of any
  /// sort ("deal", "treaty"). Nil where the title is nothing but such words.
  func find(_ title: String) -> String? {
    guard let telling = telling(title) else { return nil }
    let constraints = Constraints(query: query, sets: sets)
    let whole = constraints.words(of: title)
    if exists(whole) { return whole }
    let shorter = constraints.words(of: telling)
    if exists(shorter) { return shorter }
    var loose = query
    loose.looseWords = [telling]
    let either = Constraints(query: loose, sets: sets).words(of: telling)
    return exists(either) ? either : whole
  }

  /// The words that tell one agreement from others; nil where there are none.
  private func telling(_ title: String) -> String? {
    let words = title.split(separator: " ").map(String.init)
    let telling = words.filter { !sets.contains("agreement", $0) && !sets.contains("stop", $0) }
    return telling.isEmpty ? nil : telling.joined(separator: " ")
  }

  private func exists(_ words: String) -> Bool {
    FullText.hasMatch(database, "agreement_titles_fts", words)
  }
}

/// Finds statements by words that were said.
struct WordsFinder {
  let database: Database
  let sets: WordSets

  /// A full-text query: the words in a row; where no statement has them so, all that carry content in any order.
  func find(_ content: String) -> String {
    let words = Words.folded(content)
    let phrase = FullText.phrase(words)
    guard !words.isEmpty else { return "\"\"" }
    if exists(phrase) { return phrase }
    let telling = words.filter { !sets.contains("stop", $0) }
    guard telling.count > 1 else { return phrase }
    return FullText.all(telling)
  }

  private func exists(_ words: String) -> Bool {
    FullText.hasMatch(database, "statements_fts", words)
  }
}
