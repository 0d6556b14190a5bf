import Extraction
import KnowledgeBase
import Reading
import Records
import SQLite

/// Reads articles, extracts what they say on all cores, and loads it batch by batch; a batch is one transaction.
struct ArticleImport {
  /// Opens the database, or gives it where it is open.
  let base: Opened
  let options: ReadingOptions
  let jobs: Int?
  var report = ImportReporter(isQuiet: false, isJSON: false)

  /// A database that is opened when the first article is there, so that an import of nothing leaves no empty file.
  final class Opened {
    private let open: () throws -> KnowledgeBase
    private var base: KnowledgeBase?

    init(_ open: @escaping () throws -> KnowledgeBase) { self.open = open }

    func get() throws -> KnowledgeBase {
      if let base { return base }
      let opened = try open()
      base = opened
      return opened
    }
  }

  /// A transaction holds up to so many articles,
  private static let batchArticles = 200
  /// and up to so many bytes of text.
  private static let batchBytes = 2 << 20
  /// What a thread is handed at a time, in bytes of text.
  private static let portion = 1 << 15

  /// Imports what is at these paths, and says what came of it. Throws `SQLiteError` if the database cannot be written.
  mutating func take(_ paths: [String]) throws {
    var reader = ArticleReader(paths: paths, options: options)
    let extractor = BoundedExtractor()
    let workers = OrderedWorkers(threads: jobs) { (portion: Portion) -> [LoadItem?] in
      portion.items.map { item in
        item.isKnown
          ? nil
          : LoadItem(
            article: item.article, record: extractor.extract(item.article), digest: item.digest)
      }
    }
    report.begin(total: ReadingSize.of(paths))
    var batch: [LoadItem] = []
    var bytes = 0
    do {
      try workers.run(
        next: { try nextPortion(&reader) },
        take: { extracted in
          for item in extracted {
            guard let item else {
              report.known()
              continue
            }
            bytes += item.article?.text.utf8.count ?? 0
            batch.append(item)
          }
          if batch.count >= Self.batchArticles || bytes >= Self.batchBytes {
            report.loaded(try base.get().load(batch, origin: .extracted))
            batch.removeAll(keepingCapacity: true)
            bytes = 0
          }
          report.progress(bytesRead: reader.bytesRead)
        })
      if !batch.isEmpty { report.loaded(try base.get().load(batch, origin: .extracted)) }
    } catch {
      report.stop()
      throw error
    }
    report.end(bytesRead: reader.bytesRead)
  }

  private struct Portion: Sendable {
    var items: [Item] = []
  }

  private struct Item: Sendable {
    var article: Article
    var digest: String
    /// It is in the base as it is; nothing is to be done.
    var isKnown: Bool
  }

  private mutating func nextPortion(_ reader: inout ArticleReader) throws -> Portion? {
    var portion = Portion()
    var bytes = 0
    while bytes < Self.portion, let event = reader.next() {
      switch event {
      case .article(let article):
        bytes += article.text.utf8.count + 64
        report.read(textBytes: article.text.utf8.count)
        let digest = KnowledgeBase.digest(of: article.text)
        portion.items.append(
          Item(
            article: article, digest: digest, isKnown: try base.get().has(article, digest: digest)))
      case .noted(let note): report.note(note)
      case .refused(let refusal): report.refuse(refusal)
      }
    }
    return portion.items.isEmpty ? nil : portion
  }

  /// What a user is told of an error of the database, with the exit code that fits.
  static func failure(_ error: SQLiteError, path: String) -> Failure {
    Failure(explain(error, path: path), code: error.isDamaged ? .notChancery : .failure)
  }

  /// What went wrong, what is safe, and what helps.
  private static func explain(_ error: SQLiteError, path: String) -> String {
    let safe = "what was imported before is kept, and the same command completes it"
    return switch error.remedy {
    case .locked: "\(path): another program has it locked; try again when it is done; \(safe)"
    case .full: "\(path): no room left on the disk, or the file may not grow; make room: \(safe)"
    case .readOnly: "\(path): cannot be written (\(error.message)); choose another file with --db"
    case .damaged:
      "\(path): damaged (\(error.message)); make it again by importing the articles into a new file"
    case .other: "\(path): \(error); \(safe)"
    }
  }
}

extension SQLiteError {
  /// What kind of help a failed write needs.
  enum Remedy { case locked, full, readOnly, damaged, other }

  var remedy: Remedy {
    if isBusy { return .locked }
    if isDamaged { return .damaged }
    switch code {
    // SQLITE_FULL, and SQLITE_IOERR, which a limit on the size of files gives.
    case 13: return .full
    case 10: return extendedCode == 778 ? .full : .other
    // SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN (the journal cannot be made).
    case 8, 3, 14: return .readOnly
    default: return .other
    }
  }
}
