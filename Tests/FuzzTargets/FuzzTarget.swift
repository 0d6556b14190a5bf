import Extraction
import Language
import Questions
import Reading
import Records

/// What `make fuzz` throws bytes at, and what the cases it found are run through in the tests.
///
/// A finding is a trap: of the code itself, or of a `precondition` here where what was read is not sound.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Sentences and tokens of any text.
  case tokenizer
  /// Date expressions in text, dates beside articles, and EDTF.
  case dates
  /// The grammar of questions.
  case questions
  /// Pages.
  case html
  /// NDJSON and JSON articles, and records.
  case json
  /// RSS and Atom.
  case feed
  /// CSV.
  case csv
  /// Markdown with front matter, and the heads of clippings.
  case markdown
  /// Whatever an input is found to be, compressed files among them.
  case formats
  /// The whole extraction.
  case extraction

  /// Runs bytes through the code.
  public func run(_ bytes: [UInt8]) {
    switch self {
    case .tokenizer: Self.tokenize(String(decoding: bytes, as: UTF8.self))
    case .dates: Self.readDates(String(decoding: bytes, as: UTF8.self))
    case .questions: Self.ask(String(decoding: bytes, as: UTF8.self))
    case .html: Self.readArticles(bytes, .html)
    case .json:
      Self.readArticles(bytes, .json)
      Self.readArticles(bytes, .ndjson)
      _ = (try? JSONValue(parsing: bytes)).map { try? ArticleRecord(json: $0) }
    case .feed: Self.readArticles(bytes, .feed)
    case .csv: Self.readArticles(bytes, .csv)
    case .markdown:
      Self.readArticles(bytes, .markdown)
      Self.readArticles(bytes, .text)
    case .formats: Self.readArticles(bytes, nil)
    case .extraction: Self.extract(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func readArticles(_ bytes: [UInt8], _ format: InputFormat?) {
    var options = ReadingOptions(format: format)
    options.limits.record = 1 << 14
    var reader = ArticleReader(bytes: bytes, name: "fuzz", options: options)
    var events = 0
    while let event = reader.next() {
      events += 1
      // Every article and every refusal has bytes of its own; unpacked ones a thousand times as many.
      precondition(events <= (bytes.count + 1) * 1100, "as many events as there are bytes")
      switch event {
      case .article(let article):
        precondition(article.text.utf8.contains { $0 > 0x20 }, "an article without text")
        precondition(!article.text.utf8.contains(0), "NUL in an article")
        precondition(article.title != "", "an empty title")
        precondition((try? JSONValue(parsing: Array(article.json.utf8))) != nil, "not JSON")
      case .noted(let refusal), .refused(let refusal):
        precondition(!refusal.reason.isEmpty, "a refusal without a reason")
      }
    }
    precondition(events > 0, "nothing was said of an input")
  }

  private static func tokenize(_ text: String) {
    let document = Annotator().segment(text)
    let length = text.unicodeScalars.count
    var last = 0
    for sentence in document.sentences {
      precondition(sentence.start >= last && sentence.end <= length, "sentences overlap")
      precondition(sentence.tokens.first?.start == sentence.start, "a sentence begins elsewhere")
      precondition(sentence.tokens.last?.end == sentence.end, "a sentence ends elsewhere")
      last = sentence.end
      for token in sentence.tokens {
        precondition(token.start < token.end && token.end <= sentence.end, "a token of nothing")
      }
    }
  }

  private static func readDates(_ text: String) {
    for language in LanguageCode.allCases {
      let article = Article(
        id: "fuzz", text: text, published: EDTF("2023-10-16"), language: language.rawValue)
      let document = Annotator().segment(text, language: language)
      for mention in DateReader.read(document, article: article) {
        precondition(document.sentences.indices.contains(mention.sentence), "no such sentence")
        let tokens = document.sentences[mention.sentence].tokens
        precondition(
          !mention.tokens.isEmpty && mention.tokens.upperBound <= tokens.count, "no such tokens")
        precondition(mention.date.map { $0.earliest <= $0.latest } ?? true, "dates backwards")
      }
      _ = DateReader.anchor(document, article: article)
    }
    _ = EDTF(text)
    var line = JSONWriter()
    line.object {
      $0.member("text", "x")
      $0.member("published", text)
    }
    readArticles(Array(line.text.utf8), .ndjson)
    readArticles(Array("Date: \(text)\nx".utf8), .text)
  }

  private static let questionReader = QuestionReader()

  private static func ask(_ text: String) {
    guard let reader = questionReader, let today = Day(iso: "2023-10-16") else {
      preconditionFailure("the grammar is broken")
    }
    // Short words are names of the base, others places, so that both ways are gone.
    _ = reader.read(
      text, today: today, isKnownName: { $0.utf8.count % 2 == 0 },
      isKnownPlace: { $0.utf8.count % 3 == 0 })
  }

  private static let extractor = Extractor()

  private static func extract(_ text: String) {
    let record = extractor.extract(
      Article(id: "fuzz", text: text, published: EDTF("2023-10-16")))
    let isRead = (try? ArticleRecord(json: JSONValue(parsing: Array(record.json.utf8)))) != nil
    precondition(isRead, "the record is not read again")
  }
}
