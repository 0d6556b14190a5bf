/// Finds out in which encoding a page or a feed is written, and decodes it.
enum MarkupEncoding {
  /// UTF-8 where it is valid, else what the page says of itself, else Windows-1252 where that is plausible. Throws
  /// `Refusal`. libxml2 is given UTF-8 only: left to itself it reads the rest of a page as Latin-1 behind one bad byte.
  static func decode(_ bytes: [UInt8], path: String) throws -> String {
    let content = bytes.starts(with: TextDecoding.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return withoutNULs(text) }
    switch declared(content) {
    case "windows-1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "iso-8859-15", "cp1252",
      "us-ascii":
      var scalars = String.UnicodeScalarView()
      for byte in content {
        scalars.append(
          byte < 0x80
            ? Unicode.Scalar(byte) : TextDecoding.scalar(ofWindows1252: byte) ?? "\u{FFFD}")
      }
      return withoutNULs(String(scalars))
    case "utf-8", "utf8", nil:
      // Pages that call themselves UTF-8 hold a stray byte now and then; more than that is another encoding.
      let repaired = String(decoding: content, as: UTF8.self)
      let bad = repaired.unicodeScalars.count { $0 == "\u{FFFD}" }
      if declared(content) != nil, bad * 1000 <= content.count { return withoutNULs(repaired) }
      return withoutNULs(try TextDecoding.decode(bytes, path: path))
    case let name?:
      throw Refusal(
        source: path, reason: "written in \(name): convert it first with iconv -f \(name) -t UTF-8")
    }
  }

  private static func withoutNULs(_ text: String) -> String {
    text.utf8.contains(0)
      ? String(text.unicodeScalars.filter { $0 != "\0" }.map(Character.init)) : text
  }

  /// `charset=…` of a meta element or `encoding="…"` of an XML declaration, in the first bytes; lower case.
  static func declared(_ bytes: ArraySlice<UInt8>) -> String? {
    let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
      .lowercased()
    for key in ["charset=", "encoding="] {
      guard let found = head.range(of: key) else { continue }
      let value = head[found.upperBound...].drop { "\"' ".contains($0) }
        .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      if !value.isEmpty { return String(value) }
    }
    return nil
  }
}
