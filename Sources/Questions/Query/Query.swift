/// A question, read: what is asked, and of what.
public struct Query: Sendable, Equatable {
  /// What is asked; docs/questions.md tells each.
  public enum Kind: String, Sendable, CaseIterable {
    case metWho = "met-who"
    case metAttended = "met-attended"
    case metWhen = "met-when"
    case metWhere = "met-where"
    case metDid = "met-did"
    case metCount = "met-count"
    case metCountPeople = "met-count-people"
    case metList = "met-list"
    case metTopics = "met-topics"
    case metTop = "met-top"
    case metTopOf = "met-top-of"
    case metTopPairs = "met-top-pairs"
    case metTopPlaces = "met-top-places"
    case metTopYears = "met-top-years"
    case agreementList = "agr-list"
    case agreementWhen = "agr-when"
    case agreementWhere = "agr-where"
    case agreementParties = "agr-parties"
    case agreementSigners = "agr-signers"
    case agreementPartners = "agr-partners"
    case agreementDid = "agr-did"
    case agreementCount = "agr-count"
    case agreementTop = "agr-top"
    case agreementTopPartners = "agr-top-partners"
    case sayWhat = "say-what"
    case sayWho = "say-who"
    case sayAboutWho = "say-about-who"
    case saySpeakers = "say-speakers"
    case sayWhen = "say-when"
    case sayDid = "say-did"
    case sayCount = "say-count"
    case sayTop = "say-top"
    case sayWhom = "say-whom"
  }

  public var kind: Kind
  public var language: QuestionLanguage
  /// Those who take part (or sign, or speak).
  public var parties = PartyList()
  /// The one name before "meeting" or "talks", where there is one: it may be what they were about ("the migration talks").
  var subject: String?
  /// Those on the other side: spoken to, signed with.
  public var others = PartyList()
  /// Those whom the answer leaves out ("besides X").
  public var besides = PartyList()
  /// In which office someone was there ("as prime minister").
  public var capacities: [PartyPhrase] = []
  public var times: [TimeConstraint] = []
  /// Places, as folded words.
  public var places: [String] = []
  /// Those of the places that were written in lower case: where nobody knows such a place it is some other word.
  public var uncertainPlaces: [String] = []
  /// Countries, ISO 3166-1 alpha-2 or `EU`, or regions by name, of which those who are the answer must be.
  public var answerCountries: [String] = []
  /// Topics, as folded words.
  public var topics: [String] = []
  /// Topics and titles that nothing has as they are written: their words stand for singular and plural.
  public var looseWords: Set<String> = []
  /// The name of an agreement, as folded words.
  public var title: String?
  /// Words that were said, as written.
  public var content: String?
  /// `manner`, `status`, `astatus`, `akind`, `only`, `office`, `order`, `per`, `grain`, `else`, `by`, `medium` …
  public var attributes: [String: String] = [:]
  /// True where the topic stands behind "on" or "over", which may mean something else.
  public var topicIsUncertain = false
  /// True where what was said stands without quotation marks.
  public var contentIsFree = false
  /// Who acted: `x` is whom the question names first, `y` second, `asked` those whom it asks for.
  var agent = "x"
  /// Who received the others, told in the same words; nil where the question tells nothing of that.
  var host: String?
  /// True for "did X talk about T", which a meeting may answer as well as a statement.
  var mayBeMeeting = false
  /// How many rows of a ranking are asked for.
  public var count: Int?

  /// A query of a kind.
  public init(kind: Kind, language: QuestionLanguage) {
    self.kind = kind
    self.language = language
  }
}

extension Query {
  /// The kinds whose answers are people, so that a country can be asked of them.
  private static let askingWho: [Kind] = [
    .metWho, .metAttended, .metCountPeople, .metTop, .metTopOf, .agreementParties,
    .agreementSigners, .agreementPartners, .agreementTop, .agreementTopPartners, .sayWho,
    .sayAboutWho, .saySpeakers, .sayCount, .sayTop,
  ]

  /// A word of the question that was read and that its kind has no use for; the question is then refused.
  var unused: String? {
    if attributes["top"] != nil { return "most" }
    if attributes["bare"] != nil { return "who" }
    // "As a friend" tells no office.
    if let other = capacities.first(where: { $0.name != nil || $0.offices.isEmpty }) {
      return other.written
    }
    let counts: [Kind] = [.metCount, .agreementCount]
    // "Did X visit Cuba": the base knows meetings, and no journeys.
    if attributes["manner"] == "visit" { return "visit" }
    if let per = attributes["per"], !counts.contains(kind) { return "per \(per)" }
    if !answerCountries.isEmpty, !Query.askingWho.contains(kind) { return answerCountries[0] }
    if !places.isEmpty, kind == .sayTop { return places[0] }
    if !besides.isEmpty, !Query.leavingOut.contains(kind) {
      return besides.all[0].first?.written
    }
    if !kind.rawValue.hasPrefix("met-"), let manner = attributes["manner"] { return manner }
    if !kind.rawValue.hasPrefix("say-"), let medium = attributes["medium"] { return medium }
    // "nothing about Ukraine" is no passage that someone said.
    if let content,
      content.lowercased().hasPrefix("nothing ") || content.lowercased().hasPrefix("nada ")
    {
      return content
    }
    return nil
  }

  /// The kinds that leave out whom the question excepts.
  private static let leavingOut: [Kind] = [
    .metWho, .metAttended, .metCountPeople, .metTopOf,
  ]
}

extension Query: CustomStringConvertible {
  /// One line in a fixed order, for tests and for people.
  public var description: String {
    var parts = [kind.rawValue]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { parts.append("\(name)=\(value)") }
    }
    add("x", parties.description)
    add("y", others.description)
    add("besides", besides.description)
    add("as", capacities.map(\.description).joined(separator: "&"))
    add("time", times.map(\.description).joined(separator: "&"))
    add("place", places.joined(separator: "&"))
    add("from", answerCountries.joined(separator: "&"))
    add("topic", topics.joined(separator: "&"))
    add("title", title)
    add("content", content)
    add("host", host)
    add("n", count.map(String.init))
    for (key, value) in attributes.sorted(by: { $0.key < $1.key }) { add(key, value) }
    return parts.joined(separator: "; ")
  }
}
