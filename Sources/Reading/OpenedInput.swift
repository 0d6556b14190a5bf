/// An input that was opened: decompressed, decoded as far as its marks tell, and told what it is.
struct OpenedInput {
  let source: any ByteSource
  let format: InputFormat

  private static let headSize = 1 << 16

  /// Looks into the bytes of a file. Throws `Refusal` with what it is and what helps, if it is no text.
  init(_ bytes: any ByteSource, _ file: FoundFile, options: ReadingOptions) throws {
    var source = bytes
    var head = try Self.head(of: &source)
    for _ in 0..<2 {
      let held = PrefixedSource(head[...], then: source)
      if head.starts(with: [0x1F, 0x8B]) {
        source = try GzipSource(held, path: file.path, limits: options.limits)
      } else if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
        source = try ZstdSource(held, path: file.path, limits: options.limits)
      } else {
        break
      }
      head = try Self.head(of: &source)
    }
    guard !head.isEmpty else { throw Refusal(source: file.path, reason: "an empty file") }
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw Refusal(
        source: file.path, reason: "UTF-32: convert it first with iconv -f UTF-32 -t UTF-8")
    }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      let rest = PrefixedSource(head.dropFirst(2), then: source)
      source = UTF16Source(rest, path: file.path, bigEndian: head[0] == 0xFE)
      head = try Self.head(of: &source)
    }
    var start = head[...]
    if start.starts(with: TextDecoding.byteOrderMark) { start = start.dropFirst(3) }
    if let reason = FormatDetection.unreadable(start, path: file.path) {
      throw Refusal(source: file.path, reason: reason)
    }
    if start.count < Self.headSize - 3, Self.isBlank(start) {
      throw Refusal(source: file.path, reason: "an empty file: nothing but blanks")
    }
    if options.format == nil, FormatDetection.isOtherMarkup(start) {
      throw Refusal(
        source: file.path,
        reason:
          "XML that is neither a page nor a feed: convert it, or name its format with --format")
    }
    format = options.format ?? FormatDetection.format(of: start, name: file.baseName)
    self.source = PrefixedSource(start, then: source)
  }

  /// True for nothing but blanks and line ends, those of Unicode among them.
  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    var bytes = bytes.drop { $0 <= 0x20 }
    if bytes.count > 1 << 12 { return false }
    // A blank of Windows-1252.
    bytes = bytes.drop { $0 <= 0x20 || $0 == 0xA0 }
    return bytes.isEmpty
      || String(validating: bytes, as: UTF8.self)?.unicodeScalars
        .allSatisfy(\.properties.isWhitespace) == true
  }

  /// The first bytes of a source. What goes wrong behind some of them goes wrong when these were read, so that the
  /// articles before it are not lost.
  private static func head(of source: inout any ByteSource) throws -> [UInt8] {
    var head: [UInt8] = []
    do {
      while head.count < headSize {
        let rest = headSize - head.count
        let opened = source
        let piece = try [UInt8](unsafeUninitializedCapacity: rest) { buffer, filled in
          filled = try opened.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        if piece.isEmpty { break }
        head += piece
      }
    } catch {
      if head.isEmpty { throw error }
      source = FailingSource(error)
    }
    return head
  }
}

/// A source that could not be read further.
private final class FailingSource: ByteSource {
  private let error: any Error

  init(_ error: any Error) { self.error = error }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { throw error }
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
