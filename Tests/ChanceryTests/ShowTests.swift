import Foundation
import SQLite
import Testing

/// `show`, `status` and `check` by the built program: what people type, and what they are told.
@Suite struct ShowTests {
  private static func record(
    _ id: String, _ date: String, _ place: String, _ text: String, _ people: [(String, String)],
    _ agreement: String
  ) -> String {
    let parties = people.map {
      #"{"name": "\#($0.0)", "kind": "person", "country": "\#($0.1)", "role": "ambassador", "capacity": "principal"}"#
    }
    return
      #"{"id": "\#(id)", "language": "en", "published": "\#(date)", "title": "Talks in \#(place)", "text": "\#(text)", "meetings": [{"status": "held", "mode": "in_person", "date": "\#(date)", "place": "\#(place)", "participants": [\#(parties.joined(separator: ", "))], "evidence": ["\#(text)"]}], "agreements": [{"title": "\#(agreement)", "kind": "agreement", "status": "signed", "parties": [{"name": "Spain", "kind": "government", "country": "ES"}], "evidence": ["\#(text)"]}]}"#
      + "\n"
  }

  private static let records =
    record(
      "w1", "2024-03-04", "Lisbon", "Marta Velasco Ríos met Jonas Lindqvist.",
      [("Marta Velasco Ríos", "ES"), ("Jonas Lindqvist", "SE")], "Salt Marsh Accord")
    + record(
      "w2", "2024-05-06", "Malmö", "Pedro Velasco met Jonas Lindqvist.",
      [("Pedro Velasco", "ES"), ("Jonas Lindqvist", "SE")], "River Gauge Treaty")
    + record(
      "w3", "2024-07-08", "Oslo", "Velasco met Kasim Tokarov.",
      [("Velasco", "ES"), ("Kasim Tokarov", "KZ")], "Olive Oil Memorandum")

  private func base() throws -> Scratch {
    let scratch = try Scratch()
    try Data(Self.records.utf8).write(to: scratch.file("records.jsonl"))
    let made = try Program.run(["import", "--records", "records.jsonl"], folder: scratch.folder)
    #expect(made.status == 0)
    return scratch
  }

  @Test(arguments: [
    // A typo is answered with who is written nearly so.
    (["person", "Jonas Lindquist"], 1, "", "Jonas Lindqvist?"),
    (["person", "Tokraov"], 1, "", "Kasim Tokarov?"),
    (["agreement", "Slat Marsh Acord"], 1, "", "Salt Marsh Accord?"),
    (["article", "w4"], 1, "", "w1, w2, w3?"),
    (["person", "Zzyzx"], 1, "", "no person goes by \"Zzyzx\"\n"),
    // A government is no person.
    (["person", "Spain"], 1, "", "no person goes by \"Spain\""),
    (["government", "Spain"], 0, "Spain (government, ES)", ""),
    // A surname that several bear, though someone is known by it alone.
    (["person", "Velasco"], 3, "", "Marta Velasco Ríos (person, ES, ambassador)"),
    (["person", "Velasco"], 3, "", "Pedro Velasco"),
    (["person", "lindqvist"], 0, "Jonas Lindqvist (person, SE)", ""),
    // Meetings by who took part, where and when.
    (["meeting", "Lindqvist"], 3, "", "2024-05-06 Jonas Lindqvist; Pedro Velasco, Malmö"),
    (["meeting", "Lindqvist malmo"], 0, "held, in_person, 2024-05-06, Malmö", ""),
    (["meeting", "Velasco 2024-07"], 0, "2024-07-08, Oslo", ""),
    (["meeting", "Velasco 2023"], 1, "", "no meeting goes by"),
    (["meeting", "99"], 1, "", "no meeting goes by \"99\""),
    (["person", ""], 1, "", "no person goes by \"\""),
    (["person", "\"'; --"], 1, "", "no person goes by"),
    (["article", "w2"], 0, "Talks in Malmö", ""),
  ])
  func tells(_ arguments: [String], _ status: Int32, _ output: String, _ error: String) throws {
    let scratch = try base()
    let result = try Program.run(["show"] + arguments, folder: scratch.folder)
    #expect(result.status == status, "\(arguments): \(result.errors)")
    #expect(output.isEmpty ? result.text.isEmpty : result.text.contains(output), "\(result.text)")
    #expect(
      error.isEmpty ? result.errors.isEmpty : result.errors.contains(error), "\(result.errors)")
  }

  private func json(_ arguments: [String], _ scratch: Scratch) throws -> [String: Any] {
    let result = try Program.run(arguments + ["--json"], folder: scratch.folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.split(separator: "\n").count == 1)
    return try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
  }

  @Test func asJSON() throws {
    let scratch = try base()
    let person = try json(["show", "person", "Lindqvist"], scratch)
    #expect(person["key"] as? String == "person:jonas-lindqvist:SE")
    #expect(
      (person["meetings"] as? [[String: Any]])?.map { $0["place"] as? String } == [
        "Lisbon", "Malmö",
      ])
    let meeting = try json(["show", "meeting", "Tokarov"], scratch)
    #expect(meeting["date"] as? String == "2024-07-08")
    #expect((meeting["participants"] as? [[String: Any]])?.count == 2)
    let evidence = try #require((meeting["evidence"] as? [[String: Any]])?.first)
    #expect(evidence["quote"] as? String == "Velasco met Kasim Tokarov.")
    let agreement = try json(["show", "agreement", "olive memorandum"], scratch)
    #expect((agreement["parties"] as? [[String: Any]])?.first?["name"] as? String == "Spain")
    #expect(try json(["show", "article", "w3"], scratch)["published"] as? String == "2024-07-08")
    let status = try json(["status"], scratch)
    let counts = try #require(status["counts"] as? [[String: Any]])
    #expect(counts.first { $0["name"] as? String == "meetings" }?["count"] as? Int == 3)
    #expect((status["met"] as? [String: String]) == ["from": "2024-03-04", "to": "2024-07-08"])
    #expect(status["doubtful_pairs"] as? Int == 2)
    #expect((status["last_import"] as? [String: Any])?["new"] as? Int == 3)
    let check = try json(["check"], scratch)
    #expect((check["damage"] as? [String]) == [])
    #expect((check["doubts"] as? [String])?.count == 2)
  }

  @Test func withoutABase() throws {
    let scratch = try Scratch()
    for arguments in [["status"], ["check"], ["show", "person", "Ana"]] {
      let missing = try Program.run(arguments, folder: scratch.folder)
      #expect(missing.status == 1 && missing.errors.contains("no such file"), "\(arguments)")
    }
    // An empty base holds nothing, and nothing is wrong with it.
    let database = try Database(path: scratch.file("chancery.db").path)
    try database.execute(script: try Fixture.schema())
    let status = try Program.run(["status"], folder: scratch.folder)
    #expect(status.status == 0 && status.text.contains("meetings              0"), "\(status.text)")
    #expect(!status.text.contains("last import"))
    #expect(try Program.run(["check"], folder: scratch.folder).status == 0)
    #expect(try Program.run(["show", "meeting", "1"], folder: scratch.folder).status == 1)
    try Data("nothing of ours".utf8).write(to: scratch.file("other.db"))
    #expect(try Program.run(["status", "--db", "other.db"], folder: scratch.folder).status == 4)
  }
}
