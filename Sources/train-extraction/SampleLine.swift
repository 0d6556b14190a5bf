import Extraction
import Records

/// An article's anchors as `train-extraction samples` prints them.
struct SampleLine: Encodable {
  var id: String
  var anchors: [SampleAnchor]
}

/// An anchor: where it stands in code points, its numbers, and those who may take part.
struct SampleAnchor: Encodable {
  var start: Int
  var end: Int
  var features: [Int32]
  var quick: [Int32]
  var parties: [SampleParty]

  init(_ sample: MeetingSample) {
    start = sample.start
    end = sample.end
    features = sample.features
    quick = sample.quick
    parties = sample.parties.map(SampleParty.init)
  }
}

/// A candidate with its numbers.
struct SampleParty: Encodable {
  var entity: Int
  var name: String
  var kind: String
  var country: String?
  var chain: Int
  var mention: Int
  var features: [Int32]

  init(_ party: MeetingSample.Party) {
    entity = party.entity
    name = party.name
    kind = party.kind.rawValue
    country = party.country
    chain = party.chain
    mention = party.mention
    features = party.features
  }
}

/// An article's meetings as `train-extraction details` prints them.
struct DetailLine: Encodable {
  var id: String
  var meetings: [MeetingRecord]
  var details: [SampleDetail]
  var frames: [SampleFrame]
  var pairs: [SamplePair]

  init(id: String, _ samples: DetailSamples) {
    self.id = id
    meetings = samples.meetings
    details = samples.details.map(SampleDetail.init)
    frames = samples.frames.map {
      SampleFrame(start: $0.start, principals: $0.principals.map(SampleParty.init))
    }
    pairs = samples.pairs.map {
      SamplePair(known: $0.known, frame: $0.frame, features: $0.features)
    }
  }
}

/// A telling of a meeting.
struct SampleFrame: Encodable {
  var start: Int
  var principals: [SampleParty]
}

/// Two tellings.
struct SamplePair: Encodable {
  var known: [Int]
  var frame: Int
  var features: [Int32]
}

/// The dates and places that may be those of a meeting.
struct SampleDetail: Encodable {
  var meeting: Int
  var dates: [SampleChoice]
  var places: [SampleChoice]

  init(_ sample: DetailSample) {
    meeting = sample.meeting
    dates = sample.dates.map { SampleChoice(value: $0.value, features: $0.features) }
    places = sample.places.map { SampleChoice(value: $0.value, features: $0.features) }
  }
}

/// A date or place with its numbers.
struct SampleChoice: Encodable {
  var value: String
  var features: [Int32]
}
