import ArgumentParser
import Reading
import Records

/// What `extract` and `import` are told about the articles.
struct InputArguments: ParsableArguments {
  @Argument(help: "Files and folders to read; - is standard input.")
  var paths: [String] = []
  @Option(
    help: "The format of all inputs: \(InputFormat.names). Found from the content if not given.")
  var format: InputFormat?
  @Option(
    help: "The date of articles that tell none: YYYY-MM-DD, YYYY-MM, YYYY or another EDTF date.")
  var date: String?
  @Option(
    help: "The language of articles that tell none: en or es. Found from the text if not given.")
  var language: String?

  func validate() throws {
    if let date, EDTF(date) == nil {
      throw ValidationError("--date: \(date) is no date; write it like 2023-10-16, 2023-10 or 2023")
    }
    if let language,
      language.utf8.count != 2 || !language.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    {
      throw ValidationError("--language: \(language) is no language code; write it like en or es")
    }
  }

  /// The same for the reader.
  func options() -> ReadingOptions {
    ReadingOptions(format: format, date: date.flatMap { EDTF($0) }, language: language)
  }
}

extension InputFormat: ExpressibleByArgument {
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
