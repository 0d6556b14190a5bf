/// How two names of persons go together, whatever the persons' countries.
enum NameLikeness: Equatable {
  /// The same words, in this order or in the other.
  case same
  /// One has words that the other leaves out: a second surname, a middle name.
  case fuller
  /// As `fuller`, but it is the first name that one leaves out.
  case headless
  /// Only an initial stands for the first name.
  case initial
  /// The names fit, but only one has a suffix: "Jr." is often left out, and may tell a son from his father.
  case suffixed
  /// Nothing can be said: each has words that the other leaves out.
  case unrelated
  /// Different names.
  case different

  /// Compares two names of two or more words. With `loosely`, the consonants decide, as in transliterated names.
  init(_ left: PersonName, _ right: PersonName, loosely: Bool) {
    // A word that stands twice can be aligned in two ways: which is taken must not hang on the order of the two names.
    self =
      right.words.lexicographicallyPrecedes(left.words)
      ? NameLikeness.compare(right, left, loosely: loosely)
      : NameLikeness.compare(left, right, loosely: loosely)
  }

  private static func compare(_ left: PersonName, _ right: PersonName, loosely: Bool)
    -> NameLikeness
  {
    if let a = left.suffix, let b = right.suffix, a != b { return .different }
    let (a, b) = (left.words, right.words)
    if a == b { return left.suffix == right.suffix ? .same : .suffixed }
    if a.count == b.count, a.sorted() == b.sorted() {
      return left.suffix == right.suffix ? .same : .suffixed
    }
    let isRegnal = left.isRegnal && right.isRegnal
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: (a.count + 1) * (b.count + 1)) {
      align(left, right, isRegnal: isRegnal, loosely, $0)
    }
  }

  /// Compares two names word by word, in order. `table` has room for one more than the words of each.
  private static func align(
    _ left: PersonName, _ right: PersonName, isRegnal: Bool, _ loosely: Bool,
    _ table: UnsafeMutableBufferPointer<Int>
  ) -> NameLikeness {
    let (a, b) = (left.words, right.words)
    let width = b.count + 1
    table.initialize(repeating: 0)
    // The longest common subsequence of words.
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        table[i * width + j] =
          equal(a[i], b[j], isFirst: i == 0 && j == 0, isRegnal: isRegnal, loosely)
          ? table[(i + 1) * width + j + 1] + 1
          : max(table[(i + 1) * width + j], table[i * width + j + 1])
      }
    }
    var (i, j) = (0, 0)
    var (inGapLeft, inGapRight) = (0, 0)
    var (extraLeft, extraRight) = (0, 0)
    var headGap = false
    var clash = false
    var whole = 0
    var initials = 0
    func closeGap() {
      if inGapLeft > 0, inGapRight > 0 { clash = true }
      extraLeft += inGapLeft
      extraRight += inGapRight
      (inGapLeft, inGapRight) = (0, 0)
    }
    while i < a.count || j < b.count {
      if i < a.count, j < b.count,
        table[i * width + j] == table[(i + 1) * width + j + 1] + 1,
        equal(a[i], b[j], isFirst: i == 0 && j == 0, isRegnal: isRegnal, loosely)
      {
        if inGapLeft + inGapRight > 0, whole + initials == 0 { headGap = true }
        closeGap()
        if a[i].utf8.count == 1 || b[j].utf8.count == 1 { initials += 1 } else { whole += 1 }
        i += 1
        j += 1
      } else if j == b.count
        || i < a.count && table[(i + 1) * width + j] >= table[i * width + j + 1]
      {
        inGapLeft += 1
        i += 1
      } else {
        inGapRight += 1
        j += 1
      }
    }
    closeGap()
    // "Cristina Fernández" and "Cristina Kirchner" may be one, if "Cristina Fernández de Kirchner" says so.
    if clash, whole == 1, initials == 0, a.first == b.first { return .unrelated }
    if clash || whole == 0 || whole + initials < 2 { return .different }
    if let x = middleInitial(a), let y = middleInitial(b), x != y { return .different }
    if extraLeft > 0, extraRight > 0 { return .unrelated }
    if left.suffix != right.suffix { return whole > 1 ? .suffixed : .unrelated }
    if whole == 1 { return .initial }
    if headGap { return .headless }
    return extraLeft + extraRight == 0 ? .same : .fuller
  }

  /// The letter of a first name in the middle of which only the initial is given.
  private static func middleInitial(_ words: [String]) -> String? {
    words.count > 2 && words[1].utf8.count == 1 ? words[1] : nil
  }

  private static func equal(
    _ left: String, _ right: String, isFirst: Bool, isRegnal: Bool, _ loosely: Bool
  ) -> Bool {
    if left == right { return true }
    // "Charles II" is not "Charles I".
    if PersonName.numerals.contains(left) || PersonName.numerals.contains(right) { return false }
    if left.utf8.count == 1 || right.utf8.count == 1 { return left.utf8.first == right.utf8.first }
    if isRegnal, let agree = Synonyms.regnalNames.agree(left, right) { return agree }
    // Both are known names: they are one or two, however they sound.
    if let agree = Synonyms.givenNames.agree(left, right), !agree || isFirst { return agree }
    if Sound.isSame(left, right) { return true }
    return loosely && min(left.utf8.count, right.utf8.count) >= 5
      && Sound.hasSameSkeleton(left, right)
  }
}
