/// A JSON value (RFC 8259) as it was read; objects keep the order of their members.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As it is written: `12`, `-1.5e3`.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// Reads one value and nothing after it but white space. Throws `JSONError`.
  public init(parsing bytes: [UInt8]) throws {
    var parser = JSONParser(bytes[...])
    self = try parser.value()
    guard parser.isAtEnd() else {
      throw JSONError(
        reason: "something after the end of the JSON value", offset: parser.position)
    }
  }

  /// The last member of that name; nil where there is none, or where this is no object.
  public subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == name }?.value
  }

  /// What it is, for messages.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// Compares member by member, in order.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }
}

/// Why a text is no JSON.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public let reason: String
  /// Where, in bytes from 0.
  public let offset: Int

  /// A reason and a place, in bytes from 0.
  public init(reason: String, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The reason and the column, counted in bytes from 1.
  public var description: String { "\(reason) at column \(offset + 1)" }
}
