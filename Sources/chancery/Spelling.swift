/// Likeness of words, for suggestions.
enum Spelling {
  /// True if one contains the other, or at most a third of the letters have to change.
  static func isNear(_ one: String, _ other: String) -> Bool {
    if !one.isEmpty, other.contains(one) || one.contains(other) { return true }
    return distance(Array(one.utf8), Array(other.utf8)) <= max(one.utf8.count, 3) / 3
  }

  /// The least number of insertions, deletions and replacements (Levenshtein).
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (index, byte) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, otherByte) in other.enumerated() {
        let replaced = diagonal + (byte == otherByte ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[other.count]
  }
}
