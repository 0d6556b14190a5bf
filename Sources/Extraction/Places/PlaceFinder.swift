import Gazetteer
import Language

/// Finds venues, cities and countries that something may have happened at.
struct PlaceFinder {
  let scans: [Scan]
  let document: Document

  /// All places, by sentence, then by first token.
  func run() -> [PlaceMention] {
    var out: [PlaceMention] = []
    for scan in scans { find(in: scan, &out) }
    return out
  }

  private func find(in scan: Scan, _ out: inout [PlaceMention]) {
    var at = 0
    let towns = DescribedTown(scan: scan)
    while at < scan.count {
      if let capital = towns.capital(at: at) {
        out.append(
          PlaceMention(
            sentence: scan.index, tokens: capital.tokens, name: named(capital.code) ?? capital.name,
            country: capital.code, isVenue: false))
        at = capital.tokens.upperBound
      } else if let name = towns.name(at: at) {
        out.append(town(named: name, noun: at, scan))
        at = name.upperBound
      } else if let venue = venue(at, scan),
        !venue.tokens.contains(where: { towns.name(at: $0) != nil })
      {
        out.append(venue)
        at = venue.tokens.upperBound
      } else if let place = settlement(at, scan) {
        // "in Seoul's Blue House"
        if scan.isPossessive(place.tokens.upperBound), place.tokens.upperBound + 1 < scan.count,
          let house = venue(place.tokens.upperBound + 1, scan),
          scan.isCapital(house.tokens.lowerBound)
        {
          out.append(
            PlaceMention(
              sentence: scan.index, tokens: place.tokens.lowerBound..<house.tokens.upperBound,
              name: house.name + ", " + place.name, country: place.country, isVenue: true))
          at = house.tokens.upperBound
          continue
        }
        out.append(place)
        at = place.tokens.upperBound
      } else {
        at += 1
      }
    }
  }

  /// The capital of a country as the article calls it; of several, the first that it names.
  private func named(_ code: String) -> String? {
    for scan in scans {
      if let match = scan.matches.first(where: {
        $0.kind == .capital && Gazetteer.shared.countries[Int($0.index)].code == code
          && scan.isCapital(Int($0.start))
      }) {
        return name(match.range, scan)
      }
    }
    return nil
  }

  /// "the Swiss city of Lausanne": from its noun on, so that "in" stands before it.
  private func town(named name: Range<Int>, noun: Int, _ scan: Scan) -> PlaceMention {
    let country = scan.matches(at: name.lowerBound).first {
      $0.kind == .capital || $0.kind == .city || $0.kind == .country
    }
    var start = noun
    while start > 0, scan.isCapital(start - 1) || scan.has(.modifier, at: start - 1) { start -= 1 }
    return PlaceMention(
      sentence: scan.index, tokens: start..<name.upperBound, name: scan.surface(name),
      country: country.map { Gazetteer.shared.countries[Int($0.index)].code }, isVenue: false)
  }

  /// A city or country, with the country after it: "Bali, Indonesia".
  private func settlement(_ at: Int, _ scan: Scan) -> PlaceMention? {
    guard scan.isCapital(at) else { return nil }
    guard let match = longest(at, scan) else { return town(at, scan) ?? continent(at, scan) }
    var end = Int(match.end)
    // "the U.S.-ASEAN meeting" is no place.
    if end < scan.count, scan.shapes[end].contains(.glue) { return nil }
    // "at the U.S. National Security Council": an adjective.
    if !scan.isSpanish, match.kind == .country, scan.isDeterminer(at - 1), scan.isCapital(end),
      !scan.isOne(end, of: DaterWords.weekdays),
      !scan.has(.stop, at: end) || scan.isCapital(end + 1) && !scan.has(.stop, at: end + 1)
    {
      return nil
    }
    // "the U.S. – AUC High Level Dialogue"
    if scan.isSign(end, "–"), scan.isCapital(end + 1), scan.isDeterminer(at - 1) { return nil }
    let code = Gazetteer.shared.countries[Int(match.index)].code
    // "Porto Velho": a longer name of a town that no list has.
    if match.kind == .city, match.end - match.start == 1, scan.isCapital(end),
      scan.matches(at: end).isEmpty, scan.shapes[end].contains(.lower) == false,
      !scan.isCapital(end + 1)
    {
      end += 1
    }
    if match.kind != .country, scan.isSign(end, ",") || scan.isSign(end, "(") {
      let next = scan.isDeterminer(end + 1) ? end + 2 : end + 1
      if let country = longest(next, scan), scan.isCapital(next),
        country.kind == .country || country.kind == .capital || country.kind == .city,
        country.index == match.index, Int(country.start) == next
      {
        end = Int(country.end)
      } else if scan.isOne(end + 1, of: PlaceWords.districts) {
        // "Washington, D.C."
        end += 2
      }
    }
    return PlaceMention(
      sentence: scan.index, tokens: at..<end, name: name(at..<end, scan), country: code,
      isVenue: false)
  }

