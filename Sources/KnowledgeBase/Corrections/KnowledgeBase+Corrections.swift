import FoundationEssentials
import Records
import SQLite

/// What a person decides; the rows are told by row id.
public enum Decision: Sendable {
  /// Two entities, meetings or agreements are one.
  case merge(Subject, Int64, Int64)
  /// They are not, whatever speaks for it.
  case keepApart(Subject, Int64, Int64)
  /// An entity is not called by these names; those who are, are someone else.
  case splitNames(Int64, [String])
  /// What these articles say of an entity, a meeting or an agreement is said of another one.
  case splitArticles(Subject, Int64, [Int64])
  case rename(Int64, String)
  /// A meeting or an agreement is left out.
  case reject(Subject, Int64)
  /// A field of a meeting or an agreement has this value; nil for none.
  case set(Subject, Int64, field: String, value: String?)
}

/// What became of a decision.
public struct DecisionOutcome: Sendable, Equatable {
  /// The numbers of the corrections, by which they are undone.
  public var corrections: [Int64] = []
  /// What is different now, a line each.
  public var changes: [String] = []
}

extension KnowledgeBase {
  /// Carries out a decision and keeps it as a correction. With `dryRun` nothing is kept; what would be different is told.
  ///
  /// Throws `KnowledgeBaseError` if the decision makes no sense.
  public func decide(_ decision: Decision, reason: String?, dryRun: Bool = false) throws
    -> DecisionOutcome
  {
    try changing(dryRun: dryRun) { loader in
      let corrections = try make(decision, reason)
      var ids: [Int64] = []
      for correction in corrections {
        let articles = try articlesSplit(by: correction)
        for article in articles { try loader.withdraw(article) }
        let id = try insert(correction)
        ids.append(id)
        try loader.readDecisions()
        var summary = LoadSummary()
        for article in articles { try loader.add(article, summary: &summary) }
        try loader.replay(correction)
      }
      return ids
    }
  }

  /// Takes a correction back, or puts one in force again that was taken back. Throws `KnowledgeBaseError`.
  public func undo(_ number: Int64, redo: Bool = false, dryRun: Bool = false) throws
    -> DecisionOutcome
  {
    try changing(dryRun: dryRun) { loader in
      guard let correction = try corrections().first(where: { $0.id == number }) else {
        throw KnowledgeBaseError.notFound(what: "correction", name: String(number))
      }
      guard (correction.undoneAt == nil) != redo else {
        throw KnowledgeBaseError.invalid(
          reason: redo
            ? "correction \(number) is in force" : "correction \(number) is undone already")
      }
      let articles = try articlesSplit(by: correction)
      for article in articles { try loader.withdraw(article) }
      try database.execute(
        "UPDATE corrections SET undone_at = ? WHERE id = ?",
        [redo ? .null : .text(KnowledgeBase.now()), .integer(number)])
      try loader.readDecisions()
      var summary = LoadSummary()
      for article in articles { try loader.add(article, summary: &summary) }
      try loader.replay(correction)
      return [number]
    }
  }

  /// Adds corrections from an export; those that are there already are passed over. Gives how many are new.
  public func load(corrections: [Correction]) throws -> Int {
    guard !corrections.isEmpty else { return 0 }
    var count = 0
    _ = try changing(dryRun: false) { loader in
      for correction in corrections {
        let known = try database.scalar(
          """
          SELECT 1 FROM corrections WHERE action = ? AND subject = ? AND object IS ? AND value IS ? AND made_at = ?
          """,
          [
            .text(correction.action.rawValue), .text(correction.subject), Value(correction.object),
            Value(correction.value), .text(correction.madeAt),
          ])
        guard known == nil else { continue }
        count += 1
        let articles = try articlesSplit(by: correction)
        for article in articles { try loader.withdraw(article) }
        _ = try insert(correction)
        try loader.readDecisions()
        var summary = LoadSummary()
        for article in articles { try loader.add(article, summary: &summary) }
        try loader.replay(correction)
      }
      return []
    }
    return count
  }

  // MARK: Carrying out

  private struct DryRun: Error { var outcome: DecisionOutcome }

