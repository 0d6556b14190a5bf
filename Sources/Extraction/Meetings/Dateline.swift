import Gazetteer
import Language
import Records

/// The place and the day that an article is dated from. What its first sentences tell without a day happened on the day of
/// its lead, and what happened then without a place happened where the article is dated from.
struct Dateline {
  /// The city of the dateline ("Ginebra. ...", "GENEVA (Reuters) - ...").
  private var place: PlaceMention?
  private let reading: Reading

  /// Looks at the first sentence.
  init(_ reading: Reading) {
    self.reading = reading
    guard let first = reading.scans.first else { return }
    let places = reading.analysis.places(in: 0)
    guard let town = places.first, town.tokens.lowerBound == 0, !town.isVenue else { return }
    let end = town.tokens.upperBound
    // A sentence of its own, or capitals before a bracket or a dash.
    let isAlone = first.count <= end + 4 && first.tokens.last?.form == "."
    let isAgency =
      first.isSign(end, "(") || first.isSign(end, "-") || first.isSign(end, "—")
      || first.isSign(end, "–")
      // "ISLAMABAD: ...", "Ottawa: ..."
      || !reading.isSpanish && first.isSign(end, ":")
    if isAlone || isAgency || Self.isDated(first, behind: end, reading) { place = town }
  }

  /// "BUDAPEST, Nov. 28 (Xinhua) --", "Lima, 27 de mayo.- ", "Kathmandu, 23 January: ...": nothing but a day stands between the
  /// town and the sign that the text begins behind.
  private static func isDated(_ first: Scan, behind end: Int, _ reading: Reading) -> Bool {
    guard first.isSign(end, ",") else { return false }
    let dates = reading.analysis.dates(in: 0)
    var at = end + 1
    while at < min(first.count, end + 9),
      first.isSign(at, ",") || first.isSign(at, ".") || first.shapes[at].contains(.digit)
        || dates.contains(where: { $0.tokens.contains(at) })
    {
      at += 1
    }
    guard at > end + 1 else { return false }
    return at >= first.count || DatelineWords.signs.contains(first.tokens[at].form)
  }

  /// True for the name of the place that the article is dated from.
  func isPlace(_ name: String) -> Bool { place?.name == name }

  /// Gives a frame of the lead the day and the place that it does not have.
  func complete(_ frame: inout MeetingFrame, _ dates: EventDates) {
    guard !frame.isBackground else { return }
    if frame.status == .held, frame.date == nil, frame.sentence < 6, !isRecalled(frame),
      let lead = dates.lead
    {
      frame.date = lead.date
      frame.dateBasis = .inferred
      frame.dateSource = .article
    }
    guard frame.place == nil || isPlainVenue(frame), frame.mode == nil || frame.mode == .inPerson,
      let place, let date = frame.date, let lead = dates.lead,
      date.latest.number - date.earliest.number <= 3,
      abs(date.latest.number - lead.date.latest.number) <= 1
    else { return }
    if let venue = frame.place {
      frame.setPlace(venue + ", " + place.name, isSure: true)
    } else {
      frame.place = place.name
    }
  }

  /// "La noticia causó malestar en Lima, donde la ministra citó al embajador", "Tras las primeras denuncias, A habló con B": behind
  /// the lead such clauses tell what came before, of no day.
  private func isRecalled(_ frame: MeetingFrame) -> Bool {
    guard reading.isSpanish, frame.sentence > 1 else { return false }
    let scan = reading.scans[frame.sentence]
    let trigger = frame.trigger.lowerBound
    if scan.span(trigger - 9, trigger).contains(where: {
      scan.isOne($0, of: PlaceWords.where) && scan.isSign($0 - 1, ",")
    }) {
      return true
    }
    return scan.isOne(0, of: NegotiatorWords.afters) && trigger > 4
      && scan.span(1, 5).contains { scan.isOne($0, of: DatelineWords.first) }
      && !scan.span(1, 6).contains { scan.has(.noun, at: $0) }
  }

  /// "en el Parlamento", "at the airport": a house without a name is one of the town that the article is dated from.
  private func isPlainVenue(_ frame: MeetingFrame) -> Bool {
    guard let name = frame.place, frame.placeIsOwn,
      name.split(separator: " ").dropFirst().allSatisfy({ $0.first?.isLowercase == true })
    else { return false }
    return reading.analysis.places(in: frame.sentence).contains { venue in
      venue.isVenue && venue.name == name
        && reading.scans[frame.sentence].match(.venue, at: venue.tokens.lowerBound)
          .map { Int($0.end) == venue.tokens.upperBound } == true
    }
  }
}

enum DatelineWords {
  /// What stands between a dateline and its text.
  static let signs: Set<String> = ["(", "-", "--", "—", "–", ":", ".-"]
  static let first = Words.set("primeras primeros primera primer")
}
