import Foundation
import Output
import SQLite

/// Rows written in one format, as text.
func written(
  _ format: OutputFormat, _ columns: [String], _ rows: [[Value]],
  _ change: (inout OutputOptions) -> Void = { _ in }
) throws -> String {
  var options = OutputOptions()
  change(&options)
  let sink = ByteSink()
  let writer = RowWriter(format, to: sink, options: options)
  try writer.begin(columns: columns)
  for row in rows { try writer.write(row) }
  try writer.end()
  try writer.finish()
  return sink.text
}

/// The lines of a file in Cases, split at tabs, without comments and empty lines; `\u{…}` is resolved.
func cases(_ name: String, file: String = #filePath) throws -> [[String]] {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
  let text = try String(contentsOf: folder.appending(path: "Cases/\(name)"), encoding: .utf8)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
    line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped(String($0)) }
  }
}

private func unescaped(_ text: String) -> String {
  var out = ""
  var rest = text[...]
  while let start = rest.range(of: "\\u{"), let end = rest[start.upperBound...].firstIndex(of: "}")
  {
    out += rest[..<start.lowerBound]
    let code = UInt32(rest[start.upperBound..<end], radix: 16) ?? 0xFFFD
    out.unicodeScalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    rest = rest[rest.index(after: end)...]
  }
  return out + rest
}
