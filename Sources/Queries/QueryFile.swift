import SQLite

/// What is wrong in a query file, and where.
public struct QueryFileError: Error, Equatable, CustomStringConvertible {
  public let file: String
  /// From 1.
  public let line: Int
  public let message: String

  /// `folder/name.sql:3: message`.
  public var description: String { "\(file):\(line): \(message)" }
}

extension CannedQuery {
  /// Reads a query file: a header of comment lines `-- key: value`, then one SELECT.
  ///
  /// Throws the first `QueryFileError`.
  public init(name: String, file: String, text: String) throws(QueryFileError) {
    self.name = name
    self.file = file
    self.text = text
    var header = Header(file: file)
    var body: [Substring] = []
    var bodyLine = 1
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if body.isEmpty {
        let trimmed = line.drop { $0 == " " || $0 == "\t" }
        if trimmed.hasPrefix("--") {
          try header.add(trimmed.dropFirst(2), at: number)
          continue
        }
        if trimmed.isEmpty || trimmed == "\r" { continue }
        bodyLine = number
      }
      body.append(line)
    }
    try header.finish()
    title = header.title
    description = header.description
    parameters = header.parameters.map(\.parameter)
    columns = header.columns
    scans = header.scans
    headerLines = bodyLine - 1
    sql = body.joined(separator: "\n")
    while let last = sql.unicodeScalars.last, last.properties.isWhitespace {
      sql.unicodeScalars.removeLast()
    }
    guard !sql.isEmpty else {
      throw QueryFileError(file: file, line: max(1, number), message: "there is no SQL")
    }
    try checkParameters(header, bodyLine: bodyLine)
  }

  /// Every parameter in the SQL must be declared, and every declared one used.
  private func checkParameters(_ header: Header, bodyLine: Int) throws(QueryFileError) {
    let used = SQLScanner.parameters(in: sql)
    for found in used {
      let line = bodyLine + found.line
      guard found.name.hasPrefix(":") else {
        throw QueryFileError(
          file: file, line: line, message: "\(found.name): parameters are written :name")
      }
      guard parameters.contains(where: { ":" + $0.name == found.name }) else {
        let name = found.name.dropFirst()
        throw QueryFileError(
          file: file, line: line,
          message: "\(found.name) is not declared: add `-- param: \(name) text -- what it is`")
      }
    }
    for (parameter, line) in header.parameters
    where !used.contains(where: { $0.name == ":" + parameter.name }) {
      throw QueryFileError(
        file: file, line: line, message: "the SQL does not use :\(parameter.name)")
    }
  }
}

/// The header of a query file while it is read.
private struct Header {
  let file: String
  var title = ""
  var description = ""
  var parameters: [(parameter: QueryParameter, line: Int)] = []
  var columns: [CannedQuery.ColumnNote] = []
  var scans: [String] = []
  /// The entry that is being read, which later lines may continue.
  private var open: (key: String, value: String, line: Int)?

  init(file: String) { self.file = file }

  private static let keys = ["title", "description", "param", "column", "scans"]

  /// Takes one line of the header, without its `--`.
  mutating func add(_ line: Substring, at number: Int) throws(QueryFileError) {
    let text = trimmed(line)
    let isContinuation = line.hasPrefix("   ") && open != nil
    if isContinuation {
      open?.value += " " + text
      return
    }
    try finish()
    guard !text.isEmpty else { return }
    guard let colon = text.firstIndex(of: ":") else {
      throw failure(
        number, "a header line is `-- key: value`, or goes on after three blanks; keys: \(known)")
    }
    let key = trimmed(text[..<colon])
    guard Self.keys.contains(key) else {
      throw failure(number, "unknown key \(key); keys: \(known)")
    }
    open = (key, trimmed(text[text.index(after: colon)...]), number)
  }

  private var known: String { Self.keys.joined(separator: ", ") }

  /// Takes the entry that is open.
  mutating func finish() throws(QueryFileError) {
    guard let (key, value, line) = open else {
      return
    }
    open = nil
    guard !value.isEmpty else { throw failure(line, "\(key) is empty") }
    switch key {
    case "title": title = value
    case "description": description = value
    case "param": parameters.append((try parameter(value, line), line))
    case "column":
      guard let colon = value.firstIndex(of: ":") else {
        throw failure(line, "a column is `-- column: name: what it means`")
      }
      columns.append(
        .init(
          name: trimmed(value[..<colon]), description: trimmed(value[value.index(after: colon)...])
        ))
    default:
      scans += value.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
    }
  }

  /// Reads `name type [= default] -- help`.
  private func parameter(_ value: String, _ line: Int) throws(QueryFileError) -> QueryParameter {
    let form = "a parameter is `-- param: name type = default -- what it is`"
    guard let (left, help) = split(value, at: " -- ") else { throw failure(line, form) }
    let (declaration, standard) = split(left, at: "=") ?? (left, nil)
    let words = declaration.split(separator: " ")
    guard words.count == 2 else { throw failure(line, form) }
    let name = String(words[0])
    guard let first = name.utf8.first, !(0x30...0x39).contains(first),
      name.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
      })
    else { throw failure(line, "\(name): a parameter's name has lower-case letters, digits and _") }
    guard !parameters.contains(where: { $0.parameter.name == name }) else {
      throw failure(line, "\(name) is declared twice")
    }
    guard let type = QueryParameter.Kind(rawValue: String(words[1])) else {
      let types = QueryParameter.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure(line, "\(words[1]) is no type; types: \(types)")
    }
    var defaultValue: Value?
    if let standard { defaultValue = try literal(standard, type, line) }
    return QueryParameter(name: name, type: type, defaultValue: defaultValue, help: help ?? "")
  }

  /// A default: a text in single quotes, or a number.
  private func literal(_ text: String, _ type: QueryParameter.Kind, _ line: Int)
    throws(QueryFileError) -> Value
  {
    if text.utf8.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") {
      let inside = text.dropFirst().dropLast()
      return .text(
        inside.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'"))
    }
    if type == .integer, let number = Int64(text) { return .integer(number) }
    if type == .real, let number = Double(text) { return .real(number) }
    throw failure(line, "\(text) is no default for \(type.rawValue): write a number, or 'text'")
  }

  private func failure(_ line: Int, _ message: String) -> QueryFileError {
    QueryFileError(file: file, line: line, message: message)
  }

  /// The two sides of the first occurrence of a separator, trimmed; nil if it does not occur.
  private func split(_ text: String, at separator: String) -> (String, String?)? {
    let parts = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return (trimmed(parts[0]), trimmed(parts[1]))
  }

  private func trimmed(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView(text.unicodeScalars)[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
