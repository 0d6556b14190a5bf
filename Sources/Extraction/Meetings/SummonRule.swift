import Gazetteer
import Language
import Records

/// "El Gobierno convocó al embajador de Francia", "El embajador X fue citado por la Cancillería": who is summoned is talked to.
/// The own ambassador, called home for consultations, is not.
struct SummonRule {
  let context: MeetingContext

  /// The meetings of a sentence that are told so.
  func read(refuse: (Range<Int>, String) -> Void) -> [MeetingFrame] {
    guard SummonRule.isIn(context.scan) else { return [] }
    return context.scan.tokens.indices.compactMap { at in
      SummonRule.isSummons(at, context.scan) ? frame(at, refuse) : nil
    }
  }

  /// True for a sentence that may have such a meeting.
  static func isIn(_ scan: Scan) -> Bool {
    (0..<scan.count).contains { scan.isOne($0, of: SummonWords.envoys) }
      && (0..<scan.count).contains { isSummons($0, scan) }
  }

  /// "convocó", "llamó a cuentas".
  private static func isSummons(_ at: Int, _ scan: Scan) -> Bool {
    scan.isOne(at, of: SummonWords.verbs) || isCallingIn(at, scan)
      || scan.isOne(at, of: SummonWords.calls) && scan.isOne(at + 2, of: SummonWords.accounts)
  }

  /// "was called in by the minister", "called in the French ambassador": no telephone call.
  static func isCallingIn(_ at: Int, _ scan: Scan) -> Bool {
    guard !scan.isSpanish, scan.isOne(at, of: SummonWords.callingIn) else { return false }
    if scan.isSign(at + 1, "in") { return !scan.isCapital(at + 2) }
    // "was called to the Foreign Office"
    return scan.isSign(at + 1, "to") && scan.isOne(at - 1, of: ReceiveWords.passives)
      && scan.span(at + 2, at + 7).contains { scan.isOne($0, of: SummonWords.houses) }
  }

  private func frame(_ verb: Int, _ refuse: (Range<Int>, String) -> Void) -> MeetingFrame? {
    let scan = context.scan
    let arguments = context.arguments
    let isPassive = scan.isOne(verb - 1, of: ReceiveWords.passives)
    let subject = arguments.subject(of: verb)
    let guest: Chain?
    let host: [Int]
    if let envoy = apposed(verb) {
      guest = envoy
      host =
        arguments.chains.last {
          $0.tokens.upperBound <= envoy.tokens.lowerBound && !arguments.isGoverned($0)
            && !arguments.isOwner($0)
        }?.entities ?? houseOwner(after: verb)
    } else if isPassive {
      guest = subject
      host =
        arguments.with(after: verb + 1, words: ArgumentWords.byWords, limit: 12)?.chain.entities
        ?? houseOwner(after: verb)
    } else if !scan.isSpanish {
      guest = arguments.chain(at: SummonRule.isCallingIn(verb, scan) ? verb + 2 : verb + 1)
      host = subject?.entities ?? []
    } else {
      guest =
        scan.span(verb + 1, verb + 14).lazy.compactMap { at -> Chain? in
          scan.isOne(at, of: ArgumentWords.objectMarkers) ? arguments.chain(at: at + 1) : nil
        }.first
      host =
        (arguments.subjectBehind(verb + 1) ?? subject)?.entities
        ?? arguments.lastSubject(before: context.sentence) ?? []
    }
    guard let guest, guest.tokens.contains(where: { scan.isOne($0, of: SummonWords.envoys) })
    else { return nil }
    let from = min(verb, guest.tokens.lowerBound)
    let isApposed = apposed(verb) != nil
    let range = verb..<(verb + 1)
    // "llamó a consultas a su embajador"
    if scan.span(from - 2, guest.tokens.upperBound + 4).contains(where: {
      scan.isOne($0, of: SummonWords.consulting)
    }) || guest.tokens.contains(where: { scan.isOne($0, of: Words.possessives) })
      || scan.isOne(guest.tokens.lowerBound - 1, of: Words.possessives)
    {
      refuse(range, "called home for consultations")
      return nil
    }
    let left = context.parties(host)
    let right = context.parties(guest.entities).filter { context.entities[$0].kind == .person }
    guard context.areSides(left, right), Set(left).isDisjoint(with: right) else { return nil }
    if !scan.isSpanish, Set(left.map(context.side)) == Set(right.map(context.side)) { return nil }
    let verdict = isApposed ? .held : context.verdict(of: verb, subject)
    if case .refused(let reason) = verdict {
      refuse(range, reason)
      return nil
    }
    var frame = MeetingFrame(
      rule: "SummonRule", sentence: context.sentence, trigger: range, principals: left + right)
    frame.isStatusSure = true
    FrameDater(context: context).date(&frame, verdict)
    setPlace(&frame, verb, guest)
    return frame
  }

