import Records
import SQLite

/// One decision of a person, as it is kept.
public struct Correction: Sendable, Equatable {
  /// What was decided.
  public enum Action: String, Sendable, CaseIterable {
    /// The two are one.
    case merge
    /// The object is not part of the subject.
    case split
    /// The two are not one.
    case keepApart = "keep_apart"
    /// The subject goes by the name in `value`.
    case rename
    /// The subject is to be left out.
    case reject
    /// The field in `object` has the value in `value`.
    case set
  }

  /// Its number, by which it is undone.
  public var id: Int64
  public var action: Action
  /// Stable id of what is corrected.
  public var subject: String
  /// Stable id of the other side, or the field.
  public var object: String?
  /// The new name, or the new value; nil for none.
  public var value: String?
  /// For finding subject and object again: JSON with the stable ids of all their parts, and with evidence.
  public var anchor: String?
  public var reason: String?
  /// ISO 8601, UTC.
  public var madeAt: String
  /// ISO 8601, UTC; nil while it is in force.
  public var undoneAt: String?

  /// A line of an export.
  var json: String {
    var out = JSONWriter()
    out.object {
      $0.nested("correction") {
        $0.member("action", action.rawValue)
        $0.member("subject", subject)
        $0.member("object", object)
        $0.member("value", value)
        $0.member("anchor", anchor)
        $0.member("reason", reason)
        $0.member("made_at", madeAt)
        $0.member("undone_at", undoneAt)
      }
    }
    return out.text
  }

  /// Reads a line that `json` wrote; nil if it is no correction.
  public init?(json value: JSONValue) {
    guard let fields = value["correction"],
      let action = fields.string("action").flatMap(Action.init),
      let subject = fields.string("subject"),
      let madeAt = fields.string("made_at")
    else { return nil }
    id = 0
    self.action = action
    self.subject = subject
    object = fields.string("object")
    self.value = fields.string("value")
    anchor = fields.string("anchor")
    reason = fields.string("reason")
    self.madeAt = madeAt
    undoneAt = fields.string("undone_at")
  }

  /// Reads a row: id, action, subject, object, value, anchor, reason, made_at, undone_at.
  init(_ row: Statement) {
    self.init(
      id: row.int64(0), action: row.text(1).flatMap(Action.init) ?? .set,
      subject: row.text(2) ?? "",
      object: row.text(3), value: row.text(4), anchor: row.text(5), reason: row.text(6),
      madeAt: row.text(7) ?? "", undoneAt: row.text(8))
  }

  init(
    id: Int64 = 0, action: Action, subject: String, object: String? = nil, value: String? = nil,
    anchor: String? = nil, reason: String? = nil, madeAt: String, undoneAt: String? = nil
  ) {
    self.id = id
    self.action = action
    self.subject = subject
    self.object = object
    self.value = value
    self.anchor = anchor
    self.reason = reason
    self.madeAt = madeAt
    self.undoneAt = undoneAt
  }
}

extension KnowledgeBase {
  /// All corrections, undone ones too, in the order in which they were made.
  public func corrections() throws -> [Correction] {
    try database.map(
      """
      SELECT id, action, subject, object, value, anchor, reason, made_at, undone_at FROM corrections ORDER BY id
      """
    ) { Correction($0) }
  }
}
