import ArgumentParser
import Extraction
import Reading
import Records

/// Why records were made, and what was nearly taken.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell for each record of an article which rule made it and from which words.",
    discussion: """
      One line for each decision: the number of the record or "not taken", the rule, the words that it used, and, if it was
      not taken, why not. Rules have the names of their files in Sources/Extraction; docs/rules.md tells how to change them.

      EXAMPLES
        chancery explain seeds/000_e7b5c976d4d3a4fe.txt
        chancery explain --names article.txt
        chancery explain --only meeting --format ndjson articles.jsonl
      """)

  @Argument(help: "Files to read; - is standard input.")
  var paths: [String]
  @Option(
    help: "The format of all inputs: \(InputFormat.names). Found from the content if not given.")
  var format: InputFormat?
  @Option(help: "Only decisions about this: meeting, agreement, statement.")
  var only: String?
  @Flag(help: "Print who and what the article speaks of, and every place where it does.")
  var names = false

  func validate() throws {
    if let only, !["meeting", "agreement", "statement"].contains(only) {
      throw ValidationError("--only takes meeting, agreement or statement, not '\(only)'.")
    }
  }

  func run() throws {
    var reader = ArticleReader(paths: paths, options: ReadingOptions(format: format))
    var output = OutputStream()
    var refused = 0
    while let event = reader.next() {
      switch event {
      case .noted(let note): complain("chancery: note: \(note)")
      case .refused(let refusal):
        refused += 1
        complain("chancery: \(refusal)")
      case .article(let article):
        var text = "# \(article.id)\n"
        if names { text += Explain.names(of: article) } else { text += explanation(of: article) }
        try output.write(Array(text.utf8))
      }
    }
    try output.flush()
    if refused > 0 { throw ExitCode(2) }
  }

  private func explanation(of article: Article) -> String {
    let (record, trace) = Extractor().explain(article)
    let scalars = Array(article.text.unicodeScalars)
    var out = ""
    for entry in trace.entries where only == nil || entry.subject == only {
      let start = max(0, min(entry.start, scalars.count))
      let words = String(
        String.UnicodeScalarView(scalars[start..<max(start, min(entry.end, scalars.count))])
      )
      .split(whereSeparator: \.isNewline).joined(separator: " ")
      let verdict: String
      if let rejection = entry.rejection {
        verdict = "not taken: \(rejection)"
      } else if let number = entry.record {
        verdict = "record \(number + 1)"
      } else {
        verdict = "taken"
      }
      out +=
        "\(entry.subject) · \(verdict) · \(entry.rule) · \(entry.start)-\(entry.end)\n    \(words)\n"
    }
    for (number, meeting) in record.meetings.enumerated() where only == nil || only == "meeting" {
      let who = meeting.participants.map {
        $0.name + ($0.capacity == .principal ? "" : " (\($0.capacity?.rawValue ?? ""))")
      }
      out +=
        "meeting \(number + 1): \(meeting.status.rawValue), \(meeting.mode.rawValue), \(meeting.date ?? "no date"), "
        + "\(meeting.place ?? "no place"): \(who.joined(separator: "; "))\n"
    }
    return out
  }

  private static func names(of article: Article) -> String {
    let analysis = Extractor().analyze(article)
    var out = ""
    for entity in analysis.entities {
      let places = analysis.mentions.filter { $0.entities.contains(entity.id) }.map { mention in
        let tokens = analysis.document.sentences[mention.sentence].tokens[mention.tokens]
        return "\(tokens.first?.start ?? 0) " + tokens.map(\.form).joined(separator: " ")
      }
      out +=
        "\(entity.id) \(entity.kind.rawValue) · \(entity.name ?? "unnamed") · \(entity.role ?? "-") · "
        + "\(entity.country ?? "-")\n    \(places.joined(separator: " | "))\n"
    }
    for place in analysis.places {
      out += "place · \(place.name) · \(place.country ?? "-")\(place.isVenue ? " · venue" : "")\n"
    }
    for date in analysis.dates {
      let tokens = analysis.document.sentences[date.sentence].tokens[date.tokens]
      out +=
        "date · \(tokens.map(\.form).joined(separator: " ")) · \(date.date?.description ?? "unresolved")\n"
    }
    return out
  }
}
