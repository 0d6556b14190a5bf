/// The sizes of the parser's network, and where each of its parts lies among its parameters.
///
/// Words are read by two layers of gated recurrent units whose gates look at the input only (QRNN, Bradbury et al. 2016),
/// each in both directions. A configuration is what they tell of four words (Kiperwasser and Goldberg 2016) and of some
/// small numbers (labels of children, distances), added up in one hidden layer.
package struct NeuralShape: Sendable, Equatable {
  package var word = 32
  package var vector = 48
  package var fine = 24
  package var suffix = 16
  /// Units of one direction of a layer.
  package var units = 48
  package var hidden = 96
  package var relations = Relation.allCases.count

  package init() {}

  /// What a word is given as.
  package var input: Int { word + vector + fine + suffix }
  /// What a layer gives for a word.
  package var output: Int { units * 2 }
  /// What a layer computes for a word: candidate, forget and output gates in both directions.
  package var gates: Int { units * 6 }
  /// Words that a configuration looks at: s2, s1, s0, b0.
  package static let places = 4
  /// Small numbers that a configuration looks at, and how many values each has.
  package static let extras = 14
  package static let extraValues = 64
  /// Rows of relation scores, rounded up.
  package var relationColumns: Int { (relations + 7) / 8 * 8 }

  package var layer1: Int { 0 }
  package var bias1: Int { layer1 + input * gates }
  package var layer2: Int { bias1 + gates }
  package var bias2: Int { layer2 + output * gates }
  package var places: Int { bias2 + gates }
  /// What stands for a word that is not there, per place.
  package var missing: Int { places + output * hidden * Self.places }
  package var extras: Int { missing + hidden * Self.places }
  package var hiddenBias: Int { extras + hidden * Self.extras * Self.extraValues }
  /// Hidden × 8: shift, left, right.
  package var transitions: Int { hiddenBias + hidden }
  package var transitionBias: Int { transitions + hidden * 8 }
  /// Hidden × relations for arcs to the left, then to the right.
  package var relationWeights: Int { transitionBias + 8 }
  package var relationBias: Int { relationWeights + hidden * relationColumns * 2 }
  package var count: Int { relationBias + relationColumns * 2 }
}
