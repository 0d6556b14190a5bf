import Records
import Testing

@testable import Extraction

/// "A met B in Oslo on Monday and spoke by phone with C on Tuesday": every choice of verbs, days and places, in both languages.
@Suite struct JoinedClausesTests {
  struct Words: Sendable {
    var language: String
    var subject: String
    /// The object, and the name that a record has for it.
    var objects: [(said: String, name: String)]
    var verbs: [(said: String, mode: MeetingRecord.Mode)]
    var days: [(said: String, date: String)]
    var places: [String]
    var joints: [String]
  }

  static let english = Words(
    language: "en", subject: "President Anna Berg",
    objects: [
      ("Chancellor Leo Brandt", "Leo Brandt"), ("Prime Minister Omar Nasr", "Omar Nasr"),
    ],
    verbs: [
      ("met", .inPerson), ("received", .inPerson), ("held talks with", .inPerson),
      ("had a meeting with", .inPerson), ("spoke by phone with", .phone), ("telephoned", .phone),
    ],
    days: [("on Monday", "2024-03-11"), ("on March 2", "2024-03-02"), ("in January", "2024-01")],
    places: ["in Oslo", "at the White House", "in Geneva"],
    joints: [" and ", ", and later ", " before she "])

  static let spanish = Words(
    language: "es", subject: "La presidenta Ana Berg",
    objects: [
      ("el canciller Leo Brandt", "Leo Brandt"), ("el ministro Carlos Otero", "Carlos Otero"),
    ],
    verbs: [
      ("se reunió con", .inPerson), ("sostuvo un encuentro con", .inPerson),
      ("dialogó con", .inPerson), ("habló por teléfono con", .phone),
    ],
    days: [
      ("el lunes", "2024-03-11"), ("el 2 de marzo", "2024-03-02"), ("en enero", "2024-01"),
    ],
    places: ["en Oslo", "en la Casa Blanca", "en Ginebra"],
    joints: [" y ", ", y después "])

  @Test(arguments: [english, spanish]) func eachClauseHasItsOwn(_ words: Words) {
    var wrong: [String] = []
    for (n, first) in words.verbs.enumerated() {
      for (m, second) in words.verbs.enumerated() {
        for joint in words.joints {
          let days = (words.days[(n + m) % 3], words.days[(n + m + 1) % 3])
          let places = (words.places[n % 3], words.places[(m + 1) % 3])
          let text =
            "\(words.subject) \(clause(first, words.objects[0].said, days.0.said, places.0))"
            + joint + clause(second, words.objects[1].said, days.1.said, places.1) + "."
          let article = Article(
            id: "joined", text: text, published: EDTF("2024-03-15"), language: words.language)
          let found = Extractor().extract(article).meetings
          let isRight =
            fits(found, words.objects[0].name, first.mode, days.0.date, places.0)
            && fits(found, words.objects[1].name, second.mode, days.1.date, places.1)
          if !isRight { wrong.append(text) }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  /// Frames of two meetings in which {A} {1} and {B} {2} stand for a person with a place and a day.
  static let frames: [(language: String, text: String)] = [
    ("en", "President Anna Berg, who met {A} {1}, held talks with {B} {2}."),
    ("en", "After meeting {A} {1}, President Anna Berg held talks with {B} {2}."),
    ("en", "President Anna Berg held talks with {B} {2} after meeting {A} {1}."),
    ("en", "President Anna Berg met {A} {1} ahead of a meeting with {B} {2}."),
    ("en", "President Anna Berg met {A} {1}, a day before talks with {B} {2}."),
    ("en", "President Anna Berg was received by {A} {1} and by {B} {2}."),
    ("en", "President Anna Berg met {A} {1}; {B} received her {2}."),
    ("es", "La presidenta Ana Berg, quien se reunió con {A} {1}, dialogó con {B} {2}."),
    ("es", "Tras reunirse con {A} {1}, la presidenta Ana Berg dialogó con {B} {2}."),
    ("es", "La presidenta Ana Berg dialogó con {B} {2} tras reunirse con {A} {1}."),
    ("es", "La presidenta Ana Berg se reunió con {A} {1} antes de una reunión con {B} {2}."),
    ("es", "La presidenta Ana Berg fue recibida por {A} {1} y por {B} {2}."),
    ("es", "La presidenta Ana Berg se reunió con {A} {1}; {B} la recibió {2}."),
  ]

  @Test func eachOfTwoMeetingsHasItsOwn() {
    var wrong: [String] = []
    for frame in Self.frames {
      let words = frame.language == "en" ? Self.english : Self.spanish
      for n in 0..<3 {
        for m in 0..<3 where m != n {
          let (a, b) = (words.objects[0], words.objects[1])
          let text = frame.text.replacing("{A}", with: a.said).replacing("{B}", with: b.said)
            .replacing("{1}", with: "\(words.places[n]) \(words.days[m].said)")
            .replacing("{2}", with: "\(words.places[m]) \(words.days[n].said)")
          let article = Article(
            id: "frames", text: text, published: EDTF("2024-03-15"), language: words.language)
          let found = Extractor().extract(article).meetings
          let isRight =
            fits(found, a.name, .inPerson, words.days[m].date, words.places[n])
            && fits(found, b.name, .inPerson, words.days[n].date, words.places[m])
          if !isRight { wrong.append(text) }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  private func clause(
    _ verb: (said: String, mode: MeetingRecord.Mode), _ object: String, _ day: String,
    _ place: String
  ) -> String {
    "\(verb.said) \(object) \(verb.mode == .phone ? "" : place + " ")\(day)"
  }

  private func fits(
    _ found: [MeetingRecord], _ name: String, _ mode: MeetingRecord.Mode, _ date: String,
    _ place: String
  ) -> Bool {
    let own = found.filter { $0.participants.contains { $0.name == name } }
    guard own.count == 1, let meeting = own.first else { return false }
    return meeting.participants.count == 2 && meeting.mode == mode
      && meeting.date?.description == date
      && (mode == .phone || meeting.place.map { place.hasSuffix($0) } == true)
  }
}
