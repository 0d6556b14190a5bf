import Language
import Records

/// The date of an article, and of those of its paragraphs that have one of their own.
struct DateAnchors {
  /// The article's date.
  let article: DateAnchor?
  /// Paragraphs that begin with a date of their own ("16 October 2023: …", or a heading), in order.
  private let paragraphs: [(first: Int, last: Int, anchor: DateAnchor)]

  init(document: Document, found: [DateFinder.Found], published: EDTF?) {
    if let published {
      article = DateAnchor(date: published, isOwn: true)
    } else {
      article =
        DateAnchors.header(document, found) ?? DateAnchors.dateline(document, found)
        ?? DateAnchors.tweet(found) ?? DateAnchors.lead(found)
    }
    paragraphs = DateAnchors.headings(document, found)
  }

  /// The date that relative dates of a sentence count from.
  func anchor(forSentence sentence: Int, _ document: Document) -> DateAnchor? {
    guard !paragraphs.isEmpty else { return article }
    let paragraph = document.sentences[sentence].paragraph
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].first <= paragraph { low = middle + 1 } else { high = middle }
    }
    if low > 0, paragraphs[low - 1].last >= paragraph { return paragraphs[low - 1].anchor }
    return article
  }

  private static func full(_ expression: DateExpression) -> EDTF? {
    guard case .calendar(let calendar) = expression, calendar.isFull else { return nil }
    return DateResolver(anchor: nil).resolve(expression)?.date
  }

  /// A full date at the very beginning, alone or behind a word or two ("date 2023-10-16", "Published on 3 May 2021").
  private static func header(_ document: Document, _ found: [DateFinder.Found]) -> DateAnchor? {
    for item in found.prefix(2) where item.sentence <= 2 {
      guard let match = item.matches.first, match.range.lowerBound <= 3,
        let date = full(match.expression)
      else {
        continue
      }
      let before = item.atoms[..<match.range.lowerBound]
      let isLabelled = before.contains { headerWords.contains($0.text) }
      let isAlone = match.range.lowerBound == 0 && match.range.upperBound >= item.atoms.count - 1
      let opens =
        match.range.lowerBound == 0 && item.sentence == 0 && endsLabel(item, match.range.upperBound)
      if isLabelled || isAlone || opens { return DateAnchor(date: date, isOwn: true) }
    }
    return nil
  }

  private static let headerWords: Set<String> = [
    "date", "dated", "published", "updated", "posted", "fecha", "publicado", "publicada",
    "actualizado",
  ]

  private static func endsLabel(_ item: DateFinder.Found, _ index: Int) -> Bool {
    guard index < item.atoms.count else { return true }
    return [":", "—", "–", "-", "|", "."].contains(item.atoms[index].text)
  }

  /// "HAVANA, May 10, 2021 (ACN) —", "LA HABANA, 10 de mayo de 2021.-", "(Reuters) - 10 May 2021 -".
  private static func dateline(_ document: Document, _ found: [DateFinder.Found]) -> DateAnchor? {
    for item in found.prefix(2) where item.sentence <= 2 {
      guard let match = item.matches.first, match.range.lowerBound <= 12 else { continue }
      guard isDateline(item, match.range) else { continue }
      if let date = full(match.expression) { return DateAnchor(date: date, isOwn: true) }
      // Day and month alone: a tweet or another full date that is near in the calendar may give the year.
      guard case .calendar(let calendar) = match.expression, calendar.month != nil,
        calendar.day != nil,
        let near = tweet(found)
      else { return nil }
      return DateResolver(anchor: near).resolve(match.expression).map {
        DateAnchor(date: $0.date, isOwn: false)
      }
    }
    return nil
  }

  private static func isDateline(_ item: DateFinder.Found, _ range: Range<Int>) -> Bool {
    let atoms = item.atoms
    let before = atoms[..<range.lowerBound]
    guard let first = before.first, first.isCapitalized || first.text == "(" else { return false }
    // Nothing but names, commas and brackets stands before.
    guard
      before.allSatisfy({
        $0.isCapitalized || $0.digits == 0 && $0.text.utf8.count <= 2
          || ["del", "los", "las"].contains($0.text)
      })
    else { return false }
    var index = range.upperBound
    if index < atoms.count, atoms[index].text == "(" {
      while index < atoms.count, atoms[index].text != ")" { index += 1 }
      index += 1
    }
    if index < atoms.count, atoms[index].text == "." { index += 1 }
    if index < atoms.count, ["—", "–", "-", "--"].contains(atoms[index].text) { return true }
    return index < atoms.count && range.upperBound < index && atoms[index - 1].text == "."
      || index >= atoms.count && atoms.last?.text == ")"
  }

  /// The latest date of an embedded tweet: "— Name (@handle) October 16, 2023".
  private static func tweet(_ found: [DateFinder.Found]) -> DateAnchor? {
    var latest: EDTF?
    for item in found {
      for match in item.matches {
        let start = match.range.lowerBound
        guard start >= 2, item.atoms[start - 1].text == ")", let date = full(match.expression),
          item.atoms[max(0, start - 8)..<start].contains(where: { $0.text == "@" })
        else { continue }
        if latest.map({ $0.earliest < date.earliest }) ?? true { latest = date }
      }
    }
    return latest.map { DateAnchor(date: $0, isOwn: false) }
  }

  /// The first full date of the lead.
  private static func lead(_ found: [DateFinder.Found]) -> DateAnchor? {
    for item in found where item.sentence <= 3 {
      for match in item.matches {
        if let date = full(match.expression) { return DateAnchor(date: date, isOwn: false) }
      }
    }
    return nil
  }

  /// Paragraphs that begin with a full date and a colon or dash, and headings that are nothing but a date.
  private static func headings(
    _ document: Document, _ found: [DateFinder.Found]
  ) -> [(first: Int, last: Int, anchor: DateAnchor)] {
    var out: [(first: Int, last: Int, anchor: DateAnchor)] = []
    for item in found {
      let sentence = document.sentences[item.sentence]
      let opensParagraph =
        item.sentence == 0 || document.sentences[item.sentence - 1].paragraph != sentence.paragraph
      guard opensParagraph, let match = item.matches.first, match.range.lowerBound == 0,
        let date = full(match.expression)
      else { continue }
      let end = match.range.upperBound
      let isHeading = end >= item.atoms.count - 1
      guard isHeading || [":", "—", "–"].contains(item.atoms[end].text) else { continue }
      if isHeading, let last = out.last, last.last == Int.max {
        out[out.count - 1].last = sentence.paragraph - 1
      }
      out.append(
        (
          sentence.paragraph, isHeading ? Int.max : sentence.paragraph,
          DateAnchor(date: date, isOwn: true)
        ))
    }
    return out
  }
}
