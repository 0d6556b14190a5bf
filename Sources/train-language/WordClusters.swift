import FoundationEssentials
import Language

/// Clusters of frequent words, made by others (`scripts/fetch-clusters`): a word and a number a line, the most frequent
/// words first. The lower bits of the number are the upper part of a tree.
enum WordClusters {
  /// Hash of a word to its cluster, of so many words. Throws `Complaint` with file and line number.
  static func read(_ path: String, _ count: Int) throws -> [(key: UInt32, value: UInt32)] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Complaint("\(path): cannot be read; see scripts/fetch-clusters")
    }
    var known: Set<UInt32> = []
    var result: [(key: UInt32, value: UInt32)] = []
    var number = 0
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      number += 1
      if result.count == count { break }
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let cluster = UInt32(fields[1]) else {
        throw Complaint("\(path):\(number): not a word and a number")
      }
      let key = WordAttributes(form: String(fields[0])).form
      if known.insert(key).inserted { result.append((key, cluster)) }
    }
    return result
  }
}
