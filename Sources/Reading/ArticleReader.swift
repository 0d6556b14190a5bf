import FoundationEssentials
import Records

/// Reads the articles of files, one after the other.
public struct ArticleReader {
  private let options: ReadingOptions
  private var paths: ArraySlice<String>
  private var current: NDJSONReader?

  /// A reader of the files at `paths`, in that order; `-` is standard input.
  public init(paths: [String], options: ReadingOptions = ReadingOptions()) {
    self.paths = paths[...]
    self.options = options
  }

  /// The next article or refusal; nil when all inputs are read.
  public mutating func next() -> ReadingEvent? {
    while true {
      do {
        if let event = try current?.next() { return event }
        current = nil
        guard let path = paths.popFirst() else { return nil }
        if let event = try open(path) { return event }
      } catch {
        current = nil
        return .refused(error as? Refusal ?? Refusal(source: "?", reason: "\(error)"))
      }
    }
  }

  private mutating func open(_ path: String) throws -> ReadingEvent? {
    let source = try FileSource(path: path)
    let format = options.format ?? (path.hasSuffix(".txt") ? .text : .ndjson)
    switch format {
    case .ndjson:
      current = NDJSONReader(source, path: path, options: options)
      return nil
    case .text:
      var bytes: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
        guard count > 0 else { break }
        bytes += piece[0..<count]
        guard bytes.count <= options.maximumArticleBytes else {
          throw Refusal(source: path, reason: "more than \(options.maximumArticleBytes) bytes")
        }
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Refusal(source: path, reason: "not UTF-8")
      }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return .article(
        Article(
          id: name.hasSuffix(".txt") ? String(name.dropLast(4)) : name, text: text,
          published: options.date, language: options.language, source: path))
    }
  }
}
