import ArgumentParser
import SQLite

/// The values that `-p name=value` gave.
struct SQLParameters {
  private let values: [(name: String, value: Value)]

  /// Reads `name=value` pairs. Throws `ValidationError` for one that is none, or a name given twice.
  init(_ pairs: [String]) throws {
    var values: [(String, Value)] = []
    for pair in pairs {
      let (name, text) = try Self.split(pair)
      if values.contains(where: { $0.0 == name }) {
        throw ValidationError("-p \(name)= is given twice.")
      }
      values.append((name, Self.value(text)))
    }
    self.values = values
  }

  /// The two sides of `name=value`; the name may come with the sign that it has in SQL.
  static func split(_ pair: String) throws -> (name: String, text: String) {
    guard let equals = pair.firstIndex(of: "="), equals != pair.startIndex else {
      throw ValidationError("-p takes name=value, not \(pair)")
    }
    let name = pair[..<equals]
    return (
      String(":@$".contains(name[name.startIndex]) ? name.dropFirst() : name),
      String(pair[pair.index(after: equals)...])
    )
  }

  /// A number that reads back as it was written is a number; NULL is null; quotes as in SQL make a text.
  static func value(_ text: String) -> Value {
    if text == "NULL" { return .null }
    if let number = Int64(text), String(number) == text { return .integer(number) }
    let isDecimal = text.utf8.allSatisfy { $0 == 0x2E || $0 == 0x2D || (0x30...0x39).contains($0) }
    if isDecimal, text.contains("."), text.last != ".", let number = Double(text) {
      return .real(number)
    }
    if text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") {
      let inside = text.dropFirst().dropLast()
      return .text(
        inside.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'"))
    }
    return .text(text)
  }

  /// The names that a statement asks for. Throws `Failure` if one has no value.
  func check(_ statement: Statement) throws -> Set<String> {
    var names: Set<String> = []
    for index in 1..<max(1, statement.parameterCount + 1) {
      let name = Self.bare(statement.parameterName(index), index)
      guard values.contains(where: { $0.name == name }) else {
        throw Failure("the SQL has a parameter \(name) without a value: add -p \(name)=VALUE")
      }
      names.insert(name)
    }
    return names
  }

  /// Throws `Failure` if a value was given that no statement asks for.
  func checkAllUsed(_ used: Set<String>) throws {
    for (name, _) in values where !used.contains(name) {
      throw Failure("the SQL has no parameter \(name)")
    }
  }

  /// Binds the values that a statement asks for.
  func bind(to statement: Statement) throws {
    for index in 1..<max(1, statement.parameterCount + 1) {
      let name = Self.bare(statement.parameterName(index), index)
      if let value = values.first(where: { $0.name == name })?.value {
        try statement.bind(value, at: index)
      }
    }
  }

  /// A parameter's name without its sign; its number for `?` and `?3`.
  private static func bare(_ name: String?, _ index: Int) -> String {
    name.map { String($0.dropFirst()) } ?? String(index)
  }
}
