import Language
import Records

/// The meetings of an article, by the sentences that tell of them: who met is who agreed, when and where they met is when
/// and where they signed, unless the agreement's own sentence says otherwise.
struct AgreementOccasions {
  private let meetings: [MeetingRecord]
  /// For each meeting the sentences that its evidence covers.
  private let sentences: [Set<Int>]
  private let anchor: EDTF?

  init(_ meetings: [MeetingRecord], in analysis: Analysis) {
    self.meetings = meetings
    anchor = analysis.anchor?.date
    guard !meetings.isEmpty else {
      sentences = []
      return
    }
    // Evidence is whole sentences: they are compared where they lie, without a copy of the text.
    sentences = meetings.map { meeting in
      var out: Set<Int> = []
      for piece in meeting.evidence {
        let wanted = piece.unicodeScalars
        let length = wanted.count
        let found = analysis.document.sentences.firstIndex {
          $0.end - $0.start == length && $0.end <= analysis.scalars.count
            && analysis.scalars[$0.start..<$0.end].elementsEqual(wanted)
        }
        if let found { out.insert(found) }
      }
      return out
    }
  }

  /// The meeting that a sentence tells of, or the one right before it.
  func beside(_ sentence: Int) -> MeetingRecord? {
    for back in 0...1 {
      let found = meetings.indices.last {
        sentences[$0].contains(sentence - back) && meetings[$0].status == .held && isRecent($0)
      }
      if let found { return meetings[found] }
    }
    return nil
  }

  /// The meeting at which what a sentence tells came about: told in it, else the last told in the three sentences before, of
  /// one status with it.
  /// - Parameters:
  ///   - from: How many sentences before it the search begins.
  func meeting(of sentence: Int, isPlanned: Bool = false, from first: Int = 0) -> MeetingRecord? {
    for back in first...3 {
      let found = meetings.indices.filter {
        sentences[$0].contains(sentence - back) && (back == 0 || isRecent($0))
          && (meetings[$0].status == .held || isPlanned && meetings[$0].status == .planned)
      }
      if let last = found.last { return meetings[last] }
    }
    // What follows a meeting told as background belongs to the meeting that the article is about.
    return meetings.indices.first {
      meetings[$0].status == .held && isRecent($0) && sentences[$0].contains { $0 < sentence }
        && meetings[$0].date != nil
    }
    .map { meetings[$0] }
  }

  /// True if the article tells of a meeting of the last days.
  var hasRecent: Bool { meetings.indices.contains { meetings[$0].status == .held && isRecent($0) } }

  /// True for a meeting of the last ten days, or one without a date.
  private func isRecent(_ meeting: Int) -> Bool {
    guard let anchor, let text = meetings[meeting].date, let date = EDTF(text) else { return true }
    return anchor.earliest.number - date.latest.number <= 10
  }

}

extension AgreementParties {
  /// The states and bodies for which the principals of a meeting sat there; empty if they are fewer than two.
  func parties(of meeting: MeetingRecord, _ language: LanguageCode) -> [AgreementParty] {
    var out: [AgreementParty] = []
    for participant in meeting.participants
    where participant.capacity == nil || participant.capacity == .principal {
      switch participant.kind {
      case .organization:
        add(AgreementParty(entity: nil, record: body(participant)), to: &out)
      case .person, .government, .delegation, nil:
        guard let country = participant.country else { continue }
        add(government(country, language), to: &out)
      }
    }
    return out.count >= 2 ? out : []
  }

  private func body(_ participant: PartyRecord) -> PartyRecord {
    PartyRecord(name: participant.name, kind: .organization, country: participant.country)
  }
}
