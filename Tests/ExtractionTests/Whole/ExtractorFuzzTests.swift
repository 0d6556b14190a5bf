import Extraction
import Foundation
import Records
import Testing

/// Whole articles of our own (`Cases/whole-*.txt`), damaged and shuffled word by word: nothing traps, and what is found
/// stands in the text.
@Suite struct ExtractorFuzzTests {
  /// How long one file may take in all; a slow machine tries fewer articles, never none. CHANCERY_FUZZ gives other seconds.
  private static let time = Duration.seconds(
    ProcessInfo.processInfo.environment["CHANCERY_FUZZ"].flatMap { Int($0) } ?? 6)
  private static let insertions = [
    "(", ")", "\"", "“", "”", "«", "»", "'", "’", "—", "-", ",", ";", ":", ".", "...", "\n", "\n\n",
    "", "or", "o", "and", "y", "de", "of", "the", "la", "que", "that", "who", "quien", "with",
    "con",
    "between", "entre", "signed", "firmaron", "said", "dijo", "met", "recibió", "agreement",
    "acuerdos", "NAFTA", "2021", "13", "yesterday", "ayer", "Monday", "'s", "é", "😀", "\u{0301}",
    "(@x)", "by", "por", "his", "su", "held", "talks", "…", "¿", "according", "to", "según", "as",
  ]

  private static func articles(_ name: String) throws -> [String] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Cases/\(name)")
    return try String(contentsOf: file, encoding: .utf8).components(separatedBy: "----\n")
  }

  /// One of the ways to damage a text, at random.
  private static func damage(_ words: inout [String], _ random: inout SplitMix) {
    guard !words.isEmpty else { return }
    let at = Int.random(in: words.indices, using: &random)
    switch random.next() % 8 {
    case 0: words.remove(at: at)
    case 1: words.insert(words[at], at: at)
    case 2: words.swapAt(at, Int.random(in: words.indices, using: &random))
    case 3: words.insert(insertions.randomElement(using: &random) ?? "", at: at)
    case 4: words[at] += insertions.randomElement(using: &random) ?? ""
    case 5: words[at] = (insertions.randomElement(using: &random) ?? "") + words[at]
    case 6:
      let end = min(words.count, at + Int.random(in: 1...12, using: &random))
      words.replaceSubrange(at..<end, with: words[at..<end].reversed())
    default:
      words[at] = Bool.random(using: &random) ? words[at].uppercased() : words[at].lowercased()
    }
  }

  @Test(arguments: ["whole-en.txt", "whole-es.txt"]) func damagedArticles(file: String) throws {
    let articles = try Self.articles(file)
    #expect(articles.count >= 3)
    let language = file.contains("-es") ? "es" : "en"
    var random = SplitMix(state: file.utf8.reduce(17) { $0 &* 31 &+ UInt64($1) })
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: Self.time)
    var tries = 0
    while tries < 10 || (clock.now < end && tries < 400_000) {
      // Two neighbouring pieces of the articles, so that few words cost little and many meet.
      var words = articles[tries % articles.count].components(separatedBy: " ")
      let length = Int.random(in: 10...max(10, words.count / 2), using: &random)
      let start = Int.random(in: 0...max(0, words.count - length), using: &random)
      words = Array(words[start..<min(words.count, start + length)])
      for _ in 0..<Int.random(in: 1...1 + length / 4, using: &random) {
        Self.damage(&words, &random)
      }
      let text = words.joined(separator: " ")
      let article = Article(
        id: "x", text: text, published: tries % 3 == 0 ? nil : EDTF("2022-05-11"),
        language: tries % 5 == 0 ? nil : language)
      Self.check(Extractor().explain(article), text)
      tries += 1
    }
  }

  private static func check(_ found: (record: ArticleRecord, trace: Trace), _ text: String) {
    let count = text.unicodeScalars.count
    for entry in found.trace.entries {
      #expect(entry.start >= 0 && entry.start <= entry.end && entry.end <= count, "\(text)")
    }
    for agreement in found.record.agreements {
      #expect(!agreement.title.isEmpty && text.contains(agreement.title), "\(text)")
      for piece in agreement.evidence { #expect(text.contains(piece), "\(text)") }
    }
    for statement in found.record.statements {
      #expect(!statement.text.isEmpty && !statement.speakers.isEmpty, "\(text)")
    }
    for meeting in found.record.meetings {
      #expect(meeting.participants.count >= 2, "\(text)")
      for piece in meeting.evidence { #expect(text.contains(piece), "\(text)") }
    }
  }
}
