import FoundationEssentials
import Records

@testable import Questions

/// The case files beside these tests.
enum Cases {
  private static let folder = String(#filePath.dropLast("Support.swift".count)) + "Cases/"

  /// The rows of a tab-separated file without comments, with their line numbers.
  static func rows(_ file: String) throws -> [(Int, [String])] {
    let text = try String(contentsOfFile: folder + file, encoding: .utf8)
    return Resources.rows(text)
  }
}

/// A base that has the names of `Cases/names.tsv`, for questions read without a database.
struct FixtureNames {
  private let names: [[String]]
  private let places: Set<String>

  init() throws {
    let rows = try Cases.rows("names.tsv")
    names = rows.filter { $0.1[0] == "name" }.map {
      Folding.fold($0.1[1]).split(separator: " ").map(String.init)
    }
    places = Set(rows.filter { $0.1[0] == "place" }.map { Folding.fold($0.1[1]) })
  }

  func isName(_ folded: String) -> Bool {
    let words = folded.split(separator: " ").map(String.init)
    let particles: Set<String> = ["de", "del", "la", "el", "of", "the", "and", "y", "for"]
    return words.contains { !particles.contains($0) }
      && names.contains { name in words.allSatisfy(name.contains) }
  }

  func isPlace(_ folded: String) -> Bool {
    places.contains(folded) || Places.standard.isCity(folded)
  }

  /// The query of a question in its canonical form; `refused` where it cannot be read.
  func read(_ question: String, today: Day) throws -> String {
    guard let reader = QuestionReader() else { throw GrammarUnreadable() }
    let query = reader.read(question, today: today, isKnownName: isName, isKnownPlace: isPlace)
    return query.map { $0.unused == nil ? $0.description : "refused" } ?? "refused"
  }
}
