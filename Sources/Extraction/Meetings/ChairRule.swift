import Gazetteer
import Language
import Records

/// "The dialogue was led by A of Norway and, on the Kenyan side, by B", "A and B chaired the meeting for Peru", "Encabezaron la
/// reunión A, por México, y B, por Chile": who leads a meeting for a side stands for it.
struct ChairRule {
  let context: MeetingContext
  private var scan: Scan { context.scan }

  /// Persons who lead for one side.
  struct Chairs {
    var persons: [Int]
    /// Whose side they lead, as an entity or by its country; nil where only their own offices tell it.
    var side: Side?
  }

  /// "for Peru", "on the Kenyan side", "on behalf of the EU".
  struct Side {
    var code: String?
    var entity: Int?
    /// Where its words end.
    var end: Int
  }

  /// What a sentence tells of those who lead.
  struct Finding {
    var groups: [Chairs]
    var trigger: Range<Int>
    /// True for "the meeting was led by", which points back to one told before; false for "talks, led by A".
    var isReference: Bool
    var persons: [Int] { groups.flatMap(\.persons) }
  }

  /// The first words of leading that tell of persons.
  func read() -> Finding? {
    for token in 0..<scan.count where scan.isOne(token, of: ChairWords.leading) {
      if let found = passive(token) ?? active(token) ?? attended(token) { return found }
    }
    return nil
  }

  /// "was led by A of Norway and, on the Kenyan side, by B".
  private func passive(_ token: Int) -> Finding? {
    // "led on the Saudi side by A and on the American side by B"
    let inner = side(at: token + 1).flatMap {
      scan.isOne($0.end, of: ArgumentWords.byWords) ? $0 : nil
    }
    let by = inner?.end ?? token + 1
    guard scan.isOne(by, of: ArgumentWords.byWords) else { return nil }
    let first = inner ?? sideBefore(token)
    guard !isOfDelegation(from: max(token - 6, sideBefore(token)?.end ?? 0), token) else {
      return nil
    }
    let being = scan.span(token - 3, token).first {
      scan.isOne($0, of: ReceiveWords.passives) || scan.isOne($0, of: ChairWords.beings)
    }
    if let being, occasion(before: being) == nil { return nil }
    let groups = groups(from: by + 1, default: first)
    guard !groups.isEmpty else { return nil }
    // "attended by A and B on the Fijian side and by C on the Indian side": only where the sides are told.
    if scan.isOne(token, of: ChairWords.attended), groups.contains(where: { $0.side == nil }) {
      return nil
    }
    return Finding(
      groups: groups, trigger: token..<(by + 1), isReference: being != nil)
  }

  /// "Por la parte peruana asistieron A y B; por la parte chilena, C y D".
  private func attended(_ token: Int) -> Finding? {
    guard scan.isSpanish, scan.isOne(token, of: DelegationWords.attending), let first = side(at: 0),
      first.end == token
    else { return nil }
    let groups = groups(from: token + 1, default: first)
    return groups.isEmpty
      ? nil : Finding(groups: groups, trigger: token..<(token + 1), isReference: true)
  }

  /// "A and B chaired the meeting for Peru", "Encabezaron la reunión A, por México, y B, por Chile".
  private func active(_ token: Int) -> Finding? {
    guard let end = occasion(behind: token) else { return nil }
    let first = sideBefore(token)
    var groups: [Chairs] = []
    if let subject = context.arguments.subject(of: token), subject.tokens.upperBound <= token {
      let persons = persons(subject)
      guard !persons.isEmpty, persons.count == context.parties(subject.entities).count else {
        return nil
      }
      let at = scan.isSign(end, ",") ? end + 1 : end
      let side = side(at: at)
      // "led the dialogue on behalf of the UK and Oman": each for the own one.
      let isOfSeveral =
        side.map { own in
          scan.isOne(own.end, of: Words.and)
            && context.arguments.chains.contains {
              $0.tokens.contains(own.end - 1) && $0.mentions.count > 1 && self.persons($0).isEmpty
            }
        } == true
      groups = [Chairs(persons: persons, side: isOfSeveral ? nil : side ?? first)]
      // "A led the talks for Peru and B for Ecuador"
      if let side, !isOfSeveral, pastAnd(side.end) > side.end {
        groups += self.groups(from: pastAnd(side.end), default: nil).filter { $0.side != nil }
      }
    } else if scan.isSpanish {
      groups = self.groups(from: end, default: first)
    }
    guard !groups.isEmpty else { return nil }
    return Finding(groups: groups, trigger: token..<end, isReference: true)
  }

