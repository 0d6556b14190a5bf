import ArgumentParser
import KnowledgeBase

/// What people decided.
struct Corrections: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections",
    abstract: "List the corrections, with their numbers.",
    discussion: """
      EXAMPLES
        chancery corrections
        chancery corrections --all
      """)

  @Flag(help: "Those that were undone, too.")
  var all = false
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let base = try database.open(.readOnly)
    let rows = try explained { try base.corrections() }.filter { all || $0.undoneAt == nil }
    if rows.isEmpty { complain("chancery: no corrections") }
    try printLines(
      rows.map { row in
        var text = "\(row.id) \(row.madeAt) \(row.action.rawValue) \(row.subject)"
        if let object = row.object { text += " \(object)" }
        if let value = row.value { text += " \"\(value)\"" }
        if row.action == .set, row.value == nil { text += " null" }
        if let reason = row.reason { text += " (\(reason))" }
        if let time = row.undoneAt { text += " undone \(time)" }
        return text
      })
  }
}
