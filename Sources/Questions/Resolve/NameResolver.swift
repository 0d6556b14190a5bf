import Gazetteer
import KnowledgeBase
import SQLite

/// Finds the entities of names that questions use.
final class NameResolver {
  private let database: Database
  private let sets: WordSets
  private let index: FullTextIndex
  private var known: [String: Bool] = [:]
  private var knownWords: [String: Bool] = [:]
  private var knownPlaces: [String: Bool] = [:]

  init(database: Database, sets: WordSets, index: FullTextIndex) {
    self.database = database
    self.sets = sets
    self.index = index
  }

  /// Who a name means.
  enum Answer {
    case entities([Candidate])
    /// Groups of candidates, each one person or body.
    case several([[Candidate]])
    case unknown

    /// True if a person is among them.
    var hasPerson: Bool {
      switch self {
      case .entities(let candidates): candidates.contains { $0.kind == "person" }
      case .several(let groups): groups.contains { $0.contains { $0.kind == "person" } }
      case .unknown: false
      }
    }
  }

  /// True if the base has the words as a name or in one name.
  func isKnown(_ folded: String) -> Bool {
    if let cached = known[folded] { return cached }
    let words = Resources.parts(folded, by: " ")
    guard words.count <= 12, words.contains(where: { !sets.contains("particle", $0) }) else {
      known[folded] = false
      return false
    }
    // What holds one word that no name has is looked up no further.
    let found =
      words.allSatisfy(isKnownWord)
      && (words.count == 1 || index.hasMatch("names_fts", expression(words)))
    let isBody = found || !NamesTable.standard.bodyNames(folded).isEmpty
    known[folded] = isBody
    return isBody
  }

  /// True if a name of the base has the word.
  private func isKnownWord(_ word: String) -> Bool {
    if let cached = knownWords[word] { return cached }
    let found = index.hasMatch("names_fts", expression([word]))
    knownWords[word] = found
    return found
  }

  /// True if the base has the words as a whole name.
  func isWhole(_ folded: String) -> Bool {
    (try? database.scalar("SELECT 1 FROM names WHERE folded = ? LIMIT 1", [.text(folded)])) != nil
  }

  /// True if a row of a full-text table has all of the words that carry content.
  func hasPhrase(_ folded: String, in table: String) -> Bool {
    let words = folded.split(separator: " ").map(String.init).filter { !sets.contains("stop", $0) }
    return words.count > 1 && index.hasMatch(table, FullText.all(words))
  }

  /// All of the words; "us" is also the "U.S." that the index cuts in two.
  private func expression(_ words: [String]) -> String {
    words.map { word in
      let isShort = (2...4).contains(word.utf8.count) && !sets.contains("particle", word)
      guard isShort, word.utf8.allSatisfy({ (97...122).contains($0) }) else {
        return FullText.all([word])
      }
      return "(\(FullText.all([word])) OR \(FullText.phrase(word.map(String.init))))"
    }.joined(separator: " AND ")
  }

  /// Letters that stand alone in a row as one word: "u s chamber" is "us chamber".
  private static func initials(_ spelling: String) -> String {
    var out: [String] = []
    var joins = false
    for word in spelling.split(separator: " ") {
      if word.utf8.count == 1, joins {
        out[out.count - 1] += word
      } else {
        out.append(String(word))
      }
      joins = word.utf8.count == 1
    }
    return out.joined(separator: " ")
  }

  /// True if the words are a city, or stand in the place of a meeting; countries are no such places.
  func isKnownPlace(_ folded: String) -> Bool {
    if let cached = knownPlaces[folded] { return cached }
    let words = folded.split(separator: " ").map(String.init)
    let found =
      words.contains { !sets.contains("particle", $0) } && CountryNames.shared.named(folded) == nil
      && (Places.standard.isCity(folded) || index.hasMatch("meetings_fts", FullText.phrase(words)))
    knownPlaces[folded] = found
    return found
  }

  /// Another spelling of the same sound that the base has; nil if there is none, or more than one.
  func variant(of folded: String) -> String? {
    NearestNames(database: database).transliterated(folded)
  }

  /// Persons whose names are the asked one in other spellings ("Vladimir Zelensky", "Volodymyr Zelenskyy"), those who may be one
  /// together. None for a single word, but without an Arabic article: "al Sisi" is looked for as "Sisi".
  func alike(_ folded: String) throws -> [[Candidate]] {
    let words = Resources.parts(folded, by: " ")
    let telling = words.filter { !sets.contains("particle", $0) }
    guard telling.count > 1 else {
      guard words.count == 2, ["al", "el", "ul"].contains(words[0]), let word = telling.first,
        case .entities(let found) = try resolve(word)
      else { return [] }
      return [found.filter { $0.kind == "person" }].filter { !$0.isEmpty }
    }
    let nearest = NearestNames(database: database)
    let forms = Set(telling.flatMap(nearest.spellings)).sorted()
    let found = try matches(forms.map { FullText.all([$0]) }.joined(separator: " OR "), exact: [])
    return group(
      found.filter { candidate in
        candidate.kind == "person"
          && candidate.spellings.contains {
            SpelledNames.areSame($0.joined(separator: " "), folded)
          }
      })
  }

