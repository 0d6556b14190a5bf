import Records
import Testing

@Suite struct DateTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2023-10-16", 19_646, 1),
    ("1969-12-31", -1, 3),
    ("0001-01-01", -719_162, 1),
  ])
  func daysAreCounted(text: String, number: Int, weekday: Int) throws {
    let day = try #require(Day(iso: text))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    for number in -60_000..<90_000 {
      let day = Day(number: number)
      let civil = day.civil
      #expect(Day(year: civil.year, month: civil.month, day: civil.day) == day)
    }
  }

  @Test(arguments: [
    ("2023", "2023-01-01", "2023-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-10-16", "2023-10-16", "2023-10-16"), ("2022-11~", "2022-11-01", "2022-11-30"),
    ("2023-10-16/2023-10-18", "2023-10-16", "2023-10-18"),
    ("2022/2023-03", "2022-01-01", "2023-03-31"),
  ])
  func edtfSpansDays(text: String, earliest: String, latest: String) throws {
    let date = try #require(EDTF(text))
    #expect(date.earliest.description == earliest)
    #expect(date.latest.description == latest)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "", "23", "2023-1", "2023-02-30", "2023-13", "2023/", "2023-10-18/2023-10-16",
    "16 October 2023", "2023-10-16T12:00",
    "~", "2023-10-16/2023-10-17/2023-10-18", "-2023",
  ])
  func whatIsNoDateIsRefused(text: String) { #expect(EDTF(text) == nil) }
}
