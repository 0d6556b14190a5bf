import Gazetteer
import Language

/// Finds where a meeting was, from the places of its sentence.
struct MeetingPlace {
  let context: MeetingContext

  /// Sets the place of a frame from its own sentence, if one is told there.
  func place(_ frame: inout MeetingFrame) {
    if frame.mode == .phone || frame.mode == .video { return }
    if let found = inSentence(
      frame.sentence, near: frame.trigger.lowerBound, end: frame.trigger.upperBound,
      own: context.scan.isSpanish ? frame.trigger : nil)
      ?? unknown(frame.sentence, after: frame.trigger.upperBound) ?? there(frame)
    {
      frame.place = found
      frame.placeIsOwn = true
      frame.placeIsSure = isBesides(found, frame)
      if isOrigin(found, frame) { frame.setPlace(nil, isSure: true) }
    } else if isOnlyBefore(frame) {
      frame.setPlace(nil, isSure: true)
    }
  }

  /// "se reunió el martes en Lima con B", "mantuvo en Lima un encuentro": a Spanish place that stands right at the verb.
  private func isBesides(_ name: String, _ frame: MeetingFrame) -> Bool {
    let scan = context.scan
    guard scan.isSpanish else {
      // "Talks between A and B on the dam ended in Addis Ababa"
      return scan.has(.noun, at: frame.trigger.lowerBound)
        && context.reading.analysis.places(in: frame.sentence).contains { place in
          let at = place.tokens.lowerBound
          return name.hasPrefix(place.name) && at > frame.trigger.upperBound
            && scan.isSign(at - 1, "in") && scan.isOne(at - 2, of: PlaceWords.occurring)
        }
    }
    return context.reading.analysis.places(in: frame.sentence).contains { place in
      name.hasPrefix(place.name)
        && (isBeside(place, frame.trigger) || isOwnWhere(place, frame.trigger, scan))
    }
  }

  /// "llegó el jueves a Rabat. Allí se entrevistó con B": the last place that somebody went to or was at before.
  private func there(_ frame: MeetingFrame) -> String? {
    let scan = context.scan
    guard frame.sentence > 0,
      scan.isSpanish || frame.trigger.lowerBound < 6 && scan.isSign(0, "There"),
      scan.isSpanish && scan.isOne(0, of: PlaceWords.there)
        || (max(0, frame.trigger.lowerBound - 6)..<frame.trigger.lowerBound).contains(where: {
          scan.isOne($0, of: PlaceWords.there)
        })
    else { return nil }
    let before = context.reading.scans[frame.sentence - 1]
    let places = context.reading.analysis.places(in: frame.sentence - 1).filter { !$0.isVenue }
    // "entregar la presidencia a Costa Rica" leads nowhere.
    let isJourney = (0..<before.count).contains {
      before.isOne($0, of: PlaceWords.travels) || before.isOne($0, of: JourneyWords.going)
        || before.isOne($0, of: DestinationWords.visits)
    }
    return places.last { place in
      isLocated(place, before)
        || isJourney
          && (before.isOne(place.tokens.lowerBound - 1, of: PlaceWords.goals)
            || before.isOne(place.tokens.lowerBound - 1, of: DestinationWords.visits))
    }?.name
  }

  /// True if only days and small words stand between the words of a meeting and "en" with a place.
  private func isBeside(_ place: PlaceMention, _ trigger: Range<Int>) -> Bool {
    let scan = context.scan
    var at = place.tokens.lowerBound - 1
    while at >= 0, scan.isDeterminer(at) { at -= 1 }
    guard scan.isOne(at, of: PlaceWords.inAt) else { return false }
    if place.tokens.upperBound <= trigger.lowerBound {
      // The verb that has the noun for its object stands before the place.
      guard trigger.lowerBound - place.tokens.upperBound <= 3,
        (place.tokens.upperBound..<trigger.lowerBound).allSatisfy({
          scan.shapes[$0].contains(.lower) && !scan.has(.verb, at: $0)
        })
      else { return false }
      return scan.span(at - 6, at).contains { at in
        scan.match(.verb, at: at).map {
          Gazetteer.shared.verbs[Int($0.index)].frame == .hold
        } == true
      } && areSmall(at, before: at)
    }
    if trigger.upperBound <= at, at - trigger.upperBound <= 6,
      areSmall(trigger.upperBound, before: at)
    {
      return true
    }
    // "las conversaciones ... se reanudarán el domingo en El Cairo", "tuvo lugar en"
    guard scan.has(.noun, at: trigger.lowerBound), trigger.upperBound < at,
      let verb = (max(trigger.upperBound, at - 7)..<at).last(where: {
        scan.isOne($0, of: NounWords.takePlace) || scan.isOne($0, of: PlaceWords.tookPlace)
      })
    else { return false }
    var next = verb + 1
    while scan.isOne(next, of: PlaceWords.completing) { next += 1 }
    return areSmall(next, before: at)
  }

