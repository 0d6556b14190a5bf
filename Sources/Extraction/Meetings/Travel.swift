import Gazetteer
import Language
import Records

/// The journey that an article tells of: meetings to come that are told without date or place happen on it.
struct Travel {
  private var place: PlaceMention?
  private var date: DateMention?
  /// The days of a tour, by the country of each stage ("to China July 25-26 and to Oman July 27").
  private var stages: [(country: String, date: DateMention)] = []
  /// The sentence that opens with a stage whose day is known.
  private var stageSentence = -1
  private var paragraph = -1
  /// Those who are named in the sentence that tells of it.
  private var travellers: [Int] = []
  /// True for a day before the article's own: what is to come is not on it.
  private var isOver = false
  /// True if a Spanish sentence tells of a country only.
  private var isToCountry = false
  private var sentence = -10
  /// True for a journey that was made.
  private var isDone = false
  /// True if its last sentence opens with a stop of it.
  private var isStop = false
  /// The days of the journey that the article is about, and who made it, if the first sentence tells.
  private var lead: (date: DateMention, travellers: [Int])?

  /// Takes note of a sentence such as "will travel to Pretoria, South Africa, August 7-9".
  mutating func read(_ scan: Scan, _ reading: Reading) {
    let document = reading.analysis.document
    // "In Manila, on August 6, ..." is a new stop of the same journey.
    let opens = (place != nil || !stages.isEmpty) && scan.isOne(0, of: PlaceWords.locatives)
    guard
      let token = (0..<scan.count).first(where: { scan.isOne($0, of: PlaceWords.travels) })
        ?? (opens ? 0 : nil) ?? stay(scan)
    else { return }
    let places = reading.analysis.places(in: scan.index).filter {
      $0.tokens.lowerBound > token && $0.tokens.lowerBound - token <= (opens ? 2 : 12)
        && !$0.isVenue
    }
    let dates = reading.analysis.dates(in: scan.index).filter { $0.date != nil }
    guard let first = places.first else { return }
    // Several places are a tour without one place.
    place = places.count == 1 || opens ? first : nil
    if let date = dates.first {
      self.date = date
    } else if opens, let stage = stages.last(where: { $0.country == first.country }) {
      date = stage.date
      stageSentence = scan.index
    }
    isOver =
      date?.date.flatMap { day in
        reading.analysis.article.published.map { day.latest < $0.earliest }
      } ?? false
    note(scan, reading, from: token)
    isToCountry =
      scan.isSpanish
      && scan.matches(at: first.tokens.lowerBound).contains {
        $0.kind == .country && Int($0.end) == first.tokens.upperBound
      }
    paragraph = document.sentences[scan.index].paragraph
    sentence = scan.index
    isStop = opens && token == 0
    isDone =
      isStop && isDone || scan.isOne(token, of: TravelWords.done)
      || scan.span(token - 6, token).contains { scan.isOne($0, of: TravelWords.begun) }
    travellers = reading.mentions(in: scan.index).flatMap {
      reading.analysis.mentions[$0].entities
    }
    if scan.index == 0, isDone, !scan.isSpanish, let date { lead = (date, travellers) }
  }

  /// "On Monday, A will be in Rome", "El lunes estará en Roma": where somebody is to be.
  private func stay(_ scan: Scan) -> Int? {
    (1..<max(1, scan.count)).first { at in
      scan.isOne(at, of: PlaceWords.inside) && scan.isCapital(at + 1)
        && (scan.isSpanish
          ? scan.isOne(at - 1, of: TravelWords.stays)
          : scan.isSign(at - 1, "be") && scan.isSign(at - 2, "will"))
    }
  }

  /// Takes note of the stages of a tour, each with the day that stands before the next one.
  private mutating func note(_ scan: Scan, _ reading: Reading, from token: Int) {
    let places = reading.analysis.places(in: scan.index).filter { $0.tokens.lowerBound > token }
    let dates = reading.analysis.dates(in: scan.index).filter { $0.date != nil }
    for (number, place) in places.enumerated() {
      let next = number + 1 < places.count ? places[number + 1].tokens.lowerBound : scan.count
      guard let country = place.country,
        let date = dates.first(where: {
          $0.tokens.lowerBound >= place.tokens.upperBound && $0.tokens.lowerBound < next
        })
      else { continue }
      stages.append((country, date))
    }
  }

  /// Gives a planned meeting the date and the place of the journey where it has none of its own.
  func complete(_ frame: inout MeetingFrame) {
    settle(&frame)
    // "traveled to Israel January 18-20 ... In Ramallah, he met B": on the days of the journey.
    if isStop, isDone, frame.sentence == sentence, frame.status == .held, frame.date == nil,
      !frame.isBackground, let date
    {
      frame.date = date.date
      frame.dateBasis = date.basis
      frame.dateSource = .paragraph
    }
    // "To advance these aims, he held a virtual meeting with B": what the report of a journey tells without a day.
    if frame.date == nil, frame.status == .held, !frame.isBackground, frame.sentence > 0, let lead,
      frame.principals.contains(where: lead.travellers.contains)
    {
      frame.date = lead.date.date
      frame.dateBasis = lead.date.basis
      frame.dateSource = .paragraph
    }
    guard frame.status == .planned, frame.mode == nil || frame.mode == .inPerson,
      frame.sentence - sentence <= 4, sentence >= 0
    else { return }
    let isStage = stageSentence == frame.sentence && frame.dateSource == .paragraph
    if frame.date == nil || isStage, let date, !isOver {
      frame.date = date.date
      frame.dateBasis = date.basis
      frame.dateSource = .paragraph
    }
    if frame.place == nil, !isElsewhen(frame) { frame.place = place?.name }
  }

  /// "A visited Dushanbe. He met B and C": what the next sentence tells of those who are there, with no place of its own.
  private func settle(_ frame: inout MeetingFrame) {
    guard frame.status == .held, !frame.isBackground, frame.place == nil,
      frame.mode == nil || frame.mode == .inPerson, frame.sentence > sentence,
      frame.sentence - sentence <= 3, isDone, let place, !isToCountry,
      frame.principals.contains(where: travellers.contains),
      frame.sentence == sentence + 1 || !isElsewhen(frame)
    else { return }
    frame.place = place.name
    frame.placeIsOwn = true
  }
}

extension Travel {
  /// True for a meeting of a day that is weeks away from the journey's.
  private func isElsewhen(_ frame: MeetingFrame) -> Bool {
    guard let day = frame.date, frame.dateSource == .clause || frame.dateSource == .sentence else {
      return false
    }
    guard let own = date?.date else { return day.latest.number - day.earliest.number > 27 }
    return abs(day.earliest.number - own.earliest.number) > 14
  }
}

enum TravelWords {
  static let done = Words.set(
    "visited traveled travelled arrived visiting flew landed visitó viajó llegó aterrizó desplazó trasladó voló"
  )
  static let stays = Words.set("estará estarán")
  static let begun = Words.set("began started inició comenzó")
}
