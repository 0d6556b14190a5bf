import FoundationEssentials
import Language

/// The words of articles without answers (NDJSON with a "text"), as the models number them.
enum UnlabelledText {
  private struct Line: Decodable {
    var text: String
  }

  /// Sentences of words in one language. Throws `Complaint` where a file cannot be read.
  static func words(_ path: String, _ language: LanguageCode) throws -> [[UInt32]] {
    var result: [[UInt32]] = []
    for text in try texts(path) {
      for sentence in Annotator().segment(text).sentences where sentence.language == language {
        result.append(sentence.tokens.map { WordAttributes(form: $0.form).lower })
      }
    }
    return result
  }

  /// The texts of a file.
  static func texts(_ path: String) throws -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Complaint("\(path): cannot be read")
    }
    let decoder = JSONDecoder()
    return data.split(separator: UInt8(ascii: "\n")).compactMap {
      try? decoder.decode(Line.self, from: $0).text
    }
  }
}
