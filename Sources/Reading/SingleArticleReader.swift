import Records

/// Reads the articles of one input, piece by piece.
protocol InputReader {
  /// What comes next, perhaps nothing; nil at the end. Throws `Refusal` if the rest cannot be read.
  mutating func next() throws -> [ReadingEvent]?
}

/// Reads an input that is one article as a whole, or one feed.
struct SingleArticleReader: InputReader {
  private let source: any ByteSource
  private let builder: ArticleBuilder
  private let format: InputFormat
  private var isDone = false

  init(_ source: any ByteSource, format: InputFormat, builder: ArticleBuilder) {
    self.source = source
    self.format = format
    self.builder = builder
  }

  mutating func next() throws -> [ReadingEvent]? {
    guard !isDone else { return nil }
    isDone = true
    let limits = builder.options.limits
    let limit = format == .html || format == .feed ? limits.page : limits.text + 3
    guard let bytes = try source.takeAll(limit: limit) else {
      throw Refusal(
        source: builder.path,
        reason:
          "longer than \(limit >> 10) KiB, as one \(format == .feed ? "feed" : "article"): split it"
          + (format == .text ? ", or name its format with --format" : ""))
    }
    switch format {
    case .html: return try HTMLArticle.read(bytes, builder: builder)
    case .feed: return try Feed.read(bytes, builder: builder)
    case .markdown:
      return try MarkdownArticle.read(
        TextDecoding.decode(bytes, path: builder.path), builder: builder)
    case .text, .ndjson, .json, .csv:
      let text = try TextDecoding.decode(bytes, path: builder.path)
      var fields = ArticleFields()
      fields.set(.text, text)
      ClippingHeader.read(text, into: &fields)
      return builder.build(fields, place: nil)
    }
  }
}
