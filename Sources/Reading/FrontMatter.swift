import CYaml

/// Reads YAML front matter through libyaml, the parser that Yams is built on. Yams itself links Foundation with its
/// language data, which makes the program three times as large (measured: 24 and 76 MB).
enum FrontMatter {
  /// Front matter longer than this is none, in bytes.
  static let limit = 1 << 16

  /// Sets the fields that the mapping names; lists of names are joined. `line` is where the YAML begins. Throws
  /// `Refusal` for what is no YAML. Aliases are not followed, so that nothing can grow.
  static func read(
    _ yaml: String, path: String, line: Int, into fields: inout ArticleFields
  ) throws {
    guard yaml.utf8.count <= limit else {
      throw Refusal(
        source: path, line: line, reason: "front matter of more than \(limit >> 10) KiB")
    }
    for (name, value) in try scalars(Array(yaml.utf8), path: path, line: line) {
      if let (field, rank) = Field.named(name) { fields.set(field, value, rank: rank) }
    }
  }

  /// The members of the outermost mapping: scalars as they are, the scalars of a list with commas, the `name` of a
  /// mapping.
  private static func scalars(
    _ yaml: [UInt8], path: String, line: Int
  ) throws -> [(name: String, value: String)] {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw Refusal(source: path, line: line, reason: "libyaml could not be started")
    }
    defer { yaml_parser_delete(&parser) }
    return try yaml.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var walk = Walk()
      while !walk.isDone {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          let problem = parser.problem.map { String(cString: $0) } ?? "not YAML"
          throw Refusal(
            source: path, line: line + Int(parser.problem_mark.line),
            reason: "front matter: \(problem)")
        }
        defer { yaml_event_delete(&event) }
        walk.take(event)
      }
      return walk.members
    }
  }

  /// Where the walk through the events stands.
  private struct Walk {
    var members: [(name: String, value: String)] = []
    var isDone = false
    private var depth = 0
    private var isMapping = false
    private var key: String?
    private var values: [String] = []

    mutating func take(_ event: yaml_event_t) {
      switch event.type {
      case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
        if depth == 0 { isMapping = event.type == YAML_MAPPING_START_EVENT }
        depth += 1
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        depth -= 1
        if depth == 1 { finish() }
      case YAML_SCALAR_EVENT:
        let value = event.data.scalar.value.map {
          String(
            decoding: UnsafeBufferPointer(start: $0, count: event.data.scalar.length), as: UTF8.self
          )
        }
        scalar(value ?? "")
      case YAML_ALIAS_EVENT: scalar("")
      case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: isDone = true
      default: break
      }
    }

    private mutating func scalar(_ value: String) {
      guard isMapping else { return }
      switch depth {
      case 1:
        if key == nil {
          key = value
        } else {
          values = [value]
          finish()
        }
      case 2: values.append(value)
      default: break
      }
    }

    private mutating func finish() {
      if let key {
        // A mapping has given its names and values by turns.
        let named = values.firstIndex(of: "name").flatMap {
          $0 % 2 == 0 && $0 + 1 < values.count ? values[$0 + 1] : nil
        }
        let value = named ?? values.joined(separator: ", ")
        if !["", "null", "~"].contains(value) { members.append((key, value)) }
      }
      key = nil
      values = []
    }
  }
}
