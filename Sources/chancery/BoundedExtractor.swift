import Extraction
import Records
import Synchronization

/// The extractor for several threads: of long texts one is read at a time, as each takes up to 280 times its size in
/// memory while it is read.
final class BoundedExtractor: Sendable {
  private let extractor = Extractor()
  private let longTexts = Mutex<Void>(())

  /// Longer texts, in bytes, wait for one another.
  private static let long = 1 << 17

  func extract(_ article: Article) -> ArticleRecord {
    guard article.text.utf8.count > Self.long else { return extractor.extract(article) }
    return longTexts.withLock { _ in extractor.extract(article) }
  }
}
