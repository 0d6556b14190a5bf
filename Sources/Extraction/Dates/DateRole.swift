import Language

/// Tells from the words before and after a date expression how a clause stands to it.
struct DateRole {
  let item: DateFinder.Found
  let match: Range<Int>
  let expression: DateExpression

  /// The role of the expression.
  var role: DateMention.Role {
    if case .complement = expression { return .complement }
    if case .interval = expression { return .at }
    var index = match.lowerBound - 1
    while let atom = atom(index), atom.isA(.the) || atom.isA(.about) { index -= 1 }
    if let atom = atom(index) {
      if atom.isA(.since) { return .since }
      if atom.isA(.until) && atom.text != "by" || atom.text == "before" { return .until }
      if atom.text == "by", item.language == .english { return .until }
      if atom.text == "after" || atom.text == "tras" { return .after }
      if item.language == .spanish, atom.isA(.of), let before = self.atom(index - 1) {
        if before.text == "antes" { return .until }
        if before.text == "despues" || before.text == "partir" { return .after }
        // "el acuerdo de noviembre", "las negociaciones del martes", but "celebrada el 3 de mayo".
        if before.digits == 0, before.entries.isEmpty { return .attributive }
      }
    }
    if item.language == .english, isAttributive { return .attributive }
    return .at
  }

  private func atom(_ index: Int) -> DateAtom? {
    index >= 0 && index < item.atoms.count ? item.atoms[index] : nil
  }

  /// "Tuesday's talks", "the 2015 deal", "the June 29 meeting", "her March 20-22 visit".
  private var isAttributive: Bool {
    guard let next = atom(match.upperBound) else { return false }
    if next.isGlued, next.text == "'" || next.text == "’" || next.text == "'s" || next.text == "’s"
    {
      return true
    }
    guard let before = atom(match.lowerBound - 1) else { return false }
    let isDetermined =
      before.isA(.the)
      || ["his", "her", "their", "its", "a", "s", "'s", "’s", "this", "our"].contains(before.text)
    guard isDetermined, next.digits == 0, let first = next.text.unicodeScalars.first else {
      return false
    }
    return first.properties.isAlphabetic && !next.isA(.in) && !next.isA(.of) && !next.isA(.and)
      && !Self.functionWords.contains(next.text)
  }

  /// No noun begins with them ("on the 6th of May to discuss trade").
  private static let functionWords: Set<String> = [
    "on", "at", "with", "by", "for", "after", "before", "that", "which", "as", "to", "from",
    "until",
    "when", "where", "who", "amid", "ahead", "during", "over", "despite", "between", "but", "or",
    "while", "following", "through", "alongside", "via",
  ]
}
