import Gazetteer
import Language

/// The shapes of single words in names.
extension NameParser {
  /// How words for what somebody does end.
  static let callings = [
    "ist", "icer", "aster", "ator", "itor", "essor", "ctor", "ician", "ative", "woman",
  ]

  static let partisans = Words.set(
    "democrat republican libertarian conservative socialist liberal nationalist independent tory")

  /// "Democrat Ann Miller", "Virologist Li Na": a common noun with a capital before a given name and a surname.
  func isDescription(_ at: Int) -> Bool {
    guard at + 2 < scan.count, isGiven(at + 1), scan.isCapital(at + 2), !isGiven(at),
      scan.has(.given, at: at + 1), scan.matches(at: at).allSatisfy({ $0.kind != .particle })
    else { return false }
    let form = scan.tokens[at].form
    if !scan.isSpanish, scan.isOne(at, of: NameParser.partisans) { return true }
    if !scan.isSpanish, form.utf8.count > 6,
      NameParser.callings.contains(where: form.hasSuffix)
    {
      return true
    }
    return Annotator().commonClass(form, isSpanish: scan.isSpanish) == .noun
  }

  /// "la portavoz del Gobierno, Liga Bekele,": a noun of bodies before one plain capital that commas set apart is a given name.
  func isSetApart(_ at: Int) -> Bool {
    guard scan.isSpanish, scan.isSign(at - 1, ","), isPlainName(at + 1),
      scan.matches(at: at).allSatisfy({ $0.kind == .organization || $0.kind == .given }),
      scan.matches(at: at + 1).isEmpty
    else { return false }
    let end = at + 2
    return end >= scan.count || scan.isSign(end, ",") || scan.isSign(end, ".")
      || scan.isOne(end, of: Words.and) && !scan.isCapital(end + 1)
  }

  /// "su homólogo, Le Hoang", "el canciller Le Hoai Trung": a family name that is spelt like a Spanish pronoun.
  func isVietnameseLe(_ at: Int) -> Bool {
    scan.isSpanish && at > 0 && scan.isSign(at, "Le") && isPlainName(at + 1)
      && (scan.isSign(at - 1, ",") || scan.match(.office, at: at - 1) != nil
        || scan.match(.demonym, at: at - 1) != nil && !scan.isCapital(at - 1))
  }

  func isShortFamilyName(_ at: Int) -> Bool {
    // "el vicepresidente chino, Han Zheng": a Spanish verb else.
    if scan.isSpanish {
      return at > 1 && ["Han", "Ha", "Son", "Sin"].contains(scan.tokens[at].form)
        && (scan.isSign(at - 1, ",") || scan.has(.office, at: at - 1)) && isPlainName(at + 1)
    }
    return at > 0 && scan.isOne(at, of: Words.shortFamilyNames) && isPlainName(at + 1)
      && (scan.match(.office, at: at - 1) != nil || scan.has(.honorific, at: at - 1))
  }

  /// "Security Advisor Sydney Mufamadi", "Dr. Lima Santos": a town behind a title and before a surname is a given name.
  func isTitledTown(_ at: Int, _ match: Scan.Match) -> Bool {
    guard !scan.isSpanish, match.kind != .country, at > 0, isPlainName(at + 1),
      !scan.has(.city, at: at + 1), !scan.has(.capital, at: at + 1)
    else { return false }
    if scan.isSign(at - 1, "."), at > 1 { return scan.has(.honorific, at: at - 2) }
    return scan.has(.honorific, at: at - 1)
      || scan.isCapital(at - 1) && scan.match(.office, at: at - 1) != nil
  }

  func isInitial(_ at: Int) -> Bool {
    guard at >= 0, at < scan.count, scan.isCapital(at) else { return false }
    let bytes = scan.tokens[at].form.utf8
    return bytes.count == 1 || bytes.count == 2 && bytes.last == UInt8(ascii: ".")
  }

  /// "Rodrigo | "Digong" | Salonga", "Luiz Inácio | "Lula" | da Silva": one word in quotation marks inside of a name; where it ends.
  func nickname(_ at: Int) -> Int? {
    guard at + 3 < scan.count, scan.shapes[at].contains(.quote), scan.isCapital(at - 1),
      scan.isCapital(at + 1), scan.shapes[at + 2].contains(.quote)
    else { return nil }
    let next = at + 3
    let isName = scan.isCapital(next) && isPlainName(next)
    let isParticle = scan.match(.particle, at: next).map { scan.isCapital(Int($0.end)) } ?? false
    return isName || isParticle ? next : nil
  }

  /// "Foreign Minister A Wijesekara", "Mr A Perumal": behind a title with a capital, in English.
  func isTitled(_ at: Int) -> Bool {
    !scan.isSpanish && at > 0 && scan.isCapital(at - 1)
      && (scan.has(.office, at: at - 1) || scan.has(.honorific, at: at - 1))
  }

