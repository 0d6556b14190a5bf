/// The universal parts of speech (https://universaldependencies.org/u/pos/).
public enum UPOS: UInt8, Sendable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb,
    x

  /// As CoNLL-U writes it: NOUN, VERB.
  public var name: String { Self.names[Int(rawValue)] }

  /// The part of speech that CoNLL-U writes so; nil if there is none.
  public init?(name: some StringProtocol) {
    guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let names = allCases.map { "\($0)".uppercased() }
}
