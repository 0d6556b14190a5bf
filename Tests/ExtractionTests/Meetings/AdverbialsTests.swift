import Records
import Testing

@testable import Extraction

/// "A, meanwhile, held a Kremlin meeting with B amid tensions with C": one meeting whatever stands around its verb, in both languages.
@Suite struct AdverbialsTests {
  struct Words: Sendable {
    var language: String
    /// A subject or an object as a sentence has it, and a word of the name that a record has.
    var subjects: [(said: String, name: String)]
    var objects: [(said: String, name: String)]
    /// What stands between subject and verb, and the day that it tells.
    var between: [(said: String, date: String)]
    var verbs: [(said: String, mode: MeetingRecord.Mode)]
    /// What stands behind, and the place that it tells.
    var endings: [(said: String, place: String?)]
  }

  static let day = "2024-05-16"
  static let english = Words(
    language: "en",
    subjects: [
      ("President Olaf Tarrant", "Tarrant"), ("Foreign Minister Lena Voss", "Voss"),
      ("Ghana's foreign minister, Kwame Boateng,", "Boateng"), ("U.N. envoy Dag Holm", "Holm"),
      ("Ukrainian President Volodymyr Zelensky", "Zelensky"), ("King Felipe", "Felipe"),
    ],
    objects: [
      ("Brazilian Foreign Minister Rui Amaral", "Amaral"), ("Pope Leo", "Leo"),
      ("his Kenyan counterpart, Amina Otieno,", "Otieno"), ("Chancellor Hans Brandt", "Brandt"),
      ("Crown Prince Faisal bin Nasser of Kuwait", "Faisal"),
      ("the president of Peru, Rosa Quispe,", "Quispe"),
    ],
    between: [
      ("", day), (" on Monday", "2024-05-13"), (" last month", "2024-04"), (" also", day),
      (" earlier this week", "2024-05-13/2024-05-16"), (", meanwhile,", day), (" secretly", day),
      (", accompanied by his wife,", day), (", who took office in March,", day),
      (" on Tuesday also", "2024-05-14"), (" yesterday", "2024-05-15"), (", for his part,", day),
      (", on the second day of his trip,", day),
    ],
    verbs: [
      ("met with", .inPerson), ("met", .inPerson), ("held his first meeting with", .inPerson),
      ("held talks with", .inPerson), ("held a Kremlin meeting with", .inPerson),
      ("held his first Downing Street meeting with", .inPerson),
      ("had Paris talks with", .inPerson),
      ("sat down with", .inPerson), ("hosted", .inPerson), ("received", .inPerson),
      ("spoke by phone with", .phone), ("held a video call with", .video),
      ("was received by", .inPerson), ("met behind closed doors with", .inPerson),
      ("wrapped up talks with", .inPerson),
    ],
    endings: [
      ("", nil), (" in Lisbon", "Lisbon"), (" to discuss the war in Sudan", nil),
      (" amid tensions with Serbia", nil), (" for two hours", nil), (" in Baku", "Baku"),
    ])

  static let spanish = Words(
    language: "es",
    subjects: [
      ("El presidente Olaf Tarrant", "Tarrant"), ("El enviado de la ONU Dag Holm", "Holm"),
      ("El secretario de Estado, Mark Duval,", "Duval"), ("El rey Felipe VI", "Felipe"),
      ("El ministro de Exteriores de Ghana, Kwame Boateng,", "Boateng"),
    ],
    objects: [
      ("con el canciller brasileño, Rui Amaral,", "Amaral"), ("con el papa León XIV", "León"),
      ("con su homóloga keniana, Amina Otieno,", "Otieno"),
      ("con la presidenta de Perú, Rosa Quispe,", "Quispe"),
      ("con el príncipe heredero Faisal bin Nasser", "Faisal"),
    ],
    between: [
      ("", day), (" el lunes", "2024-05-13"), (" el mes pasado", "2024-04"), (" también", day),
      (" esta semana", "2024-05-13/2024-05-16"), (", entre tanto,", day), (" brevemente", day),
      (", acompañado de su esposa,", day), (", que asumió en marzo,", day), (" ayer", "2024-05-15"),
      (", por su parte,", day), (" el pasado martes", "2024-05-14"),
    ],
    verbs: [
      ("se reunió", .inPerson), ("se entrevistó", .inPerson), ("mantuvo un encuentro", .inPerson),
      ("celebró su primera reunión", .inPerson), ("mantuvo conversaciones", .inPerson),
      ("conversó por teléfono", .phone), ("mantuvo una videollamada", .video),
      ("se vio", .inPerson), ("se reunió a puerta cerrada", .inPerson), ("cenó", .inPerson),
      ("tuvo un cara a cara", .inPerson),
    ],
    endings: [
      ("", nil), (" en Lisboa", "Lisboa"), (" para tratar la guerra en Sudán", nil),
      (" en medio de tensiones con Serbia", nil), (" durante dos horas", nil), (" en Bakú", "Bakú"),
    ])

  @Test(arguments: [english, spanish]) func oneMeetingWhateverStandsAround(_ words: Words) {
    var wrong: [String] = []
    var count = 0
    for (n, verb) in words.verbs.enumerated() {
      for (m, between) in words.between.enumerated() {
        for k in 0..<3 {
          let subject = words.subjects[(n + m + k) % words.subjects.count]
          let object = words.objects[(n * 2 + m + k) % words.objects.count]
          let all =
            verb.mode == .inPerson ? words.endings : words.endings.filter { $0.place == nil }
          let ending = all[(n + m * 2 + k) % all.count]
          let head =
            subject.said.hasSuffix(",") && between.said.hasPrefix(",")
            ? String(subject.said.dropLast()) : subject.said
          let tail =
            object.said.hasSuffix(",") && ending.said.isEmpty
            ? String(object.said.dropLast()) : object.said
          let text = "\(head)\(between.said) \(verb.said) \(tail)\(ending.said)."
          let article = Article(
            id: "around", text: text, published: EDTF(Self.day), language: words.language)
          let found = Extractor().extract(article).meetings
          count += 1
          let isRight =
            found.count == 1 && found[0].mode == verb.mode && found[0].status == .held
            && found[0].date?.description == between.date && found[0].participants.count == 2
            && [subject.name, object.name].allSatisfy { name in
              found[0].participants.contains { $0.name.contains(name) }
            }
            && ending.place.map { found[0].place?.contains($0) == true || isOfPlace(verb.said) }
              ?? true
          if !isRight { wrong.append(text) }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(count)")
  }

  /// "a Kremlin meeting": the noun has a place of its own.
  private func isOfPlace(_ verb: String) -> Bool {
    ["Kremlin", "Downing", "Paris"].contains(where: verb.contains)
  }
}
