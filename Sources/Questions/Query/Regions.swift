import CResources

/// Parts of the world and their countries, by which questions ask for people and places.
struct Regions: Sendable {
  /// The regions that are compiled into the program.
  static let standard = Regions(
    text: Resources.text(chancery_questions_regions, chancery_questions_regions_length))

  private let codesOf: [String: [String]]
  /// How many words the longest name has.
  private let longest: Int

  init(text: String) {
    var codesOf: [String: [String]] = [:]
    var longest = 0
    for (_, fields) in Resources.rows(text) where fields.count == 2 {
      let codes = Resources.parts(fields[1], by: " ")
      for name in Resources.parts(fields[0], by: "|") {
        codesOf[name] = codes
        longest = max(longest, Resources.parts(name, by: " ").count)
      }
    }
    self.codesOf = codesOf
    self.longest = longest
  }

  /// The ISO 3166-1 alpha-2 codes of a region's countries, by its name or adjective, folded; nil if it is none.
  func codes(of folded: String) -> [String]? { codesOf[folded] }

  /// The region that the words begin with, and how many words that takes.
  func match(_ words: [String]) -> (name: String, count: Int)? {
    for count in stride(from: min(longest, words.count), through: 1, by: -1) {
      let name = words.prefix(count).joined(separator: " ")
      if codesOf[name] != nil { return (name, count) }
    }
    return nil
  }
}
