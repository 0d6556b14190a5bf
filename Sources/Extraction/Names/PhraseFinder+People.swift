import Gazetteer
import Language

extension PhraseFinder {
  /// "empresarios angelinos", "una representación de los trabajadores del Metro": unnamed people whom
  /// somebody meets, in
  /// Spanish. Only behind "con" or "a" after a word of meeting are they a party; its end, or nil.
  mutating func people(_ start: Int) -> Int? {
    guard scan.isSpanish else { return nil }
    let isMet = isMet(start) || isBetween(start)
    guard isMet || mayBeSubject(start) else { return nil }
    var noun = start
    while scan.isDeterminer(noun) || scan.isOne(noun, of: PeopleWords.openers) { noun += 1 }
    guard noun - start <= 2, isPeople(noun) else { return nil }
    let end = peopleEnd(noun)
    // "campesinos", "los miembros" alone are nobody.
    guard
      end > noun + (scan.isOne(noun, of: PeopleWords.collective) ? 2 : 1)
        || isListedBehindPeople(start) && end > noun
          && (end > noun + 1 || !scan.isOne(noun, of: PeopleWords.collective))
    else { return nil }
    if isMet, let named = examples(end, from: start) ?? body(of: noun, from: start) { return named }
    guard isMet || meets(end) else { return nil }
    var phrase = NounPhrase(kind: .people, range: start..<end, head: noun)
    phrase.name = noun..<end
    phrase.isPlural = true
    add(phrase)
    return end
  }

  /// True behind "con" or "a" that follows a word of meeting, or behind "y" in a list of those who are met.
  private func isMet(_ start: Int) -> Bool {
    isMetAloneInSpanish(start) || isMember(start)
  }

  /// True behind "con" or "a" that follows a word of meeting.
  func isMetAloneInSpanish(_ start: Int) -> Bool {
    guard
      scan.isOne(start - 1, of: ArgumentWords.withWords)
        || scan.isOne(start - 1, of: ArgumentWords.objectMarkers)
    else { return false }
    let isObject = scan.isOne(start - 1, of: ArgumentWords.objectMarkers)
    for at in (max(0, start - 14)..<(start - 1)).reversed() {
      if scan.isSign(at, ";") { return false }
      // "la reunión que permitieron las autoridades de A con activistas"
      if scan.isOne(at, of: Words.relative) { return scan.has(.noun, at: at - 1) && !isObject }
      if scan.has(.noun, at: at), !isObject { return true }
      guard let match = scan.match(.verb, at: at) else { continue }
      switch Gazetteer.shared.verbs[Int(match.index)].frame {
      case .meet, .talk: return !isObject
      case .receive: return isObject && Int(match.start) > start - 10
      default: continue
      }
    }
    return false
  }

  /// True at the beginning of a sentence and behind "que" or a comma: people who may be the subject of a
  /// verb of meeting.
  func mayBeSubject(_ start: Int) -> Bool {
    isSecondSubject(start) || start == 0
      || scan.shapes[start - 1].contains(.punctuation) && !scan.isSign(start - 1, ",")
      || scan.isOne(start - 1, of: PeopleWords.clauses)
  }

  /// "El Gobierno y líderes indígenas": behind "and" and a party that opens the sentence.
  private func isSecondSubject(_ start: Int) -> Bool {
    guard scan.isOne(start - 1, of: Words.and), let last = phrases.last,
      last.range.upperBound == start - 1, last.range.lowerBound <= 2
    else { return false }
    return [.group, .country, .body, .organization, .person].contains(last.kind)
  }

  /// "iniciaron un diálogo", "held talks": a support verb and its noun.
  func holdsMeeting(_ end: Int) -> Bool {
    guard let match = scan.match(.verb, at: end),
      Gazetteer.shared.verbs[Int(match.index)].frame == .hold
    else { return false }
    return scan.span(Int(match.end), Int(match.end) + 4).contains { scan.has(.noun, at: $0) }
  }

  /// "El Gobierno y líderes campesinos llegaron este sábado a un acuerdo".
  private func comesToTerms(_ end: Int) -> Bool {
    scan.isSpanish && scan.isOne(end, of: NegotiatorWords.reaching)
      && scan.span(end + 1, end + 8).contains { scan.isOne($0, of: NegotiatorWords.accords) }
  }

  /// True if a verb of meeting follows, past one or two small words ("se reunieron", "have met").
  func meets(_ end: Int) -> Bool {
    if holdsMeeting(end) || comesToTerms(end) { return true }
    var at = end
    while at < end + 3, at < scan.count {
      if let match = scan.match(.verb, at: at) {
        switch Gazetteer.shared.verbs[Int(match.index)].frame {
        case .meet, .talk, .receive: return true
        default: break
        }
      }
      guard scan.isOne(at, of: PeopleWords.beforeVerbs) else { return false }
      at += 1
    }
    return false
  }

  /// True in "negociaciones entre el gobierno y los maestros", "talks between the company and its workers".
  func isBetween(_ start: Int) -> Bool {
    var at = start - 1
    if scan.isOne(at, of: Words.and) {
      while at > 0, at > start - 12, !scan.isOne(at, of: Words.between) {
        if scan.isSign(at, ".") || scan.isSign(at, ";") { return false }
        at -= 1
      }
    }
    guard scan.isOne(at, of: Words.between) else { return false }
    return (max(0, at - 6)..<max(0, at)).contains { scan.has(.noun, at: $0) }
  }

