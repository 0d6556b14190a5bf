import Gazetteer
import Language

/// Finds names: runs of capitals with particles, hyphens, initials and suffixes.
struct NameParser {
  let scan: Scan
  /// Words that the article also writes without a capital; such a word at the beginning of a sentence is no name.
  let plainWords: Set<WordKey>
  /// Surnames of those whom the article names in full that are names of towns or words for something else too ("Austin").
  var surnames: Set<WordKey> = []

  /// A name that begins at a token: its range and how many words it has; nil if none does.
  func name(at start: Int) -> (range: Range<Int>, words: Int)? {
    var at = start
    var words = 0
    if let particle = scan.match(.particle, at: at), isArabicParticle(at),
      isBareWord(Int(particle.end), after: at)
    {
      // "Al Sharpton", "El Baradei" are two words, "al-Maliki" is one.
      if scan.isCapital(at), !scan.isSpanish, !scan.shapes[Int(particle.end)].contains(.glue) {
        words += 1
      }
      at = Int(particle.end)
      if scan.shapes[at].contains(.glue) { at += 1 }
      if isTied(at) {
        words += 1
        at += 1
      }
    }
    if at == start, let end = titledParticle(at) { at = end }
    // "el ministro De Pedro", "el premier De Croo"
    if at == start, isCapitalParticle(at) {
      words += 1
      at += isNameWord(at + 1, first: false, start: start) ? 1 : 2
    }
    while at < scan.count {
      if isNameWord(at, first: words == 0, start: start), words == 0 || !isOpenParticle(at) {
        words += 1
        at += 1
        // A word that the tokenizer took for a verb with its pronoun ("Bouter" and "se").
        while at < scan.count, scan.tokens[at].start == scan.tokens[at - 1].start { at += 1 }
        at = glued(at)
        continue
      }
      guard words > 0 else { break }
      // "Abdel Fatah al Sisi" in Spanish, where "al" is two words of the tokenizer.
      if scan.isSpanish, at + 2 < scan.count, scan.tokens[at].start == scan.tokens[at + 1].start,
        scan.tokens[at].form == "a" || scan.tokens[at].form == "A", isPlainName(at + 2),
        isNameWord(at + 2, first: false, start: start)
      {
        at += 2
        continue
      }
      // "Eduardo del Castillo", where "del" is two words of the tokenizer.
      if scan.isSpanish, at + 2 < scan.count, scan.tokens[at].start == scan.tokens[at + 1].start,
        scan.tokens[at].form == "de" || scan.tokens[at].form == "De",
        joins(at + 2, from: at, start: start)
      {
        at += 2
        continue
      }
      if scan.isSpanish, at + 2 < scan.count, scan.tokens[at].start == scan.tokens[at + 1].start,
        scan.tokens[at].form == "de", isSurname(at + 2, from: at, start: start)
      {
        words += 1
        at += 3
        continue
      }
      if let suffix = scan.match(.suffix, at: at), isSuffix(at) {
        at = Int(suffix.end)
        break
      }
      if scan.isSign(at, ","), scan.has(.suffix, at: at + 1),
        ["Jr.", "Jr", "Sr."].contains(scan.tokens[at + 1].form)
      {
        at += 2
        break
      }
      if isArabicParticle(at), isTied(at + 2) {
        words += 1
        at += 3
        continue
      }
      if let end = nickname(at) {
        at = end
        continue
      }
      // "van den Berg"; "Van der Bellen", where the first word of two has a capital
      if let particle = scan.match(.particle, at: at),
        !scan.isCapital(at) || particle.end - particle.start > 1,
        joins(Int(particle.end), from: at, start: start)
      {
        at = Int(particle.end)
        if scan.shapes[at].contains(.glue) { at += 1 }
        continue
      }
      break
    }
    guard words > 0,
      words > 1 || scan.tokens[start].form.utf8.count > 2 || isShortName(start)
        || isSpanishArticleName(start),
      scan.tokens[start].form.utf8.first != 0x40
    else { return nil }
    return (start..<at, words)
  }

  /// "Xi", "Li": two letters inside a sentence, the second a small one, that the lexicon knows as nothing else.
  private func isShortName(_ at: Int) -> Bool {
    at > 0 && scan.tokens[at].form.utf8.count == 2 && !scan.shapes[at].contains(.allCapitals)
      && !scan.isSign(at - 1, ".")
      && scan.matches(at: at).allSatisfy { $0.kind == .given || $0.kind == .suffix }
  }

