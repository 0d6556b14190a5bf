/// How far two spellings are apart.
public enum EditDistance {
  /// The least number of insertions, deletions, replacements and exchanges of neighbours (optimal string alignment; R.
  /// Wagner and M. Fischer 1974, R. Lowrance and R. Wagner 1975); nil if there are more than `limit`.
  @inlinable
  public static func alignment<Letter: Equatable>(
    _ one: [Letter], _ other: [Letter], limit: Int
  ) -> Int? {
    guard abs(one.count - other.count) <= limit else { return nil }
    if one == other { return 0 }
    var before: [Int] = []
    var last = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var row = [index + 1]
      for column in other.indices {
        var best = min(
          last[column] + (letter == other[column] ? 0 : 1), last[column + 1] + 1, row[column] + 1)
        if index > 0, column > 0, letter == other[column - 1], one[index - 1] == other[column] {
          best = min(best, before[column - 1] + 1)
        }
        row.append(best)
      }
      if let least = row.min(), least > limit { return nil }
      (before, last) = (last, row)
    }
    return last[other.count] <= limit ? last[other.count] : nil
  }
}
