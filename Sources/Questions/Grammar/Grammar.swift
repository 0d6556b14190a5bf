import CResources

/// The rules of question forms, read from `grammar.txt`.
struct Grammar: Sendable {
  /// What whole questions are like, in the order of the file.
  var rules: [Rule] = []
  /// What may stand between the parts of a question in any order and number: times, places, topics, manners.
  var adjuncts: [Rule] = []
  /// What may come before and behind a question and means nothing ("please tell me").
  var frames: [Rule] = []
  /// Words that cannot stand in a free slot unless a known name has them.
  var closed: Set<WordCode> = []
  /// The patterns that have a name; nil for one that is used and not there.
  var definitions: [Pattern?] = []
  /// The names of `definitions`.
  var names: [String] = []
  /// The parts of sequences, of choices and of what may be left out.
  var parts: [Pattern] = []
  var slots: [Slot] = []
  /// What `{key=value}` says.
  var settings: [(key: String, value: String)] = []

  /// The grammar that is compiled into the program: from its image, or from the text where the image is of another text.
  static let standard: Grammar? = {
    let text = UnsafeBufferPointer(
      start: chancery_questions_grammar, count: chancery_questions_grammar_length)
    let image = UnsafeBufferPointer(
      start: chancery_questions_grammar_image, count: chancery_questions_grammar_image_length)
    return GrammarImage.read(image, text: text)
      ?? (try? Grammar(bytes: Array(text), file: "questions/grammar.txt"))
  }()

  /// Reads a grammar in UTF-8; throws `DataFileError` with the line.
  init(bytes: [UInt8], file: String) throws(DataFileError) {
    var grammar = Grammar()
    grammar.parts.reserveCapacity(bytes.count / 8)
    var reader = GrammarReader(bytes: bytes, file: file, grammar: grammar)
    try reader.run()
    self = reader.grammar
  }

  /// A grammar without rules.
  init() {}

  /// The pattern of a name.
  func definition(_ name: String) -> Pattern? {
    names.firstIndex(of: name).flatMap { definitions[$0] }
  }
}
