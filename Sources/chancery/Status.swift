import ArgumentParser
import KnowledgeBase

/// The base in numbers.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what the database holds, in numbers.",
    discussion: """
      EXAMPLES
        chancery status
        chancery status --db base.db
      """)

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let base = try database.open(.readOnly)
    let status = try explained { try base.status() }
    var rows = status.counts.map { ($0.name, String($0.count)) }
    if let days = status.published { rows.append(("published", "\(days.first) to \(days.last)")) }
    if let days = status.met { rows.append(("meetings from, to", "\(days.first) to \(days.last)")) }
    rows.append(("doubtful pairs", String(status.doubtfulPairs)))
    rows.append(("contradictions", String(status.contradictions)))
    rows.append(("corrections in force", String(status.corrections)))
    if let last = status.lastImport {
      rows.append(
        (
          "last import",
          "\(last.at): \(last.new) new, \(last.updated) replaced, \(last.known) already there"
        ))
    }
    let width = rows.map(\.0.count).max() ?? 0
    try printLines(
      rows.map { $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 })
  }
}
