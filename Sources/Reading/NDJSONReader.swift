import FoundationEssentials
import Records

/// Reads articles written as one JSON object a line.
struct NDJSONReader {
  private struct Fields: Decodable {
    var id: String?
    var text: String
    var published: String?
    var title: String?
    var language: String?
    var url: String?
    var outlet: String?
    var author: String?
  }

  private var lines: LineReader
  private let path: String
  private let options: ReadingOptions

  init(_ source: any ByteSource, path: String, options: ReadingOptions) {
    lines = LineReader(source, limit: options.maximumArticleBytes)
    self.path = path
    self.options = options
  }

  mutating func next() throws -> ReadingEvent? {
    while let line = try lines.next() {
      guard case .bytes(let bytes) = line else {
        return refuse("the line is longer than \(options.maximumArticleBytes) bytes")
      }
      if bytes.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { continue }
      guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(bytes)) else {
        return refuse("not a JSON object with a \"text\"")
      }
      var published = options.date
      if let date = fields.published {
        published = EDTF(date) ?? EDTF(date.prefix(10))
        guard published != nil else { return refuse("\"published\" is no date: \(date)") }
      }
      return .article(
        Article(
          id: fields.id ?? "\(path):\(lines.number)", text: fields.text, published: published,
          title: fields.title, language: fields.language ?? options.language, url: fields.url,
          outlet: fields.outlet, author: fields.author, source: "\(path):\(lines.number)"))
    }
    return nil
  }

  private func refuse(_ reason: String) -> ReadingEvent {
    .refused(Refusal(source: path, line: lines.number, reason: reason))
  }
}
