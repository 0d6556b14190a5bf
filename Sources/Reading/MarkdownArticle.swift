import Records

/// Reads an article written in Markdown, with YAML front matter or without.
enum MarkdownArticle {
  /// The article. Throws `Refusal`.
  static func read(_ text: String, builder: ArticleBuilder) throws -> [ReadingEvent] {
    var fields = ArticleFields()
    let (matter, body) = split(text)
    if let matter { try FrontMatter.read(matter, path: builder.path, line: 2, into: &fields) }
    let plain = MarkdownText.plain(body)
    if let title = plain.title { fields.set(.title, title, rank: 50) }
    guard !plain.text.isEmpty else {
      throw Refusal(source: builder.path, reason: "no text behind the front matter")
    }
    fields.set(.text, plain.text)
    return builder.build(fields, place: nil)
  }

  /// The front matter between two lines `---`, and what follows it.
  static func split(_ text: String) -> (matter: String?, body: String) {
    // A carriage return and a line feed are one character.
    let lines = text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    guard lines.first?.trimmingBlanks() == "---",
      let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." })
    else { return (nil, lines.joined(separator: "\n")) }
    return (
      lines[1..<end].joined(separator: "\n"), lines[(end + 1)...].joined(separator: "\n")
    )
  }
}
