/// What is wrong with a record: the field's path and the remedy.
public struct RecordError: Error, Sendable, Equatable, CustomStringConvertible {
  /// As in `meetings[2].participants[0].name`; empty for the record as a whole.
  public let path: String
  /// What is wrong, and what would be right.
  public let reason: String
  /// `path: reason`.
  public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}

extension ArticleRecord {
  /// Reads a record from one line of NDJSON, as `docs/records.md` tells: lists may be missing or null, speakers may
  /// be plain strings, unknown fields are left aside. Throws `JSONError` or `RecordError`.
  public init(json line: [UInt8]) throws {
    try self.init(json: try JSONValue(parsing: line))
  }

  /// Reads a record from a JSON object, as `init(json:)` does from a line. Throws `RecordError`.
  public init(json value: JSONValue) throws { try self.init(Fields(value, path: "")) }

  fileprivate init(_ fields: Fields) throws {
    let id = try fields.required("id")
    guard !id.isEmpty else { throw fields.error("id", "is empty; every record needs an id") }
    self.init(
      id: id, language: try fields.text("language"), published: try fields.date("published"),
      title: try fields.text("title"), author: try fields.text("author"),
      outlet: try fields.text("outlet"), url: try fields.text("url"),
      meetings: try fields.objects("meetings").map(MeetingRecord.init),
      agreements: try fields.objects("agreements").map(AgreementRecord.init),
      statements: try fields.objects("statements").map(StatementRecord.init))
    text = try fields.text("text")
    source = try fields.text("source")
    origin = try fields.text("origin")
  }
}

extension MeetingRecord {
  fileprivate init(_ fields: Fields) throws {
    self.init(
      status: try fields.choice("status") ?? .held, mode: try fields.choice("mode") ?? .inPerson,
      date: try fields.date("date"), dateBasis: try fields.choice("date_basis"),
      place: try fields.text("place"),
      participants: try fields.objects("participants", strings: true).map(PartyRecord.init),
      topics: try fields.texts("topics"), evidence: try fields.texts("evidence") ?? [])
  }
}

extension AgreementRecord {
  fileprivate init(_ fields: Fields) throws {
    let title = try fields.required("title")
    guard !title.isEmpty else { throw fields.error("title", "is empty; an agreement needs one") }
    self.init(
      title: title, kind: try fields.choice("kind") ?? .other,
      status: try fields.requiredChoice("status"), count: try fields.count("count"),
      date: try fields.date("date"), dateBasis: try fields.choice("date_basis"),
      place: try fields.text("place"),
      parties: try fields.objects("parties", strings: true).map(PartyRecord.init),
      signatories: fields.has("signatories")
        ? try fields.objects("signatories", strings: true).map(PartyRecord.init) : nil,
      evidence: try fields.texts("evidence") ?? [])
  }
}

extension StatementRecord {
  fileprivate init(_ fields: Fields) throws {
    self.init(
      kind: try fields.choice("kind") ?? .indirect,
      speakers: try fields.objects("speakers", strings: true).map(PartyRecord.init),
      text: try fields.required("text"), start: try fields.count("start"),
      end: try fields.count("end"), medium: try fields.text("medium"), date: try fields.date("date")
    )
  }
}

extension PartyRecord {
  fileprivate init(_ fields: Fields) throws {
    let name = try fields.required("name")
    guard name.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw fields.error("name", "is empty; leave the party out, or name it by its office")
    }
    self.init(
      name: name, kind: try fields.choice("kind"), role: try fields.text("role"),
      country: try fields.country("country"), capacity: try fields.choice("capacity"),
      also: try fields.texts("also"))
  }
}

/// The members of a JSON object, with the path that leads to it.
private struct Fields {
  let value: JSONValue
  let path: String

  init(_ value: JSONValue, path: String) throws {
    guard case .object = value else {
      throw RecordError(path: path, reason: "is \(value.kind), and should be an object")
    }
    self.value = value
    self.path = path
  }

  func error(_ name: String, _ reason: String) -> RecordError {
    RecordError(path: path.isEmpty ? name : "\(path).\(name)", reason: reason)
  }

  func has(_ name: String) -> Bool { value[name].map { $0 != .null } ?? false }

  func text(_ name: String) throws -> String? {
    switch value[name] {
    case nil, .null: return nil
    case .string(let text): return text
    case .some(let other): throw error(name, "is \(other.kind), and should be a string")
    }
  }

  func required(_ name: String) throws -> String {
    guard let text = try text(name) else { throw error(name, "is missing, and should be a string") }
    return text
  }

  func texts(_ name: String) throws -> [String]? {
    switch value[name] {
    case nil, .null: return nil
    case .string(let text): return [text]
    case .array(let items):
      return try items.enumerated().map { index, item in
        guard case .string(let text) = item else {
          throw error("\(name)[\(index)]", "is \(item.kind), and should be a string")
        }
        return text
      }
    case .some(let other): throw error(name, "is \(other.kind), and should be a list of strings")
    }
  }

  /// With `strings`, a string stands for an object with that name.
  func objects(_ name: String, strings: Bool = false) throws -> [Fields] {
    switch value[name] {
    case nil, .null: return []
    case .array(let items):
      let path = path.isEmpty ? name : "\(path).\(name)"
      return try items.enumerated().map { index, item in
        if strings, case .string = item {
          return try Fields(.object([("name", item)]), path: "\(path)[\(index)]")
        }
        return try Fields(item, path: "\(path)[\(index)]")
      }
    case .some(let other): throw error(name, "is \(other.kind), and should be a list")
    }
  }

  func date(_ name: String) throws -> String? {
    guard let text = try text(name) else { return nil }
    if EDTF(text) != nil { return text }
    // A time of day adds nothing to the date of publication.
    if name == "published", let date = EDTF(text.prefix(10)) { return date.description }
    throw error(
      name,
      "is no EDTF date: \(text); write 2023-10-16, 2023-10, 2023, 2023-10-16/2023-10-18 or null")
  }

  func country(_ name: String) throws -> String? {
    guard let text = try text(name), !text.isEmpty else { return nil }
    let bytes = Array(text.utf8)
    guard bytes.count == 2,
      bytes.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { throw error(name, "is no ISO 3166-1 alpha-2 code: \(text); write MX, EU or null") }
    return text
  }

  func count(_ name: String) throws -> Int? {
    switch value[name] {
    case nil, .null: return nil
    case .number(let digits):
      guard let number = Int(digits), number >= 0 else {
        throw error(name, "is \(digits), and should be a whole number from 0")
      }
      return number
    case .some(let other): throw error(name, "is \(other.kind), and should be a number")
    }
  }

  func choice<T: RawRepresentable & CaseIterable>(_ name: String) throws -> T?
  where T.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let choice = T(rawValue: text) else {
      let known = T.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(name, "is \(text), and should be one of: \(known)")
    }
    return choice
  }

  func requiredChoice<T: RawRepresentable & CaseIterable>(_ name: String) throws -> T
  where T.RawValue == String {
    guard let choice: T = try choice(name) else {
      let known = T.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(name, "is missing, and should be one of: \(known)")
    }
    return choice
  }
}
