import Testing

@testable import Reading

@Suite struct PublishedDateTests {
  @Test(arguments: [
    ("2023-10-16", "2023-10-16"), ("2023-10-16T08:00:00-04:00", "2023-10-16"),
    ("2023/10/16 10:00", "2023-10-16"), ("20231016", "2023-10-16"),
    ("20231016T101500Z", "2023-10-16"),
    ("Mon, 16 Oct 2023 08:15:00 GMT", "2023-10-16"), ("October 16, 2023", "2023-10-16"),
    ("Oct. 16th, 2023 at 9:05 pm", "2023-10-16"), ("16 October 2023", "2023-10-16"),
    ("16 de octubre de 2023", "2023-10-16"), ("Lunes, 16 de octubre del 2023", "2023-10-16"),
    ("16/10/2023", "2023-10-16"), ("10/16/2023", "2023-10-16"), ("16.10.2023", "2023-10-16"),
    ("04/04/2023", "2023-04-04"), ("1697443200", "2023-10-16"), ("1697443200000", "2023-10-16"),
    ("October 2023", "2023-10"), ("2023", "2023"),
    ("2023-10-16/2023-10-18", "2023-10-16/2023-10-18"),
  ])
  func datesAreRead(text: String, expected: String) {
    #expect(PublishedDate.read(text)?.description == expected)
  }

  @Test(arguments: [
    "", "yesterday", "03/04/2023", "2023-02-30", "31 February 2023", "October 16", "16 octubre",
    "12:30",
    "99999999", "2023101", "May be later", String(repeating: "1", count: 200),
  ])
  func whatLeavesItOpenIsNil(text: String) {
    #expect(PublishedDate.read(text) == nil)
  }
}
