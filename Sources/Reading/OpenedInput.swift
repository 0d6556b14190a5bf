/// An input that was opened: decompressed, decoded as far as its marks tell, and told what it is.
struct OpenedInput {
  let source: any ByteSource
  let format: InputFormat

  private static let headSize = 1 << 16

  /// Looks into the bytes of a file. Throws `Refusal` with what it is and what helps, if it is no text.
  init(_ bytes: any ByteSource, _ file: FoundFile, options: ReadingOptions) throws {
    var source = bytes
    var head = try source.take(Self.headSize)
    for _ in 0..<2 {
      let held = PrefixedSource(head[...], then: source)
      if head.starts(with: [0x1F, 0x8B]) {
        source = try GzipSource(held, path: file.path, limits: options.limits)
      } else if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
        source = try ZstdSource(held, path: file.path, limits: options.limits)
      } else {
        break
      }
      head = try source.take(Self.headSize)
    }
    guard !head.isEmpty else { throw Refusal(source: file.path, reason: "an empty file") }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      let rest = PrefixedSource(head.dropFirst(2), then: source)
      source = UTF16Source(rest, path: file.path, bigEndian: head[0] == 0xFE)
      head = try source.take(Self.headSize)
    }
    var start = head[...]
    if start.starts(with: TextDecoding.byteOrderMark) { start = start.dropFirst(3) }
    if let reason = FormatDetection.unreadable(start, path: file.path) {
      throw Refusal(source: file.path, reason: reason)
    }
    if start.count < Self.headSize - 3, start.allSatisfy({ $0 <= 0x20 }) {
      throw Refusal(source: file.path, reason: "an empty file: nothing but blanks")
    }
    format = options.format ?? FormatDetection.format(of: start, name: file.baseName)
    self.source = PrefixedSource(start, then: source)
  }
}

extension FoundFile {
  /// The name without the ending that tells compression.
  var baseName: String {
    for ending in [".gz", ".zst"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// What the id of the one article in the file is, or ids begin with: the name, without `.txt`.
  var idStem: String { baseName.hasSuffix(".txt") ? String(baseName.dropLast(4)) : baseName }
}