  private func areSmall(_ from: Int, before to: Int) -> Bool {
    guard from < to else { return true }
    let dates = context.reading.analysis.dates(in: context.sentence)
    return (from..<to).allSatisfy { at in
      context.scan.isDeterminer(at) || context.scan.isOne(at, of: MeetWords.adverbs)
        || context.scan.isOne(at, of: MeetWords.fronting)
        || dates.contains { $0.tokens.contains(at) }
    }
  }

  /// The place that a sentence tells for an event at a token: after it first, then at the head of the sentence.
  /// - Parameter own: The words of the meeting, where they stand in the sentence that is read.
  /// - Parameter end: Where the words of the meeting end.
  func inSentence(
    _ sentence: Int, near token: Int, end: Int? = nil, own: Range<Int>? = nil
  ) -> String? {
    let scan = context.reading.scans[sentence]
    let places = ownPlaces(sentence, token, scan)
    var venue: PlaceMention?
    var town: PlaceMention?
    var before: PlaceMention?
    for place in places {
      // "held his first White House meeting with B"
      if !scan.isSpanish, place.isVenue, place.tokens.upperBound == token,
        scan.has(.noun, at: token)
      {
        return place.name
      }
      if isOfOpening(place, token, scan) { continue }
      guard
        isLocated(place, scan)
          || isWelcomedTo(place, token, scan) && !context.reading.isPost(place, in: scan.index)
      else { continue }
      if place.tokens.lowerBound < token {
        // "Before travelling to Warsaw, she met B": where she went on to.
        if !scan.isSpanish, isAheadOf(place, token, scan) { continue }
        // "including a speech at the United Nations, meeting with B": the place of what was told before it.
        if !scan.isSpanish, scan.isSign(token - 1, ","), scan.tokens[token].form.hasSuffix("ing"),
          place.tokens.upperBound >= token - 2
        {
          continue
        }
        // "travelled to Oslo, where he met": nothing is surer.
        if isWhere(place, token, scan) { before = place }
        if before == nil || !place.isVenue { before = place }
        // "mantuvo en Kiev conversaciones con B, tras verse con C en Varsovia"
        if let range = own, isBeside(place, range) || isOwnWhere(place, range, scan) {
          return place.name
        }
        continue
      }
      // "Tras el encuentro con B, viajó a Viena": where somebody went on to.
      if isLeft(token, place, scan) { break }
      if !isOfOccasion(place, token, scan),
        isBlocked(max(token, (end ?? token) - 1), place.tokens.lowerBound, scan)
      {
        // "las conversaciones para una tregua en Gaza se reanudarán en El Cairo"
        guard scan.isSpanish, scan.has(.noun, at: token) else { break }
        continue
      }
      // "In Cairo, he will meet B, and in Amman he will hold talks with C".
      if before != nil, scan.isOne(place.tokens.lowerBound - 2, of: Words.and) {
        break
      }
      if place.isVenue {
        // "at his office at the Bayan Palace": the house says more.
        if venue.map({ isOffice($0, scan) && place.tokens.lowerBound - $0.tokens.upperBound <= 3 })
          ?? true
        {
          venue = house(of: place, scan)
        }
      } else if town == nil {
        town = place
      }
    }
    if venue == nil, town == nil {
      guard let before else { return nil }
      return before.name
    }
    guard let venue else { return town?.name }
    // "in Fasano, Italy, at the G7 Summit": the town says where.
    if let town, town.tokens.lowerBound < venue.tokens.lowerBound, isOccasion(venue, scan) {
      return town.name
    }
    guard let town, town.tokens.lowerBound > venue.tokens.lowerBound,
      town.tokens.lowerBound - venue.tokens.upperBound <= 4
    else {
      // "at a hotel in Sadao": a town that no list knows.
      let end = venue.tokens.upperBound
      if !scan.isSpanish, venue.tokens.count == 1, scan.shapes[end - 1].contains(.lower),
        scan.isSign(end, "in"), scan.isCapital(end + 1),
        let town = unknown(sentence, after: end)
      {
        return venue.name + ", " + town
      }
      return venue.name
    }
    return venue.name + ", " + town.name
  }

