import Language
import Records
import Testing

@testable import Extraction

/// Numbers that are the same on every run (the generator is SplitMix64 of Steele, Lea and Flood).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Suite("Dates, whatever comes") struct DateFuzzTests {
  private static let pieces = [
    "Monday", "lunes", "May", "mayo", "16", "2023", "31", "-", "–", "/", ",", ".", "(", ")", "de",
    "del", "the", "last",
    "next", "this", "pasado", "próximo", "early", "mid", "principios", "ago", "hace", "two", "dos",
    "a", "weeks", "días",
    "later", "después", "before", "antes", "from", "to", "al", "and", "y", "between", "entre",
    "first", "quarter", "1990",
    "s", "los", "años", "90", "mañana", "today", "weekend", "fin", "semana", "0000", "9999", "99",
    "’s", "16th", "Q4",
    "2023-02-30", "1/1/2021", "@x)", "following", "mismo", "día", "until", "hasta", "since", "\n\n",
    ":", "é", "🙂",
  ]

  @Test("Any heap of words of dates is read without a fault, in order, within its sentences")
  func heaps() {
    var generator = SeededGenerator(state: 20_261_122)
    for round in 0..<600 {
      var text = ""
      for _ in 0..<Int.random(in: 1...24, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
        if Int.random(in: 0..<8, using: &generator) > 0 { text += " " }
      }
      let published = round % 3 == 0 ? nil : EDTF(round % 3 == 1 ? "2023-10-18" : "0001-01-01")
      let document = Annotator().segment(text)
      let dates = DateReader.read(
        document, article: Article(id: "a", text: text, published: published))
      var last = (0, 0)
      for date in dates {
        let tokens = document.sentences[date.sentence].tokens
        #expect(!date.tokens.isEmpty && date.tokens.upperBound <= tokens.count, "\(text)")
        #expect(last <= (date.sentence, date.tokens.lowerBound), "\(text)")
        #expect((date.date == nil) == (date.basis == nil))
        if let value = date.date { #expect(value.earliest <= value.latest, "\(text)") }
        last = (date.sentence, date.tokens.upperBound - 1)
      }
    }
  }

  @Test("A day written in any order reads as that day")
  func days() {
    var generator = SeededGenerator(state: 7)
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November",
      "December",
    ]
    let meses = [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre",
      "diciembre",
    ]
    for _ in 0..<300 {
      let day = Day(number: Int.random(in: -20_000...50_000, using: &generator))
      let (year, month, number) = day.civil
      let english = [
        "They met on \(months[month - 1]) \(number), \(year), in Rome.",
        "They met on \(number) \(months[month - 1]) \(year).",
        "They met on \(day) in Rome.",
      ]
      for text in english {
        #expect(DateCaseTests.dates(text, published: nil, .english) == day.description, "\(text)")
      }
      let text = "Se vieron el \(number) de \(meses[month - 1]) de \(year) en Roma."
      #expect(DateCaseTests.dates(text, published: nil, .spanish) == day.description, "\(text)")
    }
  }

  @Test("A weekday is within a week of the article's date, on the side that the tense tells")
  func weekdays() {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    for offset in 0..<14 {
      let anchor = Day(number: 19_000 + offset)
      for (index, name) in names.enumerated() {
        let past = EDTF(
          DateCaseTests.dates("They met on \(name).", published: EDTF(anchor), .english))
        #expect(past?.earliest.weekday == index + 1)
        #expect(past.map { (0...6).contains(anchor.number - $0.earliest.number) } == true)
        let future = EDTF(
          DateCaseTests.dates("They will meet on \(name).", published: EDTF(anchor), .english))
        #expect(future?.earliest.weekday == index + 1)
        #expect(future.map { (0...6).contains($0.earliest.number - anchor.number) } == true)
      }
    }
  }

  @Test("The lists of words are read without an error, and a wrong line is named")
  func words() throws {
    #expect(DateWords.builtIn.entries("monday", .english).first == .init(kind: .weekday, value: 1))
    #expect(throws: DateWords.Failure(line: 2, reason: "unknown class day")) {
      try DateWords(tsv: "en\tmonth\t1\tjanuary\nen\tday\t1\tx")
    }
    #expect(throws: DateWords.Failure(line: 1, reason: "four columns are needed, 3 found")) {
      try DateWords(tsv: "en\tmonth\t1")
    }
  }
}
