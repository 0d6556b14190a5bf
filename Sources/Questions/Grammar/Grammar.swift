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

  /// The grammar that is compiled into the program.
  static let standard: Grammar? = try? Grammar(
    text: Resources.text(chancery_questions_grammar, chancery_questions_grammar_length),
    file: "questions/grammar.txt")

  /// Reads a grammar; throws `DataFileError` with the line.
  init(text: String, file: String) throws(DataFileError) {
    var reader = GrammarReader(text: text, file: file, grammar: Grammar())
    try reader.run()
    self = reader.grammar
  }

  private init() {}

  /// The pattern of a name.
  func definition(_ name: String) -> Pattern? {
    names.firstIndex(of: name).flatMap { definitions[$0] }
  }
}
