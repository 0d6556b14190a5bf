import Language
import Records

/// An occasion that is announced with its day and place, whose parties another sentence tells: "The conference will be held in
/// Bergen on May 22. ... It will be the first time that the government and the rebels meet."
struct AnnouncedOccasion {
  private var place: PlaceMention?
  private var date: DateMention?
  private var sentence = -10

  /// Takes note of a sentence in which an occasion is to take place.
  mutating func read(_ scan: Scan, _ reading: Reading) {
    guard
      let verb = (0..<scan.count).first(where: {
        scan.isOne($0, of: AnnouncedWords.willBe)
          && scan.span($0 + 1, $0 + 3).contains { scan.isOne($0, of: AnnouncedWords.held) }
          || scan.isOne($0, of: AnnouncedWords.willTakePlace)
      }), (0..<verb).contains(where: { scan.has(.event, at: $0) || scan.has(.noun, at: $0) }),
      let published = reading.analysis.article.published
    else { return }
    let places = reading.analysis.places(in: scan.index).filter {
      $0.tokens.lowerBound > verb && scan.isOne($0.tokens.lowerBound - 1, of: PlaceWords.inAt)
    }
    let dates = reading.analysis.dates(in: scan.index).filter {
      $0.tokens.lowerBound > verb && $0.date.map { $0.earliest > published.latest } == true
    }
    guard let date = dates.first, places.count < 3 else { return }
    self.date = date
    place = places.first
    sentence = scan.index
  }

  /// Gives its day and place to those who are to meet then for the first time.
  func complete(_ frame: inout MeetingFrame, _ scan: Scan) {
    guard frame.status == .planned, frame.date == nil, let date, frame.sentence > sentence,
      frame.sentence - sentence <= 4,
      scan.span(frame.trigger.lowerBound - 14, frame.trigger.lowerBound).contains(where: {
        scan.isOne($0, of: AnnouncedWords.firsts) && scan.isOne($0 + 1, of: AnnouncedWords.times)
      })
    else { return }
    frame.setDay(date)
    if frame.place == nil, let place { frame.setPlace(place.name, isSure: true) }
  }
}

enum AnnouncedWords {
  static let willBe = Words.set("will be llevará llevarán")
  static let held = Words.set("held convened place cabo")
  static let willTakePlace = Words.set("celebrará celebrarán realizará realizarán")
  static let firsts = Words.set("first primera")
  static let times = Words.set("time occasion vez ocasión")
}
