import CXML

/// A parsed page or feed; freed with the last node that is held of it.
final class MarkupDocument {
  private let pointer: xmlDocPtr

  /// A page, leniently; nil if there is no element in it at all.
  static func html(_ text: some StringProtocol) -> MarkupDocument? {
    parse(text, chancery_html_parse)
  }

  /// XML, strictly; nil if it is not well-formed.
  static func xml(_ text: some StringProtocol) -> MarkupDocument? {
    parse(text, chancery_xml_parse)
  }

  /// XML, leniently: what can be made of it; nil if there is no element in it at all.
  static func recovered(_ text: some StringProtocol) -> MarkupDocument? {
    parse(text, chancery_xml_recover)
  }

  /// Why the last XML of this thread could not be parsed.
  static var lastError: (line: Int, reason: String) {
    guard let error = xmlGetLastError() else { return (1, "not well-formed") }
    let reason =
      error.pointee.message.map { String(cString: $0).trimmingBlanks() } ?? "not well-formed"
    return (Int(error.pointee.line), reason)
  }

  private static func parse(
    _ text: some StringProtocol, _ parser: (UnsafePointer<CChar>?, Int32) -> xmlDocPtr?
  ) -> MarkupDocument? {
    var text = String(text)
    let document = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { parser($0.baseAddress, Int32(clamping: $0.count)) }
    }
    guard let document else { return nil }
    return MarkupDocument(document)
  }

  private init(_ pointer: xmlDocPtr) { self.pointer = pointer }

  deinit { xmlFreeDoc(pointer) }

  /// The outermost element.
  var root: MarkupNode? {
    xmlDocGetRootElement(pointer).map { MarkupNode(pointer: $0, document: self) }
  }
}

/// An element or a piece of text of a document.
struct MarkupNode {
  let pointer: xmlNodePtr
  let document: MarkupDocument

  enum Kind { case element, text, other }

  var kind: Kind {
    switch pointer.pointee.type {
    case XML_ELEMENT_NODE: .element
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: .text
    default: .other
    }
  }

  /// Lower-case in HTML, with its prefix in XML only where that was not declared.
  var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }
  /// The prefix of an XML element's name (`dc`, `content`) and the name behind it; feeds forget to declare prefixes.
  var qualifiedName: (prefix: String, local: String) {
    let name = name
    if let namespace = pointer.pointee.ns, let prefix = namespace.pointee.prefix {
      return (String(cString: prefix), name)
    }
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", name) }
    return (String(name[..<colon]), String(name[name.utf8.index(after: colon)...]))
  }
  var line: Int { xmlGetLineNo(pointer) }
  /// The words of a piece of text.
  var text: String { pointer.pointee.content.map { String(cString: $0) } ?? "" }
  var parent: MarkupNode? { pointer.pointee.parent.map(node) }
  var firstChild: MarkupNode? { pointer.pointee.children.map(node) }
  var next: MarkupNode? { pointer.pointee.next.map(node) }

  /// The value of an attribute; nil where it is not there.
  func attribute(_ name: String) -> String? {
    guard let value = xmlGetProp(pointer, name) else { return nil }
    defer { chancery_xml_free(value) }
    return String(cString: value)
  }

  /// A number that is kept with the node; 0 at first.
  var mark: Int {
    get { Int(bitPattern: pointer.pointee._private) }
    nonmutating set { pointer.pointee._private = UnsafeMutableRawPointer(bitPattern: newValue) }
  }

  /// Whether a walk goes into a node.
  enum Step { case into, over }

  /// Goes through this node and all below it, in the order of the text, without recursion: documents may be nested
  /// a hundred thousand deep. `leave` is called for the nodes that were gone into.
  func walk(enter: (MarkupNode) -> Step, leave: (MarkupNode) -> Void = { _ in }) {
    var node = self
    while true {
      if enter(node) == .into {
        if let child = node.firstChild {
          node = child
          continue
        }
        leave(node)
      }
      while node.next == nil || node.pointer == pointer {
        guard node.pointer != pointer, let parent = node.parent else { return }
        node = parent
        leave(node)
      }
      guard let next = node.next else { return }
      node = next
    }
  }

  /// The elements below this node for which `matches` holds, outermost only.
  func elements(where matches: (MarkupNode) -> Bool) -> [MarkupNode] {
    var found: [MarkupNode] = []
    walk(enter: { node in
      guard node.kind == .element else { return .over }
      guard node.pointer != pointer, matches(node) else { return .into }
      found.append(node)
      return .over
    })
    return found
  }

  /// All text below this node as one line.
  var innerText: String {
    var text = ""
    walk(enter: { node in
      switch node.kind {
      case .text: text += node.text
      case .element: if ["br", "p", "div", "li"].contains(node.name) { text += " " }
      case .other: return .over
      }
      return .into
    })
    return text.collapsingBlanks()
  }

  private func node(_ pointer: xmlNodePtr) -> MarkupNode {
    MarkupNode(pointer: pointer, document: document)
  }
}