  /// The places of the clause of an event, if it has any in a sentence that joins several clauses; else all.
  private func ownPlaces(_ sentence: Int, _ token: Int, _ scan: Scan) -> [PlaceMention] {
    let all = Array(context.reading.analysis.places(in: sentence))
    guard sentence == context.sentence, let clause = context.clause(of: token) else { return all }
    let own = all.filter { clause.contains($0.tokens.lowerBound) }
    if own.contains(where: { isLocated($0, scan) }) { return own }
    // "met A in Oslo on February 7 and held talks with B on Monday": of another day, nobody knows where.
    let days = context.reading.analysis.dates(in: sentence).filter { $0.date != nil }
    let ownDays = days.filter { clause.contains($0.tokens.lowerBound) }
    return !ownDays.isEmpty && ownDays.count < days.count ? [] : all
  }

  private func isOffice(_ venue: PlaceMention, _ scan: Scan) -> Bool {
    venue.tokens.count == 1 && scan.isSign(venue.tokens.lowerBound, "office")
  }

  /// A town or a house that no list knows, by "in" or "at" and its capitals: "in Naivasha", "at Ganabhaban".
  private func unknown(_ sentence: Int, after token: Int) -> String? {
    let scan = context.reading.scans[sentence]
    for at in token..<max(token, min(scan.count, token + 30)) {
      // "escribió en X"
      guard scan.isOne(at, of: PlaceWords.inAt), !scan.isOne(at - 1, of: MeetWords.saying),
        let start = townStart(at, scan)
      else { continue }
      var end = start
      while end < scan.count, end < start + 4,
        scan.isCapital(end) || scan.shapes[end].contains(.glue) && scan.isCapital(end + 1)
      {
        end += 1
      }
      guard isBlank(start..<end, scan), !isBlocked(token, at, scan) else { return nil }
      // "the Dolmabahce palace"
      if !scan.isSpanish, let venue = scan.match(.venue, at: end) { end = Int(venue.end) }
      return scan.surface(start..<end)
    }
    return nil
  }

  /// Where the capitals of a place begin: behind "in", or behind "in the border town of"; nil if there are none.
  private func townStart(_ at: Int, _ scan: Scan) -> Int? {
    if scan.isCapital(at + 1) { return at + 1 }
    // "at the Grand Serail"
    if scan.isSign(at, "at"), scan.isSign(at + 1, "the"), scan.isCapital(at + 2),
      scan.isCapital(at + 3), !scan.isCapital(at + 4)
    {
      return at + 2
    }
    guard !scan.isSpanish, scan.isDeterminer(at + 1),
      let of = scan.span(at + 2, at + 8).first(where: { scan.isSign($0, "of") }),
      scan.isOne(of - 1, of: PlaceWords.towns), scan.isCapital(of + 1)
    else { return nil }
    return of + 1
  }

  /// True if no list knows any of the words and nobody else is meant by them.
  private func isBlank(_ range: Range<Int>, _ scan: Scan) -> Bool {
    for token in range {
      for match in scan.matches(at: token) {
        switch match.kind {
        case .given, .particle, .suffix, .venue, .topic, .topicEnd, .modifier: continue
        default: return false
        }
      }
    }
    if context.reading.analysis.dates(in: scan.index).contains(where: {
      $0.tokens.overlaps(range)
    }) {
      return false
    }
    return !context.reading.mentions(in: scan.index).contains { index in
      let mention = context.reading.analysis.mentions[index]
      guard mention.tokens.overlaps(range) else { return false }
      // A name of two words that is told of only here, and only after "in", is the place's.
      return mention.entities.contains { id in
        context.entities[id].kind != .person || context.entities[id].role != nil
          || context.entities[id].gender != nil
          || context.reading.analysis.mentions.filter { $0.entities.contains(id) }.count > 1
      }
    }
  }

