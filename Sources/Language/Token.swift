/// A syntactic word, as Universal Dependencies counts them ("del" is two: "de" and "el", with one span).
public struct Token: Sendable, Equatable {
  /// The word as it stands in the text, or the word that a contraction hides.
  public let form: String
  /// Where it begins in the article's text, in Unicode code points.
  public var start: Int
  /// Where it ends (exclusive), in Unicode code points.
  public var end: Int
  /// Dictionary form; the form itself before tagging.
  public var lemma: String
  /// Universal part of speech; `.x` before tagging.
  public var upos: UPOS
  /// The morphology that rules use.
  public var features: Morphology
  /// Index of the head in the sentence; -1 for the root, and before parsing.
  public var head: Int
  /// Relation to the head; `.dep` before parsing.
  public var relation: Relation
  /// True if white space, or the end of the text, follows.
  public var spaceAfter: Bool
  /// The form as lists of words are first asked for it.
  package let code: WordCode

  /// A token that is not yet tagged or parsed.
  public init(form: String, start: Int, end: Int, spaceAfter: Bool) {
    self.form = form
    code = WordCode(form)
    self.start = start
    self.end = end
    self.lemma = form
    self.upos = .x
    self.features = []
    self.head = -1
    self.relation = .dep
    self.spaceAfter = spaceAfter
  }
}
