import Records

/// How articles are written down.
public enum InputFormat: String, Sendable, CaseIterable {
  /// One article as plain text.
  case text
  /// One article, a JSON object, a line.
  case ndjson
}

/// Why an input, or one article of it, was refused.
public struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as it was given or found; `-` for standard input.
  public var source: String
  /// Counted from 1; nil where the whole input is meant.
  public var line: Int?
  /// What is wrong, and what helps.
  public var reason: String

  /// A refusal of an input, or of one of its lines.
  public init(source: String, line: Int? = nil, reason: String) {
    self.source = source
    self.line = line
    self.reason = reason
  }

  /// `source:line: reason`.
  public var description: String {
    let place = line.map { "\(source):\($0)" } ?? source
    return "\(place): \(reason)"
  }
}

/// What a reader comes upon.
public enum ReadingEvent: Sendable {
  case article(Article)
  case refused(Refusal)
}

/// What is known of the inputs beforehand.
public struct ReadingOptions: Sendable {
  /// The format of every input; nil to find it from the content.
  public var format: InputFormat?
  /// The date of articles that tell none.
  public var date: EDTF?
  /// The language (ISO 639-1) of articles that tell none.
  public var language: String?
  /// The longest line, and the largest file of one article, in bytes.
  public var maximumArticleBytes = 64 << 20

  /// Options; all of them may be left out.
  public init(format: InputFormat? = nil, date: EDTF? = nil, language: String? = nil) {
    self.format = format
    self.date = date
    self.language = language
  }
}
