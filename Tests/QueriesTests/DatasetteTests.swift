import CYaml
import Foundation
import SQLite
import Testing

@testable import Queries

@Suite struct DatasetteTests {
  private func schema(file: String = #filePath) throws -> String {
    let top = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: top.appending(path: "schema.sql"), encoding: .utf8)
  }

  @Test func settingsNameWhatThereIs() throws {
    let database = try Database(path: ":memory:")
    try database.execute(script: try schema())
    #expect(TableSettings.embedded.count >= 15)
    for setting in TableSettings.embedded {
      let columns = try database.map(
        "SELECT name FROM pragma_table_info(?)", [.text(setting.name)]
      ) { $0.text(0) ?? "" }
      #expect(!columns.isEmpty, "there is no \(setting.name)")
      let named = setting.facets + setting.units.map(\.column) + (setting.sort.map { [$0] } ?? [])
      for column in named {
        #expect(columns.contains(column), "\(setting.name) has no \(column)")
      }
    }
  }

  @Test func commentsOfTheSchemaAreRead() throws {
    let tables = SchemaNotes(sql: try schema()).tables
    let articles = try #require(tables.first { $0.name == "articles" })
    #expect(
      articles.columns.contains {
        $0.name == "outlet" && $0.description == "paper, agency or office"
      })
    let met = try #require(tables.first { $0.name == "who_met" })
    #expect(met.description.hasPrefix("One row per ordered pair"))
    let database = try Database(path: ":memory:")
    try database.execute(script: try schema())
    for table in tables {
      let columns = try database.map(
        "SELECT name FROM pragma_table_info(?)", [.text(table.name)]
      ) { $0.text(0) ?? "" }
      for column in table.columns {
        #expect(columns.contains(column.name), "\(table.name) has no \(column.name)")
      }
    }
  }

  @Test func theMetadataIsYAMLAndHoldsEveryQuery() throws {
    let catalog = QueryCatalog()
    let metadata = DatasetteMetadata(
      database: "chancery", queries: catalog.queries, schema: try schema())
    let root = try #require(try YAMLReader.read(metadata.yaml) as? [String: Any])
    let databases = try #require(root["databases"] as? [String: Any])
    let database = try #require(databases["chancery"] as? [String: Any])
    let queries = try #require(database["queries"] as? [String: Any])
    #expect(queries.count == catalog.queries.count)
    for query in catalog.queries {
      let entry = try #require(queries[query.name] as? [String: Any])
      #expect(entry["sql"] as? String == query.sql)
      #expect(entry["title"] as? String == query.title)
      #expect(entry["params"] as? [String] ?? [] == query.parameters.map(\.name))
    }
    let tables = try #require(database["tables"] as? [String: Any])
    let meetings = try #require(tables["meetings"] as? [String: Any])
    #expect(meetings["facets"] as? [String] == ["status", "mode", "country", "date_basis"])
    #expect((tables["meeting_keys"] as? [String: Any])?["hidden"] as? String == "true")
  }

  @Test func anyTextComesBack() throws {
    let pieces = [
      "a", " ", "\n", "\t", "\r", "\"", "'", ":", "#", "-", "?", "|", ">", "\\", "%", "@", "é", "北",
      "\u{1F600}", "\u{0}", "\u{7}", "\u{1B}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{9F}", "null",
      "yes",
      "---", "...", "{", "}", "[", "]", ",", "&", "*", "!",
    ]
    var random = SeededRandom(seed: 5)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      var yaml = YAMLWriter()
      yaml.mapping("m") { yaml in
        yaml.entry(text, "key")
        yaml.entry("value", text)
        yaml.list("list", [text])
      }
      let read = try YAMLReader.read(yaml.text) as? [String: Any]
      let map = try #require(read?["m"] as? [String: Any], "\(text.debugDescription)\n\(yaml.text)")
      #expect(map["value"] as? String == text || text == "value", "\(yaml.text)")
      #expect((map["list"] as? [String]) == [text], "\(yaml.text)")
      #expect(map.keys.contains(text))
    }
  }
}

/// Reads YAML through libyaml into dictionaries, arrays and strings; scalars stay texts.
enum YAMLReader {
  struct Failure: Error {
    let problem: String
  }

  static func read(_ text: String) throws -> Any {
    var parser = yaml_parser_t()
    yaml_parser_initialize(&parser)
    defer { yaml_parser_delete(&parser) }
    return try Array(text.utf8).withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var document = yaml_document_t()
      guard yaml_parser_load(&parser, &document) == 1 else {
        throw Failure(problem: parser.problem.map { String(cString: $0) } ?? "")
      }
      defer { yaml_document_delete(&document) }
      guard let root = yaml_document_get_root_node(&document) else { return [String: Any]() }
      return value(root, &document)
    }
  }

  private static func value(
    _ node: UnsafeMutablePointer<yaml_node_t>, _ document: inout yaml_document_t
  ) -> Any {
    func at(_ index: Int32) -> Any {
      yaml_document_get_node(&document, index).map { value($0, &document) } ?? ""
    }
    switch node.pointee.type {
    case YAML_MAPPING_NODE:
      var map: [String: Any] = [:]
      var pair = node.pointee.data.mapping.pairs.start
      while let current = pair, current != node.pointee.data.mapping.pairs.top {
        map[at(current.pointee.key) as? String ?? ""] = at(current.pointee.value)
        pair = current + 1
      }
      return map
    case YAML_SEQUENCE_NODE:
      var list: [Any] = []
      var item = node.pointee.data.sequence.items.start
      while let current = item, current != node.pointee.data.sequence.items.top {
        list.append(at(current.pointee))
        item = current + 1
      }
      return list
    default:
      let scalar = node.pointee.data.scalar
      return String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    }
  }
}
