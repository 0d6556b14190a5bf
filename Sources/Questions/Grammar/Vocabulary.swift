/// What the base has of the words of a question: tells of a range of them whether they are all known together.
struct Vocabulary {
  /// A city that is known, or words that stand in the place of a meeting.
  let isPlace: (Range<Int>) -> Bool
  /// A name as a whole.
  let isWholeName: (Range<Int>) -> Bool
  /// All words stand in one topic of a meeting.
  let isTopic: (Range<Int>) -> Bool
  /// All words stand in one title of an agreement.
  let isTitle: (Range<Int>) -> Bool
}
