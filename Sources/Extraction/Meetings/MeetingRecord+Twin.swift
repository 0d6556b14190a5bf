import Records

extension MeetingRecord {
  /// "welcomed B to State House ... A and B co-chaired the session": the same principals in the same way on the same day, at one place
  /// or with none told.
  func isTwin(of other: MeetingRecord) -> Bool {
    guard status == other.status, mode == other.mode, date == other.date, date != nil,
      place == other.place || other.place == nil
    else { return false }
    let own = participants.filter { $0.capacity == .principal }.map(\.name)
    let others = other.participants.filter { $0.capacity == .principal }.map(\.name)
    return Set(own) == Set(others)
      && other.participants.allSatisfy { one in participants.contains { $0.name == one.name } }
  }
}
