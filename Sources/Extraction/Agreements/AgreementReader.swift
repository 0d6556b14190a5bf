import Language
import Records

/// Reads the agreements that an article names or reports an act of.
///
/// Sentences with a word of agreement are read noun phrase by noun phrase (`AgreementMentions`); mentions of one agreement
/// are put together (`AgreementClusters`); what is named, or done to, becomes a record (`AgreementWriter`).
public enum AgreementReader {
  /// The agreements of an article, in the order in which it tells them.
  /// - Parameters:
  ///   - tags: Of its sentences, as far as they are asked for.
  ///   - meetings: The meetings that it tells of, at which agreements are signed.
  public static func read(
    _ analysis: Analysis, _ tags: DocumentTags, meetings: [MeetingRecord] = [],
    trace: inout Trace
  ) -> [AgreementRecord] {
    let lexicon = AgreementLexicon.builtIn
    let language = analysis.document.language ?? analysis.article.languageCode
    var parties: AgreementParties?
    var clusters = AgreementClusters()
    var sentences: [Int: AgreementSentence] = [:]
    var nextDate = 0
    for index in analysis.document.sentences.indices {
      let plain = analysis.document.sentences[index]
      guard lexicon.hasTrigger(plain.tokens),
        let sentence = AgreementSentence(
          index: index, sentence: plain, tags: tags, language: language, lexicon: lexicon)
      else { continue }
      while nextDate < analysis.dates.count, analysis.dates[nextDate].sentence < index {
        nextDate += 1
      }
      var lastDate = nextDate
      while lastDate < analysis.dates.count, analysis.dates[lastDate].sentence == index {
        lastDate += 1
      }
      let known = parties ?? AgreementParties(analysis)
      parties = known
      let reader = AgreementMentions(
        sentence: sentence, parties: known, dates: Array(analysis.dates[nextDate..<lastDate]))
      for reading in reader.read() {
        switch reading {
        case .mention(let mention):
          clusters.add(mention)
          sentences[index] = sentence
        case .rejected(let reason, let tokens):
          note(reason, sentence.span(tokens), &trace)
        }
      }
    }
    guard let parties, !clusters.clusters.isEmpty else { return [] }
    var analysis = analysis
    for index in sentences.keys { tags.write(to: &analysis.document.sentences[index], at: index) }
    let writer = AgreementWriter(
      analysis: analysis, parties: parties, sentences: sentences,
      occasions: AgreementOccasions(meetings, in: analysis),
      fighters: AgreementFighters.fighters(clusters.clusters, parties))
    var out: [AgreementRecord] = []
    for cluster in clusters.clusters {
      let place = cluster.mentions[0]
      let span = sentences[place.sentence]?.span(place.phrase) ?? 0..<0
      switch writer.write(cluster) {
      case .record(let record):
        trace.note(
          Trace.Entry(
            rule: place.isContent ? "AgreedContent" : "AgreementMentions", subject: "agreement",
            start: span.lowerBound,
            end: span.upperBound, record: out.count))
        out.append(record)
      case .rejected(let reason): note(reason, span, &trace)
      }
    }
    return out
  }

  private static func note(_ reason: String, _ span: Range<Int>, _ trace: inout Trace) {
    trace.note(
      Trace.Entry(
        rule: "AgreementMentions", subject: "agreement", rejection: reason, start: span.lowerBound,
        end: span.upperBound))
  }
}
