/// Sharing the columns of a terminal among the columns of a table.
enum ColumnWidths {
  /// What lies between two columns of a table.
  static let gap = 2
  /// No column is narrowed below this, nor below its longest word up to `word`.
  static let narrowest = 8
  /// Words up to this are not broken.
  static let word = 12

  /// The widths to use, given what each column would like and its longest word; nil if they cannot fit.
  ///
  /// Narrow columns get what they ask for; the wide ones share the rest.
  static func fitted(_ natural: [Int], words: [Int], into width: Int?) -> [Int]? {
    guard let width else { return natural }
    let room = width - gap * max(0, natural.count - 1)
    if natural.reduce(0, +) <= room { return natural }
    var widths = zip(natural, words).map { min($0, max(narrowest, min($1, word))) }
    var left = room - widths.reduce(0, +)
    guard left >= 0 else { return nil }
    // What is left goes to the narrowest of those that want more, column by column of the terminal.
    while left > 0 {
      let wanting = widths.indices.filter { widths[$0] < natural[$0] }
      guard let next = wanting.min(by: { widths[$0] < widths[$1] }) else { break }
      widths[next] += 1
      left -= 1
    }
    return widths
  }
}
