/// Someone whom a question names, before the base is asked who that is.
public struct PartyPhrase: Sendable, Equatable, CustomStringConvertible {
  /// A name, as words without marks; nil where only a country or an office is given.
  public var name: String?
  /// The name as it was written.
  public var written: String = ""
  /// ISO 3166-1 alpha-2, or `EU`.
  public var country: String?
  /// Keys of offices, sorted.
  public var offices: [String] = []
  /// Words that the role must have beside the office ("Yemen", of the envoy for it), folded.
  public var portfolio: [String] = []
  /// The names of the body whose office it is ("NATO", "OTAN"), folded; empty where none is named.
  public var body: [String] = []
  /// True if it is whoever has, of the country, the office of the other one that is named ("his Russian counterpart").
  var isCounterpart = false
  /// True if the office was named in the plural ("the presidents of Cuba and Mexico").
  var isPlural = false
  /// The name with the title before it, folded, where a title was taken off that no country and no office of the lexicon is.
  var whole: String?
  /// Words that stand in lower case in a name written with capitals, and so may be no part of it.
  public var doubtful: [String] = []

  /// `maduro`, `country:MX`, `office:foreign minister@RU`, `maduro[president@VE]`.
  public var description: String {
    var title =
      offices.joined(separator: "/")
    if let country { title += "@\(country)" }
    if let first = body.first { title += "@\(first)" }
    if !portfolio.isEmpty { title += "(\(portfolio.joined(separator: " ")))" }
    if let name { return title.isEmpty ? name : "\(name)[\(title)]" }
    if isCounterpart { return "counterpart:\(country ?? "")" }
    if offices.isEmpty, let country { return "country:\(country)" }
    return "office:\(title)"
  }
}

/// Those who must all take part; of each, one of the alternatives.
public struct PartyList: Sendable, Equatable, CustomStringConvertible {
  public var all: [[PartyPhrase]] = []
  /// True if nobody is named.
  public var isEmpty: Bool { all.isEmpty }
  /// Alternatives parted by `|`, those who must all take part by `+`.
  public var description: String {
    all.map { $0.map(\.description).joined(separator: "|") }.joined(separator: "+")
  }
}
