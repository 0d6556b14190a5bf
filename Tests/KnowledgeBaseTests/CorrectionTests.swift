import Records
import Testing

@testable import KnowledgeBase

/// Every correction: applied, kept over imports, re-imports and rebuilds, undone, done again.
struct CorrectionTests {
  private let items = [
    story(
      "a", "Ana Ruiz met Otto Weiss.", meeting(person("Ana Ruiz", "ES"), person("Otto Weiss", "AT"))
    ),
    story(
      "b", "Anita Ruiz met Otto Weiss.",
      meeting(person("Anita Ruiz", "ES"), person("Otto Weiss", "AT"), date: "2023-09-01")),
    story(
      "c", "Ana Ruiz Calvo met Ole Berg.",
      meeting(person("Ana Ruiz Calvo", "ES"), person("Ole Berg", "NO"), date: "2023-08-01")),
    story(
      "d", "Ana Ruiz called Ole Berg.",
      meeting(person("Ana Ruiz", "ES"), person("Ole Berg", "NO"), date: "2023-07-01", mode: .phone)),
  ]
  private let more = story(
    "e", "Anita Ruiz met Lin Wu.",
    meeting(person("Anita Ruiz", "ES"), person("Lin Wu", "CN"), date: "2023-06-01"))

  /// Applies a decision and asks `state` after every step.
  private func follow(
    _ decision: (KnowledgeBase) throws -> Decision, before: [String], after: [String],
    state: (KnowledgeBase) throws -> [String]
  ) throws {
    let base = try makeBase()
    _ = try base.load(items, origin: .imported)
    #expect(try state(base) == before)
    let original = try exported(base)

    let trial = try base.decide(try decision(base), reason: nil, dryRun: true)
    #expect(!trial.changes.isEmpty)
    #expect(try exported(base) == original)

    let outcome = try base.decide(try decision(base), reason: "because")
    #expect(outcome.changes == trial.changes)
    #expect(try state(base) == after)
    let corrected = try exported(base)
    #expect(try base.corrections().map(\.reason) == outcome.corrections.map { _ in "because" })

    // Imports of the same and of more.
    _ = try base.load(items, origin: .imported)
    #expect(try exported(base) == corrected)
    _ = try base.load([more], origin: .imported)
    #expect(try state(base) == after)
    _ = try base.forget(try base.find(.article, "e"))
    #expect(try exported(base) == corrected)

    // Records taken out and put in again; a rebuild.
    _ = try base.rebuild { _ in [] }
    #expect(try exported(base) == corrected)
    for id in ["a", "b", "c", "d"] { _ = try base.forget(try base.find(.article, id)) }
    _ = try base.load(items.reversed(), origin: .imported)
    #expect(try exported(base) == corrected)

    // Into an empty base.
    let copy = try makeBase()
    try load(corrected, into: copy)
    #expect(try exported(copy) == corrected)
    #expect(try state(copy) == after)

    // Undone and done again.
    for id in outcome.corrections.reversed() { _ = try base.undo(id) }
    #expect(try state(base) == before)
    #expect(throws: KnowledgeBaseError.self) { try base.undo(outcome.corrections[0]) }
    _ = try base.load([more], origin: .imported)
    #expect(try state(base) == before)
    _ = try base.forget(try base.find(.article, "e"))
    for id in outcome.corrections { _ = try base.undo(id, redo: true) }
    #expect(try state(base) == after)
    #expect(try exported(base) == corrected)
    #expect(try base.check().damage.isEmpty)
  }

  private func load(_ lines: [String], into base: KnowledgeBase) throws {
    var items: [LoadItem] = []
    var corrections: [Correction] = []
    for line in lines {
      let value = try JSONValue(parsing: Array(line.utf8))
      if let correction = Correction(json: value) {
        corrections.append(correction)
      } else {
        items.append(LoadItem(article: nil, record: try ArticleRecord(json: value)))
      }
    }
    _ = try base.load(items, origin: .imported)
    _ = try base.load(corrections: corrections)
  }

