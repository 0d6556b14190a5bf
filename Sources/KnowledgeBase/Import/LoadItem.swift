import Records

/// Where a record comes from.
public enum RecordOrigin: String, Sendable {
  /// From this program's own extractor: a later extraction may replace it.
  case extracted
  /// Made elsewhere and handed in: only another such record replaces it.
  case imported
}

/// An article with what it says.
public struct LoadItem: Sendable {
  /// The article; nil where only the record is at hand.
  public var article: Article?
  /// What it says.
  public var record: ArticleRecord
  /// By which near copies of the article are found.
  let sketch: StorySketch?
  /// The SHA-256 of the article's text, by which it is known; nil where there is no text.
  let digest: String?

  /// An article with its record, or a record alone, which may hold the article's text. Sketches the text: on many
  /// cores, if made there. `digest` is what `KnowledgeBase.digest(of:)` gives for the text, where that is known already.
  public init(article: Article?, record: ArticleRecord, digest: String? = nil) {
    self.article =
      article
      ?? record.text.map { text in
        Article(
          id: record.id, text: text, published: record.published.flatMap { EDTF($0) },
          title: record.title, language: record.language, url: record.url, outlet: record.outlet,
          author: record.author, source: record.source)
      }
    self.record = record
    sketch = self.article.map { StorySketch($0.text) }
    self.digest = digest ?? self.article.map { SHA256.hex($0.text) }
  }
}
