import Records
import SQLite

extension KnowledgeBase {
  /// The corrections by which a decision is kept. Throws `KnowledgeBaseError` if it makes no sense.
  func corrections(of decision: Decision, _ reason: String?) throws -> [Correction] {
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
        throw KnowledgeBaseError.invalid(
          reason: "both are \(try label(sort, first)); `chancery split` makes two of one")
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
