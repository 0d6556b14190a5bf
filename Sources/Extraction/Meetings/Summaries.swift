import Language
import Records

/// "A retomó hoy las reuniones con representantes del Congreso y los sindicatos", and then each of them by itself: a sentence that sums
/// up the meetings told behind it tells of none of its own.
enum Summaries {
  /// The frames that only sum up those which follow.
  static func superseded(_ frames: [MeetingFrame], _ reading: Reading) -> Set<Int> {
    Set(frames.indices.filter { isSummary(frames[$0], of: frames, reading) })
  }

  /// "A held talks with B and C. In his meeting with B, A ... . During his talks with C, ...": each of them is told by itself.
  private static func isOfEach(
    _ frame: MeetingFrame, of frames: [MeetingFrame], _ reading: Reading
  ) -> Bool {
    guard !reading.isSpanish, frame.principals.count > 2, frame.attendees.isEmpty,
      let host = frame.principals.first
    else { return false }
    return frame.principals.dropFirst().allSatisfy { guest in
      frames.contains {
        $0.sentence > frame.sentence && $0.sentence - frame.sentence <= 8
          && $0.status == frame.status && Set($0.principals) == [host, guest]
      }
    }
  }

  private static func isSummary(
    _ frame: MeetingFrame, of frames: [MeetingFrame], _ reading: Reading
  ) -> Bool {
    if isOfEach(frame, of: frames, reading) { return true }
    let entities = reading.analysis.entities
    guard frame.status == .held, let date = frame.date, frame.evidence.isEmpty,
      reading.scans[frame.sentence].isOne(frame.trigger.lowerBound, of: NounWords.severals)
    else { return false }
    let hosts = frame.principals.filter { entities[$0].kind == .person }
    guard hosts.count == 1, frame.principals.count > 1,
      frame.principals.allSatisfy({
        hosts.contains($0) || entities[$0].name?.first?.isLowercase == true
      })
    else { return false }
    let single = frames.filter {
      $0.sentence > frame.sentence && $0.sentence - frame.sentence <= 8
        && $0.principals.contains(hosts[0]) && $0.date?.description == date.description
    }
    return single.count > 1
  }
}
