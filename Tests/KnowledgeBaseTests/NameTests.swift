import Records
import Testing

@testable import KnowledgeBase

/// Who is who: pairs of names with countries and roles.
struct NameTests {
  private func isOne(_ left: PartyRecord, _ right: PartyRecord) throws -> Bool {
    let base = try makeBase()
    let other = person("Zora Nemec", "CZ", "Foreign Minister")
    _ = try base.load(
      [
        story("one", "The first.", meeting(left, other, date: "2019-01-01")),
        story("two", "The second.", meeting(right, other, date: "2019-02-01"), language: "es"),
      ], origin: .imported)
    let entities = try base.integer(
      "SELECT count(DISTINCT p.entity) FROM participants AS p JOIN entities AS e ON e.id = p.entity WHERE e.name <> 'Zora Nemec'"
    )
    return entities == 1
  }

  @Test(arguments: [("names.tsv", 240), ("names-second.tsv", 80)])
  func pairs(_ file: String, atLeast count: Int) throws {
    var (hits, misses, inventions) = (0, 0, 0)
    let rows = try cases(file)
    #expect(rows.count >= count)
    for row in rows {
      try #require(row.count == 7, "\(row)")
      func party(_ from: Int) -> PartyRecord {
        person(
          row[from], row[from + 1].isEmpty ? nil : row[from + 1],
          row[from + 2].isEmpty ? nil : row[from + 2])
      }
      let one = try isOne(party(1), party(4))
      switch (row[0] == "1", one) {
      case (true, true): hits += 1
      case (true, false):
        misses += 1
        print("kept apart: \(row[1]) | \(row[4])")
      case (false, true):
        inventions += 1
        print("taken for one: \(row[1]) | \(row[4])")
      case (false, false): break
      }
    }
    let score = 2 * Double(hits) / Double(2 * hits + misses + inventions)
    print(
      "pairs of names in \(file): \(rows.count), F1 \(score), kept apart \(misses), taken for one \(inventions)"
    )
    #expect(score >= 0.95)
  }

  @Test func aSurnameBindsOnlyToOnePerson() throws {
    let base = try makeBase()
    let other = person("Zora Nemec", "CZ")
    _ = try base.load(
      [
        story(
          "one", "One.",
          meeting(person("Delcy Rodríguez", "VE", "Vice President"), other, date: "2019-01-01")),
        story("two", "Two.", meeting(person("Rodríguez", "VE"), other, date: "2019-02-01")),
      ], origin: .imported)
    #expect(try base.integer("SELECT count(*) FROM entities") == 2)
    // Another one comes: now it cannot be told any more.
    _ = try base.load(
      [
        story(
          "three", "Three.",
          meeting(person("Jorge Rodríguez", "VE", "speaker"), other, date: "2019-03-01"))
      ], origin: .imported)
    #expect(try base.integer("SELECT count(*) FROM entities") == 4)
    #expect(try base.integer("SELECT count(*) FROM doubtful_pairs") == 2)
    #expect(try base.status().doubtfulPairs == 2)
    // An office tells them apart.
    _ = try base.load(
      [
        story(
          "four", "Four.",
          meeting(person("Rodríguez", "VE", "Vice President"), other, date: "2019-04-01"))
      ], origin: .imported)
    #expect(try base.integer("SELECT count(*) FROM entities") == 4)
    // The other one goes: now it can.
    _ = try base.forget(try base.find(.article, "three"))
    #expect(try base.integer("SELECT count(*) FROM entities") == 2)
    #expect(try base.integer("SELECT count(*) FROM doubtful_pairs") == 0)
  }

  @Test func anOfficeWithoutANameIsItsHolderOfThatYear() throws {
    let base = try makeBase()
    let other = person("Zora Nemec", "CZ")
    let minister = person("Foreign Minister of Mexico", "MX", "Foreign Minister")
    _ = try base.load(
      [
        story("one", "One.", meeting(minister, other, date: "2013-01-01")),
        story("two", "Two.", meeting(minister, other, date: "2023-02-01")),
        story(
          "three", "Tres.", meeting(person("canciller de México", "MX"), other, date: "2023-05-01")),
      ], origin: .imported)
    #expect(try base.integer("SELECT count(*) FROM entities WHERE country = 'MX'") == 2)
  }

  @Test(arguments: [
    [
      "Venezuelan government", "Government of Venezuela", "Venezuela",
      "government of Nicolás Maduro", "gobierno venezolano",
    ],
    [
      "United States", "Estados Unidos", "U.S.", "Washington", "gobierno de Estados Unidos",
      "White House",
    ],
    ["China", "Chinese government", "China's Foreign Ministry", "gobierno chino"],
  ])
  func governmentsByCountry(_ names: [String]) throws {
    let base = try makeBase()
    let country = names[0].hasPrefix("V") ? "VE" : names[0].hasPrefix("U") ? "US" : "CN"
    let other = person("Zora Nemec", "CZ")
    _ = try base.load(
      names.enumerated().map { index, name in
        story(
          "\(index)", "Story \(index).",
          meeting(
            PartyRecord(
              name: name, kind: .government,
              country: name.contains("Maduro") || index % 2 == 0 ? country : nil,
              capacity: .principal),
            other, date: "2019-0\(index + 1)-01"))
      }, origin: .imported)
    let rows = try base.database.map("SELECT key FROM entities WHERE kind = 'government'") {
      $0.text(0)
    }
    #expect(rows == ["government::\(country)"])
  }

  @Test func regionsAreNoCountries() throws {
    let base = try makeBase()
    let other = person("Zora Nemec", "CZ")
    _ = try base.load(
      ["Spain", "Junta de Andalucía", "gobierno regional de Madrid"].enumerated().map {
        index, name in
        story(
          "\(index)", "Story \(index).",
          meeting(
            PartyRecord(name: name, kind: .government, country: "ES", capacity: .principal), other))
      }, origin: .imported)
    #expect(try base.integer("SELECT count(*) FROM entities WHERE kind = 'government'") == 3)
  }
}