  /// "a delegation led by A" is told of a side and not of a meeting.
  private func isOfDelegation(from start: Int, _ token: Int) -> Bool {
    scan.span(start, token).contains {
      scan.isOne($0, of: DelegationWords.groups) || scan.isOne($0, of: AttendanceWords.delegations)
        || scan.has(.group, at: $0)
    }
  }

  /// "The dialogue | was led", "this session": where the noun of a meeting that is known stands.
  private func occasion(before end: Int) -> Int? {
    // "It was co-chaired by A and B"
    if end == 1, scan.isOne(0, of: ChairWords.it) { return 0 }
    return scan.span(end - 7, end).last { at in
      isOccasion(at)
        && scan.span(at - 4, at).contains { scan.isOne($0, of: ReferenceWords.definite) }
    }
  }

  /// "chaired | the meeting", "encabezaron la reunión": where the noun of a meeting that is known ends.
  private func occasion(behind verb: Int) -> Int? {
    guard scan.isOne(verb + 1, of: ReferenceWords.definite),
      let noun = scan.span(verb + 2, verb + 6).first(where: isOccasion),
      scan.span(verb + 2, noun).allSatisfy({ scan.keys[$0] != 0 && !scan.has(.group, at: $0) })
    else { return nil }
    return noun + 1
  }

  private func isOccasion(_ at: Int) -> Bool {
    scan.has(.noun, at: at) || scan.has(.event, at: at) || scan.isOne(at, of: ChairWords.occasions)
  }

  /// "On the Kenyan side, the talks were led by", "Por México, A encabezó la reunión": the side that opens the sentence.
  private func sideBefore(_ verb: Int) -> Side? {
    guard let side = side(at: 0), side.end < verb, scan.isSign(side.end, ",") else { return nil }
    return side
  }

  /// The persons behind "by", side by side: "A of Norway and, on the Kenyan side, by B and C".
  private func groups(from start: Int, default first: Side?) -> [Chairs] {
    var out: [Chairs] = []
    var at = start
    while out.count < 6 {
      let lead = side(at: at)
      if let lead {
        at = scan.isSign(lead.end, ",") ? lead.end + 1 : lead.end
        if scan.isOne(at, of: ArgumentWords.byWords) { at += 1 }
      }
      let list = list(from: at)
      guard !list.ids.isEmpty else { break }
      at = list.end
      var own = lead
      // "A, por México, y B, por Chile"
      if own == nil, let behind = side(at: scan.isSign(at, ",") ? at + 1 : at),
        !isLead(behind.end)
      {
        own = behind
        at = behind.end
      }
      out.append(Chairs(persons: list.ids, side: own ?? (out.isEmpty ? first : nil)))
      let next = pastAnd(at)
      guard next > at else { break }
      if side(at: next) == nil, scan.isOne(next, of: ArgumentWords.byWords) {
        at = next + 1
      } else if side(at: next) != nil || own != nil {
        at = next
      } else {
        break
      }
    }
    return out
  }

  /// True if "by" or a comma and "by" follow a side, which then leads to its persons.
  private func isLead(_ end: Int) -> Bool {
    let at = scan.isSign(end, ",") ? end + 1 : end
    return scan.isOne(at, of: ArgumentWords.byWords) && side(at: at) == nil
  }

  private func pastAnd(_ start: Int) -> Int {
    var at = start
    while scan.isSign(at, ",") || scan.isSign(at, ";") || scan.isOne(at, of: Words.and) { at += 1 }
    return at
  }

  /// A list of persons, the offices that commas set behind them passed over: "co-chairs A, Coordinator for Energy, and B, Head of
  /// Cabinet"; and where it ends.
  private func list(from start: Int) -> (ids: [Int], end: Int) {
    var ids: [Int] = []
    var end = start
    for index in context.reading.mentions(in: context.sentence) {
      let mention = context.reading.analysis.mentions[index]
      guard mention.tokens.lowerBound >= end else { continue }
      let gap = end..<mention.tokens.lowerBound
      let isNext =
        ids.isEmpty
        ? gap.count <= 3
          && gap.allSatisfy {
            scan.isFiller($0) || scan.isDeterminer($0) || scan.has(.office, at: $0)
          }
        : !gap.isEmpty
          && (gap.allSatisfy {
            scan.isSign($0, ",") || scan.isOne($0, of: Words.and) || scan.isDeterminer($0)
          } || isTitle(gap))
      let persons = mention.entities.filter { context.entities[$0].kind == .person }
      guard isNext, !persons.isEmpty, context.reading.phrases[index]?.isOwner != true else { break }
      ids += context.parties(persons).filter { !ids.contains($0) }
      end = mention.tokens.upperBound
    }
    return (ids, end)
  }

