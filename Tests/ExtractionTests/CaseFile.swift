import Foundation
import Testing

/// A line of a file of test cases: columns separated by tabs.
struct CaseLine: CustomTestStringConvertible, Sendable {
  let file: String
  let line: Int
  let fields: [String]

  var testDescription: String { "\(file):\(line)" }

  /// The lines of `Cases/name` that are neither empty nor comments.
  static func read(_ name: String, columns: Int) throws -> [CaseLine] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appendingPathComponent("Cases/\(name)"), encoding: .utf8)
    var out: [CaseLine] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == columns else {
        throw CaseError(
          text: "\(name):\(index + 1): \(columns) columns are needed, \(fields.count) found")
      }
      out.append(CaseLine(file: name, line: index + 1, fields: fields))
    }
    return out
  }
}

struct CaseError: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}
