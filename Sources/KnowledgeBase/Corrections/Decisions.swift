import Records
import SQLite

/// All corrections as they are replayed: over every import, and over every rebuild.
struct Decisions {
  var entities = Rulings()
  var meetings = Rulings()
  var agreements = Rulings()
  /// `identity article` for identities that people split by article.
  var splits: Set<String> = []

  /// No corrections.
  init() {}

  /// Reads the corrections of the base. The later of two that say different things of a pair holds; a merge that was
  /// undone keeps its two sides apart.
  init(_ statements: StatementCache) throws {
    let corrections = try Decisions.read(statements)
    guard !corrections.isEmpty else { return }
    var verdicts: [String: [Pair: Bool]] = [:]
    for correction in corrections {
      let sort = Decisions.sort(correction.subject)
      let anchor = Anchor(correction)
      let subject = try Decisions.present(anchor.subject, anchor.places, sort, statements)
      switch correction.action {
      case .merge, .keepApart:
        let object = try Decisions.present(anchor.object, anchor.objectPlaces, sort, statements)
        guard correction.undoneAt == nil || correction.action == .merge else { continue }
        let isOne = correction.action == .merge && correction.undoneAt == nil
        for first in subject {
          for second in object where first != second {
            verdicts[sort, default: [:]][Pair(first, second)] = isOne
          }
        }
      case .split:
        guard correction.undoneAt == nil else { continue }
        if let article = anchor.article {
          // To the letter: what the article was read into has to be found when it is withdrawn.
          for key in anchor.subject { splits.insert("\(key) \(article)") }
          continue
        }
        let object = Set(anchor.object)
        for first in subject where !object.contains(first) {
          for second in anchor.object { verdicts[sort, default: [:]][Pair(first, second)] = false }
        }
      case .rename:
        guard correction.undoneAt == nil, let name = correction.value else { continue }
        for key in subject { entities.given[key, default: []].append(("name", name)) }
      case .reject:
        guard correction.undoneAt == nil else { continue }
        update(sort) { $0.rejected.formUnion(subject) }
      case .set:
        guard correction.undoneAt == nil, let field = correction.object else { continue }
        update(sort) { rulings in
          for key in subject {
            rulings.given[key, default: []].append((field, correction.value))
          }
        }
      }
    }
    for (sort, pairs) in verdicts {
      for (pair, isOne) in pairs.sorted(by: { $0.key < $1.key }) {
        update(sort) { rulings in
          if isOne {
            rulings.merged.append((pair.first, pair.second))
          } else {
            rulings.apart.append((pair.first, pair.second))
          }
        }
      }
    }
    for sort in ["entity", "meeting", "agreement"] { update(sort) { $0.connect() } }
  }

  private struct Pair: Hashable, Comparable {
    var first: String
    var second: String

    init(_ first: String, _ second: String) {
      (self.first, self.second) = first < second ? (first, second) : (second, first)
    }

    static func < (left: Pair, right: Pair) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  private mutating func update(_ sort: String, _ change: (inout Rulings) -> Void) {
    switch sort {
    case "meeting": change(&meetings)
    case "agreement": change(&agreements)
    default: change(&entities)
    }
  }

  /// Of what a stable id is: `meeting`, `agreement` or `entity`.
  static func sort(_ key: String) -> String {
    if key.contains(":") { return "entity" }
    return key.hasPrefix("g") ? "agreement" : "meeting"
  }

  /// True for an identity that people split off by article: it is none of those that it was split from.
  private static func isSplitOff(_ key: String) -> Bool {
    guard let at = key.lastIndex(of: "@"), at > key.startIndex else { return false }
    return key[key.index(before: at)] != ":"
  }

  private static func read(_ statements: StatementCache) throws -> [Correction] {
    try statements.map(
      """
      SELECT id, action, subject, object, value, anchor, reason, made_at, undone_at FROM corrections ORDER BY id
      """, []
    ) { Correction($0) }
  }

