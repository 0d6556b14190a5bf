import Language
import Records

/// Reads articles. A pure function: the same article gives the same record, on every thread and machine.
public struct Extractor: Sendable {
  /// An extractor with the built-in knowledge.
  public init() {}

  /// What the article says.
  public func extract(_ article: Article) -> ArticleRecord {
    ArticleRecord(
      id: article.id, language: article.language, published: article.published?.description,
      title: article.title, author: article.author, outlet: article.outlet, url: article.url)
  }
}
