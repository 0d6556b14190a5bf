/// The sizes of the network, and where each of its parts lies among its parameters.
///
/// Words are read by two layers of gated recurrent units whose gates look at the input only (QRNN, Bradbury et al. 2016),
/// each in both directions; the second layer's output is added to the first's. Parts of speech are told from the first
/// layer (Søgaard and Goldberg 2016). A configuration is what both tell of four words (Kiperwasser and Goldberg 2016)
/// and of some small numbers (labels of children, distances), added up in one hidden layer.
package struct NeuralShape: Sendable, Equatable {
  package var word = 40
  package var vector = 48
  package var fine = 32
  package var suffix = 24
  package var look = 16
  package var cluster = 32
  /// The treebank, whose conventions differ.
  package var origin = 8
  /// Units of one direction of a layer.
  package var units = 80
  package var hidden = 112
  package var relations = Relation.allCases.count

  package init() {}

  /// What a word is given as.
  package var input: Int { word + vector + fine + suffix + look + cluster + origin }
  /// What a layer gives for a word.
  package var output: Int { units * 2 }
  /// What a layer computes for a word: candidate, forget and output gates in both directions.
  package var gates: Int { units * 6 }
  /// Words that a configuration looks at: s2, s1, s0, b0.
  package static let places = 4
  /// Small numbers that a configuration looks at, and how many values each has.
  package static let extras = 18
  package static let extraValues = 64
  /// Parts of speech, rounded up.
  package static let tagColumns = 24
  /// Rows of relation scores, rounded up.
  package var relationColumns: Int { (relations + 7) / 8 * 8 }

  // The three large matrices come first; a model has them as integers.
  package var layer1: Int { 0 }
  package var layer2: Int { layer1 + input * gates }
  package var places: Int { layer2 + output * gates }
  package var bias1: Int { places + output * hidden * Self.places }
  package var bias2: Int { bias1 + gates }
  /// What stands for a word that is not there, per place.
  package var missing: Int { bias2 + gates }
  package var extras: Int { missing + hidden * Self.places }
  package var hiddenBias: Int { extras + hidden * Self.extras * Self.extraValues }
  /// Hidden × 8: shift, left, right.
  package var transitions: Int { hiddenBias + hidden }
  package var transitionBias: Int { transitions + hidden * 8 }
  /// Hidden × relations for arcs to the left, then to the right.
  package var relationWeights: Int { transitionBias + 8 }
  package var relationBias: Int { relationWeights + hidden * relationColumns * 2 }
  /// Output of the first layer × parts of speech.
  package var tags: Int { relationBias + relationColumns * 2 }
  package var tagBias: Int { tags + output * Self.tagColumns }
  package var count: Int { tagBias + Self.tagColumns }
  /// How many parameters the large matrices have; the others follow.
  package var matrices: Int { bias1 }
  /// Steps of the integers that a word is given as, per unit.
  package static let steps: Float = 512
}

extension NeuralShape {
  /// From a section of a model; nil if it is missing or of another shape of program.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard section.count == 40 else { return nil }
    func value(_ index: Int) -> Int {
      Int(section.load(fromByteOffset: index * 4, as: UInt32.self))
    }
    word = value(0)
    vector = value(1)
    fine = value(2)
    suffix = value(3)
    look = value(4)
    cluster = value(5)
    origin = value(6)
    units = value(7)
    hidden = value(8)
    relations = value(9)
    let widths = [word, vector, fine, suffix, look, cluster, origin, units, hidden]
    guard relations == Relation.allCases.count,
      widths.allSatisfy({ $0 >= 0 && $0 <= 1024 && $0 % 8 == 0 })
    else { return nil }
  }

  /// As a section of a model.
  package var section: [UInt32] {
    [word, vector, fine, suffix, look, cluster, origin, units, hidden, relations].map { UInt32($0) }
  }
}
