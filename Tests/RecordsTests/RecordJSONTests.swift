import Testing

@testable import Records

/// Records in and out of JSON.
struct RecordJSONTests {
  private func read(_ json: String) throws -> ArticleRecord {
    try ArticleRecord(json: Array(json.utf8))
  }

  @Test func whatMayBeMissing() throws {
    let record = try read(#"{"id": "a"}"#)
    #expect(record == ArticleRecord(id: "a"))
    #expect(record.json == #"{"id":"a","meetings":[],"agreements":[],"statements":[]}"#)
    let nulls = try read(
      #"{"id": "a", "language": null, "meetings": null, "agreements": [], "unknown": {"x": [1, 2.5e3, true]}}"#
    )
    #expect(nulls == record)
  }

  @Test func plainStringsAreSpeakers() throws {
    let record = try read(
      #"{"id": "a", "statements": [{"kind": "direct", "text": "yes", "speakers": ["Ana Ruiz", {"name": "Otto", "also": ["O."]}]}]}"#
    )
    #expect(
      record.statements[0].speakers == [
        PartyRecord(name: "Ana Ruiz"), PartyRecord(name: "Otto", also: ["O."]),
      ])
  }

  @Test func outAndInAgain() throws {
    let record = ArticleRecord(
      id: "a\"\\\n\u{1}", language: "es", published: "2023-10-16", title: "¿Qué? 🙂",
      meetings: [
        MeetingRecord(
          status: .planned, mode: .video, date: "2023-10~", dateBasis: .relative, place: "Río",
          participants: [
            PartyRecord(
              name: "Ana", kind: .person, role: "canciller", country: "ES", capacity: .mediator)
          ], topics: ["x"], evidence: ["uno", "dos"])
      ],
      agreements: [
        AgreementRecord(
          title: "T", kind: .ceasefire, status: .inForce, count: 3, parties: [], signatories: [],
          evidence: [])
      ],
      statements: [
        StatementRecord(
          kind: .direct, speakers: [], text: "sí", start: 4, end: 6, medium: "X", date: "2023")
      ])
    #expect(try read(record.json) == record)
    #expect(try read(record.json).json == record.json)
  }

  @Test(arguments: [
    (#"[]"#, "is a list, and should be an object"),
    (#"{"language": "en"}"#, "id: is missing"),
    (#"{"id": ""}"#, "id: is empty"),
    (#"{"id": 3}"#, "id: is a number, and should be a string"),
    (#"{"id": "a", "meetings": {}}"#, "meetings: is an object, and should be a list"),
    (
      #"{"id": "a", "meetings": [{"participants": [{"name": " "}]}]}"#,
      "meetings[0].participants[0].name: is empty"
    ),
    (
      #"{"id": "a", "meetings": [{"status": "over"}]}"#,
      "meetings[0].status: is over, and should be one of: held, planned, cancelled"
    ),
    (
      #"{"id": "a", "meetings": [{"date": "16 October"}]}"#,
      "meetings[0].date: is no EDTF date: 16 October"
    ),
    (
      #"{"id": "a", "meetings": [{}, {"evidence": [1]}]}"#,
      "meetings[1].evidence[0]: is a number, and should be a string"
    ),
    (#"{"id": "a", "agreements": [{"title": "T"}]}"#, "agreements[0].status: is missing"),
    (
      #"{"id": "a", "statements": [{"text": "x", "speakers": [{"name": "A", "country": "Mexico"}]}]}"#,
      "statements[0].speakers[0].country: is no ISO 3166-1 alpha-2 code: Mexico"
    ),
    (#"{"id": "a""#, "expected at column 11"),
    (#"{"id": "\ud83d"}"#, "half of a surrogate pair"),
    (#"{"id": "a"} x"#, "something after the end"),
    (#"{"id": 01}"#, "expected"),
    ("{\"id\": \"a\u{1}\"}", "a control character in a string"),
  ])
  func mistakesAreTold(_ json: String, _ message: String) throws {
    let error = #expect(throws: (any Error).self) { try read(json) }
    #expect(
      "\(error.map { "\($0)" } ?? "")".contains(message), "\(json): \(error.map { "\($0)" } ?? "")")
  }

  /// Whatever the bytes, the parser ends with a value or an error.
  @Test func damagedTextsEnd() throws {
    let whole = Array(
      #"{"id":"a","meetings":[{"date":"2023","participants":[{"name":"Ñ\u00f1"}],"evidence":["e"]}],"n":-1.5e+3}"#
        .utf8)
    var state: UInt64 = 11
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0...2 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      if let value = try? JSONValue(parsing: bytes) { _ = try? ArticleRecord(json: value) }
    }
    #expect(throws: JSONError.self) {
      try JSONValue(parsing: Array(repeating: UInt8(ascii: "["), count: 100_000))
    }
  }
}
