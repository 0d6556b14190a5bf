import ArgumentParser
import KnowledgeBase
import Records

/// The base in numbers.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what the database holds, in numbers.",
    discussion: """
      EXAMPLES
        chancery status
        chancery status --db base.db
        chancery status --json
      """)

  @Flag(help: "Print it as one line of JSON.")
  var json = false
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let base = try database.open(.readOnly)
    let status = try explained { try base.status() }
    if json { return try printLines([Self.json(status)]) }
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

  /// The same as the table; what there is not is left out.
  private static func json(_ status: BaseStatus) -> String {
    var out = JSONWriter()
    func period(_ days: (first: String, last: String), _ out: inout JSONWriter) {
      out.member("from", days.first)
      out.member("to", days.last)
    }
    out.object { out in
      out.list("counts", status.counts) { row, out in
        out.object {
          $0.member("name", row.name)
          $0.member("count", Int(row.count))
        }
      }
      if let days = status.published { out.nested("published") { period(days, &$0) } }
      if let days = status.met { out.nested("met") { period(days, &$0) } }
      out.member("doubtful_pairs", Int(status.doubtfulPairs))
      out.member("contradictions", Int(status.contradictions))
      out.member("corrections", Int(status.corrections))
      if let last = status.lastImport {
        out.nested("last_import") {
          $0.member("at", last.at)
          $0.member("new", Int(last.new))
          $0.member("updated", Int(last.updated))
          $0.member("known", Int(last.known))
        }
      }
    }
    return out.text
  }
}
