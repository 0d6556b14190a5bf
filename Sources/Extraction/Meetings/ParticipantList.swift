import Gazetteer
import Language

/// A list of those who took part, set apart from the text: "Participants:", then items that begin with a dash, a bullet or a number,
/// or paragraphs of their own; between them there may be titles ("White House", "For the Government").
struct ParticipantList {
  let reading: Reading

  /// How many sentences a list may have.
  private static let reach = 80

  /// The persons named by the items below a heading; nil if the sentence is no such heading.
  /// - Parameter isSecond: True behind another list of the same meeting, where any heading will do.
  func persons(below heading: Int, isSecond: Bool) -> (ids: [Int], end: Int)? {
    guard let first = opening(of: heading, isSecond: isSecond) else { return nil }
    var found = Found()
    var at = heading
    var from = first
    while at < reading.scans.count, at <= heading + Self.reach {
      if from < reading.scans[at].count {
        if at == heading || isMarked(at, from) || isLine(at, from) {
          read(at, from, into: &found)
        } else if !found.ids.isEmpty || !isSubtitle(at) {
          break
        }
      }
      at += 1
      from = 0
    }
    if found.items == 1, let ids = running(heading, first) { return (ids, heading + 1) }
    // A list of agencies or of points made has few persons or none.
    guard found.ids.count > 1, found.ids.count * 10 >= found.items * 7 else { return nil }
    return (found.ids, at)
  }

  /// "Attendees included: Trade Secretary A B Labor Secretary C D Port Envoy E F": persons one behind the other, whom nothing sets apart
  /// but their offices; nil where other words are more than they.
  private func running(_ sentence: Int, _ from: Int) -> [Int]? {
    let scan = reading.scans[sentence]
    guard from + 6 < scan.count else { return nil }
    let range = reading.mentions(in: sentence)
    var ids: [Int] = []
    var covered = 0
    for index in range {
      let mention = reading.analysis.mentions[index]
      guard mention.tokens.lowerBound >= from, mention.form == .name,
        let phrase = reading.phrases[index], phrase.nameWords > 1, !phrase.offices.isEmpty,
        let id = mention.entities.first, reading.analysis.entities[id].kind == .person
      else { continue }
      covered += mention.tokens.count
      if !ids.contains(id) { ids.append(id) }
    }
    let hasVerb = scan.span(from, scan.count).contains {
      scan.has(.verb, at: $0) && !scan.isCapital($0)
    }
    return ids.count > 2 && !hasVerb && covered * 3 >= (scan.count - from) * 2 ? ids : nil
  }

  private struct Found {
    var ids: [Int] = []
    var items = 0
  }

  /// The token from which the items of a heading may begin: behind its colon, and behind a short title that follows there.
  private func opening(of heading: Int, isSecond: Bool) -> Int? {
    let scan = reading.scans[heading]
    // "<span style="a: b">Speakers</span>": what marks the text up is no part of it.
    let tag = scan.isSign(0, "<") ? scan.span(0, 20).first { scan.isSign($0, ">") } ?? 0 : 0
    let colon = (tag..<max(tag, min(scan.count, 20))).last { scan.isSign($0, ":") }
    let isTelling = (0..<(colon ?? 0)).contains {
      scan.isOne($0, of: ListWords.headings)
    }
    guard let colon else {
      // "White House": a title between two lists; "Meeting Speakers": one that tells by itself.
      let isTitle =
        isSecond && scan.count <= 12
        || scan.count <= 24 && !scan.isSign(scan.count - 1, ".")
          && (0..<scan.count).contains { scan.isOne($0, of: ListWords.titles) }
      guard isTitle else { return nil }
      return isMarked(heading + 1, 0) || isSecond && isLine(heading + 1, 0) ? scan.count : nil
    }
    let isShort = colon + 1 >= scan.count - 1
    guard isTelling || isSecond && isShort || isShort && isOfHolders(scan, before: colon) else {
      return nil
    }
    var at = colon + 1
    while at < scan.count, scan.isOne(at, of: ListWords.emphasis) { at += 1 }
    // "Participants included: Civil Rights Leaders", and then the items.
    if at < scan.count, scan.count - at <= 8, isMarked(heading + 1, 0) { return scan.count }
    return at
  }

