import Foundation
import Reading
import Records
import Testing

/// Inputs of every format with bytes changed at random: nothing crashes or hangs, and what is read is sound.
/// CHANCERY_MUTATIONS tells how many of each format (`make torture`: 20,000).
@Suite struct MutationTests {
  static let count = Int(ProcessInfo.processInfo.environment["CHANCERY_MUTATIONS"] ?? "") ?? 300

  static let samples: [(format: InputFormat, text: String)] = [
    (
      .text,
      "Title: Talks in Oslo\nBy Ana Sol\nOSLO, October 16, 2023 (Wire) - The ministers «met» — again.\r\n\nEnd."
    ),
    (
      .markdown,
      "---\ntitle: \"Talks: in Oslo\"\ndate: 2023-10-16\nauthor: {name: Ana Sol}\ntags: [a, b]\n---\n# Talks\n\n> *They* [met](http://x.example/a_b) `here`.\n\n- one\n- two\n"
    ),
    (
      .html,
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks | P</title><script type="application/ld+json">\
      {"@type":"NewsArticle","headline":"Talks","datePublished":"2023-10-16","author":[{"name":"A"}]}</script></head><body>\
      <nav><a href="/">x</a></nav><article itemprop="articleBody"><h1>Talks</h1><p>They met in Oslo &amp; talked.<br>Twice.</p>\
      <div class="related"><a>y</a></div><blockquote>“Words”</blockquote></article></body></html>
      """
    ),
    (
      .feed,
      """
      <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>P</title><language>en</language><item><title>T &amp; U</title>\
      <link>http://x.example/1</link><dc:creator>A</dc:creator><pubDate>Mon, 16 Oct 2023 10:00:00 GMT</pubDate>\
      <content:encoded><![CDATA[<p>They met.</p><p>Twice.</p>]]></content:encoded></item></channel></rss>
      """
    ),
    (
      .ndjson,
      "{\"id\":\"a\",\"text\":\"They met.\",\"published\":\"2023-10-16\",\"author\":[{\"name\":\"A\"}]}\n{\"body\":\"T\\u00e9l\\ud83d\\ude00\\n\",\"n\":[1.5e3,true,null]}\n"
    ),
    (
      .json,
      "{\"status\":\"ok\",\"articles\":[\n {\"content\":\"<p>They met.</p>\",\"publishedAt\":\"2023-10-16T00:00:00Z\"},\n {\"text\":\"Two\",\"source\":{\"id\":null,\"name\":\"P\"}}\n]}\n"
    ),
    (
      .csv, "title;text;date\n\"A; \"\"b\"\"\";\"They met.\nTwice.\";2023-10-16\nB;C;16/10/2023\r\n"
    ),
  ]

  @Test(arguments: samples.indices)
  func nothingBreaks(index: Int) throws {
    let (format, text) = Self.samples[index]
    try mutate(Array(text.utf8), as: format, format.rawValue, seed: UInt64(index + 1))
  }

  /// Compressed inputs: `Cases/formats/sample.jsonl` and its ending.
  @Test(arguments: ["gz", "zst"])
  func nothingBreaksWhereItIsUnpacked(ending: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/formats/sample.jsonl.\(ending)")
    try mutate(Array(Data(contentsOf: file)), as: nil, ending, seed: 99)
  }

  private func mutate(
    _ original: [UInt8], as format: InputFormat?, _ name: String, seed: UInt64
  )
    throws
  {
    var random = SplitMix(seed: seed)
    var articles = 0
    var refusals = 0
    for number in 0..<Self.count {
      let bytes = Self.mutated(original, &random)
      var options = ReadingOptions(format: number % 4 == 0 ? nil : format)
      options.limits.record = 4096
      var reader = ArticleReader(bytes: bytes, name: "x", options: options)
      var events = 0
      while let event = reader.next() {
        events += 1
        switch event {
        case .article(let article):
          articles += 1
          let isSound =
            article.text.utf8.contains { $0 > 0x20 } && !article.text.utf8.contains(0)
            && article.text.utf8.count <= options.limits.text && article.title != ""
          #expect(isSound, "\(bytes)")
        case .refused(let refusal), .noted(let refusal):
          refusals += 1
          #expect(!refusal.reason.isEmpty && refusal.reason.utf8.count < 600, "\(bytes)")
        }
        try #require(events <= bytes.count + 1, "\(bytes)")
      }
      #expect(events > 0, "\(bytes)")
    }
    #expect(articles > 0 && refusals > 0)
    if Self.count >= 1000 {
      print(
        "torture: \(Self.count) mutations of \(name): \(articles) articles, \(refusals) refusals"
      )
    }
  }

  private static let tokens: [[UInt8]] =
    [
      "\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", "<", ">", "</", "<![CDATA[", "&#0;",
      "&amp;", "\n", "\r\n",
      ",", ";", "---\n", "\u{FEFF}", "\u{202E}", "\u{1B}[31m", "«", "😀", "<div>", "2023-99-99",
      "%PDF-", "&a;", "*a",
      "a: &a [*a]\n",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xFF, 0xFE], [0xC3], [0x80], [0xED, 0xA0, 0x80], [0x1F, 0x8B],
    ]

  static func mutated(_ original: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let length = Int.random(in: 0...min(40, bytes.count - at), using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
      case 1: bytes.removeSubrange(at..<at + length)
      case 2: bytes.insert(contentsOf: Array(bytes[at..<at + length]), at: at)
      case 3:
        let token = tokens[Int.random(in: 0..<tokens.count, using: &random)]
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          bytes.insert(contentsOf: token, at: at)
        }
      case 4: if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeSubrange(at...) }
      default:
        let other = Int.random(in: 0...bytes.count, using: &random)
        bytes.swapAt(min(at, max(bytes.count - 1, 0)), min(other, max(bytes.count - 1, 0)))
      }
      if bytes.isEmpty { bytes = [0x20] }
    }
    return bytes
  }
}

/// A small generator of random numbers that gives the same ones every time (SplitMix64, G. Steele and others, 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}

/// A compressed file that ends in the middle, read as JSON without an ending in its name: once it was refused for ever.
@Suite struct CutCompressedTests {
  @Test(arguments: ["gz", "zst"]) func endsWithOneRefusal(ending: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/formats/sample.jsonl.\(ending)")
    let whole = try Array(Data(contentsOf: file))
    for length in stride(from: 8, to: whole.count, by: 7) {
      for format in [InputFormat.json, .ndjson, .csv, .text] {
        var reader = ArticleReader(
          bytes: Array(whole.prefix(length)), name: "x", options: ReadingOptions(format: format))
        var events = 0
        while events < 1000, reader.next() != nil { events += 1 }
        #expect(events < 1000, "\(ending), \(length) bytes as \(format)")
      }
    }
  }
}