  /// "J.D. Vance", "G.L. Peiris": two or three initials in one word, no abbreviation of a country or a title, before a name.
  func isDottedInitials(_ at: Int) -> Bool {
    let bytes = Array(scan.tokens[at].form.utf8)
    guard bytes.count == 4 || bytes.count == 6,
      bytes.indices.allSatisfy({
        $0 % 2 == 1 ? bytes[$0] == UInt8(ascii: ".") : (65...90).contains(bytes[$0])
      })
    else { return false }
    return scan.matches(at: at).allSatisfy {
      $0.kind == .given || $0.kind == .suffix || $0.kind == .stop
    }
      && isPlainName(at + 1)
  }

  /// A surname that is spelt like another word ("Zhao Jun", "Thomas West"), behind another name and before no number.
  func isShortSurname(_ at: Int) -> Bool {
    guard scan.isOne(at, of: Words.surnames), !scan.tokens[at].form.hasSuffix(".") else {
      return false
    }
    return at + 1 >= scan.count || !scan.shapes[at + 1].contains(.digit)
  }

  /// "Artur Mas": a capital inside a Spanish sentence behind a name that the lexicon does not know.
  func isSurnameLike(_ at: Int, _ start: Int) -> Bool {
    scan.isSpanish && at == start + 1 && start > 0 && !scan.isCapital(at + 1)
      && scan.matches(at: start).isEmpty && scan.shapes[start - 1].isDisjoint(with: .quote)
      && !scan.isSign(start - 1, ".") && scan.tokens[at].form.utf8.count <= 5
  }

  /// "Truong Tan Sang": in a Spanish sentence, between two capitals that are no other words, behind a comma.
  func isAsianMiddle(_ at: Int, _ start: Int) -> Bool {
    scan.isSpanish && at == start + 1 && at + 1 < scan.count && isPlainName(at + 1)
      && isPlainName(start) && scan.isOne(at, of: NameParser.asianMiddles)
      && scan.shapes[at].isDisjoint(with: .allCapitals) && start > 0
      && (scan.isSign(start - 1, ",") || scan.isOne(start - 1, of: Words.and)
        || !scan.isCapital(start - 1) && !scan.shapes[start - 1].contains(.punctuation))
  }

  private static let asianMiddles = Words.set("tan sin son con su so sea fue")

  /// "KP Sharma", "JD Miller": two letters, no word of the lexicon, before a name.
  func isLetters(_ at: Int) -> Bool {
    scan.tokens[at].form.utf8.count == 2 && at + 1 < scan.count
      && !scan.shapes[at + 1].contains(.allCapitals) && isPlainName(at + 1)
      && scan.matches(at: at).allSatisfy { $0.kind == .given || $0.kind == .suffix }
      && Annotator().commonClass(scan.tokens[at + 1].form, isSpanish: scan.isSpanish) == nil
      && !["TV", "PC", "IT", "AI", "VP", "PR", "HR", "IV", "II", "AM"].contains(
        scan.tokens[at].form)
  }

  /// "Biden Visits Warsaw As Talks Continue": a verb, in a heading that has capitals for all its longer words.
  func isHeadlineVerb(_ at: Int) -> Bool {
    guard !scan.isSpanish,
      !scan.has(.given, at: at) || scan.isOne(at, of: HeadlineWords.auxiliaries),
      scan.isOne(at, of: EvidenceWords.deeds) || scan.match(.verb, at: at) != nil
        || scan.isOne(at, of: HeadlineWords.auxiliaries),
      scan.isOne(at, of: HeadlineWords.auxiliaries)
        ? scan.match(.verb, at: at + 1) != nil || scan.isOne(at + 1, of: EvidenceWords.deeds)
        : scan.isCapital(at + 1) || scan.isDeterminer(at + 1)
          || scan.isOne(at + 1, of: Resolver.prepositions)
    else { return false }
    return !(0..<scan.count).contains {
      scan.shapes[$0].contains(.lower) && scan.tokens[$0].form.utf8.count > 4
        && !scan.isOne($0, of: Resolver.prepositions)
    }
  }

  /// True in a heading that is all capitals, where capitals say nothing.
  func isAllCapitals(_ at: Int) -> Bool {
    scan.has(.given, at: at) || (at > 0 && isGiven(at - 1)) || (at > 1 && isGiven(at - 2))
  }

  /// A capital that is nothing else in the lexicon.
  func isPlainName(_ at: Int) -> Bool {
    guard scan.isCapital(at) else { return false }
    for match in scan.matches(at: at) where match.kind != .given && match.kind != .particle {
      if match.kind == .city || match.kind == .capital { continue }
      return false
    }
    return true
  }
}

enum HeadlineWords {
  static let auxiliaries = Words.set("will would has have had is are was were can could")
}
