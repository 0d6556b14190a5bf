import Records
import SQLite

/// One party of an occasion, as one or more articles report it.
struct TermParty: Hashable, Sendable {
  /// Key of the identity.
  var identity: String
  /// `principal`, `attendee`, `mediator`, `party` or `signatory`.
  var capacity: String
  var role: String?
  var country: String?

  func write(to out: inout JSONWriter) {
    out.object {
      $0.member("identity", identity)
      $0.member("capacity", capacity)
      $0.member("role", role)
      $0.member("country", country)
    }
  }

  init(identity: String, capacity: String, role: String?, country: String?) {
    self.identity = identity
    self.capacity = capacity
    self.role = role
    self.country = country
  }

  init?(_ value: JSONValue) {
    guard let identity = value.string("identity"), let capacity = value.string("capacity") else {
      return nil
    }
    self.init(
      identity: identity, capacity: capacity, role: value.string("role"),
      country: value.string("country"))
  }

  /// In an order that depends on the parties alone.
  static func sorted(_ parties: [TermParty]) -> [TermParty] {
    Set(parties).sorted {
      ($0.capacity, $0.identity, $0.role ?? "", $0.country ?? "")
        < ($1.capacity, $1.identity, $1.role ?? "", $1.country ?? "")
    }
  }
}

/// What an article says of an occasion, as far as it bears on which occasion it is and on what becomes of its row.
/// Articles that say it in the same terms share a report.
protocol Terms: Hashable, Sendable {
  /// `meeting` or `agreement`: the names of the tables begin so.
  static var table: String { get }
  /// The first letter of stable ids.
  static var letter: String { get }
  /// One line of JSON, the same for the same terms.
  var json: String { get }
  var parties: [TermParty] { get }
  /// A column of the report's row that repeats something of the terms, for those who read the table; nil for none.
  static var extraColumn: String? { get }
  var extraValues: [Value] { get }
  init?(json: String)
}

extension Terms {
  /// The stable id of terms by their JSON: a letter and 12 hex digits of its SHA-256.
  static func key(_ json: String) -> String { letter + SHA256.hex(json).prefix(12) }

  static var extraColumn: String? { nil }
  var extraValues: [Value] { [] }
}

extension JSONValue {
  func string(_ name: String) -> String? {
    if case .string(let text)? = self[name] { return text }
    return nil
  }

  func integer(_ name: String) -> Int? {
    if case .number(let digits)? = self[name] { return Int(digits) }
    return nil
  }

  func items(_ name: String) -> [JSONValue] {
    if case .array(let items)? = self[name] { return items }
    return []
  }

  var strings: [String] {
    guard case .array(let items) = self else { return [] }
    return items.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}
