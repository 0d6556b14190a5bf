import Foundation
import SQLite

/// Data of the tests beside this file.
enum Fixture {
  /// A file in Cases.
  static func url(_ name: String, file: String = #filePath) -> URL {
    URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: "Cases/\(name)")
  }

  /// The text of a file in Cases.
  static func text(_ name: String) throws -> String {
    try String(contentsOf: url(name), encoding: .utf8)
  }

  /// The lines of a file in Cases, split at tabs, without comments and empty lines.
  static func lines(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// schema.sql at the top of the project.
  static func schema(file: String = #filePath) throws -> String {
    let top = URL(fileURLWithPath: file).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: top.appending(path: "schema.sql"), encoding: .utf8)
  }

  /// A small database with invented people, meetings and articles (Cases/fixture.sql), and what `more` adds.
  static func database(_ scratch: Scratch, more: String = "") throws -> String {
    let path = scratch.file("chancery.db").path
    let database = try Database(path: path)
    try database.execute(script: try schema())
    try database.execute(script: try text("fixture.sql") + more)
    return path
  }
}
