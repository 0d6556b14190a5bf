import Gazetteer
import Language

/// "the Swiss city of Lausanne", "la ciudad suiza de Lausana", "the Egyptian resort of Sharm el-Sheikh": a town told by what it
/// is, whether a list knows it or not.
struct DescribedTown {
  let scan: Scan

  /// "la capital venezolana", "the Venezuelan capital": the capital's own name, where it does not follow.
  func capital(at start: Int) -> (tokens: Range<Int>, name: String, code: String)? {
    // "la capital de Ghana", "the capital of Ghana"
    if scan.isSign(start, "capital"), scan.isOne(start + 1, of: Words.of) {
      let at = scan.isDeterminer(start + 2) ? start + 3 : start + 2
      guard let country = scan.match(.country, at: at), scan.isCapital(at),
        !scan.has(.capital, at: at), !scan.isSign(Int(country.end), ",")
      else { return nil }
      let entry = Gazetteer.shared.countries[Int(country.index)]
      let names = scan.isSpanish ? entry.spanishCapitals : entry.englishCapitals
      return names.first.map { (start..<Int(country.end), $0, entry.code) }
    }
    let match: Scan.Match
    let end: Int
    if scan.isSpanish {
      guard scan.isSign(start, "capital"), let people = scan.match(.demonym, at: start + 1) else {
        return nil
      }
      match = people
      end = Int(people.end)
    } else {
      guard let people = scan.match(.demonym, at: start), scan.isSign(Int(people.end), "capital")
      else { return nil }
      match = people
      end = Int(people.end) + 1
    }
    // "the Venezuelan capital, Caracas", "the Venezuelan capital Caracas"
    let next = scan.isSign(end, ",") ? end + 1 : end
    if let own = scan.match(.capital, at: next), scan.isCapital(next), own.index == match.index {
      return (
        start..<Int(own.end), scan.surface(own.range),
        Gazetteer.shared.countries[Int(match.index)].code
      )
    }
    guard !scan.isCapital(next) else { return nil }
    let country = Gazetteer.shared.countries[Int(match.index)]
    let names = scan.isSpanish ? country.spanishCapitals : country.englishCapitals
    return names.first.map { (start..<end, $0, country.code) }
  }

  /// The words of the name, if a noun for a settlement stands at a token and "of" with the name behind it.
  func name(at noun: Int) -> Range<Int>? {
    guard scan.isOne(noun, of: TownWords.nouns), !scan.isCapital(noun) else { return nil }
    var at = noun + 1
    // "la ciudad portuaria española de Vigo"
    while at <= noun + 3, at < scan.count, scan.shapes[at].contains(.lower),
      !scan.isOne(at, of: Words.of), scan.isSpanish || scan.isOne(at, of: TownWords.nouns)
    {
      if scan.has(.verb, at: at) || scan.isOne(at, of: Resolver.prepositions) { return nil }
      at += 1
    }
    guard scan.isOne(at, of: Words.of) else { return nil }
    let start = at + 1
    guard scan.isCapital(start) else { return nil }
    var end = start + 1
    while end < scan.count {
      if scan.isCapital(end), !scan.has(.stop, at: end) {
        end += 1
      } else if scan.shapes[end].contains(.glue) || scan.isOne(end, of: TownWords.particles),
        scan.isCapital(end + 1) && !scan.shapes[end + 1].contains(.allCapitals)
          || scan.isOne(end, of: TownWords.particles) && scan.shapes[end + 1].contains(.glue)
      {
        end += 1
      } else {
        break
      }
    }
    while end - 1 > start, scan.shapes[end - 1].contains(.glue) { end -= 1 }
    return start..<end
  }
}

enum TownWords {
  static let nouns = Words.set(
    """
    city town village resort port capital suburb island oasis municipality ciudad localidad villa balneario puerto isla \
    pueblo municipio
    """)
  static let particles = Words.set("el al ed as de la del las los di du sur am upon der den le")
}
