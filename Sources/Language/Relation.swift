/// The universal relations, without subtypes but those that rules need
/// (https://universaldependencies.org/u/dep/).
///
/// `oblTmod` and `nmodTmod` stand for noun phrases without a preposition, most of them of time ("met Monday"), which
/// some treebanks call `obl:unmarked` and `nmod:unmarked`. `nmodDesc` is a title or description before a name.
public enum Relation: UInt8, Sendable, CaseIterable {
  case root, nsubj, nsubjPass, nsubjOuter, obj, iobj, csubj, csubjPass
  case csubjOuter, ccomp, xcomp, obl, oblAgent, oblTmod, oblArg, vocative
  case expl, explPass, explPv, dislocated, advcl, advclRelcl, advmod, discourse
  case aux, auxPass, cop, mark, nmod, nmodPoss, nmodTmod, nmodDesc
  case appos, nummod, acl, aclRelcl, amod, det, detPredet, clf
  case `case`, conj, cc, ccPreconj, fixed, flat, flatName, flatForeign
  case compound, compoundPrt, list, parataxis, orphan, goeswith, reparandum, punct
  case dep

  /// As CoNLL-U writes it: nsubj, nsubj:pass.
  public var name: String { Self.names[Int(rawValue)] }

  /// The relation without its subtype, as CoNLL-U writes it.
  public var universal: Substring { name.prefix { $0 != ":" } }

  /// The relation that CoNLL-U writes so. An unknown subtype is left off; nil if there is no such relation.
  public init?(name: some StringProtocol) {
    let known: Substring
    switch name {
    case "obl:unmarked": known = "obl:tmod"
    case "nmod:unmarked": known = "nmod:tmod"
    default: known = Substring(name)
    }
    let index =
      Self.names.firstIndex { $0 == known }
      ?? Self.names.firstIndex { $0 == known.prefix { $0 != ":" } }
    guard let index else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let names = [
    "root", "nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "csubj", "csubj:pass",
    "csubj:outer", "ccomp", "xcomp", "obl", "obl:agent", "obl:tmod", "obl:arg", "vocative",
    "expl", "expl:pass", "expl:pv", "dislocated", "advcl", "advcl:relcl", "advmod", "discourse",
    "aux", "aux:pass", "cop", "mark", "nmod", "nmod:poss", "nmod:tmod", "nmod:desc",
    "appos", "nummod", "acl", "acl:relcl", "amod", "det", "det:predet", "clf",
    "case", "conj", "cc", "cc:preconj", "fixed", "flat", "flat:name", "flat:foreign",
    "compound", "compound:prt", "list", "parataxis", "orphan", "goeswith", "reparandum", "punct",
    "dep",
  ]
}
