import CResources
import Records

/// A line that is the author's name and nothing else, as clippings have it above the text.
enum BareAuthor {
  /// Two to seven words, the first of which is a given name (`given.tsv`), all of them names by their capitals; and the
  /// text follows it.
  static func isOne(_ line: String, followedBy rest: ArraySlice<Substring>) -> Bool {
    let words = line.split(separator: " ")
    guard (2...7).contains(words.count), line.utf8.count <= 60,
      let next = rest.first(where: { $0.utf8.contains { $0 > 0x20 } }), next.utf8.count >= 80,
      let first = words.first, given.contains(Folding.fold(first))
    else { return false }
    return words.allSatisfy { isName($0) || connecting.contains($0) }
      && words.last.map { !connecting.contains($0) } == true
  }

  /// A capital and small letters behind it, or an initial: `Sol`, `O'Neil`, `García-Page`, `J.`; no word in capitals.
  private static func isName(_ word: Substring) -> Bool {
    let scalars = word.unicodeScalars
    guard let first = scalars.first, first.properties.isUppercase else { return false }
    let rest = scalars.dropFirst()
    if rest.elementsEqual(".".unicodeScalars) { return true }
    return rest.contains { $0.properties.isLowercase }
      && rest.allSatisfy { $0.properties.isAlphabetic || "-'’".unicodeScalars.contains($0) }
  }

  private static let connecting: Set<Substring> = [
    "and", "y", "e", "de", "del", "la", "las", "los", "von", "van", "der", "da", "dos", "di", "al",
  ]

  /// Folded, of both genders.
  private static let given: Set<String> = {
    let text = String(
      decoding: UnsafeBufferPointer(
        start: chancery_data_given, count: chancery_data_given_length), as: UTF8.self)
    var names: Set<String> = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2 else { continue }
      for name in fields[1].split(separator: "|") { names.insert(Folding.fold(name)) }
    }
    return names
  }()
}