  /// The entities of a name.
  func resolve(_ folded: String) throws -> Answer {
    let words = folded.split(separator: " ").map(String.init)
    var candidates = try matches(expression(words), exact: [folded])
    let aliases = NamesTable.standard.bodyNames(folded)
    if !aliases.isEmpty {
      let bodies = try matches(
        aliases.map { FullText.phrase($0.split(separator: " ").map(String.init)) }.joined(
          separator: " OR "),
        exact: aliases + [folded]
      ).filter { $0.isExact && $0.kind != "person" }
      if !bodies.isEmpty { return .entities(merge(candidates.filter { $0.isExact } + bodies)) }
    }
    if candidates.isEmpty { candidates = try initialed(words) }
    candidates = prefer(candidates, words: words)
    guard !candidates.isEmpty else { return .unknown }
    let groups = group(candidates)
    return groups.count == 1 ? .entities(groups[0]) : .several(groups)
  }

  /// "V. Orlenko": those of the surname who have a name that begins with the letter.
  private func initialed(_ words: [String]) throws -> [Candidate] {
    let letters = words.filter { $0.utf8.count == 1 }
    let whole = words.filter { $0.utf8.count > 1 }
    guard !letters.isEmpty, !whole.isEmpty else { return [] }
    return try matches(expression(whole), exact: []).filter { candidate in
      candidate.kind == "person"
        && candidate.spellings.contains { spelling in
          letters.allSatisfy { letter in
            spelling.contains { !whole.contains($0) && $0.hasPrefix(letter) }
          }
        }
    }
  }

  private func matches(_ query: String, exact: [String]) throws -> [Candidate] {
    let rows = try database.map(
      """
      SELECT e.id, e.kind, e.name, e.country, n.folded FROM names_fts AS f
      JOIN names AS n ON n.id = f.rowid JOIN entities AS e ON e.id = n.entity
      WHERE names_fts MATCH ? ORDER BY e.id LIMIT 5000
      """, [.text(query)]
    ) { row in
      let spelling = row.text(4) ?? ""
      return Candidate(
        entity: row.int64(0), kind: row.text(1) ?? "", name: row.text(2) ?? "",
        country: row.text(3),
        spellings: [spelling.split(separator: " ").map(String.init)],
        isExact: exact.contains(spelling) || exact.contains(Self.initials(spelling)))
    }
    return merge(rows)
  }

  /// One candidate for each entity.
  private func merge(_ candidates: [Candidate]) -> [Candidate] {
    var merged: [Candidate] = []
    var place: [Int64: Int] = [:]
    for candidate in candidates {
      if let index = place[candidate.entity] {
        merged[index].isExact = merged[index].isExact || candidate.isExact
        merged[index].spellings += candidate.spellings
      } else {
        place[candidate.entity] = merged.count
        merged.append(candidate)
      }
    }
    return merged
  }

  /// Persons before bodies that carry their names, surnames before given names, whole names before parts.
  private func prefer(_ candidates: [Candidate], words: [String]) -> [Candidate] {
    var kept = candidates
    // "Opposition leaders" are nobody whose name stands before that of a body.
    if kept.contains(where: { $0.kind == "person" && !isGroup($0) }) {
      kept = kept.filter { $0.kind == "person" || $0.isExact && words.count > 1 }
    }
    if kept.contains(where: \.isExact) {
      let exact = kept.filter(\.isExact)
      if words.count > 1 || exact.allSatisfy({ $0.kind != "person" }) {
        kept = kept.filter { $0.isExact || exact.contains(where: $0.isSame) }
      }
    }
    guard words.count == 1 else { return kept }
    let bySurname = kept.filter { candidate in
      candidate.kind != "person"
        || candidate.spellings.contains {
          $0.count == 1 || $0.first != words[0] && $0.contains(words[0])
        }
    }
    return bySurname.isEmpty ? kept : bySurname
  }

  /// True if one of the words by which people are called together stands in every name.
  private func isGroup(_ candidate: Candidate) -> Bool {
    candidate.spellings.allSatisfy { $0.contains { sets.contains("group", $0) } }
  }

  /// Candidates that are one person under several spellings together. A bare surname joins only where all others agree.
  private func group(_ candidates: [Candidate]) -> [[Candidate]] {
    var groups: [[Candidate]] = []
    let full = candidates.filter { $0.spellings.contains { $0.count > 1 } || $0.kind != "person" }
    for candidate in full {
      let fitting = groups.indices.filter { index in groups[index].contains(where: candidate.isSame)
      }
      guard let first = fitting.first else {
        groups.append([candidate])
        continue
      }
      groups[first].append(candidate)
      for index in fitting.dropFirst().reversed() {
        groups[first] += groups[index]
        groups.remove(at: index)
      }
    }
    for candidate in candidates where !full.contains(candidate) {
      let fitting = groups.indices.filter { index in groups[index].contains(where: candidate.isSame)
      }
      if fitting.count == 1 {
        groups[fitting[0]].append(candidate)
      } else if fitting.isEmpty {
        groups.append([candidate])
      }
    }
    return groups
  }
}
