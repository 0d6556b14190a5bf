/// Writes a sentence for people and for other programs.
public struct SentencePrinter {
  public let document: Document
  /// Which sentence of the document.
  public let index: Int

  /// A printer of one sentence of a document.
  public init(document: Document, index: Int) {
    self.document = document
    self.index = index
  }

  private var sentence: Sentence { document.sentences[index] }

  /// The words of the sentence as they stand in the text, on one line.
  public var text: String {
    let scalars = document.text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: sentence.start)
    let end = scalars.index(start, offsetBy: sentence.end - sentence.start)
    var line = String.UnicodeScalarView()
    for scalar in scalars[start..<end] {
      line.append(Characters.classify(scalar.value) == .newline ? " " : scalar)
    }
    return String(line)
  }

  /// Offset and length in code points, language (`-` for neither), paragraph and text, separated by tabs.
  public func line() -> String {
    let language = sentence.language?.rawValue ?? "-"
    let length = sentence.end - sentence.start
    return "\(sentence.start)\t\(length)\t\(language)\t\(sentence.paragraph)\t\(text)\n"
  }

  /// The sentence in CoNLL-U. MISC has `SpaceAfter=No` and the offsets `Start` and `End` in code points.
  public func conllu(identifier: String) -> String {
    var out = "# sent_id = \(identifier)\n# text = \(text)\n"
    if let language = sentence.language { out += "# lang = \(language.rawValue)\n" }
    let tokens = sentence.tokens
    var position = 0
    while position < tokens.count {
      // Words that share their place in the text come of one contraction.
      var end = position + 1
      while end < tokens.count, tokens[end].start == tokens[position].start { end += 1 }
      let whole = tokens[position]
      let place =
        (whole.spaceAfter || end == tokens.count ? "" : "SpaceAfter=No|")
        + "Start=\(whole.start)|End=\(whole.end)"
      if end > position + 1 {
        let scalars = document.text.unicodeScalars
        let from = scalars.index(scalars.startIndex, offsetBy: whole.start)
        let to = scalars.index(from, offsetBy: whole.end - whole.start)
        out += "\(position + 1)-\(end)\t\(String(scalars[from..<to]))"
        out += "\t_\t_\t_\t_\t_\t_\t_\t\(place)\n"
      }
      for number in position..<end {
        out += row(number, misc: end > position + 1 ? "_" : place)
      }
      position = end
    }
    return out + "\n"
  }

  private func row(_ number: Int, misc: String) -> String {
    let token = sentence.tokens[number]
    let tagged = sentence.isTagged
    let parsed = sentence.isParsed
    let columns = [
      "\(number + 1)", token.form, tagged ? token.lemma : "_", tagged ? token.upos.name : "_", "_",
      tagged ? token.features.conllu : "_", parsed ? "\(token.head + 1)" : "_",
      parsed ? token.relation.name : "_", "_", misc,
    ]
    return columns.joined(separator: "\t") + "\n"
  }

  /// The tree, indented, in the order of the text; a sentence without one as a list of words.
  public func tree() -> String {
    let tokens = sentence.tokens
    var out = "\(text)\n"
    guard sentence.isParsed else {
      return out + tokens.map { "  \($0.form)\n" }.joined() + "\n"
    }
    var children = [[Int]](repeating: [], count: tokens.count)
    var roots: [Int] = []
    for (number, token) in tokens.enumerated() {
      if tokens.indices.contains(token.head) {
        children[token.head].append(number)
      } else {
        roots.append(number)
      }
    }
    var stack = roots.reversed().map { (number: $0, depth: 1) }
    while let (number, depth) = stack.popLast() {
      let token = tokens[number]
      out += String(repeating: "  ", count: depth)
      out += "\(token.relation.name) \(token.form) \(token.upos.name) \(token.lemma)"
      let features = token.features.conllu
      out += features == "_" ? "\n" : " \(features)\n"
      stack.append(contentsOf: children[number].reversed().map { ($0, depth + 1) })
    }
    return out + "\n"
  }
}
