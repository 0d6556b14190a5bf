/// The word lists of the language layer.
package enum LanguageTables {
  /// What is wrong with them, each with file and line; the tests see to it that nothing is.
  package static var problems: [String] {
    Abbreviations.shared.problems + Contractions.shared.problems
      + LanguageIdentifier.shared.problems
  }
}
