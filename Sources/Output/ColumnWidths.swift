/// Sharing the columns of a terminal among the columns of a table.
enum ColumnWidths {
  /// What lies between two columns of a table.
  static let gap = 2
  /// No column is narrowed below this.
  static let narrowest = 8

  /// The widths to use, given what each column would like; nil if they cannot fit.
  ///
  /// Narrow columns get what they ask for; the wide ones share the rest evenly.
  static func fitted(_ natural: [Int], into width: Int?) -> [Int]? {
    guard let width else { return natural }
    let room = width - gap * max(0, natural.count - 1)
    if natural.reduce(0, +) <= room { return natural }
    let least = natural.reduce(0) { $0 + min($1, narrowest) }
    guard least <= room else { return nil }
    var cap = room
    while natural.reduce(0, { $0 + min($1, cap) }) > room { cap -= 1 }
    var widths = natural.map { min($0, cap) }
    var left = room - widths.reduce(0, +)
    for index in widths.indices where left > 0 && natural[index] > widths[index] {
      widths[index] += 1
      left -= 1
    }
    return widths
  }
}
