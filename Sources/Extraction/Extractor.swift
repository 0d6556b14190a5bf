import Language
import Records

/// Reads articles. A pure function: the same article gives the same record, on every thread and machine.
public struct Extractor: Sendable {
  private let meetingModel: MeetingModel?

  /// An extractor with the built-in knowledge, and the built-in model of meetings or another in its place.
  public init(meetingModel: MeetingModel? = .builtIn) { self.meetingModel = meetingModel }

  /// What the article says.
  public func extract(_ article: Article) -> ArticleRecord { explain(article).record }

  /// What the rules see of an article before they make records: who is spoken of, dates, places.
  public func analyze(_ article: Article) -> Analysis { Reading(article).analysis }

  /// The words of the article that may tell of a meeting, with those who may take part: what the model is trained on.
  public func meetingSamples(_ article: Article) -> [MeetingSample] {
    MeetingReader.samples(Reading(article))
  }

  /// The meetings as a model reads them, with what the models of places and of occasions are trained on.
  public func samples(_ article: Article, model: MeetingModel) -> MeetingSamples {
    MeetingReader.meetings(Reading(article), model: model)
  }

  /// What the article says, and why each record was made or nearly made.
  public func explain(_ article: Article) -> (record: ArticleRecord, trace: Trace) {
    var reading = Reading(article)
    var trace = Trace()
    var record = ArticleRecord(
      id: article.id, language: article.language ?? reading.analysis.document.language?.rawValue,
      published: article.published?.description, title: article.title, author: article.author,
      outlet: article.outlet, url: article.url)
    record.meetings = MeetingReader.read(reading, model: meetingModel, trace: &trace)
    let tags = reading.analysis.tags()
    record.agreements = AgreementReader.read(
      reading.analysis, tags, meetings: record.meetings, trace: &trace)
    record.statements = StatementReader.read(reading.analysis, tags, trace: &trace)
    return (record, trace)
  }
}
