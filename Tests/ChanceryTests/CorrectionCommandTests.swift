import Foundation
import SQLite
import Testing

/// Every correction by the built program: tried, applied, over imports and rebuilds, undone and done again.
@Suite struct CorrectionCommandTests {
  private static func record(
    _ id: String, _ text: String, _ date: String, _ place: String?, _ people: [[String]],
    agreement: String = ""
  ) -> String {
    let parties = people.map {
      #"{"name": "\#($0[0])", "kind": "person", "country": "\#($0[1])", "role": "\#($0[2])", "capacity": "principal"}"#
    }
    let venue = place.map { #""place": "\#($0)", "# } ?? ""
    return
      #"{"id": "\#(id)", "language": "en", "published": "2023-10-20", "text": "\#(text)", "meetings": [{"status": "held", "mode": "in_person", "date": "\#(date)", \#(venue)"participants": [\#(parties.joined(separator: ", "))], "evidence": ["\#(text)"]}]\#(agreement)}"#
      + "\n"
  }

  private static let ana = ["Ana Ruiz", "ES", "Foreign Minister"]
  private static let calvo = ["Ana Calvo", "ES", "Foreign Minister"]
  private static let tom = ["Tom Berg", "SE", "Prime Minister"]
  private static let tomA = ["Tom A. Berg", "SE", "Prime Minister"]
  private static let john = ["John Hale", "US", "Secretary of State"]
  private static let records =
    record("n1", "Ana Ruiz met Tom Berg in Oslo.", "2023-10-09", "Oslo", [ana, tom])
    + record("n2", "Ana Calvo saw Tom A. Berg in Rome.", "2023-10-12", "Rome", [calvo, tomA])
    + record(
      "n3", "John Hale and Tom Berg signed the Ports Treaty in Lima.", "2023-10-14", "Lima",
      [john, tom],
      agreement:
        #", "agreements": [{"title": "Ports Treaty", "kind": "treaty", "status": "signed", "date": "2023-10-14", "parties": [{"name": "John Hale", "kind": "person", "country": "US"}, {"name": "Tom Berg", "kind": "person", "country": "SE"}], "evidence": ["signed the Ports Treaty"]}]"#
    )
    + record("n4", "John Hale met Ana Ruiz in Quito.", "2023-10-16", "Quito", [john, ana])
  /// Tells more of the same people.
  private static let more =
    record("n5", "Later John Hale met Ana Calvo in Paris.", "2023-11-02", "Paris", [john, calvo])

  private func run(_ arguments: [String], _ scratch: Scratch) throws -> Program.Result {
    try Program.run(arguments, folder: scratch.folder)
  }

  private func value(_ sql: String, _ scratch: Scratch) throws -> String {
    let database = try Database(path: scratch.file("chancery.db").path, mode: .readOnly)
    let values = try database.map(sql) { $0.text(0) ?? "null" }
    return values.joined(separator: "|")
  }

  private func base() throws -> Scratch {
    let scratch = try Scratch()
    try Data(Self.records.utf8).write(to: scratch.file("records.jsonl"))
    try Data(Self.more.utf8).write(to: scratch.file("more.jsonl"))
    #expect(try run(["import", "--records", "records.jsonl"], scratch).status == 0)
    return scratch
  }

  /// `{Oslo}` stands for the id of the meeting in Oslo, `{Ports Treaty}` for that of the agreement.
  private func filled(_ command: String, _ scratch: Scratch) throws -> [String] {
    try command.split(separator: "|").map { word in
      guard word.hasPrefix("{") else { return String(word) }
      let name = word.dropFirst().dropLast()
      return try value(
        command.contains("agreement")
          ? "SELECT id FROM agreements WHERE title = '\(name)'"
          : "SELECT id FROM meetings WHERE place = '\(name)'", scratch)
    }
  }

  @Test func everyCorrectionLasts() throws {
    for line in try Fixture.lines("corrections.tsv") {
      let (command, sql, before, after) = (line[0], line[1], line[2], line[3])
      let scratch = try base()
      let file = scratch.file("chancery.db")
      #expect(try value(sql, scratch) == before, "\(command)")
      let arguments = try filled(command, scratch)
      let bytes = try Data(contentsOf: file)
      let trial = try run(arguments + ["--dry-run"], scratch)
      #expect(trial.status == 0 && trial.text.contains("dry run"), "\(command): \(trial.errors)")
      #expect(try value(sql, scratch) == before, "\(command) --dry-run")
      #expect(try value("SELECT count(*) FROM corrections", scratch) == "0")
      #expect(try Data(contentsOf: file).count == bytes.count)
      let done = try run(arguments + ["--reason", "as it is"], scratch)
      #expect(done.status == 0, "\(command): \(done.errors)")
      #expect(done.text.split(separator: "\n").last == "correction 1", "\(command)")
      #expect(
        trial.text.split(separator: "\n").dropLast() == done.text.split(separator: "\n").dropLast(),
        "\(command): a dry run tells what will be")
      func holds(_ expected: String, _ when: String) throws {
        #expect(try value(sql, scratch) == expected, "\(command), \(when)")
      }
      try holds(after, "applied")
      #expect(try run(["corrections"], scratch).text.contains("(as it is)"))
      let steps = [
        ["import", "--records", "more.jsonl"], ["rebuild"],
        ["import", "--records", "records.jsonl"],
        ["forget", "n2"], ["import", "--records", "records.jsonl"],
      ]
      for step in steps {
        #expect(try run(step, scratch).status == 0)
        if step.first != "forget" { try holds(after, step.joined(separator: " ")) }
      }
      #expect(try run(["undo", "1"], scratch).status == 0)
      try holds(before, "undone")
      #expect(try run(["rebuild", "--quiet"], scratch).status == 0)
      try holds(before, "undone, and rebuilt")
      #expect(try run(["undo", "1"], scratch).status == 1, "undone twice")
      #expect(try run(["redo", "1"], scratch).status == 0)
      try holds(after, "done again")
      let check = try run(["check"], scratch)
      #expect(check.status == 0, "\(command): \(check.text)")
    }
  }

