import CXML

/// What feeds do that XML forbids, and what is meant by it.
enum XMLRepair {
  /// The same with characters for the entities that HTML has and XML has not, `&amp;` for an ampersand that stands for
  /// itself, and no control characters. CDATA is left as it is, but for these.
  static func repaired(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    var inCDATA = false
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "<") where bytes[index...].starts(with: "<![CDATA[".utf8): inCDATA = true
      case UInt8(ascii: "]") where inCDATA && bytes[index...].starts(with: "]]>".utf8):
        inCDATA = false
      case UInt8(ascii: "&") where !inCDATA:
        let (written, length) = reference(bytes[index...])
        out += written
        index += length
        continue
      case 0..<0x20 where ![0x09, 0x0A, 0x0D].contains(byte):
        index += 1
        continue
      default: break
      }
      out.append(byte)
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What is written for the reference that bytes begin with, and how many of them it is.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (written: [UInt8], length: Int) {
    let plain = (Array("&amp;".utf8), 1)
    let name = bytes.dropFirst().prefix(12).prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
    guard !name.isEmpty, bytes.dropFirst(1 + name.count).first == UInt8(ascii: ";") else {
      return plain
    }
    let length = name.count + 2
    let text = String(decoding: name, as: UTF8.self)
    if ["amp", "lt", "gt", "quot", "apos"].contains(text) {
      return (Array(bytes.prefix(length)), length)
    }
    var code: UInt32?
    if text.hasPrefix("#x") || text.hasPrefix("#X") {
      code = UInt32(text.dropFirst(2), radix: 16)
    } else if text.hasPrefix("#") {
      code = UInt32(text.dropFirst())
    } else {
      let found = chancery_html_entity(text)
      code = found == 0 ? nil : found
    }
    guard let code else { return plain }
    guard let scalar = Unicode.Scalar(code), code >= 0x20 || [0x09, 0x0A, 0x0D].contains(code),
      !(0xFFFE...0xFFFF).contains(code)
    else { return ([], length) }
    // Written as a number, so that it is a character whatever it stands for.
    return (Array("&#\(scalar.value);".utf8), length)
  }
}
