/// How rows are written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Columns for people; fits the terminal.
  case table
  /// One JSON array of objects.
  case json
  /// One JSON object a line.
  case ndjson
  /// Comma-separated values as RFC 4180 has them, with a header.
  case csv
  /// Tab-separated values; tab, line end and backslash are written `\t`, `\n`, `\r`, `\\`.
  case tsv
  /// A table in GitHub Flavored Markdown.
  case markdown
  /// An HTML document with one table a result.
  case html
  /// One `column = value` a line, a blank line between rows.
  case line
}

/// What the formats leave open.
public struct OutputOptions: Sendable {
  /// Whether table, csv and tsv begin with the names of the columns.
  public var header = true
  /// Whether csv and tsv put an apostrophe before a text that a spreadsheet would run as a formula
  /// (one that begins with `=`, `+`, `-`, `@`, tab or CR; https://owasp.org/www-community/attacks/CSV_Injection).
  public var guardsFormulas = false
  /// The columns of the terminal that a table must fit in; nil for no bound.
  public var width: Int?
  /// How many lines a cell of a table may take before the rest gives way to `…`; for use with `width`.
  public var linesPerCell = 6
  /// Whether a header is in bold (ANSI escape sequences).
  public var colour = false
  /// Whether csv and tsv show control characters as pictures too, as a terminal needs it.
  /// The formats made for people always do; JSON escapes them.
  public var neutralizesControls = false

  /// The defaults: a header, no bound on the width, no colour, bytes as they are.
  public init() {}
}
