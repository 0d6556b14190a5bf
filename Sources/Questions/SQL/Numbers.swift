/// Singular and plural of words in English and Spanish, made by their endings alone.
enum Numbers {
  /// A full-text query for a word in either number; the word alone where it is too short to have an ending.
  static func either(_ word: String) -> String {
    let forms = forms(word)
    return forms.count == 1
      ? FullText.phrase(forms)
      : "(" + forms.map { FullText.phrase([$0]) }.joined(separator: " OR ") + ")"
  }

  /// The word and what it may be in the other number: "treaty", "treaties"; "luz", "luces"; "acuerdo", "acuerdos".
  static func forms(_ word: String) -> [String] {
    guard word.utf8.count > 3, !word.contains(where: \.isNumber) else { return [word] }
    var forms = [word]
    for (plural, singular) in endings where word.hasSuffix(plural) {
      forms.append(word.dropLast(plural.count) + singular)
    }
    for (plural, singular) in endings where word.hasSuffix(singular) && !word.hasSuffix("s") {
      forms.append(word.dropLast(singular.count) + plural)
    }
    var seen: Set<String> = []
    return forms.filter { seen.insert($0).inserted }
  }

  private static let endings = [("s", ""), ("es", ""), ("ies", "y"), ("ces", "z")]
}
