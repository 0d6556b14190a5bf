import SQLite

extension Answer {
  /// The answer as one JSON object on one line, without a line feed.
  ///
  /// `question`, `status`, `answers` (objects, each with `value` and the other columns), `sql`, `parameters`, and where there
  /// is something to tell `query`, `notes`, `candidates`, `nearest`.
  public var json: String {
    var out = JSONBytes()
    out.object { out in
      out.member("question", .text(question))
      out.member("status", .text(status.rawValue))
      out.list("answers", rows) { row, out in
        out.object { out in
          for (column, value) in zip(columns, row) { out.member(column, value) }
        }
      }
      out.member("sql", Value(sql?.text))
      out.key("parameters")
      out.object { out in
        for parameter in sql?.parameters ?? [] { out.member(parameter.name, parameter.value) }
      }
      if let query { out.member("query", .text(query.description)) }
      if !notes.isEmpty { out.list("notes", notes) { $1.value(.text($0)) } }
      if !choices.isEmpty { out.list("candidates", choices, Answer.write) }
      if !nearest.isEmpty { out.list("nearest", nearest) { $1.value(.text($0)) } }
    }
    return out.text
  }

  private static func write(_ choice: Choice, _ out: inout JSONBytes) {
    out.object { out in
      out.member("name", .text(choice.name))
      out.member("country", Value(choice.country))
      out.member("role", Value(choice.role))
      out.member("meetings", .integer(Int64(choice.meetings)))
      out.member("statements", .integer(Int64(choice.statements)))
    }
  }
}
