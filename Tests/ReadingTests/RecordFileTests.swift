import Foundation
import Testing

@testable import Reading

/// Records from files: what is wrong with a line is told with its number, and the others are read.
@Suite struct RecordFileTests {
  @Test func mistakesNameTheirLine() throws {
    let lines = [
      #"{"id":"a","meetings":[]}"#, "", #"{"id":"a"}"#, #"{"id":"b","text":"x\u0000y"}"#,
      #"{"id":"c","statements":[{"speakers":["Ana Ruiz"],"text":"hello","start":9,"end":2}]}"#,
      #"{"id":"d","meetings":[{"status":"maybe"}]}"#, #"{"id":"e""#, #"{"id":"f"}"#,
    ]
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).jsonl").path
    try Data(("\u{FEFF}" + lines.joined(separator: "\r\n")).utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var file = try RecordFile(path: path)
    var read: [String] = []
    while let event = try file.next() {
      switch event {
      case .record(let record, let line): read.append("\(line) \(record.id)")
      case .refused(let refusal): read.append("\(refusal)".replacingOccurrences(of: path, with: ""))
      case .correction: break
      }
    }
    let expected = [
      "1 a", ":3: id: a stands on line 1 already", ":4: holds a NUL character",
      ":5: statements[0].end: is 2", ":6: meetings[0].status: is maybe", ":7: ", "8 f",
    ]
    #expect(read.count == expected.count)
    for (found, wanted) in zip(read, expected) { #expect(found.hasPrefix(wanted), "\(found)") }
  }
}
