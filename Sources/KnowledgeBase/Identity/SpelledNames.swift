/// Whether two names are one and the same, written in two ways.
public enum SpelledNames {
  /// True of names of two or more words that have the same words in the spellings of English, Spanish and of transliteration, with
  /// short and foreign forms of given names ("Mohamed bin Salmán", "Mohammed bin Salman").
  public static func areSame(_ left: String, _ right: String) -> Bool {
    guard let left = PersonName(left), let right = PersonName(right),
      left.words.count > 1, left.words.count == right.words.count,
      (left.words + right.words).allSatisfy({ $0.utf8.count > 1 })
    else { return false }
    return NameLikeness(left, right, loosely: false) == .same
  }
}
