import KnowledgeBase
import Output
import Reading
import Records

/// Tells how an import goes: refusals and notes as they come, progress on a terminal, and a summary.
struct ImportReporter {
  private let isQuiet: Bool
  private let isJSON: Bool
  private var progressLine: ProgressLine?
  private var summary = LoadSummary()
  private var articles = 0
  private var textBytes = 0
  private var refusals: [Refusal] = []
  private var started = ContinuousClock.now
  /// How many inputs and articles were refused, of this import and the ones before it.
  private(set) var refused = 0
  private var refusedNow = 0

  /// Refusals told again at the end; all of them were told when they came.
  private static let listed = 1000

  init(isQuiet: Bool, isJSON: Bool) {
    self.isQuiet = isQuiet
    self.isJSON = isJSON
  }

  /// Begins an import of so many bytes; 0 if that is not known.
  mutating func begin(total: Int) {
    (summary, articles, textBytes, refusals, refusedNow) = (LoadSummary(), 0, 0, [], 0)
    started = .now
    progressLine = isQuiet || isJSON ? nil : ProgressLine(total: total)
  }

  /// An article, or the record of one, was read.
  mutating func read(textBytes: Int) {
    articles += 1
    self.textBytes += textBytes
  }

  mutating func known() { summary.known += 1 }
  mutating func loaded(_ batch: LoadSummary) { summary += batch }

  mutating func refuse(_ refusal: Refusal) {
    refused += 1
    refusedNow += 1
    if refusals.count < Self.listed { refusals.append(refusal) }
    progressLine?.clear()
    complain("chancery: \(Controls.pictured("\(refusal)", keepingLines: false))")
  }

  mutating func note(_ note: Refusal) {
    guard !isQuiet else { return }
    progressLine?.clear()
    complain("chancery: note: \(Controls.pictured("\(note)", keepingLines: false))")
  }

  /// Says something to whoever waits, unless it is to be quiet.
  func say(_ words: String) {
    if !isQuiet { complain("chancery: \(words)") }
  }

  mutating func progress(bytesRead: Int) {
    progressLine?.show(articles: articles, bytes: bytesRead)
  }

  /// Takes the progress line away, for an error that follows.
  mutating func stop() { progressLine?.clear() }

  /// Says what came of it all.
  mutating func end(bytesRead: Int) {
    progressLine?.clear()
    let seconds =
      Double((ContinuousClock.now - started).components.attoseconds) / 1e18
      + Double((ContinuousClock.now - started).components.seconds)
    if isJSON {
      say(json: seconds, bytesRead: bytesRead)
    } else if !isQuiet {
      try? writeAll(Array((ImportReport.text(summary) + "\n").utf8), to: 1)
      if refusedNow > 0 {
        complain("refused: \(refusedNow)")
        for refusal in refusals {
          complain("  \(Controls.pictured("\(refusal)", keepingLines: false))")
        }
        if refusedNow > refusals.count { complain("  … and \(refusedNow - refusals.count) more") }
      }
    }
  }

  private func say(json seconds: Double, bytesRead: Int) {
    var out = JSONWriter()
    out.object {
      $0.member("read", articles)
      $0.member("new", summary.new)
      $0.member("already_there", summary.known)
      $0.member("replaced", summary.updated)
      $0.member("superseded", summary.superseded)
      $0.member("meetings", summary.meetings)
      $0.member("agreements", summary.agreements)
      $0.member("statements", summary.statements)
      $0.member("unlocated", summary.unlocated)
      $0.member("bytes", bytesRead)
      $0.member("text_bytes", textBytes)
      $0.member("milliseconds", Int(seconds * 1000))
      $0.member("refused", refusedNow)
      $0.list("refusals", refusals) { refusal, out in
        out.object {
          $0.member("source", refusal.source)
          $0.member("line", refusal.line)
          $0.member("reason", refusal.reason)
        }
      }
    }
    try? writeAll(Array((out.text + "\n").utf8), to: 1)
  }
}
