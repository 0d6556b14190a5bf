import Gazetteer
import SQLite

/// A parameter of a canned query.
public struct QueryParameter: Sendable, Equatable {
  /// What a value must look like, and how it is bound.
  public enum Kind: String, Sendable, CaseIterable {
    /// Any text.
    case text
    /// A person's, government's or organization's name or a part of one; matched through `names_fts`.
    case name
    /// Words for a full-text index.
    case words
    /// A year, month or day: `2023`, `2023-05`, `2023-05-04`.
    case date
    /// A whole number.
    case integer
    /// A number.
    case real
    /// A country: its ISO 3166-1 alpha-2 code or `EU`, or its name in English or Spanish.
    case country

    /// For messages: what is expected.
    public var words: String {
      switch self {
      case .text: "a text"
      case .name: "a name or part of one"
      case .words: "words"
      case .date: "a date such as 2023, 2023-05 or 2023-05-04"
      case .integer: "a whole number"
      case .real: "a number"
      case .country: "a country's code or name"
      }
    }
  }

  /// As in the SQL, without the colon.
  public let name: String
  public let type: Kind
  /// The value where none is given; nil if one must be.
  public let defaultValue: Value?
  /// What it is for, in a few words.
  public let help: String

  /// The value that a text stands for. Throws `ParameterError`. An empty text is the empty text in all types but the
  /// numbers, and only where the default is that too or the type is text.
  public func value(_ text: String) throws -> Value {
    if text.isEmpty, defaultValue == .text("") || type == .text { return .text("") }
    switch type {
    case .text, .name, .words: if !text.isEmpty { return .text(text) }
    case .date: if Self.isDate(text) { return .text(text) }
    case .integer: if let number = Int64(text) { return .integer(number) }
    case .real: if let number = Double(text), number.isFinite { return .real(number) }
    case .country:
      let upper = text.uppercased()
      if Gazetteer.shared.country(code: upper) != nil { return .text(upper) }
      if let country = Gazetteer.shared.country(named: text) { return .text(country.code) }
    }
    throw ParameterError("\(name)=\(text): \(name) must be \(type.words)")
  }

  /// True for `YYYY`, `YYYY-MM` and `YYYY-MM-DD` with a month and day that there are.
  public static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return false }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(part)
      else { return false }
      numbers.append(number)
    }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
    guard numbers.count > 2 else { return true }
    let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][numbers[1] - 1]
    return (1...days).contains(numbers[2])
  }
}
