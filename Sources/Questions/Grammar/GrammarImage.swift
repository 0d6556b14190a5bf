import Gazetteer

/// A grammar as bytes that are read in a tenth of the time that its text takes: `grammar.image`, made by
/// `scripts/compile-grammar`. Numbers are little-endian; a pattern is a byte for its case and eight for what it holds.
public enum GrammarImage {
  /// The image of a grammar text in UTF-8. Throws an error with file and line where the text is wrong.
  public static func make(text: [UInt8]) throws -> [UInt8] {
    let grammar = try Grammar(bytes: text, file: "questions/grammar.txt")
    return write(grammar, text: text.withUnsafeBufferPointer(digest))
  }

  /// The grammar of an image; nil if the image is of another text, or cut short.
  static func read(_ image: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>)
    -> Grammar?
  {
    var reader = ImageReader(image)
    guard reader.number() == digest(text) else { return nil }
    var grammar = Grammar()
    grammar.parts = reader.list { $0.pattern() ?? .adjuncts }
    grammar.definitions = reader.list { $0.pattern() }
    grammar.names = reader.list { $0.string() }
    grammar.rules = reader.list { $0.rule() }
    grammar.adjuncts = reader.list { $0.rule() }
    grammar.frames = reader.list { $0.rule() }
    grammar.closed = Set(reader.list { WordCode(value: $0.number()) })
    grammar.slots = reader.list {
      Slot(name: $0.string(), kind: Slot.Kind(rawValue: $0.string()) ?? .party)
    }
    grammar.settings = reader.list { ($0.string(), $0.string()) }
    return reader.isWhole ? grammar : nil
  }

  private static func write(_ grammar: Grammar, text digest: UInt64) -> [UInt8] {
    var writer = ImageWriter()
    writer.number(digest)
    writer.list(grammar.parts) { $1.pattern($0) }
    writer.list(grammar.definitions) { $1.pattern($0) }
    writer.list(grammar.names) { $1.string($0) }
    for rules in [grammar.rules, grammar.adjuncts, grammar.frames] {
      writer.list(rules) { $1.rule($0) }
    }
    writer.list(grammar.closed.map(\.value).sorted()) { $1.number($0) }
    writer.list(grammar.slots) {
      $1.string($0.name)
      $1.string($0.kind.rawValue)
    }
    writer.list(grammar.settings) {
      $1.string($0.key)
      $1.string($0.value)
    }
    return writer.bytes
  }

  /// Tells an image of another text.
  private static func digest(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var digest = TextDigest(seed: UInt64(text.count))
    digest.add(UnsafeRawBufferPointer(text))
    return digest.value
  }
}

/// Writes what `ImageReader` reads.
private struct ImageWriter {
  var bytes: [UInt8] = []

  mutating func number(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func string(_ text: String) {
    number(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func list<T>(_ items: [T], _ write: (T, inout ImageWriter) -> Void) {
    number(UInt64(items.count))
    for item in items { write(item, &self) }
  }

  mutating func rule(_ rule: Rule) {
    string(rule.head)
    string(rule.language.rawValue)
    number(UInt64(rule.line))
    pattern(rule.pattern)
  }

  mutating func pattern(_ pattern: Pattern?) {
    let (kind, value): (UInt8, UInt64) =
      switch pattern {
      case nil: (0, 0)
      case .word(let code): (1, code.value)
      case .sequence(let parts): (2, pair(parts))
      case .oneOf(let parts): (3, pair(parts))
      case .optional(let part): (4, UInt64(part))
      case .set(let setting): (5, UInt64(setting))
      case .slot(let slot): (6, UInt64(slot))
      case .adjuncts: (7, 0)
      case .named(let definition): (8, UInt64(definition))
      }
    bytes.append(kind)
    number(value)
  }

  private func pair(_ parts: Pattern.Parts) -> UInt64 {
    UInt64(parts.first) | UInt64(parts.count) << 32
  }
}

/// Reads an image. Behind its end everything is zero and empty, and `isWhole` is false.
private struct ImageReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = UnsafeRawBufferPointer(bytes) }

  /// True if the image ends where it was read to.
  var isWhole: Bool { position == bytes.count }

  mutating func number() -> UInt64 {
    defer { position += 8 }
    guard position + 8 <= bytes.count else { return 0 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  mutating func string() -> String {
    let count = Int(clamping: number())
    guard position <= bytes.count, count <= bytes.count - position else {
      position = bytes.count + 1
      return ""
    }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func list<T>(_ read: (inout ImageReader) -> T) -> [T] {
    let count = Int(clamping: number())
    // No item takes less than eight bytes.
    guard position <= bytes.count, count <= (bytes.count - position) / 8 else {
      position = bytes.count + 1
      return []
    }
    var items: [T] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(read(&self)) }
    return items
  }

  mutating func rule() -> Rule {
    let head = string()
    let language = QuestionLanguage(rawValue: string()) ?? .english
    let line = Int(clamping: number())
    return Rule(head: head, language: language, pattern: pattern() ?? .adjuncts, line: line)
  }

  mutating func pattern() -> Pattern? {
    let kind = position < bytes.count ? bytes[position] : 0
    position += 1
    let value = number()
    let low = Int32(truncatingIfNeeded: value)
    let parts = Pattern.Parts(first: low, count: Int32(truncatingIfNeeded: value >> 32))
    switch kind {
    case 1: return .word(WordCode(value: value))
    case 2: return .sequence(parts)
    case 3: return .oneOf(parts)
    case 4: return .optional(low)
    case 5: return .set(low)
    case 6: return .slot(low)
    case 7: return .adjuncts
    case 8: return .named(low)
    default: return nil
    }
  }
}
