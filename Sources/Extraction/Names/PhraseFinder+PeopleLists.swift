import Gazetteer
import Language

/// Unnamed people as members of a list: "met with state legislators, hospital directors, and advocates", "con A, B y empresarios".
extension PhraseFinder {
  /// True where unnamed people may begin: no office of anybody, of a country's, or of a body's.
  func isOpenToPeople(_ office: OfficePhrase?) -> Bool {
    guard let office else { return true }
    guard office.isPlural else { return false }
    // "Lebanese civil society leaders", "legislators from Montana".
    // "Ohio state legislators"
    let isOfState =
      !scan.isSpanish && scan.match(.country, at: office.range.lowerBound) == nil
      && scan.span(office.range.lowerBound, office.head).contains { scan.has(.city, at: $0) }
    return (office.country == nil || isOfState) && office.body == nil
      || office.range.contains { scan.isOne($0, of: OrganizationWords.privates) }
      || scan.isOne(office.head + 1, of: EnglishPeopleWords.from) && party(office.head + 2) == nil
  }

  /// Where the member before ends, if only a comma, "and", "as well as" and the like stand before a token; nil otherwise.
  func memberBefore(_ start: Int) -> Int? {
    var at = start
    // "con A, con B y con empresarios"
    if scan.isSpanish, scan.isOne(at - 1, of: PeopleListWords.repeated),
      scan.isSign(at - 2, ",") || scan.isOne(at - 2, of: Words.and) || scan.isSign(at - 2, "como")
    {
      at -= 1
    }
    if scan.isOne(at - 1, of: PeopleListWords.lasts), scan.isOne(at - 2, of: PeopleListWords.firsts)
    {
      // "as well as", "along with", "together with", "así como", "junto con"
      at -= scan.isSign(at - 1, "as") ? 3 : 2
    } else if scan.isOne(at - 1, of: Words.and) || scan.isSign(at - 1, "alongside") {
      at -= 1
    }
    if scan.isSign(at - 1, ",") || scan.isSign(at - 1, ";") { at -= 1 }
    return at < start && at > 0 ? at : nil
  }

  /// True directly behind other unnamed people in a list.
  func isListedBehindPeople(_ start: Int) -> Bool {
    guard let last = phrases.last, last.kind == .people, !opensVerb(start) else { return false }
    return memberBefore(start) == last.range.upperBound
  }

  /// "with President A, the minister B, and business leaders": true if the list that a token goes on with begins as what is met
  /// does. Beside the officials of a government, who stand for it, others without a name are no party.
  func isMember(_ start: Int) -> Bool {
    guard !opensVerb(start), let end = memberBefore(start),
      let before = phrases.last(where: { $0.range.upperBound == end }), !before.isOwner,
      before.range.lowerBound < start,
      [.person, .office, .people, .organization].contains(before.kind)
    else { return false }
    let first = before.range.lowerBound
    return (scan.isSpanish ? isMetAloneInSpanish(first) : isMetAlone(first)) || isMember(first)
  }

  /// "met A and visited wounded soldiers": another verb, where "displaced families" are people.
  private func opensVerb(_ start: Int) -> Bool {
    if scan.isSpanish { return false }
    let at = scan.isDeterminer(start) ? start + 1 : start
    guard at < scan.count, scan.shapes[at].contains(.lower) else { return false }
    if scan.match(.verb, at: at) != nil { return true }
    let form = scan.tokens[at].form
    if form.hasSuffix("ed"), !scan.isOne(at, of: PeopleListWords.participles) { return true }
    return Annotator().commonClass(form, isSpanish: false) == .verb
      && !scan.isOne(at, of: PeopleListWords.participles)
  }

