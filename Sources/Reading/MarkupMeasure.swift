/// Refuses markup that no page and no feed is, before libxml2 makes a tree of it: a tree takes some 250 bytes of memory
/// for each element with its text, and time that grows with the square of the attributes of an element.
enum MarkupMeasure {
  /// Start and end tags and comments; large pages of news have forty thousand.
  static let tags = 400_000
  /// Blanks, signs of equality and slashes of one tag outside quoted values: there are no more attributes than these.
  static let separators = 4_000

  /// Why the markup is refused; nil where it is not.
  static func excess(in markup: some Collection<UInt8>) -> String? {
    var tags = 0
    var separators = 0
    var inTag = false
    var quote: UInt8 = 0
    var previous: UInt8 = 0
    for byte in markup {
      if byte == UInt8(ascii: "<") {
        tags += 1
        if tags > Self.tags { return "more than \(Self.tags) tags: no article has as many" }
      }
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case UInt8(ascii: "<"):
        inTag = true
        separators = 0
      case UInt8(ascii: ">"): inTag = false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if inTag, previous == UInt8(ascii: "=") { quote = byte }
      case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: "="):
        guard inTag else { continue }
        separators += 1
        if separators > Self.separators {
          return "an element with thousands of attributes: no article has one"
        }
      default: break
      }
      if byte > 0x20 { previous = byte }
    }
    return nil
  }
}
