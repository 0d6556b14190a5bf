import ArgumentParser
import Extraction
import Foundation
import Reading
import Records

/// What the learned models of extraction are trained on and tried with; `scripts/train-meetings` joins it with gold records.
@main
struct TrainExtraction: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-extraction",
    abstract: "What the learned models of extraction are trained on, and trials of new models.",
    subcommands: [Samples.self, Meetings.self, Extract.self])
}

/// Prints anchors and candidates.
struct Samples: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the anchors and candidates of articles, one article a line (NDJSON).")

  @Argument(help: "Articles as NDJSON.")
  var paths: [String]

  func run() throws {
    let extractor = Extractor(meetingModel: nil)
    let encoder = JSONEncoder()
    try forEachArticle(of: paths) { article in
      try encoder.encode(
        SampleLine(
          id: article.id, anchors: extractor.meetingSamples(article).map(SampleAnchor.init)))
    }
  }
}

/// Prints meetings with the places that may be theirs, and pairs of tellings.
struct Meetings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Print the meetings that a model finds, the places around them, and pairs of tellings (NDJSON)."
  )

  @Option(help: "The model of meetings.")
  var model: String
  @Argument(help: "Articles as NDJSON.")
  var paths: [String]

  func run() throws {
    let meetings = try MeetingModel(file: model)
    let extractor = Extractor(meetingModel: meetings)
    let encoder = JSONEncoder()
    try forEachArticle(of: paths) { article in
      try encoder.encode(
        MeetingLine(id: article.id, extractor.samples(article, model: meetings)))
    }
  }
}

extension MeetingModel {
  /// Reads a model from a file.
  init(file: String) throws {
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
    guard let model = bytes.withUnsafeBufferPointer({ MeetingModel(bytes: $0) }) else {
      throw ValidationError(
        "\(file) is no model of meetings that fits this program; train it anew.")
    }
    self = model
  }
}

/// Extracts with a model from a file.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the records of articles as a model from a file gives them (NDJSON).")

  @Option(help: "The model of meetings; none: without a model.")
  var model: String?
  @Argument(help: "Articles as NDJSON.")
  var paths: [String]

  func run() throws {
    let meetings = try model.map { try MeetingModel(file: $0) }
    let extractor = Extractor(meetingModel: meetings)
    try forEachArticle(of: paths) { Data(extractor.extract($0).json.utf8) }
  }
}

/// Reads articles and prints what is made of each, a line each.
private func forEachArticle(of paths: [String], _ make: (Article) throws -> Data) throws {
  var reader = ArticleReader(paths: paths, options: ReadingOptions(format: .ndjson))
  while let event = reader.next() {
    switch event {
    case .noted(let note): complain("note: \(note)")
    case .refused(let refusal): complain("\(refusal)")
    case .article(let article):
      var data = try make(article)
      data.append(0x0A)
      FileHandle.standardOutput.write(data)
    }
  }
}

private func complain(_ text: String) {
  FileHandle.standardError.write(Data("train-extraction: \(text)\n".utf8))
}
