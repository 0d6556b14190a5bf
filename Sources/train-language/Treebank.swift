import FoundationEssentials
import Language

/// A sentence of a treebank, with its answers.
struct GoldSentence {
  /// Its words; offsets count in `text`.
  var tokens: [Token] = []
  /// The text that the comment or the words give.
  var text = ""
  /// The lines of a contraction: its first word and one past its last.
  var contractions: [Range<Int>] = []
  var opensDocument = false
  /// Which treebank it is from: 0 the first, whose conventions the model follows.
  var domain: UInt32 = 0
}

/// Reads CoNLL-U.
enum Treebank {
  /// The sentences of a file. Throws `Complaint` with file and line number.
  static func read(_ path: String) throws -> [GoldSentence] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Complaint("\(path): cannot be read")
    }
    var sentences: [GoldSentence] = []
    var sentence = GoldSentence()
    var number = 0
    for line in String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      number += 1
      if line.isEmpty {
        if !sentence.tokens.isEmpty { sentences.append(sentence) }
        sentence = GoldSentence()
        continue
      }
      if line.hasPrefix("#") {
        if line.hasPrefix("# newdoc") { sentence.opensDocument = true }
        if line.hasPrefix("# text = ") { sentence.text = String(line.dropFirst(9)) }
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 10 else { throw Complaint("\(path):\(number): not ten columns") }
      if fields[0].contains(".") { continue }
      if fields[0].contains("-") {
        let ends = fields[0].split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2 else { throw Complaint("\(path):\(number): bad range") }
        sentence.contractions.append((ends[0] - 1)..<ends[1])
        continue
      }
      guard let upos = UPOS(name: fields[3]), let head = Int(fields[6]),
        let relation = Relation(name: fields[7])
      else { throw Complaint("\(path):\(number): unknown part of speech, head or relation") }
      var token = Token(
        form: String(fields[1]), start: 0, end: 0,
        spaceAfter: !fields[9].contains("SpaceAfter=No"))
      token.lemma = String(fields[2])
      token.upos = upos
      token.features = Morphology(conllu: fields[5])
      token.head = head - 1
      token.relation = relation
      sentence.tokens.append(token)
    }
    if !sentence.tokens.isEmpty { sentences.append(sentence) }
    return sentences
  }
}

/// Why the program cannot go on.
struct Complaint: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A generator of numbers that a seed determines (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