  /// "Ministers:", "Members of the delegation:".
  private func isOfHolders(_ scan: Scan, before colon: Int) -> Bool {
    scan.count <= 16
      && (0..<colon).contains {
        scan.has(.group, at: $0)
          || scan.match(.office, at: $0).map { Gazetteer.shared.offices[Int($0.index)].isPlural }
            == true
      }
  }

  /// True if an item of a list opens at a token: it is a mark, a number with a stop, or behind a number that ended the sentence before.
  private func isMarked(_ sentence: Int, _ token: Int) -> Bool {
    guard sentence < reading.scans.count else { return false }
    let scan = reading.scans[sentence]
    guard token < scan.count else { return false }
    if isMark(token, scan) || isNumber(token, scan) { return true }
    guard token == 0, sentence > 0 else { return false }
    let before = reading.scans[sentence - 1]
    return before.count > 2 && before.isSign(before.count - 1, ".")
      && isCounter(before.tokens[before.count - 2].form)
  }

  /// "1." as one token or as two.
  private func isNumber(_ token: Int, _ scan: Scan) -> Bool {
    guard token >= 0, token < scan.count else { return false }
    let form = scan.tokens[token].form
    if form.last == "." { return isCounter(String(form.dropLast())) }
    return isCounter(form) && scan.isSign(token + 1, ".")
  }