  /// "governors' offices", "financial institutions": what no word of people tells is a member where people stand before it in
  /// the list; the noun, or nil.
  func listedBody(_ start: Int) -> Int? {
    // "as well as | other companies": it begins behind them.
    if scan.isOne(start, of: PeopleListWords.firsts) || scan.isOne(start, of: PeopleListWords.lasts)
    {
      return nil
    }
    for at in scan.span(start, start + 5) {
      if scan.shapes[at].contains(.glue) || scan.isPossessive(at) && at > start { continue }
      // "state attorneys general"
      if let match = scan.match(.office, at: at), scan.shapes[at].contains(.lower),
        Gazetteer.shared.offices[Int(match.index)].isPlural, !scan.isPossessive(Int(match.end))
      {
        return Int(match.end) - 1
      }
      guard scan.shapes[at].contains(.lower), !scan.isOne(at, of: Resolver.prepositions),
        !scan.isDeterminer(at), !scan.isOne(at, of: Words.and), scan.match(.verb, at: at) == nil
      else { return nil }
      if scan.isOne(at, of: PeopleListWords.bodies), !scan.isOne(at + 1, of: PeopleListWords.bodies)
      {
        return at
      }
    }
    return nil
  }

  /// "local and national leaders", "agriculture, conservation, and environmental organizations": adjectives that a comma or "and"
  /// ties before one noun; where the next of them begins, or nil.
  func furtherAdjective(_ at: Int, from start: Int) -> Int? {
    guard at > start || at == start && isAdjective(at - 1),
      scan.shapes[at - 1].contains(.lower) || scan.shapes[at - 1].contains(.glue)
    else { return nil }
    // "carriers and shippers" are two.
    let form = scan.tokens[at - 1].form
    guard
      !form.hasSuffix("s") || form.hasSuffix("ss") || scan.isOne(at - 1, of: PeopleListWords.fields)
    else { return nil }
    if scan.isOne(at, of: Words.and) { return isAdjective(at + 1) ? at + 1 : nil }
    guard scan.isSign(at, ","), at < start + 5 else { return nil }
    let and = scan.span(at + 1, at + 5).first { scan.isOne($0, of: Words.and) }
    let next = scan.isOne(at + 1, of: Words.and) ? at + 2 : at + 1
    guard let and, isAdjective(next) else { return nil }
    return scan.span(next, and).allSatisfy { isAdjective($0) || scan.isSign($0, ",") } ? next : nil
  }

  private func isAdjective(_ at: Int) -> Bool {
    at >= 0 && at < scan.count && scan.shapes[at].contains(.lower) && !scan.isDeterminer(at)
      && !scan.isOne(at, of: Resolver.prepositions)
      && (!scan.has(.people, at: at) || isAttributive(at))
      && scan.match(.verb, at: at) == nil && !scan.isOne(at, of: PeopleListWords.bodies)
      && !scan.isOne(at, of: PeopleListWords.sizes) && !scan.tokens[at].form.hasSuffix("ed")
      && Annotator().commonClass(scan.tokens[at].form, isSpanish: false) != .verb
  }

  /// "CEOs | and senior executives across the port sector": what is told of the second is told of a bare noun before it too, so
  /// that they are one group.
  mutating func shareComplement(_ phrase: inout NounPhrase, _ noun: Int) {
    guard let last = phrases.last, last.kind == .people, let name = last.name, name.count == 1,
      last.range.count == 1, last.range.upperBound == phrase.range.lowerBound - 1,
      scan.isOne(phrase.range.lowerBound - 1, of: Words.and),
      phrase.range.upperBound > noun + 1, scan.isOne(noun + 1, of: EnglishPeopleWords.links),
      !scan.isSign(name.lowerBound - 1, ","), !scan.isOne(name.lowerBound - 1, of: Words.and)
    else { return }
    phrases.removeLast()
    phrase.range = last.range.lowerBound..<phrase.range.upperBound
    phrase.name = name.lowerBound..<phrase.range.upperBound
  }