  /// Past a hyphen and what it ties to the name ("Chan-o-cha", "el-Sisi").
  private func glued(_ from: Int) -> Int {
    var at = from
    while at + 1 < scan.count, scan.shapes[at].contains(.glue), scan.keys[at + 1] != 0,
      !scan.has(.office, at: at + 1), !scan.has(.country, at: at + 1),
      !scan.has(.demonym, at: at + 1)
    {
      at += 2
    }
    return at
  }

  private func isArabicParticle(_ at: Int) -> Bool {
    guard at + 1 < scan.count else { return false }
    switch scan.tokens[at].form {
    case "al", "Al", "el", "El", "an", "as", "ash", "bin", "Bin", "abu", "Abu", "ibn", "Ibn":
      return scan.shapes[at + 1].contains(.glue) || (scan.isCapital(at) && !scan.isSpanish)
        || isSpanishArticleName(at)
    default: return false
    }
  }

  /// "Van" of "Van der Bellen": the first word of a particle of several.
  private func isOpenParticle(_ at: Int) -> Bool {
    guard let particle = scan.match(.particle, at: at) else { return false }
    return particle.end - particle.start > 1 && scan.isCapital(Int(particle.end))
  }

  /// A particle with a capital inside of a Spanish sentence, right behind an office.
  private func isCapitalParticle(_ at: Int) -> Bool {
    guard scan.isSpanish, at > 0, scan.isCapital(at), scan.has(.office, at: at - 1),
      isSurnameWord(at + 1)
    else { return false }
    return ["De", "Del", "Di", "Da", "Dos", "Van", "Von"].contains(scan.tokens[at].form)
  }

  /// "President | von der Linden": small particles between an English title and a surname; where they end.
  private func titledParticle(_ at: Int) -> Int? {
    guard at > 0, at < scan.count, !scan.isSpanish, scan.shapes[at].contains(.lower),
      let particle = scan.match(.particle, at: at), scan.isCapital(at - 1),
      scan.isOne(at, of: NameParser.particles), scan.has(.office, at: at - 1),
      Int(particle.end) < scan.count, scan.isCapital(Int(particle.end)),
      scan.matches(at: Int(particle.end)).allSatisfy({ $0.kind == .given })
    else { return nil }
    return Int(particle.end)
  }

  private static let particles = Words.set("de di da van von ter ten du dos")

  /// "El Baradei": a capital article inside a Spanish sentence, and a word that is nothing else.
  private func isSpanishArticleName(_ at: Int) -> Bool {
    guard scan.isSpanish, at > 0, scan.isCapital(at), scan.isCapital(at + 1),
      !scan.shapes[at - 1].contains(.punctuation),
      scan.matches(at: at + 1).allSatisfy({ $0.kind == .given })
    else { return false }
    return scan.tokens[at].form == "El" || scan.tokens[at].form == "Al"
  }

  /// "al-Sheikh", "Al-Sultan": a title behind an article and a hyphen is a surname.
  private func isTied(_ at: Int) -> Bool {
    at > 1 && at < scan.count && scan.shapes[at - 1].contains(.glue) && scan.isCapital(at)
      && (scan.has(.office, at: at) || scan.has(.honorific, at: at))
  }

  private func isSuffix(_ at: Int) -> Bool {
    // A lone "I" or "V" is a suffix only where it is written so and the sentence goes on.
    scan.isCapital(at) || scan.tokens[at].form == "hijo"
  }

  private func isBareWord(_ at: Int, after: Int) -> Bool {
    let next = at < scan.count && scan.shapes[at].contains(.glue) ? at + 1 : at
    return scan.isCapital(next)
  }

