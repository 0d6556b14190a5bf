import SQLite

/// A query in SQL with its parameters.
public struct BoundSQL: Sendable, Equatable {
  /// The text, with parameters as `:name`.
  public var text: String
  /// Names without the colon, in the order in which they were made.
  public var parameters: [(name: String, value: Value)] = []

  /// SQL without parameters yet.
  public init(_ text: String = "") { self.text = text }

  /// Gives a value a name that is free, and returns it with its colon.
  mutating func bind(_ name: String, _ value: Value) -> String {
    if let same = parameters.first(where: { $0.value == value && $0.name.hasPrefix(name) }) {
      return ":" + same.name
    }
    var number = 1
    while parameters.contains(where: { $0.name == "\(name)\(number)" }) { number += 1 }
    parameters.append((name: "\(name)\(number)", value: value))
    return ":\(name)\(number)"
  }

  /// Binds several values: `(:entity1, :entity2)`.
  mutating func bindAll(_ name: String, _ values: [Value]) -> String {
    "(" + values.map { bind(name, $0) }.joined(separator: ", ") + ")"
  }

  /// By text and parameters.
  public static func == (left: BoundSQL, right: BoundSQL) -> Bool {
    left.text == right.text
      && left.parameters.elementsEqual(right.parameters) {
        $0.name == $1.name && $0.value == $1.value
      }
  }

  /// What `sqlite3` runs as it stands: the parameters as `.parameter set` lines, then the query.
  public var script: String {
    let lines = parameters.map { ".parameter set :\($0.name) \(BoundSQL.shellWord($0.value))" }
    return ((lines.isEmpty ? [] : [".parameter init"] + lines) + [text + ";"]).joined(
      separator: "\n")
  }

  private static func shellWord(_ value: Value) -> String {
    switch value {
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text):
      // The shell reads the word in double quotes as C does, and then as an SQL expression.
      "\"'"
        + text.replacing("'", with: "''").replacing("\\", with: "\\\\").replacing(
          "\"", with: "\\\"") + "'\""
    case .null, .blob: "NULL"
    }
  }
}
