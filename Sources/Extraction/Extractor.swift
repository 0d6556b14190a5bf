import Language
import Records

/// Reads articles. A pure function: the same article gives the same record, on every thread and machine.
public struct Extractor: Sendable {
  /// An extractor with the built-in knowledge.
  public init() {}

  /// What the article says.
  public func extract(_ article: Article) -> ArticleRecord { explain(article).record }

  /// What the rules see of an article before they make records: who is spoken of, dates, places.
  public func analyze(_ article: Article) -> Analysis { Reading(article).analysis }

  /// What the article says, and why each record was made or nearly made.
  public func explain(_ article: Article) -> (record: ArticleRecord, trace: Trace) {
    var reading = Reading(article)
    var trace = Trace()
    var record = ArticleRecord(
      id: article.id, language: article.language ?? reading.analysis.document.language?.rawValue,
      published: article.published?.description, title: article.title, author: article.author,
      outlet: article.outlet, url: article.url)
    record.meetings = MeetingReader.read(reading, trace: &trace)
    reading.analysis.tag()
    record.agreements = AgreementReader.read(
      reading.analysis, meetings: record.meetings, trace: &trace)
    record.statements = StatementReader.read(reading.analysis, trace: &trace)
    return (record, trace)
  }
}
