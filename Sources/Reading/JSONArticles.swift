import Records

/// Articles in a JSON value: an article itself, an array of them, or an object that holds such an array.
struct JSONArticles {
  let builder: ArticleBuilder

  /// The articles of one value that begins at `place`. Throws `JSONError`.
  func read(_ bytes: ArraySlice<UInt8>, place: ArticleBuilder.Place) throws -> [ReadingEvent] {
    var parser = JSONParser(bytes)
    var events: [ReadingEvent] = []
    var lines = LineCount(bytes, line: place.line)
    try read(&parser, &lines, place: place, depth: 0, into: &events)
    guard parser.isAtEnd() else {
      throw JSONError(
        reason: "something after the end of the JSON value",
        offset: parser.position - bytes.startIndex)
    }
    return events
  }

  /// What an array of articles is called in answers of news services and in JSON Feed.
  private static let wrappers: Set<String> = [
    "articles", "items", "results", "data", "docs", "hits", "entries", "news", "stories",
    "documents",
  ]

  /// On which line the value stands that a parser is at; lines are counted once.
  private struct LineCount {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var line: Int?

    init(_ bytes: ArraySlice<UInt8>, line: Int?) {
      self.bytes = bytes
      self.line = line
      position = bytes.startIndex
    }

    mutating func line(at offset: Int) -> Int? {
      while position < offset, position < bytes.endIndex {
        if bytes[position] == 0x0A { line = line.map { $0 + 1 } }
        position += 1
      }
      return line
    }
  }

  private func read(
    _ parser: inout JSONParser, _ lines: inout LineCount, place: ArticleBuilder.Place, depth: Int,
    into events: inout [ReadingEvent]
  ) throws {
    guard depth <= 4 else { return try parser.skip(depth: depth) }
    switch parser.peek() {
    case UInt8(ascii: "{"):
      var fields = ArticleFields()
      var inner: [ReadingEvent] = []
      var isWrapper = false
      try parser.members(depth: depth) { name, parser in
        if Self.wrappers.contains(name), parser.peek() == UInt8(ascii: "[") {
          isWrapper = true
          try read(&parser, &lines, place: place, depth: depth + 1, into: &inner)
        } else if name == "response" || name == "hits" || name == "_source" || name == "fields",
          parser.peek() == UInt8(ascii: "{")
        {
          // Elasticsearch and the Guardian put the article, or the answer, one level down.
          try self.fields(
            of: &parser, &lines, depth: depth + 1, into: &fields, wrapped: &inner, place: place)
          isWrapper = isWrapper || !inner.isEmpty
        } else {
          try field(name, &parser, depth: depth, into: &fields)
        }
      }
      if isWrapper, fields[.text] == nil, fields[.markup] == nil {
        events += inner
      } else {
        events += builder.build(fields, place: place)
      }
    case UInt8(ascii: "["):
      var number = 0
      try parser.elements(depth: depth) { parser in
        number += 1
        _ = parser.peek()
        let place = ArticleBuilder.Place(line: lines.line(at: parser.position), number: number)
        try read(&parser, &lines, place: place, depth: depth + 1, into: &events)
      }
    default:
      try parser.skip(depth: depth)
      events += [
        .refused(
          Refusal(
            source: builder.path, line: place.line,
            reason: "a JSON object expected, with a \"text\""))
      ]
    }
  }

  private func fields(
    of parser: inout JSONParser, _ lines: inout LineCount, depth: Int,
    into fields: inout ArticleFields, wrapped inner: inout [ReadingEvent],
    place: ArticleBuilder.Place
  ) throws {
    try parser.members(depth: depth) { name, parser in
      if Self.wrappers.contains(name), parser.peek() == UInt8(ascii: "[") {
        try read(&parser, &lines, place: place, depth: depth + 1, into: &inner)
      } else {
        try field(name, &parser, depth: depth, into: &fields)
      }
    }
  }

  private func field(
    _ name: String, _ parser: inout JSONParser, depth: Int, into fields: inout ArticleFields
  ) throws {
    guard let (field, rank) = Field.named(name) else { return try parser.skip(depth: depth + 1) }
    if parser.peek() == UInt8(ascii: "\"") {
      fields.set(field, try parser.string(), rank: rank)
    } else if let text = Self.plain(try parser.value(depth: depth + 1), of: field) {
      fields.set(field, text, rank: rank)
    }
  }

  /// What a value that is no string says: numbers as they are written, a list of names with commas, the name or the
  /// `rendered` text of an object; nil for what says nothing.
  static func plain(_ value: JSONValue, of field: Field) -> String? {
    switch value {
    case .string(let text): return text
    case .number(let number): return field == .text || field == .title ? nil : number
    case .null, .bool: return nil
    case .array(let values):
      let parts = values.compactMap { plain($0, of: field) }
      switch field {
      case .author: return parts.joined(separator: ", ")
      case .text, .markup: return parts.joined(separator: "\n\n")
      default: return parts.first
      }
    case .object:
      for name in [
        "rendered", "name", "title", "main", "original", "value", "text", "$oid", "$date", "$t",
        "@id",
        "url", "html",
      ] {
        if let inner = value[name], let text = plain(inner, of: field) { return text }
      }
      return nil
    }
  }
}

/// Reads articles written as one JSON object a line.
struct NDJSONReader: InputReader {
  private var lines: LineReader
  private let articles: JSONArticles

  init(_ source: any ByteSource, builder: ArticleBuilder) {
    lines = LineReader(source, limit: builder.options.limits.record)
    articles = JSONArticles(builder: builder)
  }

  mutating func next() throws -> [ReadingEvent]? {
    guard let line = try lines.next() else { return nil }
    func refuse(_ reason: String) -> [ReadingEvent] {
      [.refused(Refusal(source: articles.builder.path, line: lines.number, reason: reason))]
    }
    switch line {
    case .tooLong:
      return refuse(
        "the line is longer than \(articles.builder.options.limits.record >> 20) MiB: split it")
    case .bytes(let bytes):
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return [] }
      do {
        return try articles.read(bytes, place: .init(line: lines.number))
      } catch let failure as JSONError {
        return refuse("not JSON: \(failure.reason), at byte \(failure.offset + 1) of the line")
      }
    }
  }
}

/// Reads articles in a JSON array, or in values one after the other, that may span lines.
struct JSONReader: InputReader {
  private var pieces: JSONSplitter
  private var number = 0
  private let articles: JSONArticles

  init(_ source: any ByteSource, builder: ArticleBuilder) {
    pieces = JSONSplitter(source, path: builder.path, limit: builder.options.limits.record)
    articles = JSONArticles(builder: builder)
  }

  mutating func next() throws -> [ReadingEvent]? {
    do {
      number += 1
      guard let piece = try pieces.next() else { return nil }
      do {
        return try articles.read(piece.bytes, place: .init(line: piece.line, number: number))
      } catch let failure as JSONError {
        let line = piece.line + piece.bytes.prefix(failure.offset).count { $0 == 0x0A }
        return [
          .refused(
            Refusal(
              source: articles.builder.path, line: line, reason: "not JSON: \(failure.reason)"))
        ]
      }
    } catch let refusal as Refusal {
      return [.refused(refusal)]
    }
  }
}
