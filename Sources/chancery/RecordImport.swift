import ArgumentParser
import KnowledgeBase
import Reading
import Records

/// Loads a file of records, with the articles of the same ids from another file.
struct RecordImport {
  let base: ArticleImport.Opened
  let records: String
  let articles: String?
  var report: ImportReporter

  /// A transaction holds up to so many records,
  private static let batchRecords = 10_000
  /// and up to so many bytes of text. Small ones would write the same pages of the file over and over.
  private static let batchBytes = 16 << 20

  /// Loads all that can be read, says what came of it, and gives the number of refusals.
  mutating func run() throws -> Int {
    report.begin(total: 0)
    var texts = try ArticleFinder(path: articles)
    var file: RecordFile
    do {
      file = try RecordFile(path: records)
    } catch let refusal as Refusal {
      throw Failure("\(refusal)")
    }
    var withoutText = 0
    var batch: [LoadItem] = []
    var bytes = 0
    var corrections: [Correction] = []
    while true {
      var event: RecordFile.Event?
      do {
        event = try file.next()
      } catch let refusal as Refusal {
        // The file cannot be read further; what was read is loaded.
        report.refuse(refusal)
      }
      switch event {
      case .record(let record, line: _):
        let article = try texts.article(record.id) { report.refuse($0) }
        if articles != nil, article == nil { withoutText += 1 }
        let textBytes = (article?.text ?? record.text)?.utf8.count ?? 0
        bytes += textBytes
        report.read(textBytes: textBytes)
        batch.append(LoadItem(article: article, record: record))
      case .correction(let value, let line):
        guard let correction = Correction(json: value) else {
          report.refuse(
            Refusal(
              source: records, line: line,
              reason: "correction: it lacks an action, a subject or a time"))
          continue
        }
        corrections.append(correction)
      case .refused(let refusal): report.refuse(refusal)
      case nil: break
      }
      if event == nil || batch.count >= Self.batchRecords || bytes >= Self.batchBytes {
        if !batch.isEmpty { report.loaded(try base.get().load(batch, origin: .imported)) }
        batch.removeAll(keepingCapacity: true)
        bytes = 0
      }
      if event == nil { break }
    }
    let decided =
      corrections.isEmpty ? 0 : try explained { try base.get().load(corrections: corrections) }
    if decided > 0 { report.say("corrections: \(decided) new") }
    if withoutText > 0 {
      report.say("\(withoutText) records have no article in \(articles ?? "")")
    }
    report.end(bytesRead: file.bytesRead)
    return report.refused
  }
}

/// What an import says at its end.
enum ImportReport {
  static func text(_ summary: LoadSummary) -> String {
    var parts = ["\(summary.new) new"]
    if summary.updated > 0 { parts.append("\(summary.updated) replaced") }
    if summary.superseded > 0 {
      parts.append("\(summary.superseded) superseded by a later version")
    }
    if summary.known > 0 { parts.append("\(summary.known) already there") }
    var text =
      "articles: " + parts.joined(separator: ", ")
      + "; \(summary.meetings) meetings, \(summary.agreements) agreements, \(summary.statements) statements"
    if summary.unlocated > 0 {
      text +=
        "; \(summary.unlocated) pieces of evidence or statements do not stand in their article's text"
    }
    return text
  }
}

/// Finds articles by id in a file, reading no further than it has to.
private struct ArticleFinder {
  private var reader: ArticleReader?
  private var waiting: [String: Article] = [:]
  private var given: Set<String> = []

  init(path: String?) throws {
    reader = path.map { ArticleReader(paths: [$0], options: ReadingOptions(format: .ndjson)) }
  }

  /// The article of an id; what is refused on the way to it is given to `refuse`.
  mutating func article(_ id: String, _ refuse: (Refusal) -> Void) throws -> Article? {
    if let article = waiting.removeValue(forKey: id) { return article }
    while let event = reader?.next() {
      switch event {
      case .article(let article):
        guard given.insert(article.id).inserted else {
          refuse(
            Refusal(
              source: article.source ?? "",
              reason: "id: \(article.id) stands there already; a record has one article"))
          continue
        }
        if article.id == id { return article }
        waiting[article.id] = article
      case .noted: continue
      case .refused(let refusal): refuse(refusal)
      }
    }
    return nil
  }
}