  private func people(_ base: KnowledgeBase) throws -> [String] {
    try base.database.map(
      """
      SELECT name || ': ' || (SELECT count(*) FROM participants WHERE entity = e.id) FROM entities AS e
      WHERE name LIKE '%Ruiz%' ORDER BY 1
      """
    ) { $0.text(0) ?? "" }
  }

  private func meetings(_ base: KnowledgeBase) throws -> [String] {
    try base.database.map(
      "SELECT coalesce(date, '-') || ' ' || mode || coalesce(' ' || place, '') FROM meetings WHERE earliest IS NULL OR earliest > '2023-06-30' ORDER BY 1"
    ) { $0.text(0) ?? "" }
  }

  @Test func merge() throws {
    try follow(
      { .merge(.entity, try $0.find(.entity, "Ana Ruiz"), try $0.find(.entity, "Anita Ruiz")) },
      before: ["2"], after: ["1"], state: { [String(try people($0).count)] })
  }

  @Test func keepApart() throws {
    let base = try makeBase()
    _ = try base.load([items[0], items[1]], origin: .imported)
    let outcome = try base.decide(
      .keepApart(.entity, try base.find(.entity, "Ana Ruiz"), try base.find(.entity, "Anita Ruiz")),
      reason: nil)
    // A name that both may have does not join them.
    _ = try base.load(
      [
        story(
          "f", "Ana Anita Ruiz met Ole Berg.",
          meeting(person("Ana Anita Ruiz", "ES"), person("Ole Berg", "NO")))
      ], origin: .imported)
    let entities = try base.database.map(
      "SELECT DISTINCT entity FROM identities WHERE key IN ('person:ana-ruiz:ES', 'person:anita-ruiz:ES')"
    ) { $0.int64(0) }
    #expect(entities.count == 2)
    #expect(outcome.corrections.count == 1)
  }

  @Test func splitByName() throws {
    try follow(
      { .splitNames(try $0.find(.entity, "Ana Ruiz"), ["Ana Ruiz Calvo"]) },
      before: ["Ana Ruiz: 3", "Anita Ruiz: 1"],
      after: ["Ana Ruiz Calvo: 1", "Ana Ruiz: 2", "Anita Ruiz: 1"],
      state: { try people($0).map { $0.replacing("Anita Ruiz: 2", with: "Anita Ruiz: 1") } })
  }

  @Test func splitByArticle() throws {
    try follow(
      {
        .splitArticles(
          .entity, try $0.find(.entity, "Ana Ruiz"), [try $0.find(.article, "d")])
      },
      before: ["Ana Ruiz: 3", "Anita Ruiz: 1"],
      after: ["Ana Ruiz Calvo: 2", "Ana Ruiz: 1", "Anita Ruiz: 1"],
      state: { try people($0).map { $0.replacing("Anita Ruiz: 2", with: "Anita Ruiz: 1") } })
  }

  @Test func rename() throws {
    try follow(
      { .rename(try $0.find(.entity, "Otto Weiss"), "Otto von Weiss") },
      before: ["Otto Weiss"], after: ["Otto von Weiss"],
      state: { base in
        try base.database.map("SELECT name FROM entities WHERE country = 'AT'") { $0.text(0) ?? "" }
      })
  }

  @Test func rejectMeeting() throws {
    try follow(
      { .reject(.meeting, try $0.integer("SELECT id FROM meetings WHERE mode = 'phone'")) },
      before: [
        "2023-07-01 phone", "2023-08-01 in_person", "2023-09-01 in_person", "2023-10-16 in_person",
      ],
      after: ["2023-08-01 in_person", "2023-09-01 in_person", "2023-10-16 in_person"],
      state: meetings)
  }

  @Test func setFields() throws {
    try follow(
      {
        .set(
          .meeting,
          try $0.integer(
            "SELECT id FROM meetings WHERE key IN (SELECT key FROM meeting_reports WHERE terms LIKE '%2023-09-01%')"
          ),
          field: "date", value: "2023-09-02")
      },
      before: [
        "2023-07-01 phone", "2023-08-01 in_person", "2023-09-01 in_person", "2023-10-16 in_person",
      ],
      after: [
        "2023-07-01 phone", "2023-08-01 in_person", "2023-09-02 in_person", "2023-10-16 in_person",
      ],
      state: meetings)
  }

