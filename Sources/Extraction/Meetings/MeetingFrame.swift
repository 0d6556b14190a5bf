import Gazetteer
import Language
import Records

/// A meeting as one clause tells it, before the same occasion told twice becomes one record.
struct MeetingFrame {
  /// The rule that made it.
  var rule: String
  var sentence: Int
  /// The words that tell of it: verb or noun.
  var trigger: Range<Int>
  /// Entities, in the order of the text.
  var principals: [Int]
  var attendees: [Int] = []
  var mediators: [Int] = []
  var status = MeetingRecord.Status.held
  /// True if the words of the clause tell the status.
  var isStatusSure = false
  /// Nil where the words leave it open.
  var mode: MeetingRecord.Mode?
  var date: EDTF?
  var dateBasis: DateBasis?
  var dateSource: EventDates.Source?
  /// True for what had happened before ("had met", "se había reunido").
  var isBackground = false
  /// True for "spoke with", which may be by telephone.
  var isTalk = false
  /// True if the date may be that of the telling rather than of the meeting.
  var dateIsWeak = false
  var place: String?
  /// True if the place is known from the clause itself.
  var placeIsOwn = false
  /// True if the place is no matter of likelihood: the countries of a tour.
  var placeIsSure = false
  /// Further sentences that tell of it.
  var evidence: [Int] = []
  /// True for "the talks" without company of their own, which point back to what was told.
  var isByReference = false
  /// True if the words only tell what they discussed together, of a company that other words may tell in full.
  var isDiscussion = false
  /// True for "En la videoconferencia participaron A y B": who was at a meeting that is known by its article.
  var isAttendance = false
  /// True for a visit or a summit: an occasion with many guests.
  var isEvent = false
}

extension MeetingFrame {
  /// True if its own clause dates it.
  var isSurelyDated: Bool { date != nil && !dateIsWeak && dateSource == .clause }

  /// Dates it by a day that its own clause tells.
  mutating func setDay(_ day: DateMention) {
    date = day.date
    dateBasis = day.basis
    dateSource = .clause
  }

  /// Notes a further sentence that tells of it.
  mutating func cite(_ sentence: Int) {
    guard sentence != self.sentence, !evidence.contains(sentence) else { return }
    evidence.append(sentence)
  }

  /// Puts it where its own clause says, which may be nowhere.
  mutating func setPlace(_ name: String?, isSure: Bool) {
    place = name
    placeIsOwn = true
    placeIsSure = isSure
  }

  /// Leaves it without a place, which other words may tell.
  mutating func forgetPlace() {
    place = nil
    placeIsOwn = false
    placeIsSure = false
  }

  /// Leaves it without a day.
  mutating func forgetDate() {
    date = nil
    dateBasis = nil
    dateSource = nil
  }
}
