import KnowledgeBase
import SQLite

/// Names of the base that are written much like one that it does not have.
struct NearestNames {
  let database: Database

  /// Up to five names, the nearest first.
  func names(like folded: String) -> [String] {
    let words = folded.split(separator: " ").map(String.init).filter { $0.utf8.count > 2 }
    var found: [(name: String, distance: Int)] = []
    guard open() else { return [] }
    for word in words {
      let limit = word.utf8.count <= 4 ? 1 : 2
      for (term, distance) in terms(like: word, limit: limit).prefix(5) {
        for name in holders(of: term) { found.append((name, distance)) }
      }
    }
    var seen: Set<String> = []
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .filter { seen.insert($0.name).inserted }.prefix(5).map(\.name)
  }

  /// Words of names that begin with the same letter and are near.
  private func terms(like word: String, limit: Int) -> [(String, Int)] {
    guard let first = word.unicodeScalars.first,
      let next = Unicode.Scalar(first.value + 1)
    else { return [] }
    let terms =
      (try? database.map(
        "SELECT term FROM temp.chancery_words WHERE term >= ? AND term < ?",
        [.text(String(first)), .text(String(next))]
      ) { $0.text(0) ?? "" }) ?? []
    return terms.compactMap { term in
      Spelling.distance(word, term, limit: limit).map { (term, $0) }
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  /// The name with each word in the one other spelling of the same sound that the base has ("Zelensky", "Zelenskyy");
  /// nil unless every word is in the base or has exactly one such spelling.
  func transliterated(_ folded: String) -> String? {
    guard open() else { return nil }
    var out: [String] = []
    var changed = false
    for word in folded.split(separator: " ").map(String.init) {
      if FullText.hasMatch(database, "names_fts", FullText.all([word])) {
        out.append(word)
        continue
      }
      guard word.utf8.count >= 5 else { return nil }
      let form = Sound.form(word)
      // A consonant too many or too few is a slip of the pen, and no other way to write the sound.
      let single = NearestNames.single(word)
      let same = terms(like: word, limit: 3).map(\.0).filter {
        Sound.form($0) == form && NearestNames.single($0) != single
      }
      guard same.count == 1 else { return nil }
      out.append(same[0])
      changed = true
    }
    return changed ? out.joined(separator: " ") : nil
  }

  /// A word of a name, and the other spellings of the same sound that the base has.
  func spellings(of word: String) -> [String] {
    guard open(), word.utf8.count >= 4 else { return [word] }
    let form = Sound.form(word)
    return [word]
      + terms(like: word, limit: 3).map(\.0).filter { $0 != word && Sound.form($0) == form }
  }

  /// Consonants written twice in a row once, but for y.
  private static func single(_ word: String) -> String {
    var out: [UInt8] = []
    for byte in word.utf8 where byte != out.last || "aeiouy".utf8.contains(byte) {
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func open() -> Bool {
    (try? database.execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.chancery_words USING fts5vocab(main, names_fts, row)"
    )) != nil
  }

  private func holders(of term: String) -> [String] {
    (try? database.map(
      """
      SELECT DISTINCT e.name FROM names_fts AS f JOIN names AS n ON n.id = f.rowid JOIN entities AS e ON e.id = n.entity
      WHERE names_fts MATCH ? ORDER BY e.name LIMIT 5
      """, [.text(FullText.all([term]))]
    ) { $0.text(0) ?? "" }) ?? []
  }
}