  /// "TBILISI, Georgia" of a dateline is Tbilisi.
  private func name(_ range: Range<Int>, _ scan: Scan) -> String {
    let written = scan.surface(range)
    guard range.contains(where: { isShouted($0, scan) }) else { return written }
    return written.split(separator: " ", omittingEmptySubsequences: false).map { word in
      (word.count > 3 || range.count > 1 && !word.contains("."))
        && word.allSatisfy({ !$0.isLowercase && $0 != "." })
        ? word.prefix(1) + word.dropFirst().lowercased() : String(word)
    }.joined(separator: " ")
  }

  private func isShouted(_ at: Int, _ scan: Scan) -> Bool {
    scan.shapes[at].contains(.allCapitals) && scan.tokens[at].form.count > 3
  }

  /// "They will meet in Europe in October", "se verán en África": where no nearer place is told.
  private func continent(_ at: Int, _ scan: Scan) -> PlaceMention? {
    guard scan.isOne(at, of: PlaceWords.continents),
      scan.isOne(at - 1, of: PlaceWords.inside), !scan.isCapital(at + 1),
      // "will meet leaders in Africa's capitals"
      !scan.isPossessive(at + 1),
      // "threats in Europe": right behind words of meeting and their days.
      scan.span(at - 4, at - 1).contains(where: { token in
        scan.match(.verb, at: token).map {
          Gazetteer.shared.verbs[Int($0.index)].frame == .meet
        } == true
      })
    else { return nil }
    return PlaceMention(
      sentence: scan.index, tokens: at..<(at + 1), name: scan.surface(at..<(at + 1)),
      country: nil, isVenue: false)
  }

  /// A town that the lexicon does not know, by the country after it: "in Puglia, Italy", "a visit to Fairview, Ohio".
  private func town(_ start: Int, _ scan: Scan) -> PlaceMention? {
    let isGoal =
      !scan.isOne(start - 1, of: PlaceWords.locatives)
      && (scan.isOne(start - 1, of: PlaceWords.directions)
        && scan.span(start - 4, start - 1).contains { scan.isOne($0, of: PlaceWords.travels) }
        || scan.isOne(start - 1, of: DestinationWords.visits))
    guard isGoal || scan.isOne(start - 1, of: PlaceWords.locatives) else { return nil }
    // "at the UN", "en la ONU" is its seat; "On Friday, the U.S. ..." is no town.
    guard !scan.has(.stop, at: start) else { return nil }
    var end = start
    while scan.isCapital(end) || end < scan.count && scan.shapes[end].contains(.glue) { end += 1 }
    guard scan.isSign(end, ",") else { return nil }
    let next = scan.isDeterminer(end + 1) ? end + 2 : end + 1
    guard scan.isCapital(next), let country = longest(next, scan),
      country.kind == .country || isGoal && country.kind == .city && end - start <= 3
    else { return nil }
    return PlaceMention(
      sentence: scan.index, tokens: start..<Int(country.end),
      name: scan.surface(start..<Int(country.end)),
      country: Gazetteer.shared.countries[Int(country.index)].code, isVenue: false)
  }

  private func longest(_ at: Int, _ scan: Scan) -> Scan.Match? {
    var best: Scan.Match?
    for match in scan.matches(at: at)
    where match.kind == .country || match.kind == .capital || match.kind == .city {
      if best == nil || match.end > best?.end ?? 0 { best = match }
    }
    return best
  }

