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

extension Morphology {
  /// The features of UD that each bit stands for.
  static let universal: [(feature: Morphology, name: String)] = [
    (.firstPerson, "Person=1"), (.secondPerson, "Person=2"), (.thirdPerson, "Person=3"),
    (.singular, "Number=Sing"), (.plural, "Number=Plur"),
    (.masculine, "Gender=Masc"), (.feminine, "Gender=Fem"),
    (.past, "Tense=Past"), (.present, "Tense=Pres"), (.future, "Tense=Fut"),
    (.imperfect, "Tense=Imp"),
    (.finite, "VerbForm=Fin"), (.infinitive, "VerbForm=Inf"), (.participle, "VerbForm=Part"),
    (.gerund, "VerbForm=Ger"), (.passive, "Voice=Pass"),
    (.subjunctive, "Mood=Sub"), (.conditional, "Mood=Cnd"), (.imperative, "Mood=Imp"),
    (.negative, "Polarity=Neg"), (.possessive, "Poss=Yes"), (.reflexive, "Reflex=Yes"),
  ]

  /// As column FEATS of CoNLL-U has them, sorted by name; `_` if there are none.
  public var conllu: String {
    let names = Self.universal.filter { contains($0.feature) }.map(\.name).sorted()
    return names.isEmpty ? "_" : names.joined(separator: "|")
  }

  /// The features that rules use among those in column FEATS of CoNLL-U; the rest is left out.
  public init(conllu: some StringProtocol) {
    self = []
    for part in conllu.split(separator: "|") {
      guard let (feature, _) = Self.universal.first(where: { $0.name == part }) else { continue }
      insert(feature)
    }
  }
}
