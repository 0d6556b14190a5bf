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
  var parties: [SampleParty]

  init(_ sample: MeetingSample) {
    start = sample.start
    end = sample.end
    features = sample.features
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
  var start: Int
  var end: Int
  var features: [Int32]

  init(_ party: MeetingSample.Party) {
    entity = party.entity
    name = party.name
    kind = party.kind.rawValue
    country = party.country
    chain = party.chain
    mention = party.mention
    start = party.start
    end = party.end
    features = party.features
  }
}

/// An article's meetings as `train-extraction meetings` prints them.
struct MeetingLine: Encodable {
  var id: String
  var meetings: [MeetingRecord]
  var places: [SamplePlaces]
  var frames: [SampleFrame]
  var pairs: [SamplePair]

  init(id: String, _ samples: MeetingSamples) {
    self.id = id
    meetings = samples.meetings
    places = samples.places.map(SamplePlaces.init)
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

/// The places that may be that of a meeting.
struct SamplePlaces: Encodable {
  var meeting: Int
  var places: [SampleChoice]

  init(_ sample: PlaceSample) {
    meeting = sample.meeting
    places = sample.places.map { SampleChoice(value: $0.name, features: $0.features) }
  }
}

/// A place with its numbers.
struct SampleChoice: Encodable {
  var value: String
  var features: [Int32]
}
