import FoundationEssentials
import Records
import SQLite

extension KnowledgeBase {
  /// Carries out a decision and keeps it as a correction. With `dryRun` nothing is kept; what would be different is told.
  ///
  /// Throws `KnowledgeBaseError` if the decision makes no sense.
  public func decide(_ decision: Decision, reason: String?, dryRun: Bool = false) throws
    -> DecisionOutcome
  {
    try changing(dryRun: dryRun) { loader in
      let corrections = try corrections(of: decision, reason)
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
    return try withLoader { loader in
      var count = 0
      var seen: [String: Int] = [:]
      for correction in corrections {
        // Two of one second may say the same: then both are to be there.
        let times = seen[correction.json, default: 0] + 1
        seen[correction.json] = times
        let known = try integer(
          """
          SELECT count(*) FROM corrections WHERE action = ? AND subject = ? AND object IS ? AND value IS ? AND made_at = ?
          """,
          [
            .text(correction.action.rawValue), .text(correction.subject), Value(correction.object),
            Value(correction.value), .text(correction.madeAt),
          ])
        guard known < times else { continue }
        count += 1
        let articles = try articlesSplit(by: correction)
        for article in articles { try loader.withdraw(article) }
        _ = try insert(correction)
        try loader.readDecisions()
        var summary = LoadSummary()
        for article in articles { try loader.add(article, summary: &summary) }
        try loader.replay(correction)
      }
      try loader.settle()
      return count
    }
  }

  // MARK: Carrying out

  private func changing(dryRun: Bool, _ body: (Loader) throws -> [Int64]) throws -> DecisionOutcome
  {
    let (ids, changes) = try comparing(dryRun: dryRun) { loader in
      let ids = try body(loader)
      try loader.settle()
      return ids
    }
    return DecisionOutcome(corrections: dryRun ? [] : ids, changes: changes)
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
}
