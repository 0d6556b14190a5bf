/// A value of one of SQLite's five storage classes.
public enum Value: Sendable, Equatable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// `text`, or `null` where there is none.
  public init(_ text: String?) { self = text.map(Value.text) ?? .null }
  /// `integer`, or `null` where there is none.
  public init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
  /// `integer`, or `null` where there is none.
  public init(_ number: Int64?) { self = number.map(Value.integer) ?? .null }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByNilLiteral
{
  /// A text value.
  public init(stringLiteral value: String) { self = .text(value) }
  /// An integer value.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A real value.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// The null value.
  public init(nilLiteral: ()) { self = .null }
}
