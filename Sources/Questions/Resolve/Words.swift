import Records

/// Words of free text as the full-text index cuts them.
enum Words {
  /// Lower case, without marks; dotted abbreviations fall apart as they do in the index.
  static func folded(_ text: String) -> [String] {
    Folding.fold(text).split(separator: " ").map(String.init)
  }
}
