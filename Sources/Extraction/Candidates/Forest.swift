/// Boosted decision trees over whole numbers: a sum of leaves, so that every machine comes to the same score.
///
/// Gradient boosting after Friedman (2001), "Greedy function approximation"; trained by `scripts/train-meetings` with LightGBM,
/// whose thresholds and leaves are rounded when the model is written.
struct Forest: Sendable {
  /// Four numbers for each question to a feature: the feature, a threshold, and where to go on if it is at most that and if it
  /// is more; a negative number is a leaf, `~` of its index.
  private var nodes: [Int32] = []
  private var leaves: [Int32] = []
  /// The first node of each tree; negative if the tree is a single leaf.
  private var roots: [Int32] = []

  /// How many units of a score make one of log odds.
  static let unit: Int32 = 1024

  /// A score in units of 1/1024 of log odds; above zero means more likely than not.
  func score(_ features: [Int32]) -> Int32 {
    // Every index was looked at when the forest was read, and the model when it was fitted to the features.
    nodes.withUnsafeBufferPointer { nodes in
      features.withUnsafeBufferPointer { features in
        var sum: Int32 = 0
        for root in roots {
          var at = root
          while at >= 0 {
            let node = Int(at) * 4
            // Read, not chosen: the processor would guess every other answer wrong.
            let isAbove = features[Int(nodes[node])] > nodes[node + 1] ? 1 : 0
            at = nodes[node + 2 + isAbove]
          }
          sum += leaves[Int(~at)]
        }
        return sum
      }
    }
  }

  /// True if there is no tree.
  var isEmpty: Bool { roots.isEmpty }

  /// The largest number of features that a question asks for, plus one.
  var width: Int {
    stride(from: 0, to: nodes.count, by: 4).reduce(0) { max($0, Int(nodes[$1]) + 1) }
  }

  /// Reads a forest from whole numbers: how many nodes, leaves and trees; the nodes; the leaves; the roots.
  /// Nil if they are too few or point outside of the forest.
  init?(_ numbers: inout ArraySlice<Int32>) {
    guard let nodeCount = numbers.popFirst(), let leafCount = numbers.popFirst(),
      let treeCount = numbers.popFirst(), nodeCount >= 0, leafCount >= 0, treeCount >= 0,
      numbers.count >= Int(nodeCount) * 4 + Int(leafCount) + Int(treeCount)
    else { return nil }
    let isInside: (Int32) -> Bool = { $0 >= 0 ? $0 < nodeCount : ~$0 < leafCount }
    for index in 0..<nodeCount {
      let fields = Array(numbers.prefix(4))
      numbers = numbers.dropFirst(4)
      // Children come after their parents, so that no path has an end.
      guard fields[0] >= 0, isInside(fields[2]), isInside(fields[3]),
        fields[2] < 0 || fields[2] > index, fields[3] < 0 || fields[3] > index
      else { return nil }
      nodes += fields
    }
    leaves = Array(numbers.prefix(Int(leafCount)))
    numbers = numbers.dropFirst(Int(leafCount))
    roots = Array(numbers.prefix(Int(treeCount)))
    numbers = numbers.dropFirst(Int(treeCount))
    guard roots.allSatisfy(isInside) else { return nil }
  }
}