  @Test func mergeMeetings() throws {
    try follow(
      {
        .merge(
          .meeting, try $0.integer("SELECT id FROM meetings WHERE date = '2023-09-01'"),
          try $0.integer("SELECT id FROM meetings WHERE date = '2023-10-16'"))
      },
      before: ["4"], after: ["3"],
      state: {
        [String(try $0.integer("SELECT count(*) FROM meetings WHERE earliest > '2023-06-30'"))]
      })
  }

  @Test func aMergeUndoneIsNotDoneAgain() throws {
    let base = try makeBase()
    _ = try base.load([items[0], items[1]], origin: .imported)
    let outcome = try base.decide(
      .merge(.entity, try base.find(.entity, "Ana Ruiz"), try base.find(.entity, "Anita Ruiz")),
      reason: nil)
    _ = try base.undo(outcome.corrections[0])
    _ = try base.load(items, origin: .imported)
    _ = try base.rebuild { _ in [] }
    #expect(try people(base).count == 2)
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let base = try makeBase()
    _ = try base.load(items, origin: .imported)
    let ana = try base.find(.entity, "Ana Ruiz")
    #expect(throws: KnowledgeBaseError.self) {
      try base.decide(.merge(.entity, ana, ana), reason: nil)
    }
    #expect(throws: KnowledgeBaseError.self) { try base.decide(.rename(ana, " "), reason: nil) }
    #expect(throws: KnowledgeBaseError.self) {
      try base.decide(.splitNames(ana, ["Otto Weiss"]), reason: nil)
    }
    #expect(throws: KnowledgeBaseError.self) {
      try base.decide(.set(.meeting, 1, field: "date", value: "Monday"), reason: nil)
    }
    #expect(throws: KnowledgeBaseError.self) {
      try base.decide(.set(.meeting, 1, field: "colour", value: "red"), reason: nil)
    }
    #expect(throws: KnowledgeBaseError.self) { try base.find(.entity, "Nobody At All") }
    #expect(throws: KnowledgeBaseError.self) { try base.find(.entity, "Ruiz") }
    #expect(throws: KnowledgeBaseError.self) { try base.find(.meeting, "999") }
  }

  /// A file whose stable ids another program made by other rules: they are made anew before it is written, in a rebuild
  /// as well, nothing of the old ones stays behind, and the corrections find what they speak of.
  @Test(arguments: [false, true]) func otherRulesForStableIds(_ rebuilding: Bool) throws {
    let base = try makeBase()
    _ = try base.load(items, origin: .imported)
    _ = try base.decide(
      .merge(.entity, try base.find(.entity, "Ana Ruiz"), try base.find(.entity, "Anita Ruiz")),
      reason: nil)
    _ = try base.decide(.rename(try base.find(.entity, "Ole Berg"), "Ole J. Berg"), reason: nil)
    let expected = try exported(base)
    // As an older program might have filed them.
    try base.database.execute(
      script: """
        UPDATE identities SET key = replace(key, 'person:', 'person:the-');
        UPDATE entities SET key = replace(key, 'person:', 'person:the-');
        UPDATE meeting_reports SET terms = replace(terms, 'person:', 'person:the-'),
          key = substr(key, 1, 12) || 'x';
        UPDATE meetings SET key = substr(key, 1, 12) || 'x';
        UPDATE corrections SET subject = replace(subject, 'person:', 'person:the-'),
          object = replace(object, 'person:', 'person:the-'),
          anchor = replace(anchor, 'person:', 'person:the-');
        UPDATE knowledge SET digest = 'other';
        """)
    base.isDerived = false
    base.currentLoader = nil
    if rebuilding {
      _ = try base.rebuild { _ in [] }
    } else {
      _ = try base.forget(try base.find(.article, "d"))
      _ = try base.load([items[3]], origin: .imported)
    }
    #expect(try exported(base) == expected)
    #expect(try base.integer("SELECT count(*) FROM identities WHERE key LIKE '%the-%'") == 0)
    #expect(try base.integer("SELECT count(*) FROM entities WHERE key LIKE '%the-%'") == 0)
    #expect(try base.check().damage.isEmpty)
  }
}