  private func isCounter(_ form: String) -> Bool {
    (1...2).contains(form.count) && form.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// A paragraph that begins with a person's name or office and has no verb that a sentence would have: short, without a stop.
  private func isLine(_ sentence: Int, _ from: Int) -> Bool {
    guard sentence < reading.scans.count else { return false }
    let scan = reading.scans[sentence]
    guard from == 0, scan.count <= 40, !scan.isSign(scan.count - 1, "."),
      sentence > 0, paragraph(sentence) != paragraph(sentence - 1)
    else { return false }
    return entries(in: sentence, from: 0).contains { $0.lowerBound == 0 }
  }

  /// "Speakers included:", and then "Panel Members" in a line of its own before the names.
  private func isSubtitle(_ sentence: Int) -> Bool {
    let scan = reading.scans[sentence]
    return scan.count <= 8 && !scan.isSign(scan.count - 1, ".")
      && paragraph(sentence) != paragraph(sentence - 1)
      && (isMarked(sentence + 1, 0) || isLine(sentence + 1, 0))
  }

  private func paragraph(_ sentence: Int) -> Int {
    reading.analysis.document.sentences[sentence].paragraph
  }

  /// A dash or a bullet that opens an item.
  private func isMark(_ at: Int, _ scan: Scan) -> Bool {
    guard at >= 0, at < scan.count, scan.shapes[at].contains(.punctuation),
      !scan.shapes[at].contains(.glue)
    else { return false }
    // "A, *Director of Roads*": what is emphasized opens no item.
    if scan.isSign(at, "*"),
      !scan.tokens[at].spaceAfter || at > 0 && !scan.tokens[at - 1].spaceAfter
    {
      return false
    }
    return ["-", "–", "—", "•", "*", "·", "‣"].contains(scan.tokens[at].form)
  }

  /// Full names that stand where an entry may: directly behind a mark or behind an office, and then a comma or the end of the item.
  private func entries(in sentence: Int, from: Int) -> [Range<Int>] {
    let scan = reading.scans[sentence]
    return reading.mentions(in: sentence).compactMap { index in
      let mention = reading.analysis.mentions[index]
      guard mention.tokens.lowerBound >= from, isEntry(index, mention, scan) else { return nil }
      return mention.tokens
    }
  }

  private func isEntry(_ index: Int, _ mention: Mention, _ scan: Scan) -> Bool {
    let start = mention.tokens.lowerBound
    // "- Wetland Trust - Geese Unlimited"
    if reading.phrases[index]?.kind == .organization || reading.phrases[index]?.kind == .body {
      let end = mention.tokens.upperBound
      return isMark(start - 1, scan) && (end >= scan.count || isMark(end, scan))
    }
    guard let phrase = reading.phrases[index], let name = phrase.name,
      // "2. Mayor Lightfoot (D-Chicago)"
      phrase.nameWords > 1
        || !phrase.offices.isEmpty
          && (isMark(start - 1, scan) || isNumber(start - 1, scan) || isNumber(start - 2, scan)
            || start == 0 && isMarked(scan.index, 0)),
      mention.form == .name, let id = mention.entities.first,
      reading.analysis.entities[id].kind == .person, reading.analysis.entities[id].name != nil
    else { return false }
    let end = name.upperBound
    let closes =
      end >= scan.count || scan.isSign(end, ",") || scan.isSign(end, "(") || scan.isSign(end, ".")
      || isMark(end, scan) || isNumber(end, scan)
    return closes
      && (start == 0 || isMark(start - 1, scan) || scan.isSign(start - 1, ".")
        || isNumber(start - 1, scan) || scan.isSign(start - 1, ":") || !phrase.offices.isEmpty)
  }

  /// The first person of each item of a sentence, in which an item is open where the sentence begins.
  private func read(_ sentence: Int, _ from: Int, into found: inout Found) {
    let scan = reading.scans[sentence]
    let entries = entries(in: sentence, from: from)
    var isOpen = false
    for token in from..<scan.count {
      // A number at the end of a sentence opens the next one.
      let isNumbered = isNumber(token, scan) && token < scan.count - 2
      if token == from || isMark(token, scan) || isNumbered {
        isOpen = true
        found.items += 1
      }
      guard isOpen, let entry = entries.first(where: { $0.lowerBound == token }) else { continue }
      let mention = reading.mentions(in: sentence).first {
        reading.analysis.mentions[$0].tokens == entry
      }
      if let id = mention.flatMap({ reading.analysis.mentions[$0].entities.first }) {
        if !found.ids.contains(id) { found.ids.append(id) }
        isOpen = false
      }
    }
  }
}

enum ListWords {
  /// "Administration Participants Included:", "Senior White House attendees included:": those of the government that invited.
  static func isOfHosts(_ heading: Scan) -> Bool {
    guard let noun = (0..<min(heading.count, 8)).first(where: { heading.isOne($0, of: headings) })
    else { return false }
    // "Participants from the Reed Administration"
    if heading.isSign(noun + 1, "from"),
      heading.span(noun + 2, noun + 7).contains(where: {
        heading.isOne($0, of: hosts) || heading.has(.seat, at: $0)
      })
    {
      return true
    }
    return (0..<noun).contains { heading.isOne($0, of: hosts) || heading.has(.seat, at: $0) }
  }

  /// "State legislators from the meeting included:" of a meeting with "legislators from ten states": the guests.
  static func isOfGuests(_ heading: Scan, _ guests: [String]) -> Bool {
    guard !guests.isEmpty else { return false }
    let nouns = (0..<min(heading.count, 8)).filter {
      heading.has(.people, at: $0) || heading.match(.office, at: $0) != nil
    }.map { heading.keys[$0] }
    return guests.contains { !Set(WordKeys.keys($0)).isDisjoint(with: nouns) }
  }

  static let hosts = Words.set("administration government ministry department gobierno ministerio")
  static let headings = Words.set(
    "participants participant participating attendees attendance speakers guests joining attended present represented included include participantes asistentes asistencia invitados presentes participaron asistieron"
  )
  /// Words of a title without a colon.
  static let titles = Words.set("participants speakers attendees participantes asistentes")
  static let emphasis = Words.set("* ** _ __")
}
