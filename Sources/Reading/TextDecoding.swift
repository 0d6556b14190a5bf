/// Bytes of text in one of the encodings that articles come in.
enum TextDecoding {
  /// UTF-8; else Windows-1252 where that is plausible. Throws `Refusal`. A byte order mark is cut off.
  static func decode(_ bytes: [UInt8], path: String) throws -> String {
    let content = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return text }
    if let text = windows1252(content) { return text }
    let invalid = firstInvalid(content)
    let line = 1 + content[..<invalid].count { $0 == 0x0A }
    throw Refusal(
      source: path, line: line,
      reason:
        "byte 0x\(String(content[invalid], radix: 16, uppercase: true)) at offset \(invalid) is neither UTF-8 "
        + "nor plausible Windows-1252: convert it, for example with iconv -f ENCODING -t UTF-8")
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The text, if no byte speaks against Windows-1252 and the words could be of a Western European language:
  /// no valid UTF-8 sequence of several bytes, nothing undefined, letters beside letters.
  static func windows1252(_ bytes: ArraySlice<UInt8>) -> String? {
    var scalars = String.UnicodeScalarView()
    var highRun = 0
    var previous: UInt8 = 0x20
    for (index, byte) in zip(bytes.indices, bytes) {
      guard byte >= 0x80 else {
        guard byte >= 0x20 || [0x09, 0x0A, 0x0D, 0x0C].contains(byte) else { return nil }
        scalars.append(Unicode.Scalar(byte))
        highRun = 0
        previous = byte
        continue
      }
      highRun += 1
      guard highRun <= 3, let scalar = scalar(ofWindows1252: byte) else { return nil }
      if isLetter(byte) {
        let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0x20
        guard fits(previous, behind: false), fits(next, behind: true),
          isASCIILetter(previous) || isLetter(previous) || isASCIILetter(next) || isLetter(next)
            || isBlank(next) && isBlank(previous)
        else { return nil }
        guard !looksLikeUTF8(byte, next) else { return nil }
      } else if !isPunctuation(byte) {
        return nil
      }
      scalars.append(scalar)
      previous = byte
    }
    return String(scalars)
  }

  /// What byte 0x80...0xFF stands for in Windows-1252; nil for the five that stand for nothing.
  static func scalar(ofWindows1252 byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let code = upper[Int(byte - 0x80)]
    return code == 0 ? nil : Unicode.Scalar(code)
  }

  private static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// Letters of Western European languages, the Icelandic ones and ÿ left out: these are rare in news and common in
  /// what is no text.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E: true
    case 0xD0, 0xD7, 0xDE, 0xF0, 0xF7, 0xFE, 0xFF: false
    default: byte >= 0xC0
    }
  }

  /// Quotation marks, dashes, the ellipsis, the euro, ¡ ¿ « » º ª ° § · and the like.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80, 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x99, 0x9B: true
    case 0xA0, 0xA1, 0xA3, 0xA7, 0xA9, 0xAA, 0xAB, 0xAD, 0xAE, 0xB0, 0xB4, 0xB7, 0xBA...0xBF: true
    default: false
    }
  }

  /// True if a byte may stand beside a letter: another letter, a blank, a mark of punctuation on its side.
  private static func fits(_ byte: UInt8, behind: Bool) -> Bool {
    if isASCIILetter(byte) || isLetter(byte) || isBlank(byte) || isPunctuation(byte) { return true }
    return (behind ? ".,;:!?'\"-)/]" : "'\"-(/.[").utf8.contains(byte)
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D
  }

  private static func looksLikeUTF8(_ byte: UInt8, _ next: UInt8) -> Bool {
    (0xC2...0xF4).contains(byte) && (0x80...0xBF).contains(next)
  }

  /// Where UTF-8 goes wrong first.
  private static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var index = bytes.startIndex
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): index += UTF8.width(scalar)
      case .emptyInput, .error: return min(index, bytes.endIndex - 1)
      }
    }
  }
}

/// UTF-16 in, UTF-8 out.
final class UTF16Source: ByteSource {
  private let source: any ByteSource
  private let path: String
  private let bigEndian: Bool
  private var held: [UInt8] = []
  private var output: ArraySlice<UInt8> = []

  /// A stream that stands behind its byte order mark.
  init(_ source: any ByteSource, path: String, bigEndian: Bool) {
    self.source = source
    self.path = path
    self.bigEndian = bigEndian
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if output.isEmpty { try fill() }
    let count = min(output.count, buffer.count)
    buffer.copyBytes(from: output.prefix(count))
    output = output.dropFirst(count)
    return count
  }

  private func fill() throws {
    let piece = try source.take(1 << 16)
    held += piece
    let isLast = piece.count < 1 << 16
    let even = held.count - held.count % 2
    var units: [UInt16] = stride(from: 0, to: even, by: 2).map { index in
      let high = UInt16(bigEndian ? held[index] : held[index + 1])
      let low = UInt16(bigEndian ? held[index + 1] : held[index])
      return high << 8 | low
    }
    if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    held.removeFirst(units.count * 2)
    guard let text = String(validating: units, as: UTF16.self), !isLast || held.isEmpty else {
      throw Refusal(
        source: path, reason: "damaged UTF-16: convert it to UTF-8, for example with iconv")
    }
    output = ArraySlice(text.utf8)
    if isLast { held = [] }
  }
}