  /// ", Special Coordinator for Energy, and": an office with a capital, closed by a comma and "and".
  private func isTitle(_ gap: Range<Int>) -> Bool {
    guard gap.count > 3, gap.count <= 18, scan.isSign(gap.lowerBound, ","),
      let and = gap.last(where: { scan.isOne($0, of: Words.and) }), scan.isSign(and - 1, ","),
      scan.isCapital(gap.lowerBound + 1)
    else { return false }
    let title = (gap.lowerBound + 1)..<(and - 1)
    return title.contains { scan.has(.office, at: $0) }
      && title.allSatisfy {
        scan.isCapital($0) || !scan.has(.verb, at: $0) && !scan.isOne($0, of: Words.relative)
      }
  }

  private func persons(_ chain: Chain) -> [Int] {
    context.parties(chain.entities).filter { context.entities[$0].kind == .person }
  }

  /// "on the Kenyan side", "for Peru", "on behalf of the EU", "por la parte mexicana", "por Chile": whose it is.
  private func side(at start: Int) -> Side? {
    guard scan.isOne(start, of: ChairWords.forWords) else { return nil }
    var at = start + 1
    var hasSide = false
    if scan.isOne(at, of: ChairWords.behalves) {
      hasSide = true
      at += 1
      if scan.isOne(at, of: Words.of) { at += 1 }
    }
    func passArticles() {
      while scan.isDeterminer(at), scan.match(.country, at: at) == nil { at += 1 }
    }
    passArticles()
    if scan.isSpanish, scan.isOne(at, of: DelegationWords.sides) {
      hasSide = true
      at += 1
      if scan.isOne(at, of: Words.of) { at += 1 }
      passArticles()
    }
    let match = scan.match(.country, at: at) ?? scan.match(.demonym, at: at)
    var side = Side(
      code: match.map(context.code), entity: nil, end: match.map { Int($0.end) } ?? at)
    if match == nil {
      // "for the EU", "por el ELN"
      guard
        let body = context.arguments.chains.first(where: { $0.tokens.contains(at) }),
        let id = body.entities.first, context.entities[id].kind == .organization,
        body.mentions.count == 1
      else { return nil }
      side.entity = id
      side.code = context.entities[id].country
      side.end = body.tokens.upperBound
    } else if !scan.isCapital(at), match?.kind != .demonym {
      return nil
    }
    let next = scan.isPossessive(side.end) ? side.end + 1 : side.end
    if !scan.isSpanish, scan.isOne(next, of: ChairWords.sides) {
      side.end = next + 1
      return side
    }
    // "for U.S. companies", "por la crisis mexicana"
    let end = side.end
    let isWhole =
      end >= scan.count || scan.shapes[end].contains(.punctuation)
      || scan.isOne(end, of: Words.and) || scan.isOne(end, of: ArgumentWords.byWords)
      || scan.isOne(end, of: PlaceWords.inAt) || scan.isOne(end, of: ArgumentWords.onWords)
    guard isWhole || hasSide && scan.isSpanish,
      hasSide || match == nil || scan.has(.country, at: at),
      hasSide || !scan.isOne(start, of: ChairWords.onlyWithSide)
    else { return nil }
    return side
  }
}

enum ChairWords {
  static let leading = Words.set(
    """
    led chaired co-chaired cochaired co-led headed convened presided encabezada encabezado encabezadas encabezados presidida \
    presidido presididas presididos copresidida copresidido copresididas liderada liderado lideradas dirigida dirigido \
    encabezó encabezaron presidió presidieron copresidieron lideraron lideró dirigieron
    """
  ).union(attended).union(DelegationWords.attending)
  static let attended = Words.set("attended represented")
  static let beings = Words.set("estuvo estuvieron estará estarán")
  /// What is led besides the nouns of meeting.
  static let occasions = Words.set(
    "committee commission dialogue mechanism task consultations session round comité comisión mecanismo diálogo ronda sesión"
  )
  static let forWords = Words.set("for on from representing por del de en")
  /// "from the U.S. side", but not "from the U.S.": where somebody comes from tells no side.
  static let onlyWithSide = Words.set("from on del de en")
  static let behalves = Words.set("behalf parte representación nombre")
  static let sides = Words.set("side")
  static let it = Words.set("it they")
}