  @Test func mistakesEndWithTheirExitCode() throws {
    let scratch = try base()
    let cases: [([String], Int32, String)] = [
      (["merge", "Ana Ruiz", "Nobody Known"], 1, "no entity goes by"),
      (["merge", "Ana", "Tom Berg"], 3, "may be"),
      (["merge", "Ana Ruiz", "Ana Ruiz"], 1, "both are"),
      (["merge", "Ana Ruiz"], 64, "give the two"),
      (["set", "meeting", "1", "date", "2023-02-30"], 1, "no EDTF date"),
      (["set", "meeting", "1", "status", "maybe"], 1, "one of"),
      (["set", "meeting", "999", "date", "2023"], 1, "no meeting goes by"),
      (["set", "meeting", "1", "colour", "red"], 1, "no field"),
      (["reject", "person", "Ana Ruiz"], 64, "only a meeting"),
      (["undo", "7"], 1, "no correction goes by"),
      (["split", "Ana Ruiz", "Ana Ruiz"], 1, "no other name"),
    ]
    for (arguments, status, words) in cases {
      let result = try run(arguments, scratch)
      #expect(result.status == status, "\(arguments): \(result.errors)")
      #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
    }
    try Data("no database at all, and a little more of it than a header".utf8)
      .write(to: scratch.file("text.db"))
    #expect(try run(["merge", "--db", "text.db", "A", "B"], scratch).status == 4)
  }

  @Test func anExportCarriesThemOver() throws {
    let scratch = try base()
    #expect(try run(["merge", "Ana Ruiz", "Ana Calvo", "--reason", "one"], scratch).status == 0)
    let first = try run(["export"], scratch)
    try first.output.write(to: scratch.file("export.jsonl"))
    let load = try run(["import", "--db", "other.db", "--records", "export.jsonl"], scratch)
    #expect(load.status == 0, "\(load.errors)")
    #expect(try run(["export", "--db", "other.db"], scratch).output == first.output)
  }
}
