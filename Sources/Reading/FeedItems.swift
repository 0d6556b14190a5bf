/// Cuts a feed that is not well-formed into its head and its items, so that what is wrong with one item costs that
/// item only. Items do not nest, and neither do the entries of Atom.
struct FeedItems {
  /// One item as it is written.
  struct Item {
    /// Its bytes, from its start tag on.
    var bytes: ArraySlice<UInt8>
    /// The line that it begins on, counted from 1.
    var line: Int
    /// False if the feed ends within it.
    var isWhole: Bool
  }

  /// What stands before the first item.
  private(set) var head: ArraySlice<UInt8> = []
  private(set) var items: [Item] = []
  /// The start tag of the outermost element, which declares the prefixes.
  private var rootTag: ArraySlice<UInt8> = []
  private var rootName = ""

  /// Longer names are none of an element that is looked for.
  private static let nameLimit = 40

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var counted = (position: 0, line: 1)
    var open: (item: Item, name: ArraySlice<UInt8>)?
    func close(at end: Int, isWhole: Bool) {
      guard var item = open?.item else { return }
      item.bytes = bytes[item.bytes.startIndex..<end]
      item.isWhole = isWhole
      items.append(item)
      open = nil
    }
    var position = 0
    head = bytes[...]
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = start + 1
      let rest = bytes[start...]
      if rest.starts(with: "<![CDATA[".utf8) {
        position = Self.end(of: "]]>", in: bytes, from: start)
        continue
      }
      if rest.starts(with: "<!--".utf8) {
        position = Self.end(of: "-->", in: bytes, from: start)
        continue
      }
      let isEnd = rest.dropFirst().first == UInt8(ascii: "/")
      let name = rest.dropFirst(isEnd ? 2 : 1).prefix(Self.nameLimit)
        .prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      if rootName.isEmpty, !isEnd, let first = name.first, !"?!<".utf8.contains(first) {
        rootTag = bytes[start..<Self.end(of: ">", in: bytes, from: start)]
        rootName = String(decoding: name, as: UTF8.self)
        continue
      }
      let local = name.split(separator: UInt8(ascii: ":")).last ?? name
      guard local.elementsEqual("item".utf8) || local.elementsEqual("entry".utf8) else { continue }
      if isEnd {
        guard let item = open, name.elementsEqual(item.name) else { continue }
        position = Self.end(of: ">", in: bytes, from: start)
        close(at: position, isWhole: true)
      } else {
        close(at: start, isWhole: true)
        counted.line += bytes[counted.position..<start].count { $0 == 0x0A }
        counted.position = start
        if items.isEmpty { head = bytes[..<start] }
        open = (Item(bytes: rest, line: counted.line, isWhole: false), name)
      }
    }
    close(at: bytes.count, isWhole: false)
  }

  /// A document of one item alone within the outermost element, repaired.
  func document(of item: Item) -> String {
    let isWritten = rootTag.last == UInt8(ascii: ">") && !rootTag.dropLast().hasSuffix("/")
    let tag = isWritten ? String(decoding: rootTag, as: UTF8.self) : "<\(rootName)>"
    return tag + XMLRepair.repaired(item.bytes) + "</\(rootName)>"
  }

  /// Behind the place where `mark` stands next; the end where it does not.
  private static func end(of mark: StaticString, in bytes: [UInt8], from start: Int) -> Int {
    mark.withUTF8Buffer { mark in
      var position = start
      while let found = bytes[position...].firstIndex(of: mark[0]) {
        if bytes[found...].starts(with: mark) { return found + mark.count }
        position = found + 1
      }
      return bytes.count
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}
