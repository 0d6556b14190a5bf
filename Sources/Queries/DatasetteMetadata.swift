import CResources

/// Metadata for Datasette (https://docs.datasette.io/en/stable/metadata.html): titles, descriptions, facets, units and
/// the canned queries, as YAML.
public struct DatasetteMetadata: Sendable {
  /// What Datasette calls the database: the file's name without its suffix.
  public let database: String
  /// The canned queries.
  public let queries: [CannedQuery]
  /// schema.sql, whose comments describe tables and columns.
  public let schema: String

  /// Metadata for a database of this name and schema, with these queries.
  public init(database: String, queries: [CannedQuery], schema: String) {
    self.database = database
    self.queries = queries
    self.schema = schema
  }

  /// The YAML.
  public var yaml: String {
    let settings = TableSettings.embedded
    var yaml = YAMLWriter()
    yaml.entry("title", "Chancery")
    yaml.entry("description", "What news articles say about diplomacy, with the words that say so.")
    let units = Set(settings.flatMap { $0.units.map(\.unit) }).sorted()
    yaml.list("custom_units", units.map { "\($0) = [\($0)]" })
    yaml.mapping("databases") { yaml in
      yaml.mapping(database) { yaml in
        yaml.mapping("tables") { yaml in
          for table in SchemaNotes(sql: schema).tables { write(table, settings, &yaml) }
        }
        yaml.mapping("queries") { yaml in
          for query in queries { write(query, &yaml) }
        }
      }
    }
    return yaml.text
  }

  private func write(
    _ table: SchemaNotes.Table, _ settings: [TableSettings], _ yaml: inout YAMLWriter
  ) {
    guard let setting = settings.first(where: { $0.name == table.name }) else {
      return yaml.mapping(table.name) { yaml in
        yaml.entry("description", table.description)
        yaml.flag("hidden")
      }
    }
    yaml.mapping(table.name) { yaml in
      yaml.entry("title", setting.title)
      yaml.entry("description", table.description)
      if !table.columns.isEmpty {
        yaml.mapping("columns") { yaml in
          for column in table.columns { yaml.entry(column.name, column.description) }
        }
      }
      yaml.list("facets", setting.facets)
      if let sort = setting.sort {
        yaml.entry(setting.isDescending ? "sort_desc" : "sort", sort)
      }
      if !setting.units.isEmpty {
        yaml.mapping("units") { yaml in
          for (column, unit) in setting.units { yaml.entry(column, unit) }
        }
      }
    }
  }

  private func write(_ query: CannedQuery, _ yaml: inout YAMLWriter) {
    yaml.mapping(query.name) { yaml in
      yaml.entry("title", query.title.isEmpty ? query.name : query.title)
      let parameters = query.parameters.map { "\($0.name): \($0.help)." }
      let columns = query.columns.map { "\($0.name): \($0.description)." }
      yaml.entry(
        "description", ([query.description] + parameters + columns).joined(separator: " "))
      yaml.list("params", query.parameters.map(\.name))
      yaml.entry("sql", query.sql)
    }
  }
}

/// One line of tables.tsv: what Datasette shows of a table besides its comments.
struct TableSettings {
  let name: String
  let title: String
  let facets: [String]
  let sort: String?
  let isDescending: Bool
  let units: [(column: String, unit: String)]

  /// The settings of the program; a line that is not of the form is left out, which the tests check.
  static var embedded: [TableSettings] {
    let text = String(
      decoding: UnsafeBufferPointer(start: chancery_tables_tsv, count: chancery_tables_tsv_length),
      as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
      TableSettings($0)
    }
  }

  /// Reads `name title facets sort units`, with tabs between and `-` for nothing.
  init?(_ line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 5 else { return nil }
    func list(_ field: String) -> [String] {
      field == "-" ? [] : field.split(separator: ",").map(String.init)
    }
    name = fields[0]
    title = fields[1]
    facets = list(fields[2])
    isDescending = fields[3].hasPrefix("-") && fields[3] != "-"
    sort = fields[3] == "-" ? nil : String(isDescending ? fields[3].dropFirst() : fields[3][...])
    units = list(fields[4]).compactMap { pair in
      let sides = pair.split(separator: "=").map(String.init)
      return sides.count == 2 ? (sides[0], sides[1]) : nil
    }
  }
}
