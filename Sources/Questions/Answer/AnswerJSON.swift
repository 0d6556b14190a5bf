import SQLite

extension Answer {
  /// The answer as one JSON object on one line, without a line feed.
  ///
  /// `question`, `status`, `answers` (objects, each with `value` and the other columns), `sql`, `parameters`, and where there
  /// is something to tell `query`, `notes`, `candidates`, `nearest`.
  public var json: String {
    var members = [
      "\"question\":\(JSON.string(question))", "\"status\":\"\(status.rawValue)\"",
      "\"answers\":[\(rows.map(object).joined(separator: ","))]",
      "\"sql\":\(sql.map { JSON.string($0.text) } ?? "null")",
      "\"parameters\":{\((sql?.parameters ?? []).map { "\(JSON.string($0.name)):\(JSON.value($0.value))" }.joined(separator: ","))}",
    ]
    if let query { members.append("\"query\":\(JSON.string(query.description))") }
    if !notes.isEmpty { members.append("\"notes\":\(JSON.list(notes))") }
    if !choices.isEmpty {
      members.append("\"candidates\":[\(choices.map(Answer.object).joined(separator: ","))]")
    }
    if !nearest.isEmpty { members.append("\"nearest\":\(JSON.list(nearest))") }
    return "{\(members.joined(separator: ","))}"
  }

  private func object(_ row: [Value]) -> String {
    let members = zip(columns, row).map { "\(JSON.string($0)):\(JSON.value($1))" }
    return "{\(members.joined(separator: ","))}"
  }

  private static func object(_ choice: Choice) -> String {
    let members = [
      "\"name\":\(JSON.string(choice.name))", "\"country\":\(JSON.value(Value(choice.country)))",
      "\"role\":\(JSON.value(Value(choice.role)))", "\"meetings\":\(choice.meetings)",
      "\"statements\":\(choice.statements)",
    ]
    return "{\(members.joined(separator: ","))}"
  }
}

/// JSON (RFC 8259) of values.
enum JSON {
  static func value(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .integer(let number): "\(number)"
    case .real(let number): number.isFinite ? "\(number)" : "null"
    case .text(let text): string(text)
    case .blob: "null"
    }
  }

  static func list(_ texts: [String]) -> String {
    "[" + texts.map(string).joined(separator: ",") + "]"
  }

  static func string(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
