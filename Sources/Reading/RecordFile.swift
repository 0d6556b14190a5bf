import Records

/// Reads records written as one JSON object a line, as `extract` and `export` print them.
public struct RecordFile {
  /// What a line holds.
  public enum Event: Sendable {
    /// A record, with the number of its line, counted from 1.
    case record(ArticleRecord, line: Int)
    /// A decision of a person, as `export` prints it behind the records.
    case correction(JSONValue, line: Int)
    case refused(Refusal)
  }

  /// How many bytes were read.
  public var bytesRead: Int { tally.bytes }

  private let path: String
  private let tally = ByteTally()
  private var lines: LineReader
  private let limit = 32 << 20
  private var seen: [String: Int] = [:]

  /// Opens a file; `-` is standard input. Throws `Refusal`.
  public init(path: String) throws {
    self.path = path
    var options = ReadingOptions()
    options.format = .ndjson
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let input = try OpenedInput(
      FileSource(path: path, tally: tally), FoundFile(path: path, name: name),
      options: options)
    lines = LineReader(input.source, limit: limit)
  }

  /// The next record or refusal; nil at the end. Throws `Refusal` if the file cannot be read further.
  public mutating func next() throws -> Event? {
    while let line = try lines.next() {
      guard case .bytes(var bytes) = line else {
        return refuse("the line is longer than \(limit >> 20) MiB")
      }
      if lines.number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      do {
        let value = try JSONValue(parsing: Array(bytes))
        if value["correction"] != nil { return .correction(value, line: lines.number) }
        let record = try ArticleRecord(json: value)
        if let mistake = Self.mistake(value, record) { return refuse(mistake) }
        if let first = seen[record.id] {
          return refuse(
            "id: \(record.id) stands on line \(first) already; an article has one record")
        }
        seen[record.id] = lines.number
        return .record(record, line: lines.number)
      } catch {
        return refuse("\(error)")
      }
    }
    return nil
  }

  /// What no record should hold, though it could be read; nil for nothing of the kind.
  private static func mistake(_ value: JSONValue, _ record: ArticleRecord) -> String? {
    if holdsNUL(value) { return "holds a NUL character: no article has any" }
    for (position, statement) in record.statements.enumerated() {
      if let start = statement.start, let end = statement.end, end < start {
        return "statements[\(position)].end: is \(end), and should not be before start, \(start)"
      }
    }
    return nil
  }

  private static func holdsNUL(_ value: JSONValue) -> Bool {
    switch value {
    case .string(let text): text.utf8.contains(0)
    case .array(let items): items.contains(where: holdsNUL)
    case .object(let members): members.contains { holdsNUL($0.1) }
    case .number, .bool, .null: false
    }
  }

  private func refuse(_ reason: String) -> Event {
    .refused(Refusal(source: path, line: lines.number, reason: reason))
  }
}
