/// What a phrase of the lexicon is.
public struct Entry: Sendable, Equatable {
  /// The classes of phrases.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A country by name; the index is into `Gazetteer.countries`.
    case country
    /// An adjective or a people; the index is into `Gazetteer.countries`.
    case demonym
    /// A capital, which may stand for its government; the index is into `Gazetteer.countries`.
    case capital
    /// Another city or region; the index is into `Gazetteer.countries`.
    case city
    /// A palace or a ministry that stands for a government; the index is into `Gazetteer.countries`.
    case seat
    /// An international body, a party, an armed group; the index is into `Gazetteer.bodies`.
    case body
    /// A noun for people who may be met without being named ("empresarios", "familiares").
    case people
    /// Several countries together; the index is into `Gazetteer.groupings`.
    case grouping
    /// An office; the index is into `Gazetteer.offices`.
    case office
    /// A word in the name of an office or a ministry.
    case portfolio
    /// A word before a name that is no part of it; the index is a `Gazetteer.Gender`.
    case honorific
    /// "officials", "authorities": unnamed people of a country or body.
    case group
    /// A building that people meet in.
    case venue
    /// An occasion that people meet at.
    case event
    /// A given name; the index is a `Gazetteer.Gender`.
    case given
    /// A word that is no name even with a capital.
    case stop
    /// "de la", "bin": between the parts of a name.
    case particle
    /// "Jr.", "II": after a name.
    case suffix
    /// "former", "ex", "acting": before an office.
    case modifier
    /// A word in the name of an organization, a place or an event, which makes a run of capitals no person.
    case organization
    /// A verb of meeting; the index is into `Gazetteer.verbs`.
    case verb
    /// Words behind which stands what was talked about.
    case topic
    /// A word that ends what was talked about.
    case topicEnd
    /// A noun of meeting; the index is into `Gazetteer.nouns`.
    case noun
    /// A people before a hyphen ("Franco-German"); the index is into `Gazetteer.countries`.
    case combining
  }

  public var kind: Kind
  /// Into the list that the kind says.
  public var index: Int32

  /// An entry by its kind and its place in the list that the kind says.
  public init(_ kind: Kind, _ index: Int = 0) {
    self.kind = kind
    self.index = Int32(index)
  }
}

/// Which pronoun a word goes with.
public enum WordGender: Int, Sendable { case either, masculine, feminine }

/// An office that a person may hold.
public struct Office: Sendable, Equatable {
  /// What sort of office it is, for matching "the Mexican foreign minister" with "Secretary of Foreign Affairs".
  public enum Class: String, Sendable, CaseIterable {
    case state, government, monarch, foreign, minister, secretary, chief, envoy, ambassador,
      diplomat
    case spokes, legislator, judge, military, police, religious, party, local, leader, official
    case counterpart, family, profession
  }
  public let form: String
  public let kind: Class
  public let gender: WordGender
  public let isPlural: Bool
}

/// A body that may take part in a meeting.
public struct Body: Sendable, Equatable {
  /// The usual name in English.
  public let englishName: String
  /// The usual name in Spanish.
  public let spanishName: String
  /// All names in both languages.
  public let names: [String]
  /// ISO 3166-1 alpha-2 of the country it belongs to.
  public let country: String?
  /// A paper, an agency or a channel: it asks and reports, it meets nobody.
  public let isPress: Bool
}

/// A verb of meeting.
public struct MeetingVerb: Sendable, Equatable {
  /// How its arguments make a meeting (see meeting-verbs.tsv).
  public enum Frame: String, Sendable, CaseIterable {
    case meet, talk, receive, call, hold, join, discuss, gather
  }
  public let frame: Frame
  public let mode: MeetingMode?
  public let form: String

  /// The verb with another frame than its first: "verá a B" is "will see B", not "will meet".
  public func framed(as frame: Frame) -> MeetingVerb {
    MeetingVerb(frame: frame, mode: mode, form: form)
  }
}

/// A noun of meeting.
public struct MeetingNoun: Sendable, Equatable {
  /// What it needs to make a meeting (see meeting-nouns.tsv).
  public enum Strength: String, Sendable, CaseIterable { case strong, weak, event }
  public let strength: Strength
  public let mode: MeetingMode?
  public let form: String
}

/// How people talk, as far as a word tells it.
public enum MeetingMode: String, Sendable, CaseIterable {
  case inPerson = "in_person"
  case phone, video
}
