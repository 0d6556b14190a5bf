/// What was found of ranges of words: yes, no, or not asked yet.
struct RangeCache {
  private let width: Int
  private var answers: [Bool?]

  /// For the ranges of as many words.
  init(_ count: Int) {
    width = count + 1
    answers = Array(repeating: nil, count: width * width)
  }

  subscript(_ range: Range<Int>) -> Bool? {
    get { answers[range.lowerBound * width + range.upperBound] }
    set { answers[range.lowerBound * width + range.upperBound] = newValue }
  }
}