  /// "Miraflores Palace", "Palacio de la Moncloa", "the White House", "Hotel Intercontinental".
  private func venue(_ at: Int, _ scan: Scan) -> PlaceMention? {
    // "Bruselas" is a town too, "10 Downing Street" begins with a number.
    if scan.isCapital(at) || scan.shapes[at].contains(.digit), let seat = scan.match(.seat, at: at),
      !scan.matches(at: at).contains(where: { $0.kind == .capital && $0.end == seat.end })
    {
      let code = Gazetteer.shared.countries[Int(seat.index)].code
      // "Oval Office of the White House" is taken from its beginning.
      return PlaceMention(
        sentence: scan.index, tokens: seat.range, name: scan.surface(seat.range), country: code,
        isVenue: true)
    }
    if scan.isCapital(at), let body = scan.match(.body, at: at),
      scan.isOne(at - 1, of: PlaceWords.seats)
        || scan.isDeterminer(at - 1) && scan.isOne(at - 2, of: PlaceWords.seats)
    {
      // "the G7 Leaders' Summit", "the NATO summit".
      var end = Int(body.end)
      if !scan.isSpanish {
        var next = end
        while next < scan.count, next < end + 4,
          scan.isCapital(next) || scan.isPossessive(next) || scan.shapes[next].contains(.digit)
        {
          next += 1
        }
        if let last = (end..<min(scan.count, next + 1)).last(where: { scan.has(.event, at: $0) }) {
          end = last + 1
        }
      }
      return PlaceMention(
        sentence: scan.index, tokens: Int(body.start)..<end,
        name: scan.surface(Int(body.start)..<end), country: nil, isVenue: true)
    }
    if scan.isSpanish { return spanishVenue(at, scan) }
    // English: capitals, then the noun.
    guard scan.isCapital(at) || scan.has(.venue, at: at) else { return nil }
    var end = at
    while end < scan.count, end < at + 8, scan.isCapital(end) || scan.shapes[end].contains(.glue) {
      if let noun = scan.match(.venue, at: end), Int(noun.end) >= end + 1,
        end > at || noun.end - noun.start > 1
          // "at the Capitol"
          || scan.isSign(at - 1, "the") && scan.isSign(at - 2, "at") && !scan.isCapital(at + 1)
            && !scan.isOne(at + 1, of: Words.of)
      {
        var upper = Int(noun.end)
        // "the Hiroshima Peace Memorial and Museum"
        if scan.isOne(upper, of: Words.and), let second = scan.match(.venue, at: upper + 1),
          scan.isCapital(upper + 1)
        {
          upper = Int(second.end)
        }
        return PlaceMention(
          sentence: scan.index, tokens: at..<upper, name: scan.surface(at..<upper), country: nil,
          isVenue: true)
      }
      end += 1
    }
    // "FBI headquarters", "Moscow's airport", "the hotel".
    if let noun = scan.match(.venue, at: end), end <= at + 4, !scan.isCapital(end) {
      let upper = Int(noun.end)
      let next = scan.isOne(upper, of: Words.of) ? complement(upper, scan) : upper
      return PlaceMention(
        sentence: scan.index, tokens: at..<next, name: scan.surface(at..<next), country: nil,
        isVenue: true)
    }
    return nil
  }

  private func complement(_ at: Int, _ scan: Scan) -> Int {
    var next = at + 1
    while scan.isDeterminer(next) { next += 1 }
    guard scan.isCapital(next) else { return at }
    while next < scan.count, scan.isCapital(next) { next += 1 }
    return next
  }

  /// "el aeropuerto moscovita de Sheremetievo": the end of the name behind one adjective; nil if there is none.
  private func described(_ at: Int, _ scan: Scan) -> Int? {
    guard at < scan.count, scan.shapes[at].contains(.lower), !scan.has(.verb, at: at),
      !scan.isOne(at, of: Resolver.prepositions), !scan.isOne(at, of: Words.and),
      scan.isOne(at + 1, of: Words.of)
    else { return nil }
    // "acompañado de B" is none of the house.
    let form = scan.tokens[at].form
    guard !["ado", "ada", "ido", "ida"].contains(where: form.hasSuffix) else { return nil }
    let end = complement(at + 1, scan)
    return end > at + 1 ? end : nil
  }

  private func spanishVenue(_ at: Int, _ scan: Scan) -> PlaceMention? {
    guard let noun = scan.match(.venue, at: at) else { return nil }
    var end = Int(noun.end)
    // Adjectives and names after it: "presidencial", "Intercontinental", "de la Moncloa", "de la ONU".
    for _ in 0..<4 {
      // "Hotel El Prado", "Edificio Los Álamos"
      if scan.isCapital(end), !scan.isDeterminer(end) || scan.isCapital(end + 1) {
        end += 1
      } else if scan.isOne(end, of: Words.of) {
        var next = complement(end, scan)
        // "un salón del centro de convenciones Litexpo"
        if next == end {
          var inner = end + 1
          while scan.isDeterminer(inner) { inner += 1 }
          guard let second = scan.match(.venue, at: inner) else { break }
          next = Int(second.end)
        }
        end = next
      } else if end < scan.count,
        scan.tokens[end].form.hasSuffix("cial") || scan.tokens[end].form.hasSuffix("cional")
      {
        end += 1
      } else if let named = described(end, scan) {
        end = named
      } else {
        break
      }
    }
    return PlaceMention(
      sentence: scan.index, tokens: at..<end, name: scan.surface(at..<end), country: nil,
      isVenue: true)
  }
}
