import Gazetteer
import Language
import Records

/// The country that somebody visits: "Baerbock arrived in Amman. She was received by the king" means its king.
extension Resolver {
  /// Notes where a sentence says that somebody goes, before its phrases are resolved.
  mutating func noteJourney(_ scan: Scan) {
    for match in scan.matches
    where match.kind == .country || match.kind == .capital || match.kind == .city {
      let start = Int(match.start)
      guard scan.isCapital(start), isGoal(start, scan) else { continue }
      host = (Int(match.index), scan.index)
    }
  }

  /// True for the place that a journey leads to: "arrived in", "a visit to", "llegó a", "visitó".
  private func isGoal(_ start: Int, _ scan: Scan) -> Bool {
    var at = start - 1
    while at > 0, scan.isDeterminer(at) { at -= 1 }
    if scan.isOne(at, of: HostWords.visiting) { return true }
    guard scan.isOne(at, of: HostWords.toIn) else { return false }
    return scan.span(at - 6, at).contains {
      scan.isOne($0, of: HostWords.going) && !scan.span($0, at).contains { scan.isSign($0, ";") }
    }
  }

  /// The country visited, for an office or a counterpart of no country that somebody else meets; nil elsewhere.
  func hostCountry(_ phrase: NounPhrase, _ office: OfficePhrase, _ scan: Scan) -> Int? {
    guard let host, scan.index - host.sentence <= 6, phrase.country == nil, phrase.body == nil,
      !phrase.isIndefinite, !office.isFormer, !scan.isCapital(office.core.lowerBound),
      isCompany(phrase.range.lowerBound, scan)
    else { return nil }
    switch office.kind {
    case .state, .government, .foreign, .minister, .monarch, .chief, .legislator, .counterpart,
      .secretary, .military:
      return host.country
    default: return nil
    }
  }

  /// True if what begins at a token is whom somebody meets: behind "with", "by", "met", "and"; who is received is the traveller.
  private func isCompany(_ start: Int, _ scan: Scan) -> Bool {
    var at = start - 1
    while at > 0, scan.isDeterminer(at) { at -= 1 }
    if scan.isOne(at, of: Words.and) {
      return mentions.reversed().prefix { $0.mention.sentence == scan.index }.contains {
        $0.mention.tokens.upperBound == at && isCompany($0.mention.tokens.lowerBound, scan)
      } || scan.span(at - 12, at).contains { scan.isOne($0, of: HostWords.meeting) }
    }
    return scan.isOne(at, of: ArgumentWords.withWords) || scan.isOne(at, of: ArgumentWords.byWords)
      || scan.isOne(at, of: HostWords.meeting)
      || scan.isSpanish && scan.isOne(at, of: ArgumentWords.objectMarkers)
        && scan.span(at - 3, at).contains { scan.isOne($0, of: HostWords.meeting) }
  }

  /// The holder of an office in the country visited, of whom the article may tell the name elsewhere.
  mutating func hostHolder(
    _ phrase: NounPhrase, _ office: OfficePhrase, _ country: Int, _ scan: Scan
  ) -> Int? {
    var one = phrase
    one.country = country
    return knownHolder(one, office, scan) ?? inOffice(one, office, scan)
      ?? table.unnamedPerson(one, scan, country: country, kind: nil)
  }

  /// True for whoever makes the journey: a person of another country whom its sentence names, or whom no country is told of.
  func isTraveller(_ id: Int, from country: Int) -> Bool {
    guard let host, let own = table.facts[id].country else { return false }
    return own != country
      && mentions.contains {
        $0.mention.sentence == host.sentence && $0.mention.entities.contains(id)
      }
  }
}

enum HostWords {
  static let visiting = Words.set(
    "visit visits visited visiting visita visitó visitará visitan visitaron reached leaves left")
  static let toIn = Words.set("to in at for a en por")
  static let going = Words.set(
    """
    arrive arrives arrived arriving land lands landed landing fly flies flew flying travel travels traveled travelled \
    traveling travelling go goes went going head heads headed come comes came visit trip tour stay stopover journey \
    llegó llega llegará llegaron llegar aterrizó aterriza aterrizará viajó viaja viajará viajar voló vuela volará visita \
    viaje gira estancia estadía escala desplazó trasladó acudió arribó arriba arribará
    """)
  static let meeting = Words.set(
    """
    met meet meets meeting see visited visitó verá vio
    """)
}