  /// True if the place stands after "in", "at", "en".
  private func isLocated(_ place: PlaceMention, _ scan: Scan) -> Bool {
    let end = place.tokens.upperBound
    if whereClause(behind: end, scan) != nil { return true }
    if context.reading.isPost(place, in: scan.index) { return false }
    // "the Investing in America Cabinet"
    if !place.isVenue, scan.isCapital(end), scan.isCapital(place.tokens.lowerBound - 2) {
      return false
    }
    var at = place.tokens.lowerBound - 1
    while at >= 0,
      scan.isDeterminer(at) || place.isVenue && scan.isOne(at, of: Words.possessives)
        || scan.isOne(at, of: PlaceWords.fillers)
        // "en el número 10 de Downing Street"
        || scan.isSign(at - 1, "número")
    {
      at -= 1
    }
    // "desde el inicio del conflicto armado en Siria"
    if scan.isOne(at, of: PlaceWords.inAt),
      scan.span(at - 2, at).contains(where: { scan.isOne($0, of: PlaceWords.troubles) })
    {
      return false
    }
    if scan.isOne(at, of: PlaceWords.locatives) || scan.isSpanish && isPassage(at, scan) {
      return true
    }
    // "visitaron Taiwán y se reunieron"
    if !place.isVenue, scan.isOne(at, of: DestinationWords.visits) { return true }
    // "during a visit to Brazil", "viajó a Chile": who goes there meets there.
    if scan.isOne(at, of: PlaceWords.directions),
      (max(0, at - 9)..<max(0, at)).contains(where: { scan.isOne($0, of: PlaceWords.travels) })
    {
      return true
    }
    // "at the palace, in Caracas", "in Bali, Indonesia": the second follows the first.
    return false
  }

  /// "talks that will take place in Vienna": the clause goes on about the event.
  private func tellsOccurrence(_ at: Int, _ scan: Scan) -> Bool {
    ((at + 1)..<(at + 5)).contains { scan.isOne($0, of: PlaceWords.occurrence) }
  }

  /// "on Friday", "on the sidelines of": no matter that is talked about.
  private func isDated(_ at: Int, _ scan: Scan) -> Bool {
    context.reading.analysis.dates(in: scan.index).contains {
      $0.tokens.lowerBound > at && $0.tokens.lowerBound <= at + 2 || $0.tokens.contains(at)
    } || scan.isOne(at + 2, of: PlaceWords.sidelines)
      || scan.isOne(at + 1, of: PlaceWords.sidelines)
  }

  /// True for a goal of a journey behind a meeting that is over by then ("After the meeting with B, A flew to Vienna").
  private func isLeft(_ token: Int, _ place: PlaceMention, _ scan: Scan) -> Bool {
    // "habló con A, recién llegado de Moscú"
    if scan.isOne(place.tokens.lowerBound - 1, of: Words.of),
      scan.isOne(place.tokens.lowerBound - 2, of: RelativeWords.coming)
    {
      return true
    }
    return scan.isOne(place.tokens.lowerBound - 1, of: PlaceWords.directions)
      && scan.span(token - 4, token).contains { scan.isOne($0, of: DaterWords.afterwards) }
      && scan.span(place.tokens.lowerBound - 6, place.tokens.lowerBound).contains {
        $0 > token && scan.isOne($0, of: JourneyWords.going)
      }
  }

  /// True if another clause begins between the event and the place.
  private func isBlocked(_ from: Int, _ to: Int, _ scan: Scan) -> Bool {
    guard from < to else { return false }
    if isOfNextClause(from, to, scan) || isOfJoinedVerb(from, to, scan) { return true }
    // "discussed the war with B in Lisbon", "con activistas, en el aeropuerto de Lima": the place stands directly behind those
    // who met.
    var end = to
    while end > from, scan.isDeterminer(end - 1) { end -= 1 }
    if scan.isOne(end - 1, of: PlaceWords.inAt) { end -= 1 }
    if scan.isSign(end - 1, ",") { end -= 1 }
    let isByParty = context.reading.mentions(in: scan.index).contains { index in
      let mention = context.reading.analysis.mentions[index]
      return mention.tokens.upperBound == end && end < to && mention.tokens.lowerBound >= from
        && (mention.form == .name
          && mention.entities.allSatisfy { context.entities[$0].kind == .person }
          || scan.isSpanish && context.reading.phrases[index]?.kind == .people)
    }
    if isByParty { return false }
    // The last clause that begins before the place decides.
    for at in (from..<to).reversed() {
      if scan.isSign(at, ";") { return true }
      if scan.isSpanish, at > from, scan.has(.noun, at: from),
        scan.isOne(at, of: NounWords.takePlace) || scan.isOne(at, of: PlaceWords.tookPlace)
      {
        return false
      }
      if isDated(at, scan) { continue }
      // but "the War Cabinet" is a name.
      if scan.isOne(at, of: PlaceWords.barriers), !scan.isCapital(at) {
        return !tellsOccurrence(at, scan)
      }
      // "to underscore the importance of democracy in Venezuela"
      if !scan.isSpanish, scan.isSign(at, "to"), at + 1 < to,
        scan.shapes[at + 1].contains(.lower), !scan.isSign(at + 1, "face"),
        !scan.isDeterminer(at + 1)
      {
        return true
      }
    }
    return false
  }
}