  /// True if a particle at `from` ties the word at `at` to the name before it.
  private func joins(_ at: Int, from: Int, start: Int) -> Bool {
    var next = at
    if next < scan.count, scan.shapes[next].contains(.glue) { next += 1 }
    guard scan.isCapital(next) else { return false }
    for match in scan.matches(at: next) {
      switch match.kind {
      case .capital where isFamilyTown(match, from: from, start: start),
        .city where isFamilyTown(match, from: from, start: start):
        continue
      case .country, .capital, .city, .body, .seat, .office, .organization, .demonym, .portfolio:
        // "de la Torre", "del Río" are names; "de Bolivia" is none.
        return false
      default: continue
      }
    }
    if scan.isSpanish, scan.tokens[from].form == "y" { return false }
    // "Correia e Silva": Spanish itself has "e" before the sound of an i only; two names may stand on either side of that.
    if scan.tokens[from].form == "e" {
      let form = scan.tokens[next].form.lowercased()
      guard from >= start + 2, !form.hasPrefix("i"), !form.hasPrefix("hi"), !form.hasPrefix("í"),
        !scan.has(.given, at: next)
      else { return false }
    }
    return isNameWord(next, first: false, start: start)
  }

  /// "Eduardo del Castillo", "Francisco del Río": behind given names only, a capital that is no country and no office.
  private func isSurname(_ at: Int, from: Int, start: Int) -> Bool {
    (start..<from).allSatisfy(isGiven) && isSurnameWord(at)
  }

  /// A capital that may be a surname, though it is a word for a thing or a town as well ("Castillo", "Campo", "Río").
  private func isSurnameWord(_ at: Int) -> Bool {
    scan.isCapital(at)
      && scan.matches(at: at).allSatisfy {
        $0.kind == .given || $0.kind == .city || $0.kind == .organization || $0.kind == .venue
          || $0.kind == .portfolio || $0.kind == .body && $0.end - $0.start == 1
      }
  }

  /// "José de Lima Massano": a town between given names with "de" and another surname.
  private func isFamilyTown(_ town: Scan.Match, from: Int, start: Int) -> Bool {
    town.end - town.start == 1 && from > start && (start..<from).allSatisfy(isGiven)
      && isPlainName(Int(town.end)) && scan.matches(at: Int(town.end)).isEmpty
  }

  func isGiven(_ at: Int) -> Bool { scan.isCapital(at) && scan.has(.given, at: at) }

  /// "Queremos tener", "Estamos": a Spanish verb in the first person of the plural that opens a sentence or a quotation.
  private func isFirstPersonVerb(_ at: Int) -> Bool {
    guard scan.isSpanish, at == 0 || scan.shapes[at - 1].contains(.punctuation),
      !scan.isCapital(at + 1), !scan.has(.given, at: at)
    else { return false }
    let form = scan.tokens[at].form
    return form.utf8.count >= 7
      && (form.hasSuffix("emos") || form.hasSuffix("amos") || form.hasSuffix("imos"))
  }

  /// "Austin spoke to Dong" where the article has told of Lloyd Austin: no preposition of place stands before it, no other name
  /// behind it.
  private func isTold(_ at: Int) -> Bool {
    guard !surnames.isEmpty, surnames.contains(scan.keys[at]), !scan.isCapital(at + 1),
      !scan.isCapital(at - 1) || at == 1
    else { return false }
    return !scan.isOne(at - 1, of: NameParser.directions)
      && !(scan.isSign(at + 1, ",") && scan.isCapital(at + 2))
  }

  private static let directions = Words.set("in at from to into near of en desde hacia de hasta")