  /// The keys that the base has; if it has none of them, as after the program learned to read an article otherwise, those
  /// of the reports that now stand on the same words.
  private static func present(
    _ keys: [String], _ places: [Anchor.Place], _ sort: String, _ statements: StatementCache
  ) throws -> [String] {
    guard sort != "entity" else {
      let found = try keys.filter { key in
        try statements.first("SELECT 1 FROM identities WHERE key = ?", [.text(key)]) { _ in true }
          ?? false
      }
      if !found.isEmpty { return keys }
      // The same name with another country, or with one where there was none, if only one such is there.
      let bodies = Set(keys.map { $0.split(separator: ":").prefix(2).joined(separator: ":") })
      guard bodies.count == 1, let body = bodies.first else { return keys }
      let others = try statements.map(
        "SELECT key FROM identities WHERE key >= ?1 || ':' AND key < ?1 || ';'", [.text(body)]
      ) { $0.text(0) ?? "" }.filter { !isSplitOff($0) }
      return others.count == 1 ? others : keys
    }
    for key in keys {
      if try statements.first(
        "SELECT 1 FROM \(sort)_reports WHERE key = ?", [.text(key)], { _ in true }) ?? false
      {
        return keys
      }
    }
    var found: Set<String> = []
    for place in places {
      let row = try statements.first(
        "SELECT r.article, r.record FROM records AS r JOIN articles AS a ON a.id = r.article WHERE a.key = ?",
        [.text(place.article)]
      ) { ($0.int64(0), $0.text(1) ?? "") }
      guard let row, let record = try? ArticleRecord(json: Array(row.1.utf8)) else { continue }
      let evidence =
        sort == "meeting" ? record.meetings.map(\.evidence) : record.agreements.map(\.evidence)
      let exact = evidence.firstIndex { $0.contains(place.words) }
      let near = evidence.firstIndex { words in
        words.contains { $0.contains(place.words) || place.words.contains($0) }
      }
      guard let position = exact ?? near else { continue }
      let key = try statements.first(
        """
        SELECT r.key FROM \(sort)_report_articles AS a JOIN \(sort)_reports AS r ON r.id = a.report
        WHERE a.article = ? AND a.position = ?
        """, [.integer(row.0), Value(position)]
      ) { $0.text(0) ?? "" }
      if let key { found.insert(key) }
    }
    return found.isEmpty ? keys : found.sorted()
  }
}

/// What a correction knows of its subject and its object beside their stable ids.
struct Anchor {
  /// Words of an article on which a report stands.
  struct Place {
    var article: String
    var words: String
  }

  /// Stable ids of all parts: of identities, or of reports.
  var subject: [String] = []
  var object: [String] = []
  var places: [Place] = []
  var objectPlaces: [Place] = []
  /// For a split by article: the article's stable id.
  var article: String?

  init() {}

  init(_ correction: Correction) {
    subject = [correction.subject]
    if correction.action != .set { object = correction.object.map { [$0] } ?? [] }
    guard let text = correction.anchor, let value = try? JSONValue(parsing: Array(text.utf8)) else {
      return
    }
    subject = value["subject"]?.strings ?? subject
    object = value["object"]?.strings ?? object
    article = value.string("article")
    func read(_ name: String) -> [Place] {
      value.items(name).compactMap { item in
        item.string("article").flatMap { article in
          item.string("words").map { Place(article: article, words: $0) }
        }
      }
    }
    places = read("places")
    objectPlaces = read("object_places")
  }

  var json: String {
    var out = JSONWriter()
    out.object {
      $0.strings("subject", subject)
      if !object.isEmpty { $0.strings("object", object) }
      $0.member("article", article)
      for (name, places) in [("places" as StaticString, places), ("object_places", objectPlaces)]
      where !places.isEmpty {
        $0.list(name, places) { place, out in
          out.object {
            $0.member("article", place.article)
            $0.member("words", place.words)
          }
        }
      }
    }
    return out.text
  }
}
