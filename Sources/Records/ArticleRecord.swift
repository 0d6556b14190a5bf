/// What one article says: its meetings, agreements and statements (`docs/records.md`).
public struct ArticleRecord: Codable, Sendable, Equatable {
  /// The article's id.
  public var id: String
  /// ISO 639-1 code of the article's language.
  public var language: String?
  /// EDTF date of publication.
  public var published: String?
  /// The headline.
  public var title: String?
  /// Who wrote it.
  public var author: String?
  /// Who published it.
  public var outlet: String?
  /// Where it stands.
  public var url: String?
  /// In the order in which the article tells them.
  public var meetings: [MeetingRecord]
  /// In the order in which the article tells them.
  public var agreements: [AgreementRecord]
  /// In the order in which the article tells them.
  public var statements: [StatementRecord]
  /// The article's text, where the record is to stand for the article; `export` writes it.
  public var text: String?
  /// Where the article was read from; `export` writes it.
  public var source: String?
  /// `extracted` if the program itself made the record; `export` writes it.
  public var origin: String?

  /// A record of what an article says.
  public init(
    id: String, language: String? = nil, published: String? = nil, title: String? = nil,
    author: String? = nil, outlet: String? = nil, url: String? = nil,
    meetings: [MeetingRecord] = [], agreements: [AgreementRecord] = [],
    statements: [StatementRecord] = []
  ) {
    self.id = id
    self.language = language
    self.published = published
    self.title = title
    self.author = author
    self.outlet = outlet
    self.url = url
    self.meetings = meetings
    self.agreements = agreements
    self.statements = statements
  }
}

/// What a participant, a party or a speaker is.
public enum PartyKind: String, Codable, Sendable, CaseIterable {
  case person, government, organization, delegation
}

/// What a participant of a meeting was there as.
public enum Capacity: String, Codable, Sendable, CaseIterable {
  case principal, attendee, mediator
}

/// Someone or something that took part: in a meeting, an agreement or a statement.
public struct PartyRecord: Codable, Sendable, Equatable {
  /// The fullest form that the article uses; a person's name carries no title.
  public var name: String
  /// Nil where a record made elsewhere does not say.
  public var kind: PartyKind?
  /// The office, as the article reports it.
  public var role: String?
  /// ISO 3166-1 alpha-2, or `EU`.
  public var country: String?
  /// For participants of meetings only.
  public var capacity: Capacity?
  /// Other names for the same party that are just as right; in gold files.
  public var also: [String]?
  /// The stable id of the entity that it was taken for; written by `export`, not read.
  public var entity: String?

  /// A party by name.
  public init(
    name: String, kind: PartyKind? = nil, role: String? = nil, country: String? = nil,
    capacity: Capacity? = nil, also: [String]? = nil
  ) {
    self.name = name
    self.kind = kind
    self.role = role
    self.country = country
    self.capacity = capacity
    self.also = also
  }
}

/// One occasion on which parties talked to each other, or arranged to.
public struct MeetingRecord: Codable, Sendable, Equatable {
  /// Whether it took place.
  public enum Status: String, Codable, Sendable, CaseIterable { case held, planned, cancelled }
  /// How they talked.
  public enum Mode: String, Codable, Sendable, CaseIterable {
    case inPerson = "in_person"
    case phone, video
  }

  public var status: Status
  public var mode: Mode
  /// EDTF; nil where nothing in the article says.
  public var date: String?
  /// How the date is known; nil where there is none.
  public var dateBasis: DateBasis?
  /// Venue, then city or country.
  public var place: String?
  public var participants: [PartyRecord]
  public var topics: [String]?
  /// Verbatim pieces of the article.
  public var evidence: [String]
  /// The stable id of the meeting that it was taken for; written by `export`, not read.
  public var key: String?

  enum CodingKeys: String, CodingKey {
    case status, mode, date
    case dateBasis = "date_basis"
    case place, participants, topics, evidence
    case key = "meeting"
  }

  /// A meeting; `date` is EDTF.
  public init(
    status: Status = .held, mode: Mode = .inPerson, date: String? = nil,
    dateBasis: DateBasis? = nil,
    place: String? = nil, participants: [PartyRecord], topics: [String]? = nil, evidence: [String]
  ) {
    self.status = status
    self.mode = mode
    self.date = date
    self.dateBasis = dateBasis
    self.place = place
    self.participants = participants
    self.topics = topics
    self.evidence = evidence
  }
}

/// How a date is known.
public enum DateBasis: String, Codable, Sendable, CaseIterable {
  /// The article gives it in full.
  case stated
  /// It follows from the article's own date ("yesterday").
  case relative
  /// It follows from something else that the article says.
  case inferred
}

/// A treaty, accord, memorandum, ceasefire or deal between parties.
public struct AgreementRecord: Codable, Sendable, Equatable {
  /// What sort of agreement it is.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case treaty, agreement, memorandum, contract, declaration, ceasefire, plan, other
  }
  /// How far it has come.
  public enum Status: String, Codable, Sendable, CaseIterable {
    case signed
    case inForce = "in_force"
    case proposed, ended
  }

  /// The fullest noun phrase that names it, verbatim.
  public var title: String
  public var kind: Kind
  public var status: Status
  /// How many were signed together ("13 agreements"), where the article says.
  public var count: Int?
  /// EDTF.
  public var date: String?
  /// How the date is known; nil where there is none.
  public var dateBasis: DateBasis?
  public var place: String?
  public var parties: [PartyRecord]
  /// Persons said to have signed.
  public var signatories: [PartyRecord]?
  /// Verbatim pieces of the article.
  public var evidence: [String]
  /// The stable id of the agreement that it was taken for; written by `export`, not read.
  public var key: String?

  enum CodingKeys: String, CodingKey {
    case title, kind, status, count, date
    case dateBasis = "date_basis"
    case place, parties, signatories, evidence
    case key = "agreement"
  }

  /// An agreement; `date` is EDTF.
  public init(
    title: String, kind: Kind, status: Status, count: Int? = nil, date: String? = nil,
    dateBasis: DateBasis? = nil, place: String? = nil, parties: [PartyRecord],
    signatories: [PartyRecord]? = nil, evidence: [String]
  ) {
    self.title = title
    self.kind = kind
    self.status = status
    self.count = count
    self.date = date
    self.dateBasis = dateBasis
    self.place = place
    self.parties = parties
    self.signatories = signatories
    self.evidence = evidence
  }
}

/// What a speaker is reported to have said or written.
public struct StatementRecord: Codable, Sendable, Equatable {
  /// Whether the words are the speaker's own.
  public enum Kind: String, Codable, Sendable, CaseIterable { case direct, indirect }

  public var kind: Kind
  public var speakers: [PartyRecord]
  /// Verbatim, without quotation marks and without the words of attribution.
  public var text: String
  /// Where the text begins in the article, in code points; nil where it is not known.
  public var start: Int?
  /// Where the text ends in the article (exclusive), in code points; nil where it is not known.
  public var end: Int?
  /// "X", "press conference", "interview", "statement" …
  public var medium: String?
  /// When it was said, in EDTF.
  public var date: String?

  /// A statement; offsets count code points of the article's text.
  public init(
    kind: Kind, speakers: [PartyRecord], text: String, start: Int? = nil, end: Int? = nil,
    medium: String? = nil, date: String? = nil
  ) {
    self.kind = kind
    self.speakers = speakers
    self.text = text
    self.start = start
    self.end = end
    self.medium = medium
    self.date = date
  }
}
