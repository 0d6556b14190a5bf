import Gazetteer
import Language

/// Agencies of a country in English: bodies that no list has, told by whose they are and by their last word.
extension Scan {
  /// "officials from the Swedish Energy Agency", "Kenya's Dairy Board": capitals behind a country that end in a noun of agencies, so
  /// that the agency is meant and not the government.
  func isAgencyAhead(_ start: Int) -> Bool {
    guard !isSpanish, isCapital(start), match(.office, at: start) == nil,
      match(.group, at: start) == nil
    else { return false }
    var at = start
    while at < count,
      isCapital(at) || isOne(at, of: AgencyWords.links) && at > start && isCapital(at + 1)
    {
      guard match(.office, at: at) == nil else { return false }
      at += 1
    }
    return at > start + 1 && isOne(at - 1, of: AgencyWords.ends)
  }

  /// The same behind whose agency it may be, past the possessive.
  func isAgencyAhead(behind owner: Match) -> Bool {
    let end = Int(owner.end)
    return isAgencyAhead(isPossessive(end) ? end + 1 : end)
  }
}

extension PhraseFinder {
  /// "Poland's Armaments Agency": one phrase of the country and its agency, so that a list goes on with it.
  mutating func ownOrganization() {
    guard !scan.isSpanish, phrases.count > 1, var agency = phrases.last,
      agency.kind == .organization
    else { return }
    let owner = phrases[phrases.count - 2]
    guard owner.kind == .country, owner.isOwner, !owner.isSeat,
      owner.range.upperBound == agency.range.lowerBound - 1,
      scan.isOne(agency.head, of: AgencyWords.ends)
    else { return }
    agency.country = agency.country ?? owner.country
    agency.range = owner.range.lowerBound..<agency.range.upperBound
    phrases.removeLast(2)
    phrases.append(agency)
  }

  /// "Kenya | 's Foreign Ministry": the end of what stands for the government behind its country, or nil.
  func ownMinistry(_ possessive: Int) -> Int? {
    guard !scan.isSpanish, scan.isPossessive(possessive) else { return nil }
    for at in scan.span(possessive + 1, possessive + 5) {
      if scan.isOne(at, of: AgencyWords.ministries) { return at + 1 }
      guard scan.has(.portfolio, at: at) || scan.isOne(at, of: Words.and) else { return nil }
    }
    return nil
  }

  /// "the Departments of Labor, Energy, and the Treasury", "los Ministerios de Salud y Trabajo": one phrase of them all; its end.
  mutating func severalBodies(_ start: Int) -> Int? {
    guard scan.isOne(start, of: AgencyWords.severals), scan.isOne(start + 1, of: Words.of) else {
      return nil
    }
    var at = start + 2
    var end = start
    var isSeveral = false
    while at < scan.count, at < start + 30 {
      if scan.isCapital(at), !scan.has(.given, at: at),
        scan.match(.office, at: at) == nil || scan.isOne(at, of: AgencyWords.fields)
      {
        at += 1
        end = at
      } else if end > start, scan.isSign(at, ",") || scan.isOne(at, of: Words.and) {
        isSeveral = true
        at += 1
      } else if scan.isDeterminer(at) || scan.isOne(at, of: Words.of) {
        at += 1
      } else {
        break
      }
    }
    guard end > start, isSeveral else { return nil }
    var phrase = NounPhrase(kind: .organization, range: start..<end, head: start)
    phrase.name = start..<end
    phrase.country = country(in: start..<end)
    // "Departments of Labor and Energy | officials"
    if !scan.isSpanish, scan.has(.group, at: end), scan.shapes[end].contains(.lower) {
      end += 1
      phrase.range = start..<end
    }
    phrase.isOwner = scan.isPossessive(end)
    add(phrase)
    return phrase.isOwner ? end + 1 : end
  }

  /// True for a run of capitals with "Council" or the like in it.
  func isBodyAhead(_ start: Int) -> Bool {
    var probe = self
    probe.phrases = []
    guard scan.isCapital(start), probe.organization(start) != nil else { return false }
    return !probe.phrases.isEmpty
  }

  /// "officials from the Dairy Board", "a team from Kenya's Dairy Board", "members of the Freedom Council": people of a body act for it.
  mutating func peopleOfOrganization() {
    guard !scan.isSpanish, let body = phrases.last, body.kind == .organization, !body.isOwner else {
      return
    }
    var at = body.range.lowerBound - 1
    while scan.isDeterminer(at) { at -= 1 }
    guard scan.isOne(at, of: AgencyWords.fromOrOf),
      scan.has(.group, at: at - 1) || scan.isOne(at - 1, of: AgencyWords.staff),
      scan.match(.office, at: at - 2) == nil,
      scan.tokens[at - 1].form.hasSuffix("s") || scan.isOne(at - 1, of: AgencyWords.teams)
        || scan.isOne(at - 1, of: AgencyWords.staff)
    else { return }
    at -= 1
    while scan.isDeterminer(at - 1)
      || scan.has(.modifier, at: at - 1) && scan.shapes[at - 1].contains(.lower)
    { at -= 1 }
    if phrases.count > 1 {
      let before = phrases[phrases.count - 2]
      // "labor leaders | from the Dockers Union"
      if before.kind == .office, before.isPlural, before.range.contains(at) {
        at = before.range.lowerBound
      }
      // "representatives" may have been taken for an office of its own.
      if before.range.lowerBound >= at, before.country == nil, before.body == nil,
        before.name == nil
      {
        phrases.remove(at: phrases.count - 2)
      } else if before.range.upperBound > at {
        return
      }
    }
    phrases[phrases.count - 1].range = at..<body.range.upperBound
  }
}

enum AgencyWords {
  static let within = Words.set("of for on")
  /// Bodies of a state that bear no word of agencies.
  static let corps = Words.set("guard corps police house mission department")
  static let fromOrOf = Words.set("from of")
  static let ministries = Words.set("ministry department government")
  static let severals = Words.set("departments ministries secretariats ministerios secretarías")
  static let fields = Words.set("state justice defense defence")
  static let teams = Words.set("team delegation group")
  static let staff = Words.set("staff experts")
  static let openers = staff.union(EnglishPeopleWords.anyone).union(OrganizationWords.privates)
  static let links = Words.set("and of for &")
  /// What agencies of a state are called by.
  static let ends = Words.set(
    "council agency authority administration directorate board commission bureau service institute corporation company association federation chamber union bank fund office centre center"
  )
}
