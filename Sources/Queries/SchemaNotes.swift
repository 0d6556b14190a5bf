/// What the comments of schema.sql say of tables, views and columns.
struct SchemaNotes {
  /// A table or view.
  struct Table: Equatable {
    let name: String
    /// The comment before it.
    var description = ""
    /// Columns with the comment at the end of their line.
    var columns: [(name: String, description: String)] = []

    static func == (one: Table, other: Table) -> Bool {
      one.name == other.name && one.description == other.description
        && one.columns.elementsEqual(other.columns, by: ==)
    }
  }

  private(set) var tables: [Table] = []

  /// Reads the schema line by line: a comment just before `CREATE TABLE name` or `CREATE VIEW name` is the table's,
  /// one at the end of a line that begins with a column's name is the column's.
  init(sql: String) {
    var comment: [String] = []
    var isInTable = false
    for line in sql.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ")
      if line.hasPrefix("--") {
        comment.append(Self.trimmed(line.dropFirst(2)))
      } else if line.hasPrefix("CREATE"), words.count > 2 {
        let isTable = words[1] == "TABLE"
        if isTable || words[1] == "VIEW" {
          tables.append(
            Table(name: String(words[2]), description: comment.joined(separator: " ")))
        } else if words[1] == "VIRTUAL", words.count > 3 {
          tables.append(
            Table(name: String(words[3]), description: comment.joined(separator: " ")))
        }
        isInTable = isTable
        comment = []
      } else {
        comment = []
        if line.hasPrefix(")") { isInTable = false }
        if isInTable, let name = words.first, let note = Self.note(line),
          name.utf8.allSatisfy({
            (0x61...0x7A).contains($0) || $0 == 0x5F || (0x30...0x39).contains($0)
          })
        {
          tables[tables.count - 1].columns.append((String(name), note))
        }
      }
    }
  }

  /// The comment at the end of a line.
  private static func note(_ line: Substring) -> String? {
    let parts = line.split(separator: "-- ", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? trimmed(parts[1]) : nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
