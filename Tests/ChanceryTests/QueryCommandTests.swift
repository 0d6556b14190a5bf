import Foundation
import Testing

@Suite struct QueryCommandTests {
  let scratch: Scratch
  let path: String

  init() throws {
    scratch = try Scratch()
    path = try Fixture.database(scratch)
  }

  @Test func withoutANameTheyAreListed() throws {
    let result = try Program.run(["query", "--format", "ndjson"])
    #expect(result.status == 0)
    #expect(result.text.split(separator: "\n").count >= 20)
    #expect(result.text.contains("\"name\":\"calendar\""))
  }

  @Test func aQueryRunsWithItsParameters() throws {
    let result = try Program.run([
      "query", "--db", path, "--format", "ndjson", "counterparts", "-p", "person=NUNEZ",
    ])
    #expect(result.status == 0)
    #expect(
      result.text.hasPrefix(
        "{\"person\":\"Ana Núñez\",\"met\":\"Olav Berg\",\"country\":\"NO\",\"meetings\":2,"))
    let country = try Program.run([
      "query", "--db", path, "--format", "csv", "--no-header", "country-network", "-p",
      "country=Perú",
    ])
    #expect(country.text == "NO,2,1,2023-05-04,2023-06-30\r\n")
  }

  @Test func mistakesAreToldWithTheRemedy() throws {
    let unknown = try Program.run(["query", "--db", path, "calender"])
    #expect(unknown.status == 64 && unknown.errors.contains("calendar?"))
    let missing = try Program.run(["query", "--db", path, "calendar"])
    #expect(missing.status == 64 && missing.errors.contains("-p person=VALUE"))
    let wrong = try Program.run(["query", "--db", path, "timeline", "-p", "since=soon"])
    #expect(wrong.status == 64 && wrong.errors.contains("2023-05-04"))
    let extra = try Program.run(["query", "--db", path, "timeline", "-p", "place=Lima"])
    #expect(extra.status == 64 && extra.errors.contains("since, until, limit"))
    #expect(try Program.run(["query", "-p", "a=b"]).status == 64)
  }

  @Test func theFileIsShownAndDescribed() throws {
    let sql = try Program.run(["query", "calendar", "--sql"])
    #expect(sql.text.hasPrefix("-- title: Calendar of a person\n") && sql.text.contains("SELECT"))
    let words = try Program.run(["query", "calendar", "--describe"])
    #expect(words.text.contains("-p person\n"))
  }

  @Test func foldersOfTheUsersOwnAreRead() throws {
    let folder = scratch.file("mine")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try write("places.sql", "-- title: Places\n\nSELECT DISTINCT country FROM meetings\nORDER BY 1")
    try write("typo.sql", "-- title: Typo\nSELECT 1,\n  FROM meetings")
    try write("header.sql", "-- titel: x\nSELECT 1")
    try write("writer.sql", "-- title: Writer\nDELETE FROM meetings")
    try write("two.sql", "-- title: Two\nSELECT 1; SELECT 2")
    let variables = ["CHANCERY_QUERIES": folder.path, "CHANCERY_DB": path]
    func query(_ name: String) throws -> Program.Result {
      try Program.run(["query", "--format", "csv", name], variables: variables)
    }
    #expect(try query("places").text == "country\r\n\"\"\r\nIE\r\nPE\r\n")
    let typo = try query("typo")
    #expect(typo.status == 1 && typo.errors.contains("mine/typo.sql:3: near \"FROM\""))
    let header = try query("header")
    #expect(header.status == 1 && header.errors.contains("mine/header.sql:1: unknown key titel"))
    let writer = try query("writer")
    #expect(writer.status == 1 && writer.errors.contains("DELETE from meetings is refused"))
    #expect(try query("two").errors.contains("more than one statement"))
    let list = try Program.run(["query", "--format", "csv"], variables: variables)
    #expect(list.status == 2 && list.text.contains("places,Places,"))
    #expect(list.errors.contains("header.sql:1"))
  }
}