  /// "París pidió al embajador, convocado al ministerio, que": the house that an envoy is called to, in the capital that calls. "convocó
  /// al embajador de B en París" tells where he is accredited.
  private func setPlace(_ frame: inout MeetingFrame, _ verb: Int, _ guest: Chain) {
    let scan = context.scan
    let places = context.reading.analysis.places(in: context.sentence)
    let end = guest.tokens.upperBound
    if let house = places.first(where: { house in
      house.isVenue
        && scan.span(verb + 1, verb + 4).contains { scan.isOne($0, of: SummonWords.goals) }
        && (verb + 2...verb + 5).contains(house.tokens.lowerBound)
    }) {
      let capital = places.first {
        $0.tokens.upperBound <= verb && !$0.isVenue && scan.has(.capital, at: $0.tokens.lowerBound)
          && !scan.isOne($0.tokens.lowerBound - 1, of: PlaceWords.inAt)
      }
      frame.setPlace(
        [house.name, capital?.name].compactMap { $0 }.joined(separator: ", "), isSure: true)
    } else if scan.isSpanish,
      places.contains(where: { post in
        let at = post.tokens.lowerBound
        return !post.isVenue && scan.isSign(at - 1, "en")
          && (at == end + 1 || guest.tokens.contains(at))
      })
    {
      frame.setPlace(nil, isSure: true)
    }
  }

  /// "pidió al embajador de B, convocado al Ministerio, que", "The envoy of B, summoned to the ministry, said": the envoy whom a
  /// participle between commas tells of.
  private func apposed(_ verb: Int) -> Chain? {
    let scan = context.scan
    guard scan.isOne(verb, of: SummonWords.participles), scan.isSign(verb - 1, ",") else {
      return nil
    }
    return context.arguments.chains.last { chain in
      chain.tokens.upperBound == verb - 1
        && chain.tokens.contains { scan.isOne($0, of: SummonWords.envoys) }
    }
  }

  /// "fue citado al Ministerio de Exteriores noruego", "was summoned to the Norwegian Foreign Ministry": whose house it is.
  private func houseOwner(after verb: Int) -> [Int] {
    let scan = context.scan
    guard
      let to = scan.span(verb + 1, verb + 8).first(where: {
        scan.isOne($0, of: PlaceWords.directions) || scan.isOne($0, of: PlaceWords.inAt)
      }),
      let chain = context.arguments.chains.first(where: {
        $0.tokens.lowerBound > to && $0.tokens.lowerBound <= to + 6
      }),
      context.arguments.isPlace(chain)
        || chain.tokens.contains(where: { scan.isOne($0, of: SummonWords.houses) })
    else { return [] }
    return chain.entities
  }
}

/// Words of calling an envoy in.
enum SummonWords {
  static let verbs = Words.set(
    "convocó convocaron convocará convoca convocado convocada convocados citó citaron citará citado citada emplazó summoned summons summoning"
  )
  static let participles = Words.set("convocado convocada convocados citado citada summoned")
  static let goals = Words.set("a al to en")
  /// "llamó a cuentas al embajador".
  static let calls = Words.set("llamó llamaron llamará llamara llama llaman")
  static let callingIn = Words.set("called calls hauled")
  static let houses = Words.set("ministry office chancellery department")
  static let accounts = Words.set("cuentas")
  static let envoys = Words.set(
    "embajador embajadora embajadores encargado encargada nuncio cónsul ambassador envoy d'affaires affaires commissioner diplomat ambassadors"
  )
  static let consulting = Words.set("consultas home")
}
