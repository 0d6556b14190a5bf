import Records

/// How articles are written down.
public enum InputFormat: String, Sendable, CaseIterable {
  /// One article as plain text.
  case text
  /// One article as Markdown, with or without YAML front matter.
  case markdown
  /// One article as an HTML page.
  case html
  /// An RSS or Atom feed.
  case feed
  /// One article, a JSON object, a line.
  case ndjson
  /// A JSON array of articles, an object that holds one, or objects one after the other.
  case json
  /// Comma-separated values (or semicolons, or tabs) with a header line.
  case csv
}

/// Why an input, or one article of it, was refused; or what is to be known of one that was not.
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
  /// An article.
  case article(Article)
  /// An input, or an article in it, that could not be read.
  case refused(Refusal)
  /// Something about an article that was read all the same: a date that is none, say.
  case noted(Refusal)
}

/// What is known of the inputs beforehand, and how much of them is held in memory.
public struct ReadingOptions: Sendable {
  /// The format of every input; nil to find it from the content.
  public var format: InputFormat?
  /// The date of articles that tell none.
  public var date: EDTF?
  /// The language (ISO 639-1) of articles that tell none.
  public var language: String?
  /// Paths that are passed over in folders, such as the database itself.
  public var passedOver: Set<String> = []
  /// True where a folder may be empty: articles are awaited in it.
  public var awaitsArticles = false
  /// How much is held in memory at most.
  public var limits = ReadingLimits()

  /// Options; all of them may be left out.
  public init(format: InputFormat? = nil, date: EDTF? = nil, language: String? = nil) {
    self.format = format
    self.date = date
    self.language = language
  }
}

/// Sizes, in bytes, beyond which an input is refused.
public struct ReadingLimits: Sendable {
  /// The text of an article. The longest of speeches has a quarter of a million letters.
  public var text = 768 << 10
  /// A line of NDJSON, an element of a JSON array, a record of CSV, a file of text.
  public var record = 16 << 20
  /// A page of HTML or a feed.
  public var page = 6 << 20
  /// What a compressed file may hold without its ratio being looked at.
  public var unpackedFreely = 64 << 20
  /// How many times the size of the compressed file its content may be, beyond `unpackedFreely`.
  public var ratio = 100

  /// The limits that `docs/reading.md` tells.
  public init() {}
}