  /// "women | small business leaders": people who stand as an adjective before the noun of people.
  func isAttributive(_ at: Int) -> Bool {
    guard scan.isOne(at, of: PeopleListWords.attributive) else { return false }
    for next in scan.span(at + 1, at + 4) {
      guard scan.shapes[next].contains(.lower), !scan.isOne(next, of: Words.and),
        !scan.isOne(next, of: Resolver.prepositions), scan.match(.verb, at: next) == nil
      else { return false }
      if scan.has(.people, at: next) { return true }
    }
    return false
  }

  /// "(UAW)" behind a noun: the letters are a short name; where it ends.
  func pastLetters(_ at: Int) -> Int {
    guard scan.isSign(at, "("), at + 2 < scan.count, scan.isSign(at + 2, ")"),
      scan.tokens[at + 1].form.filter(\.isUppercase).count > 1
    else { return at }
    return at + 3
  }

  /// "from Montana, Indiana, and South Dakota", "from private firms, bar associations and law schools": the end of a list of places
  /// or of bodies that goes on at a comma, or nil.
  func listOfOrigins(_ comma: Int) -> Int? {
    guard scan.isSign(comma, ","), comma > 0 else { return nil }
    let isNamed = scan.isCapital(comma - 1)
    guard isNamed || scan.isOne(comma - 1, of: PeopleListWords.bodies) else { return nil }
    var at = comma
    while at < scan.count, at < comma + 40 {
      let isLast = scan.isOne(at, of: Words.and) || scan.isOne(at + 1, of: Words.and)
      at += scan.isSign(at, ",") && scan.isOne(at + 1, of: Words.and) ? 2 : 1
      let first = scan.isDeterminer(at) ? at + 1 : at
      at = first
      while at < first + 5, isOrigin(at, isNamed) {
        at += 1
        // "law schools across the country"
        if !isNamed, scan.isOne(at - 1, of: PeopleListWords.bodies) { break }
      }
      guard at > first, isNamed || scan.isOne(at - 1, of: PeopleListWords.bodies) else {
        return nil
      }
      if isLast { return at }
      guard scan.isSign(at, ",") || scan.isOne(at, of: Words.and) else { return nil }
    }
    return nil
  }

  private func isOrigin(_ at: Int, _ isNamed: Bool) -> Bool {
    guard at < scan.count, scan.keys[at] != 0 else { return false }
    if isNamed {
      return scan.isCapital(at) && !scan.has(.office, at: at) && !scan.has(.given, at: at)
        && !scan.has(.honorific, at: at)
    }
    return scan.shapes[at].contains(.lower) && !scan.isOne(at, of: Resolver.prepositions)
      && !scan.isOne(at, of: Words.and) && scan.match(.verb, at: at) == nil
      && !scan.isDeterminer(at)
  }
}

/// Words of lists of unnamed people (`PhraseFinder.englishPeople`).
enum PeopleListWords {
  static let firsts = Words.set("well along together así junto además")
  /// Letters that mean people.
  static let letters = Words.set("ceos cfos mps ngos")
  static let repeated = Words.set("con a")
  static let attributive = Words.set("women men youth")
  /// Fields that end as a plural does.
  static let fields = Words.set("affairs rights sports arts politics economics ethics logistics")
  /// What tells nobody apart.
  static let sizes = Words.set("large small big old young new other many most")
  static let lasts = Words.set("as with como con a de")
  /// What people are besides a verb in the past.
  static let participles = Words.set(
    """
    elected retired displaced wounded injured detained affected bereaved exiled imprisoned jailed interested \
    selected organized organised leading ranking visiting injured united associated skilled released freed impacted uninsured \
    disabled registered accredited invited concerned
    """)
  /// Bodies that meet as people do, where people are in the list with them.
  static let bodies = Words.set(
    """
    institutions societies philanthropies foundations banks charities nonprofits ngos universities hospitals agencies \
    enterprises cooperatives councils staff offices unions associations organizations organisations groups companies \
    firms businesses schools colleges think-tanks retailers departments ministries churches clinics utilities
    """)
}