  private func isNameWord(_ at: Int, first: Bool, start: Int) -> Bool {
    guard scan.isCapital(at) else { return false }
    if scan.shapes[at].contains(.allCapitals), scan.tokens[at].form.utf8.count <= 5,
      !isAllCapitals(at), !(first && (isLetters(at) || isDottedInitials(at)))
    {
      return false
    }
    // "Rosa Icela", "Sheikh Hasina": a given name of two words.
    if first, let given = scan.match(.given, at: at), given.end - given.start > 1,
      given.range.allSatisfy(scan.isCapital)
    {
      return true
    }
    if first, isDescription(at) || isFirstPersonVerb(at) { return false }
    if first, isTold(at) { return true }
    if isHeadlineVerb(at), !first || scan.isOne(at, of: HeadlineWords.auxiliaries) { return false }
    let previousIsGiven = !first && isGiven(at - 1)
    let nextIsWord = at + 1 < scan.count && scan.isCapital(at + 1)
    for match in scan.matches(at: at) {
      let isLong = match.end - match.start > 1
      switch match.kind {
      case .stop:
        // "A K Abdul Momen", "S. Jaishankar": initials before a name.
        if isInitial(at), nextIsWord,
          first ? isInitial(at + 1) || isTitled(at) && isPlainName(at + 1) : isInitial(at - 1)
        {
          continue
        }
        // "May-Elin Stener", "Mark-Anthony": a hyphen ties it to a name.
        if first, scan.shapes.indices.contains(at + 2), scan.shapes[at + 1].contains(.glue),
          isPlainName(at + 2)
        {
          continue
        }
        // "Vice Premier He Liang", "President To Lam": behind an office.
        if first, nextIsWord, isShortFamilyName(at) || isVietnameseLe(at) { continue }
        if first { return isGiven(at) && (nextIsWord || scan.has(.particle, at: at + 1)) }
        // "Saadedín El Othmani", "Jean-Yves Le Drian"
        if !first, ["El", "Al", "Le"].contains(scan.tokens[at].form), isPlainName(at + 1),
          scan.tokens[at + 1].form.utf8.count > 3
        {
          continue
        }
        if !previousIsGiven, !isShortSurname(at), !isSurnameLike(at, start),
          first || !isAsianMiddle(at, start)
        {
          return false
        }
      case .country, .capital, .city:
        if isLong { return false }
        // "A B | Minnesota Governor C D", one behind the other in a list
        if !scan.isSpanish, at >= start + 2, scan.has(.office, at: at + 1) { return false }
        if first, !(isGiven(at) && nextIsWord && isPlainName(at + 1)), !isTitledTown(at, match) {
          return false
        }
      case .demonym:
        // "Libia García"
        if first, scan.isSpanish, isGiven(at), nextIsWord, isPlainName(at + 1) { continue }
        if !(previousIsGiven && !nextIsWord && match.kind == .demonym && !scan.isSpanish
          && at + 1 < scan.count && !scan.has(.office, at: at + 1))
        {
          return false
        }
      case .body, .seat:
        if !(previousIsGiven && !isLong) { return false }
      case .office:
        let kind = Gazetteer.shared.offices[Int(match.index)].kind
        // "Amir Khan Muttaqi", "Sultan Al Jaber": where no title is meant, the parser of offices has left it.
        if first, nextIsWord, !isLong, ["Amir", "Sultan", "Dean"].contains(scan.tokens[at].form) {
          continue
        }
        let isSurname =
          !first && !isLong
          && (kind == .monarch && scan.tokens[at].form != "King" && nextIsWord || kind == .family
            || kind == .profession || kind == .police || kind == .judge)
        let mayEnd = previousIsGiven && (!nextIsWord || scan.isSpanish) && !isLong
        if !isSurname, !mayEnd { return false }
      case .portfolio, .group, .noun, .event:
        // "la presidenta Marina Ruiz": a field, where no name follows
        if first, scan.isSpanish, isGiven(at), isPlainName(at + 1), !isLong { continue }
        if !previousIsGiven, !endsSpanishName(at, start, isLong) { return false }
      case .honorific:
        // "Republican Sen. Carl Benson": a title is no part of a name, unless it is a name as well ("Hun Sen").
        if scan.tokens[at].form == "He" { continue }
        if first ? nextIsWord : scan.tokens[at].form.hasSuffix(".") { return false }
      case .modifier:
        if first, isLong { return false }
        if first, nextIsWord,
          scan.has(.honorific, at: at + 1) || scan.has(.office, at: at + 1)
            || scan.has(.modifier, at: at + 1)
        {
          return false
        }
      case .organization, .venue:
        if first {
          if isSetApart(at) { continue }
          guard !scan.isSpanish, nextIsWord, isPlainName(at + 1),
            !scan.isOne(at + 1, of: Words.addresses)
          else { return false }
        } else if !previousIsGiven, !endsSpanishName(at, start, isLong) {
          return false
        }
      default: continue
      }
    }
    if first, at == 0 || scan.shapes[at - 1].contains(.quote), plainWords.contains(scan.keys[at]),
      !isGiven(at)
    {
      return false
    }
    return true
  }

  /// "Rafael Moreno Valle": after a given name and a surname any noun may be the second surname.
  private func endsSpanishName(_ at: Int, _ start: Int, _ isLong: Bool) -> Bool {
    scan.isSpanish && !isLong && at >= start + 2 && isGiven(start) && !scan.isCapital(at + 1)
      && !scan.isOne(at + 1, of: Words.of) && scan.isCapital(at - 1)
  }
}
