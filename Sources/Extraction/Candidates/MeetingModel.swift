import CResources

/// The learned model of meetings: who takes part in what an anchor tells, as principal or besides, and whether it tells of
/// a meeting at all. `Sources/CResources/models/README.md` says how it was trained.
public struct MeetingModel: Sendable {
  /// Whether a candidate is one of those whom the meeting is between.
  let first: Forest
  /// The same, with what the first says of all the others.
  let principal: Forest
  /// Whether a candidate was there besides.
  let attendee: Forest
  /// Whether the anchor tells of a meeting.
  let event: Forest
  /// Whether a place is that of the meeting.
  let place: Forest
  /// Whether two tellings are of one occasion.
  let same: Forest
  /// The score above which an anchor tells of a meeting.
  let eventThreshold: Int32
  /// The score above which a candidate is a principal.
  let principalThreshold: Int32

  /// The model in the program; nil if it does not fit the features of the program, which the tests rule out.
  public static let builtIn = MeetingModel(
    bytes: UnsafeBufferPointer(
      start: chancery_meetings_model, count: chancery_meetings_model_length))

  /// Reads whole numbers of 32 bits, low byte first: a mark with the number of the format, two thresholds,
  /// six forests.
  public init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count.isMultiple(of: 4) else { return nil }
    var numbers: [Int32] = []
    numbers.reserveCapacity(bytes.count / 4)
    for at in stride(from: 0, to: bytes.count, by: 4) {
      let value =
        UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
        | UInt32(bytes[at + 3]) << 24
      numbers.append(Int32(bitPattern: value))
    }
    var rest = numbers[...]
    guard rest.popFirst() == MeetingModel.mark, let eventThreshold = rest.popFirst(),
      let principalThreshold = rest.popFirst(), let first = Forest(&rest),
      let principal = Forest(&rest),
      let attendee = Forest(&rest), let event = Forest(&rest), let place = Forest(&rest),
      let same = Forest(&rest), rest.isEmpty,
      first.width <= MeetingCandidates.argumentFeatures.count,
      principal.width <= MeetingCandidates.argumentFeatures.count
        + MeetingCandidates.companyFeatures.count,
      attendee.width <= MeetingCandidates.argumentFeatures.count,
      event.width <= MeetingCandidates.eventFeatures.count + MeetingCandidates.scoreFeatures.count
    else { return nil }
    guard place.width <= PlaceCandidates.features.count,
      same.width <= OccasionPair.features.count
    else { return nil }
    self.place = place
    self.same = same
    self.first = first
    self.principal = principal
    self.attendee = attendee
    self.event = event
    self.eventThreshold = eventThreshold
    self.principalThreshold = principalThreshold
  }

  /// "CHM" and the number of the format.
  static let mark: Int32 = 0x0343_484D
}
