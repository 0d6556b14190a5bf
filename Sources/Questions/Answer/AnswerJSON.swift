import Records
import SQLite

extension Answer {
  /// The answer as one JSON object on one line, without a line feed.
  ///
  /// `question`, `status`, `answers` (objects, each with `value` and the other columns), `sql`, `parameters`, and where there
  /// is something to tell `query`, `notes`, `candidates`, `nearest`.
  public var json: String {
    var out = JSONWriter()
    out.object { out in
      out.member("question", question)
      out.member("status", status.rawValue)
      out.list("answers", rows) { row, out in
        out.object { out in
          for (column, value) in zip(columns, row) { out.column(column, value) }
        }
      }
      out.column("sql", sql?.text)
      out.nested("parameters") { out in
        for parameter in sql?.parameters ?? [] { out.column(parameter.name, parameter.value) }
      }
      out.member("query", query?.description)
      if !notes.isEmpty { out.strings("notes", notes) }
      if !choices.isEmpty {
        out.list("candidates", choices) { choice, out in
          out.object { out in
            out.member("name", choice.name)
            out.column("country", choice.country)
            out.column("role", choice.role)
            out.member("meetings", choice.meetings)
            out.member("statements", choice.statements)
          }
        }
      }
      if !nearest.isEmpty { out.strings("nearest", nearest) }
    }
    return out.text
  }
}

extension JSONWriter {
  /// A member with a value. Bytes and numbers without a place in JSON are null.
  mutating func column(_ name: String, _ value: Value) {
    switch value {
    case .integer(let number): column(name, number: String(number))
    case .real(let number) where number.isFinite: column(name, number: String(number))
    case .text(let text): column(name, text)
    case .null, .real, .blob: column(name, String?.none)
    }
  }
}
