import Gazetteer
import Language

/// Runs of capitals and of words for fields, as far as they belong to an office.
extension OfficeParser {
  /// "Director of the White House Office of Intergovernmental Affairs": an office of the house belongs to its name.
  func ownOffice(_ start: Int) -> Int {
    guard !scan.isSpanish, scan.isCapital(start),
      // "Director of the White House Ocean Policy Council"
      scan.has(.organization, at: start) || scan.isAgencyAhead(start)
    else { return start }
    var end = start + 1
    while end < scan.count, end < start + 10 {
      if scan.isCapital(end), !scan.has(.given, at: end) {
        end += 1
      } else if scan.isOne(end, of: OfficeWords.englishLinks), scan.isCapital(end + 1) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// "Deputy Assistant to the President for Economic Mobility Ann Miller": capitals that no list has, up to the name of the
  /// holder or the end of the phrase; nil if nothing ends them.
  func capitalRun(_ start: Int, past run: Int, _ phrase: OfficePhrase) -> Int? {
    guard !scan.isSpanish, scan.isCapital(start), !phrase.isPlural,
      scan.isCapital(phrase.head) || phrase.hasDeterminer,
      !scan.has(.given, at: start), run > start || scan.matches(at: start).isEmpty
    else { return nil }
    var at = max(start, run)
    // "Secretary of Justice Wandra Garcedo,": what is no common word may be the name, unless a given name follows.
    var isCommon = true
    while at < scan.count, at < start + 10 {
      if scan.isCapital(at) {
        if scan.has(.given, at: at), at > start {
          // "Minister of Trade and Ann Miller": another person.
          if scan.isOne(at - 1, of: Words.and) { return run > start && at - 1 == run ? run : nil }
          return scan.isCapital(at + 1) && at > run ? at : nil
        }
        guard !scan.has(.stop, at: at), !scan.has(.country, at: at), !scan.has(.body, at: at),
          scan.match(.office, at: at) == nil
        else { return nil }
        if fieldWord(at) == nil,
          Annotator().commonClass(scan.tokens[at].form, isSpanish: false) == nil
        {
          isCommon = false
        }
        at += 1
      } else if scan.isOne(at, of: OfficeWords.englishLinks), scan.isCapital(at + 1) {
        at += 1
      } else if scan.isSign(at, "in"), scan.isCapital(at + 1), scan.isCapital(at + 2), at > start {
        // "of the Investing in America Cabinet Ann Miller"
        at += 2
      } else {
        break
      }
    }
    // "Minister of Hydrocarbons, Ann Miller,": the name behind the comma tells that this is none.
    guard isCommon && scan.isCapital(phrase.head) || isApposedFullName(at), at > run,
      at >= scan.count || scan.isSign(at, ",") || scan.isSign(at, ".")
    else {
      return nil
    }
    return at
  }

  /// ", Ann Miller,": a full name between commas.
  private func isApposedFullName(_ comma: Int) -> Bool {
    guard scan.isSign(comma, ","), let name = names.name(at: comma + 1) else { return false }
    let end = name.range.upperBound
    return name.words > 1 && (end >= scan.count || scan.shapes[end].contains(.punctuation))
  }

  /// "the president of the Presidential Leadership Council, X": a body that no list has, if the name of the holder stands behind
  /// it; its end, or nil.
  func bodyRun(_ start: Int, _ phrase: inout OfficePhrase) -> Int? {
    guard !scan.isSpanish, !phrase.isPlural, scan.isCapital(start) else { return nil }
    var at = start
    var isBody = false
    while at < scan.count, at < start + 10 {
      if scan.isCapital(at) {
        // "Secretary General of the Executive Committee Ann Miller"
        if isBody, scan.has(.given, at: at), names.name(at: at).map({ $0.words > 1 }) == true {
          return at
        }
        guard !scan.has(.given, at: at),
          scan.match(.office, at: at) == nil || scan.has(.organization, at: at + 1)
        else { return nil }
        if scan.has(.organization, at: at) { isBody = true }
        at += 1
      } else if at > start, scan.isOne(at, of: OfficeWords.englishLinks), scan.isCapital(at + 1) {
        at += 1
      } else {
        break
      }
    }
    guard isBody, at > start + 1, scan.isSign(at, ","), isNamed(at + 1) else { return nil }
    if phrase.country == nil, let people = scan.match(.demonym, at: start) {
      phrase.country = Int(people.index)
    }
    return at
  }

  /// The end of a country's own body behind its adjective ("parliament", "Presidency", "central bank"); nil for other words.
  func nationalBody(_ start: Int) -> Int? {
    var at = start
    while at < scan.count, at < start + 5,
      scan.has(.portfolio, at: at) || scan.has(.organization, at: at) || scan.has(.modifier, at: at)
        || scan.isOne(at, of: OfficeWords.bodies)
    { at += 1 }
    // "the Kyrgyz Cabinet of Ministers"
    if at > start, scan.isOne(at - 1, of: OfficeWords.cabinets), scan.isSign(at, "of"),
      scan.isSign(at + 1, "Ministers")
    {
      return at + 2
    }
    guard at > start,
      scan.has(.organization, at: at - 1) || scan.isOne(at - 1, of: OfficeWords.bodies)
        || scan.has(.portfolio, at: at - 1) && scan.isCapital(at - 1)
    else { return nil }
    // "of the Bosnian Presidency member X": the body belongs to another office.
    return scan.match(.office, at: at) == nil ? at : nil
  }

  /// The end of a run of words that name a ministry or a field, from a token; the token itself if there is none.
  func portfolioRun(_ start: Int) -> Int {
    var at = start
    var end = start
    while at < scan.count, at < start + 14 {
      if scan.shapes[at].contains(.glue) {
        at += 1
        continue
      }
      if let match = fieldWord(at) {
        at = match
        end = at
        continue
      }
      if at > start,
        scan.isOne(at, of: Words.and) || scan.isOne(at, of: Words.of) || scan.isSign(at, "&")
          || scan.isSign(at, ",") || scan.isOne(at, of: ArgumentWords.withWords)
          || scan.isDeterminer(at)
      {
        // A comma must be followed by another field ("Democracy, Human Rights, and Labor").
        var next = at + 1
        while next < scan.count,
          scan.isDeterminer(next) || scan.isOne(next, of: Words.and)
            || scan.isOne(next, of: Words.of)
        {
          next += 1
        }
        guard next < scan.count, fieldWord(next) != nil,
          scan.isCapital(next) || scan.isSpanish || !scan.isSign(at, ","),
          !scan.has(.office, at: next), !scan.isSign(at, ",") || !names.isSetApart(next)
        else { break }
        at = next
        continue
      }
      break
    }
    return end
  }

  func fieldWord(_ at: Int) -> Int? {
    if let match = scan.match(.portfolio, at: at) { return Int(match.end) }
    if let match = scan.match(.organization, at: at), scan.isCapital(at) { return Int(match.end) }
    return nil
  }
}
