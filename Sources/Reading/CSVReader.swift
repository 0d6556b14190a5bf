import Records

/// Reads articles from comma-separated values with a header line.
struct CSVReader: InputReader {
  private var records: CSVSplitter
  private let builder: ArticleBuilder
  private var columns: [(field: Field, rank: Int)?]?

  init(_ source: any ByteSource, builder: ArticleBuilder) {
    records = CSVSplitter(source, path: builder.path, limit: builder.options.limits.record)
    self.builder = builder
  }

  mutating func next() throws -> [ReadingEvent]? {
    guard let columns else {
      try readHeader()
      return []
    }
    guard let record = try records.next() else { return nil }
    guard record.fields.count == columns.count else {
      return [
        .refused(
          Refusal(
            source: builder.path, line: record.line,
            reason: "\(record.fields.count) fields where the header has \(columns.count)"))
      ]
    }
    do {
      var fields = ArticleFields()
      for (column, bytes) in zip(columns, record.fields) {
        guard let column else { continue }
        fields.set(
          column.field, try TextDecoding.decode(bytes, path: builder.path), rank: column.rank)
      }
      return builder.build(fields, place: .init(line: record.line))
    } catch var refusal as Refusal {
      refusal.line = record.line + (refusal.line ?? 1) - 1
      return [.refused(refusal)]
    }
  }

  private mutating func readHeader() throws {
    guard var header = try records.next() else {
      throw Refusal(source: builder.path, reason: "no header line")
    }
    // Excel's "sep=;" above the header.
    if let first = header.fields.first, first.starts(with: "sep=".utf8), first.count <= 5,
      header.fields.count <= 2, let next = try records.next()
    {
      header = next
    }
    let found = header.fields.map { Field.named(String(decoding: $0, as: UTF8.self)) }
    guard found.contains(where: { $0?.field == .text || $0?.field == .markup }) else {
      throw Refusal(
        source: builder.path, line: header.line,
        reason:
          "no column for the text in the header: one named text, body, content, articleBody … is needed"
      )
    }
    columns = found
  }
}