  /// "directivos de empresas como Apple, Facebook o Yahoo": those that are named stand for them; the end of the list.
  private mutating func examples(_ start: Int, from first: Int) -> Int? {
    guard scan.isOne(start, of: RelativeWords.asWords), scan.isCapital(start + 1) else {
      return nil
    }
    var at = start + 1
    var found: [NounPhrase] = []
    while scan.isCapital(at), found.count < 8 {
      var end = at
      while scan.isCapital(end), end < at + 5 { end += 1 }
      var phrase = NounPhrase(kind: .organization, range: at..<end, head: at)
      phrase.name = at..<end
      found.append(phrase)
      at = end
      while scan.isSign(at, ",") || scan.isOne(at, of: Words.and) { at += 1 }
    }
    guard let last = found.last else { return nil }
    found[0].range = first..<found[0].range.upperBound
    for phrase in found { add(phrase) }
    return last.range.upperBound
  }

  /// "representantes del grupo Alborada", "dirigentes de la organización Frente Verde": the body that capitals name; its end.
  private mutating func body(of noun: Int, from start: Int) -> Int? {
    guard scan.isOne(noun, of: PeopleWords.envoys), scan.isOne(noun + 1, of: Words.of) else {
      return nil
    }
    var at = noun + 2
    while scan.isDeterminer(at) { at += 1 }
    guard scan.isOne(at, of: PeopleWords.bodies), scan.shapes[at].contains(.lower),
      scan.isCapital(at + 1)
    else { return nil }
    var end = at + 1
    while end < at + 7,
      scan.isCapital(end) || scan.isOne(end, of: Words.of) && scan.isCapital(end + 1)
    { end += 1 }
    guard party(at + 1) == nil, !scan.has(.given, at: at + 1) else { return nil }
    var phrase = NounPhrase(kind: .organization, range: start..<end, head: end - 1)
    phrase.name = (at + 1)..<end
    add(phrase)
    return end
  }

  private func isPeople(_ at: Int) -> Bool {
    guard at < scan.count, at == 0 || scan.shapes[at].contains(.lower),
      !scan.isOne(at, of: PeopleWords.press)
    else { return false }
    if scan.has(.people, at: at) { return true }
    guard let match = scan.match(.office, at: at) else { return false }
    let office = Gazetteer.shared.offices[Int(match.index)]
    guard office.isPlural else { return false }
    switch office.kind {
    case .profession, .legislator, .leader, .party, .religious, .judge, .military, .local,
      .official,
      .envoy, .diplomat, .ambassador:
      return true
    default: return false
    }
  }

  /// The end of the noun phrase: adjectives and what follows "de", up to a preposition, a verb or a sign.
  private func peopleEnd(_ noun: Int) -> Int {
    var at = noun + 1
    var end = at
    while at < scan.count, at < noun + 11 {
      if scan.isOne(at, of: Words.of) {
        var next = at + 1
        while scan.isDeterminer(next) { next += 1 }
        // "representantes del gobierno de X" are the government's; "familiares de Juan Pérez".
        if scan.isOne(next, of: OrganizationWords.governments) { return noun + 1 }
        if scan.has(.given, at: next), scan.isCapital(next), let name = names.name(at: next) {
          return name.range.upperBound
        }
        // "miembros de la «comunidad de inteligencia»"
        if next < scan.count, scan.shapes[next].contains(.quote) { next += 1 }
        guard next < scan.count, scan.keys[next] != 0 else { break }
        at = next + 1
        if at < scan.count, scan.shapes[at].contains(.quote) { at += 1 }
        end = at
        continue
      }
      if scan.isOne(at, of: Words.and), isPeople(at + 1) || scan.isOne(at + 1, of: Words.of) {
        at += 1
        continue
      }
      guard scan.keys[at] != 0, !scan.isDeterminer(at), !scan.isOne(at, of: PeopleWords.ends),
        !scan.isOne(at, of: Words.and), !scan.isOne(at, of: Resolver.prepositions),
        !scan.isOne(at, of: Words.relative),
        !scan.has(.verb, at: at)
          || scan.has(.portfolio, at: at),
        scan.isCapital(at) || scan.has(.portfolio, at: at)
          || Annotator().commonClass(scan.tokens[at].form, isSpanish: true) != .verb
            && !scan.tokens[at].form.hasSuffix("eron") && !scan.tokens[at].form.hasSuffix("aron")
      else { break }
      at += 1
      end = at
    }
    return end
  }
}

enum PeopleWords {
  static let openers = Words.set(
    "varios varias diversos diversas algunos algunas numerosos cientos decenas")
  /// Nouns that say nothing without what follows them.
  static let collective = Words.set(
    "grupo delegación representación comisión comitiva comunidad equipo misión miembros integrantes representantes directivos autoridades funcionarios delegados jefes mandos organizaciones empresas asociaciones comunidades"
  )
  /// People who speak for a body.
  static let envoys = Words.set(
    "representantes dirigentes miembros integrantes delegados líderes directivos")
  static let bodies = Words.set(
    "grupo movimiento partido organización sindicato empresa coalición asociación plataforma colectivo consorcio fundación"
  )
  static let clauses = Words.set("que that while mientras donde where cuando when")
  static let beforeVerbs = Words.set(
    "se ya also have has had will would han había habían were are was fueron habrían podrían")
  static let press = Words.set("periodistas reporteros corresponsales reporteras editores")
  static let ends = Words.set(
    "hoy ayer anteayer antier mañana anoche donde cuando mientras aunque pero también además no ya se su sus quien como luego después antes"
  )
}
