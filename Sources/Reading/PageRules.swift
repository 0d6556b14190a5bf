import CResources

/// What is known of the layouts of pages, as `Sources/CResources/reading/pages.tsv` has it.
struct PageRules: Sendable {
  /// Classes and ids of elements that hold the text, lower case, the most telling first.
  private(set) var body: [String] = []
  /// Words of classes and ids of elements that are no text of the article.
  private(set) var drop: Set<String> = []
  /// How paragraphs begin that are no text of the article, in lower case.
  private(set) var tail: [String] = []
  /// How headings begin that end the article, in lower case.
  private(set) var end: [String] = []
  /// Names of meta elements, lower case, best first.
  private(set) var date: [String] = []
  private(set) var author: [String] = []
  private(set) var outlet: [String] = []
  /// What was wrong with the file, as `line: reason`; a test sees to it that there is nothing.
  private(set) var errors: [String] = []

  /// The rules that are compiled in.
  static let builtIn = PageRules(
    String(
      decoding: UnsafeBufferPointer(
        start: chancery_reading_pages, count: chancery_reading_pages_length),
      as: UTF8.self))

  /// Reads rules, one a line.
  init(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty else {
        errors.append("\(index + 1): KIND and WORDS with a tab between expected")
        continue
      }
      let words = parts[1].lowercased()
      switch parts[0] {
      case "body": body.append(words)
      case "drop": drop.insert(words)
      case "tail": tail.append(words)
      case "end": end.append(words)
      case "date": date.append(words)
      case "author": author.append(words)
      case "outlet": outlet.append(words)
      default: errors.append("\(index + 1): unknown kind \(parts[0])")
      }
    }
  }

  /// The words of a class or id: `relatedArticles-box` is related, articles and box.
  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var previousIsLower = false
    for scalar in name.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      let isUpper = scalar.properties.isUppercase
      if !isLetter || isUpper && previousIsLower {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if isLetter { word.unicodeScalars.append(scalar) }
      previousIsLower = isLetter && !isUpper
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }
}