  private func changing(dryRun: Bool, _ body: (Loader) throws -> [Int64]) throws -> DecisionOutcome
  {
    do {
      return try withLoader { loader in
        let before = try Contents(database)
        let ids = try body(loader)
        try loader.settle()
        let outcome = DecisionOutcome(
          corrections: ids, changes: try Contents(database).changes(since: before))
        if dryRun { throw DryRun(outcome: outcome) }
        return outcome
      }
    } catch let run as DryRun {
      var outcome = run.outcome
      outcome.corrections = []
      return outcome
    }
  }

  private func insert(_ correction: Correction) throws -> Int64 {
    try statements.insert(
      """
      INSERT INTO corrections (action, subject, object, value, anchor, reason, made_at, undone_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(correction.action.rawValue), .text(correction.subject), Value(correction.object),
        Value(correction.value), Value(correction.anchor), Value(correction.reason),
        .text(correction.madeAt), Value(correction.undoneAt),
      ])
  }

  /// The articles whose parties are told apart by a correction: they have to be read anew.
  private func articlesSplit(by correction: Correction) throws -> [Int64] {
    guard correction.action == .split, let article = Anchor(correction).article,
      Decisions.sort(correction.subject) == "entity"
    else { return [] }
    return try database.map("SELECT id FROM articles WHERE key = ?", [.text(article)]) {
      $0.int64(0)
    }
  }

  static func now() -> String { Date.now.formatted(.iso8601) }

  // MARK: Making corrections

  private func make(_ decision: Decision, _ reason: String?) throws -> [Correction] {
    func correction(
      _ action: Correction.Action, _ subject: String, object: String? = nil, value: String? = nil,
      _ anchor: Anchor
    ) -> Correction {
      Correction(
        action: action, subject: subject, object: object, value: value, anchor: anchor.json,
        reason: reason, madeAt: KnowledgeBase.now())
    }
    switch decision {
    case .merge(let sort, let first, let second), .keepApart(let sort, let first, let second):
      guard first != second else {
        throw KnowledgeBaseError.invalid(reason: "both are \(try label(sort, first))")
      }
      var anchor = Anchor()
      (anchor.subject, anchor.places) = try parts(sort, first)
      (anchor.object, anchor.objectPlaces) = try parts(sort, second)
      var action = Correction.Action.keepApart
      if case .merge = decision { action = .merge }
      return [correction(action, try key(sort, first), object: try key(sort, second), anchor)]
    case .splitNames(let entity, let names):
      var anchor = Anchor()
      (anchor.subject, _) = try parts(.entity, entity)
      let wanted = Set(names.map { Folding.fold($0) })
      let spelled = try database.map(
        "SELECT i.key, s.name FROM identities AS i JOIN spellings AS s ON s.identity = i.id WHERE i.entity = ?",
        [.integer(entity)]
      ) { ($0.text(0) ?? "", $0.text(1) ?? "") }
      anchor.object = Set(
        spelled.filter {
          wanted.contains(Folding.fold($0.1)) || wanted.contains(Folding.fold($0.0))
        }.map(\.0)
      ).sorted()
      guard let object = anchor.object.first else {
        throw KnowledgeBaseError.notFound(
          what: "name of \(try label(.entity, entity))", name: names.joined(separator: ", "))
      }
      guard anchor.object.count < anchor.subject.count else {
        throw KnowledgeBaseError.invalid(
          reason:
            "\(try label(.entity, entity)) has no other name to be split from; split by --article")
      }
      return [correction(.split, try key(.entity, entity), object: object, anchor)]
    case .splitArticles(let sort, let row, let articles):
      return try articles.map { article in
        var anchor = Anchor()
        (anchor.subject, anchor.places) = try parts(sort, row)
        let name = try key(.article, article)
        if sort == .entity {
          anchor.article = name
        } else {
          anchor.object = try database.map(
            """
            SELECT r.key FROM \(sort.rawValue)_report_articles AS a JOIN \(sort.rawValue)_reports AS r ON r.id = a.report
            WHERE a.article = ? AND r.\(sort.rawValue) = ?
            """, [.integer(article), .integer(row)]
          ) { $0.text(0) ?? "" }
          guard !anchor.object.isEmpty, anchor.object.count < anchor.subject.count else {
            throw KnowledgeBaseError.invalid(
              reason:
                "\(try label(sort, row)) rests on \(try label(.article, article)) alone, or not at all"
            )
          }
        }
        return correction(.split, try key(sort, row), object: anchor.object.first ?? name, anchor)
      }
    case .rename(let entity, let name):
      guard !Folding.fold(name).isEmpty else {
        throw KnowledgeBaseError.invalid(reason: "a name needs a letter")
      }
      var anchor = Anchor()
      (anchor.subject, _) = try parts(.entity, entity)
      return [correction(.rename, try key(.entity, entity), value: name, anchor)]
    case .reject(let sort, let row):
      var anchor = Anchor()
      (anchor.subject, anchor.places) = try parts(sort, row)
      return [correction(.reject, try key(sort, row), anchor)]
    case .set(let sort, let row, let field, let value):
      try FieldCheck.check(sort, field, value)
      var anchor = Anchor()
      (anchor.subject, anchor.places) = try parts(sort, row)
      return [correction(.set, try key(sort, row), object: field, value: value, anchor)]
    }
  }

  private func key(_ subject: Subject, _ id: Int64) throws -> String {
    guard
      case .text(let key)? = try database.scalar(
        "SELECT key FROM \(subject.table) WHERE id = ?", [.integer(id)])
    else { throw KnowledgeBaseError.notFound(what: subject.rawValue, name: String(id)) }
    return key
  }

  /// The stable ids of the parts of a row; and, for reports, words on which they stand.
  private func parts(_ subject: Subject, _ id: Int64) throws -> ([String], [Anchor.Place]) {
    if subject == .entity {
      return (
        try database.map("SELECT key FROM identities WHERE entity = ? ORDER BY key", [.integer(id)])
        {
          $0.text(0) ?? ""
        }, []
      )
    }
    let name = subject.rawValue
    let keys = try database.map(
      "SELECT key FROM \(name)_reports WHERE \(name) = ? ORDER BY key", [.integer(id)]
    ) { $0.text(0) ?? "" }
    let places = try database.map(
      """
      SELECT a.key, e.quote FROM evidence AS e JOIN articles AS a ON a.id = e.article WHERE e.\(name) = ?
      ORDER BY a.key, e.start, e.quote LIMIT 20
      """, [.integer(id)]
    ) { Anchor.Place(article: $0.text(0) ?? "", words: $0.text(1) ?? "") }
    return (keys, places)
  }
}

/// Which fields people may set, and to what.
enum FieldCheck {
  static let meeting: [String: [String]?] = [
    "date": nil, "place": nil, "status": MeetingRecord.Status.allCases.map(\.rawValue),
    "mode": MeetingRecord.Mode.allCases.map(\.rawValue),
  ]
  static let agreement: [String: [String]?] = [
    "date": nil, "place": nil, "title": nil, "count": nil,
    "kind": AgreementRecord.Kind.allCases.map(\.rawValue),
    "status": AgreementRecord.Status.allCases.map(\.rawValue),
  ]

  static func check(_ subject: Subject, _ field: String, _ value: String?) throws {
    let fields = subject == .meeting ? meeting : agreement
    guard let choices = fields[field] else {
      throw KnowledgeBaseError.invalid(
        reason:
          "a \(subject.rawValue) has no field \(field) to set; it has: \(fields.keys.sorted().joined(separator: ", "))"
      )
    }
    guard let value else {
      if choices != nil || field == "title" {
        throw KnowledgeBaseError.invalid(reason: "\(field) cannot be empty")
      }
      return
    }
    if let choices, !choices.contains(value) {
      throw KnowledgeBaseError.invalid(
        reason: "\(field) is one of: \(choices.joined(separator: ", ")); not \(value)")
    }
    if field == "date", EDTF(value) == nil {
      throw KnowledgeBaseError.invalid(
        reason: "\(value) is no EDTF date; write 2023-10-16, 2023-10, 2023 or 2023-10-16/2023-10-18"
      )
    }
    if field == "count", Int(value) == nil {
      throw KnowledgeBaseError.invalid(reason: "\(value) is no number")
    }
  }
}
