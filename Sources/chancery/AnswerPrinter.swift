import Output
import Questions
import SQLite

/// Prints answers: as JSON whole, else the rows on standard output and what is to be said besides on standard error.
struct AnswerPrinter {
  let output: OutputArguments
  let showsSQL: Bool
  let showsEvidence: Bool
  /// The rows that a number counts, for their evidence.
  var listed: Answer?

  /// Prints one answer. Throws what the output throws.
  func print(_ answer: Answer, _ database: Database) throws {
    if output.format == .json {
      try output.withWriter { _, sink in
        sink.append(answer.json)
        sink.append("\n")
      }
      return
    }
    for note in answer.notes { complain("chancery: \(note)") }
    if showsSQL, let sql = answer.sql {
      try output.withWriter { _, sink in
        sink.append(sql.script)
        sink.append("\n")
      }
      return
    }
    switch answer.status {
    case .answered: try rows(answer, database)
    case .none:
      if output.format == .table {
        try output.withWriter { _, sink in sink.append(nothing(answer) + "\n") }
      }
    case .ambiguous: ambiguous(answer)
    case .refused: refused(answer)
    }
  }

  /// Columns that a table leaves out: all rows have them empty, or they are for programs.
  private func shown(_ answer: Answer) -> [Int] {
    answer.columns.indices.filter { index in
      guard output.format == .table else { return true }
      let name = answer.columns[index]
      // Of what is counted one example is told: for programs, and below the answers.
      if isCounted(answer), ["article", "source", "quote"].contains(name) { return false }
      if name == "quote", answer.columns.first == "value",
        answer.rows.allSatisfy({ $0[index] == $0[0] })
      {
        return false
      }
      if name == "partly" { return answer.rows.contains { $0[index] == .integer(1) } }
      return answer.rows.contains { $0[index] != .null }
    }
  }

  private func isCounted(_ answer: Answer) -> Bool {
    switch answer.query?.kind {
    case .metCount, .metCountPeople, .metTop, .metTopOf, .metTopPairs, .metTopPlaces, .metTopYears,
      .agreementCount, .agreementTop, .agreementTopPartners, .sayCount, .sayTop:
      true
    default: false
    }
  }

  private func rows(_ answer: Answer, _ database: Database) throws {
    let shown = shown(answer)
    try output.withWriter { writer, sink in
      try writer.begin(columns: shown.map { answer.columns[$0] })
      for row in answer.rows { try writer.write(shown.map { row[$0] }) }
      try writer.end()
      if showsEvidence, output.format == .table {
        for line in try EvidenceLines(database: database).lines(listed ?? answer) {
          sink.append(line + "\n")
        }
      }
    }
  }

  /// Nobody, nothing, never: said plainly.
  private func nothing(_ answer: Answer) -> String {
    let spanish = answer.query?.language == .spanish
    switch answer.query?.kind {
    case .metWho, .metAttended, .metTop, .metTopOf, .sayWho, .sayAboutWho, .saySpeakers,
      .agreementParties,
      .agreementSigners, .agreementPartners, .sayWhom:
      return spanish ? "Nadie, según la base." : "Nobody, as far as the base knows."
    case .metWhen, .agreementWhen, .sayWhen:
      return spanish ? "Ninguna fecha, según la base." : "No date, as far as the base knows."
    case .metWhere, .agreementWhere:
      return spanish ? "Ningún lugar, según la base." : "No place, as far as the base knows."
    default: return spanish ? "Nada, según la base." : "Nothing, as far as the base knows."
    }
  }

  private func ambiguous(_ answer: Answer) {
    for choice in answer.choices {
      var parts = [choice.role, choice.country].compactMap { $0 }
      if choice.meetings > 0 { parts.append("meetings: \(choice.meetings)") }
      if choice.statements > 0 { parts.append("statements: \(choice.statements)") }
      complain("  \(choice.name)" + (parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"))
    }
    complain("chancery: ask again with the full name, or with the office before it")
  }

  private func refused(_ answer: Answer) {
    if !answer.nearest.isEmpty { complain("chancery: these can be read:") }
    for form in answer.nearest { complain("  \(form)") }
  }
}
