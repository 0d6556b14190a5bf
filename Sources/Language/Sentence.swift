/// A text cut into paragraphs and sentences.
public struct Document: Sendable {
  /// The text that all offsets count in.
  public let text: String
  /// In order; they do not overlap, and no token is outside a sentence.
  public var sentences: [Sentence]
  /// The language of most of the text; nil if it is neither English nor Spanish.
  public var language: LanguageCode?

  /// A document of sentences over a text.
  public init(text: String, sentences: [Sentence], language: LanguageCode?) {
    self.text = text
    self.sentences = sentences
    self.language = language
  }
}

/// One sentence.
public struct Sentence: Sendable {
  /// Its words in order.
  public var tokens: [Token]
  /// Where it begins, in code points of the document's text.
  public var start: Int
  /// Where it ends (exclusive), in code points.
  public var end: Int
  /// Index of the paragraph that it stands in, from 0.
  public var paragraph: Int
  /// The language that it was read as; nil if it is neither English nor Spanish, and then it is not tagged.
  public var language: LanguageCode?
  /// True once the tagger has run.
  public var isTagged: Bool
  /// True once the parser has run.
  public var isParsed: Bool

  /// A sentence that is not yet tagged or parsed.
  public init(tokens: [Token], start: Int, end: Int, paragraph: Int, language: LanguageCode?) {
    self.tokens = tokens
    self.start = start
    self.end = end
    self.paragraph = paragraph
    self.language = language
    isTagged = false
    isParsed = false
  }
}

/// A language that the models read.
public enum LanguageCode: String, Sendable, CaseIterable {
  case english = "en"
  case spanish = "es"
}
