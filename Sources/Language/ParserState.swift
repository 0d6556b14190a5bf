/// A configuration of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, a buffer whose
/// last item is the root, and the arcs made so far.
package struct ParserState {
  /// What can be done: push the next word; attach the top of the stack to the next word; attach it to the item below it.
  package static let shift = 0
  package static let left = 1
  package static let right = 2

  /// How many words; the root's index is the same number.
  package let count: Int
  package private(set) var stack: [Int32] = []
  /// The next word of the buffer.
  package private(set) var next = 0
  package private(set) var heads: [Int32]
  package var labels: [UInt8]
  /// Outermost and next to outermost children on each side; -1 if there are none.
  package private(set) var left1: [Int32]
  package private(set) var left2: [Int32]
  package private(set) var right1: [Int32]
  package private(set) var right2: [Int32]
  package private(set) var leftCount: [UInt8]
  package private(set) var rightCount: [UInt8]

  /// The first configuration of a sentence.
  package init(count: Int) {
    self.count = count
    heads = [Int32](repeating: -1, count: count + 1)
    labels = [UInt8](repeating: UInt8.max, count: count + 1)
    left1 = heads
    left2 = heads
    right1 = heads
    right2 = heads
    leftCount = [UInt8](repeating: 0, count: count + 1)
    rightCount = leftCount
    stack.reserveCapacity(count)
  }

  /// True when every word has a head.
  package var isFinished: Bool { next == count && stack.isEmpty }

  /// The stack's item at a depth, 0 for the top; -1 if there is none.
  @inline(__always)
  package func top(_ depth: Int) -> Int {
    depth < stack.count ? Int(stack[stack.count - 1 - depth]) : -1
  }

  /// The buffer's item at a distance, the root at its end; -1 beyond.
  @inline(__always)
  package func ahead(_ distance: Int) -> Int {
    next + distance <= count ? next + distance : -1
  }

  /// True if the transition can be made. Only the last word left is attached to the root.
  @inline(__always)
  package func allows(_ transition: Int) -> Bool {
    switch transition {
    case Self.shift: next < count
    case Self.left: !stack.isEmpty && (next < count || stack.count == 1)
    default: stack.count > 1
    }
  }

  /// The head and the dependent of the arc that the transition would make.
  @inline(__always)
  package func arc(_ transition: Int) -> (head: Int, dependent: Int) {
    (transition == Self.left ? next : top(1), top(0))
  }

  /// Makes a transition that is allowed; arcs get a label.
  package mutating func apply(_ transition: Int, label: UInt8) {
    if transition == Self.shift {
      stack.append(Int32(next))
      next += 1
      return
    }
    let (head, dependent) = arc(transition)
    stack.removeLast()
    heads[dependent] = Int32(head)
    labels[dependent] = label
    if dependent < head {
      left2[head] = left1[head]
      left1[head] = Int32(dependent)
      if leftCount[head] < 7 { leftCount[head] += 1 }
    } else {
      right2[head] = right1[head]
      right1[head] = Int32(dependent)
      if rightCount[head] < 7 { rightCount[head] += 1 }
    }
  }
}
