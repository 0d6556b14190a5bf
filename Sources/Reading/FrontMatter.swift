import CYaml

/// Reads YAML front matter through libyaml, the parser that Yams is built on. Yams itself imports Foundation everywhere, and
/// with it the language data of ICU: more than all of Chancery weighs (docs/reading.md).
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
    /// What a mapping or a sequence has given so far: the values of its scalars, in order, and for a mapping the value of
    /// its `name`.
    private struct Level {
      var isMapping: Bool
      var key: String?
      var values: [String] = []
      var name: String?
    }

    var members: [(name: String, value: String)] = []
    var isDone = false
    private var levels: [Level] = []

    mutating func take(_ event: yaml_event_t) {
      switch event.type {
      case YAML_MAPPING_START_EVENT: levels.append(Level(isMapping: true))
      case YAML_SEQUENCE_START_EVENT: levels.append(Level(isMapping: false))
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        guard let level = levels.popLast() else { return }
        // One of many fields without a name says nothing that could be told in a line.
        put(level.name ?? level.values.joined(separator: ", "))
      case YAML_SCALAR_EVENT:
        let value = event.data.scalar.value.map {
          String(
            decoding: UnsafeBufferPointer(start: $0, count: event.data.scalar.length), as: UTF8.self
          )
        }
        put(value ?? "")
      case YAML_ALIAS_EVENT: put("")
      case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: isDone = true
      default: break
      }
    }

    /// Puts a value in its place: the next key of a mapping or what the key has, the next element of a sequence.
    private mutating func put(_ value: String) {
      guard var level = levels.popLast() else { return }
      defer { levels.append(level) }
      let isValue = !level.isMapping || level.key != nil
      guard isValue else {
        level.key = value
        return
      }
      defer { level.key = nil }
      // Authors are a list of mappings; what stands deeper is nothing that an article has.
      guard !["", "null", "~"].contains(value), levels.count < 4 else { return }
      if levels.isEmpty {
        if let key = level.key { members.append((key, value)) }
      } else {
        if level.key == "name" { level.name = value }
        level.values.append(value)
      }
    }
  }
}
