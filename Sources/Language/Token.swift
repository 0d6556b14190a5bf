/// A syntactic word, as Universal Dependencies counts them ("del" is two: "de" and "el", with one span).
public struct Token: Sendable, Equatable {
  /// The word as it stands in the text, or the word that a contraction hides.
  public var form: String
  /// Where it begins in the article's text, in Unicode code points.
  public var start: Int
  /// Where it ends (exclusive), in Unicode code points.
  public var end: Int
  /// Dictionary form; the form itself before tagging.
  public var lemma: String
  /// Universal part of speech; `.x` before tagging.
  public var upos: UPOS
  /// The morphology that rules use.
  public var features: Morphology
  /// Index of the head in the sentence; -1 for the root, and before parsing.
  public var head: Int
  /// Relation to the head; `.dep` before parsing.
  public var relation: Relation
  /// True if white space, or the end of the text, follows.
  public var spaceAfter: Bool

  /// A token that is not yet tagged or parsed.
  public init(form: String, start: Int, end: Int, spaceAfter: Bool) {
    self.form = form
    self.start = start
    self.end = end
    self.lemma = form
    self.upos = .x
    self.features = []
    self.head = -1
    self.relation = .dep
    self.spaceAfter = spaceAfter
  }
}

/// The universal parts of speech (https://universaldependencies.org/u/pos/).
public enum UPOS: UInt8, Sendable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb,
    x
}

/// The features that rules ask for, as a set (https://universaldependencies.org/u/feat/).
public struct Morphology: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  /// A set from its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let singular = Morphology(rawValue: 1 << 0)
  public static let plural = Morphology(rawValue: 1 << 1)
  public static let masculine = Morphology(rawValue: 1 << 2)
  public static let feminine = Morphology(rawValue: 1 << 3)
  public static let past = Morphology(rawValue: 1 << 4)
  public static let present = Morphology(rawValue: 1 << 5)
  public static let future = Morphology(rawValue: 1 << 6)
  public static let imperfect = Morphology(rawValue: 1 << 7)
  public static let finite = Morphology(rawValue: 1 << 8)
  public static let infinitive = Morphology(rawValue: 1 << 9)
  public static let participle = Morphology(rawValue: 1 << 10)
  public static let gerund = Morphology(rawValue: 1 << 11)
  public static let passive = Morphology(rawValue: 1 << 12)
  public static let subjunctive = Morphology(rawValue: 1 << 13)
  public static let conditional = Morphology(rawValue: 1 << 14)
  public static let imperative = Morphology(rawValue: 1 << 15)
  public static let firstPerson = Morphology(rawValue: 1 << 16)
  public static let secondPerson = Morphology(rawValue: 1 << 17)
  public static let thirdPerson = Morphology(rawValue: 1 << 18)
  public static let negative = Morphology(rawValue: 1 << 19)
  public static let possessive = Morphology(rawValue: 1 << 20)
  public static let reflexive = Morphology(rawValue: 1 << 21)
}

/// The universal relations, without subtypes but those that rules need
/// (https://universaldependencies.org/u/dep/).
public enum Relation: UInt8, Sendable, CaseIterable {
  case root, nsubj, nsubjPass, obj, iobj, csubj, csubjPass, ccomp, xcomp, obl, oblAgent, oblTmod
  case vocative, expl, explPass, explPv, dislocated, advcl, advmod, discourse, aux, auxPass, cop,
    mark
  case nmod, nmodPoss, nmodTmod, appos, nummod, acl, aclRelcl, amod, det, clf, `case`, conj, cc,
    ccPreconj
  case fixed, flat, flatName, flatForeign, compound, compoundPrt, list, parataxis, orphan, goeswith
  case reparandum, punct, dep
}
