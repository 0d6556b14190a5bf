import CZstd
import Foundation
import SQLite
import Testing

/// A folder of 300 files of all formats, 30 of them broken.
@Suite struct FolderTests {
  /// The article of a file, different for each.
  static func body(_ number: Int) -> String {
    "Report \(number): the minister of trade met envoy number \(number * 7919) at the harbour office."
  }

  static let good: [(ending: String, make: @Sendable (Int) throws -> Data)] = [
    ("txt", { Data(body($0).utf8) }),
    ("bom.txt", { [0xEF, 0xBB, 0xBF] + Data(body($0).utf8) }),
    ("utf16.txt", { body($0).data(using: .utf16) ?? Data() }),
    (
      "latin.txt", { Data(body($0).utf8) + Data([0x20, 0x4D, 0xE9, 0x78, 0x69, 0x63, 0x6F, 0x2E]) }
    ),
    (
      "md",
      {
        Data(
          "---\ntitle: Report\ndate: 2023-10-16\ntags: [a, b]\n---\n# Report\n\n\(body($0)) **End.**\n"
            .utf8)
      }
    ),
    (
      "html",
      {
        Data(
          "<html><body><nav>Menu</nav><article><h1>T</h1><p>\(body($0))</p></article></body></html>"
            .utf8)
      }
    ),
    (
      "rss",
      {
        Data(
          "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>P</title><item><title>T</title><description>\(body($0))</description></item></channel></rss>"
            .utf8)
      }
    ),
    (
      "atom",
      {
        Data(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>P</title><entry><title>T</title><content type=\"html\">&lt;p&gt;\(body($0))&lt;/p&gt;</content></entry></feed>"
            .utf8)
      }
    ),
    ("jsonl", { Data("{\"text\":\"\(body($0))\",\"published\":\"2023-10-16\"}\n".utf8) }),
    ("json", { Data("[\n {\"articleBody\": \"\(body($0))\", \"headline\": \"T\"}\n]\n".utf8) }),
    ("csv", { Data("title,content,publishedAt\n\"A, b\",\"\(body($0))\",2023-10-16\n".utf8) }),
    ("txt.gz", { try gzip(Data(body($0).utf8)) }),
    ("jsonl.zst", { zstd(Data("{\"body\":\"\(body($0))\"}\n".utf8)) }),
  ]

  static let broken: [(ending: String, data: Data, reason: String)] = [
    ("txt", Data(), "an empty file"), ("txt", Data(" \n".utf8), "an empty file"),
    ("txt", Data("abc \u{0}\u{1}\u{0} def".utf8), "a binary file"),
    ("txt", Data([0x41, 0xC3, 0x28, 0x42]), "neither UTF-8 nor plausible"),
    ("txt", Data([0xFF, 0xFE, 0x41]), "damaged UTF-16"),
    ("pdf", Data("%PDF-1.4\n".utf8), "pdftotext"),
    ("docx", Data("PK\u{3}\u{4}....word/document.xml".utf8), "an Office document"),
    ("doc", Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1]), "an old Office document"),
    ("rtf", Data("{\\rtf1 x}".utf8), "an RTF document"),
    ("zip", Data("PK\u{3}\u{4}abc".utf8), "a ZIP archive"),
    ("db", Data("SQLite format 3\u{0}x".utf8), "an SQLite database"),
    ("bz2", Data("BZh91AY".utf8), "bunzip2"),
    ("jsonl", Data("{\"text\": \"x\n".utf8), ":1: not JSON"),
    ("jsonl", Data("{\"title\":\"x\"}\n".utf8), ":1: no text"),
    ("json", Data("[{\"text\":\"x\"".utf8), "cut short"),
    ("json", Data("[]".utf8), "no articles in it"),
    ("json", Data("[1]".utf8), "a JSON object expected"),
    ("csv", Data("title,date\nx,2023\n".utf8), "no column for the text"),
    ("csv", Data("title,text\nx,\"y\n".utf8), ":2: a quoted field without end"),
    ("csv", Data("title,text\nx\n".utf8), ":2: 1 fields where the header has 2"),
    ("html", Data("<html><body><nav>a</nav></body></html>".utf8), "no text of an article"),
    ("rss", Data("<rss><channel><item><title>x</title>".utf8), ":1: item 1: cut short"),
    ("rss", Data("<rss><channel><title>x</title></channel></rss>".utf8), "no articles in the feed"),
    (
      "rss", Data("<rss><channel><item><title>x</title></item></channel></rss>".utf8), "#1: no text"
    ),
    ("md", Data("---\ntitle: [x\n---\nText.\n".utf8), "front matter"),
    ("md", Data("---\ntitle: x\n---\n\n".utf8), "no text behind the front matter"),
    ("gz", Data([0x1F, 0x8B, 0x08, 0x00, 0x01]), "the gzip file is cut short"),
    (
      "gz", Data([0x1F, 0x8B, 0x08, 0x00, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF]), "damaged gzip file"
    ),
    ("zst", Data([0x28, 0xB5, 0x2F, 0xFD, 0x24]), "the zstd file is cut short"),
    (
      "zst", Data([0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x58, 0x07, 0x00, 0x00]),
      "damaged zstd file"
    ),
  ]

  @Test func twoHundredAndSeventyAreImportedAndThirtyNamed() throws {
    let scratch = try Scratch()
    #expect(Self.broken.count == 30)
    for number in 0..<270 {
      let (ending, make) = Self.good[number % Self.good.count]
      try scratch.write("in/f\(number % 4)/good\(number).\(ending)", try make(number))
    }
    for (number, (ending, data, _)) in Self.broken.enumerated() {
      try scratch.write("in/f\(number % 4)/broken\(number).\(ending)", data)
    }
    try scratch.write("in/.hidden/x.txt", "Never read.")
    try scratch.write("in/.hidden.txt", "Never read.")
    let result = try Program.run(["import", "in"], folder: scratch.folder)
    #expect(result.status == 2)
    #expect(result.text.hasPrefix("articles: 270 new;"), "\(result.text)\(result.errors)")
    let list =
      result.errors.components(separatedBy: "refused: 30\n").last?.split(separator: "\n") ?? []
    #expect(list.count == 30, "\(result.errors)")
    for (number, (ending, _, reason)) in Self.broken.enumerated() {
      let line = list.first { $0.contains("/broken\(number).\(ending)") }
      #expect(line?.contains(reason) == true, "\(number).\(ending): \(line ?? "not named")")
    }
    let database = try Database(path: scratch.file("chancery.db").path, mode: .readOnly)
    #expect(try database.scalar("SELECT count(*) FROM articles WHERE text LIKE 'Report %'") == 270)
    #expect(try database.scalar("SELECT count(DISTINCT record_id) FROM articles") == 270)
  }

  private static func gzip(_ data: Data) throws -> Data {
    try Program.shell("gzip -c", ["gzip"], input: data).output
  }

  private static func zstd(_ data: Data) -> Data {
    var packed = Data(count: ZSTD_compressBound(data.count))
    let size = packed.withUnsafeMutableBytes { to in
      data.withUnsafeBytes { from in
        ZSTD_compress(to.baseAddress, to.count, from.baseAddress, from.count, 3)
      }
    }
    return packed.prefix(size)
  }
}
