/// One way to read a question by the grammar.
struct Parse: Sendable, Equatable {
  var head = ""
  var language = QuestionLanguage.english
  /// What `{key=value}` said, the last of each key.
  var attributes: [String: String] = [:]
  /// What the slots took, in order.
  var filled: [Filled] = []
  /// The number that a slot of one took.
  var count: Int?
  /// How much had to be taken as free words; the least is the best reading.
  var cost = 0.0

  /// A slot with what it took.
  struct Filled: Sendable, Equatable {
    let slot: Slot
    /// The words, as a range of the question's words.
    let range: Range<Int>
    let time: TimeConstraint?
  }

  /// The words of every slot of a name, in order.
  func ranges(_ name: String) -> [Range<Int>] {
    filled.filter { $0.slot.name == name }.map(\.range)
  }
}
