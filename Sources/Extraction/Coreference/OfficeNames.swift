import Gazetteer

/// How an unnamed holder of an office is written.
enum OfficeNames {
  /// "el secretario de Estado", "la secretaria de Estado"
  static func isSecretaryOfState(_ office: OfficePhrase) -> Bool {
    ["secretario de estado", "secretaria de estado"]
      .contains(Gazetteer.shared.offices[office.office].form)
  }

  /// "Secretary of State X", but not "Secretary of State for Foreign Affairs X".
  static func isOfWashington(_ office: OfficePhrase, _ scan: Scan) -> Bool {
    Gazetteer.shared.offices[office.office].form == "secretary of state"
      && !office.core.contains(where: { scan.isSign($0, "for") })
      && !scan.isSign(office.core.upperBound, "for")
  }

  /// "Sheikh X", "H.H. Prince X": a birth, not an office, where nothing tells of what.
  static func isRank(_ office: OfficePhrase) -> Bool {
    office.country == nil && office.body == nil
      && ["sheikh", "prince", "princess"].contains(Gazetteer.shared.offices[office.office].form)
  }

  static let journeys = Words.set("visit trip journey tour visita viaje gira")

  /// The words of the office without determiner and country: "foreign minister", "primer ministro".
  static func title(_ phrase: OfficePhrase, _ scan: Scan, isSpanish: Bool) -> String {
    let office = Gazetteer.shared.offices[phrase.office]
    var start = phrase.core.lowerBound
    while start < phrase.head,
      scan.has(.demonym, at: start) || scan.has(.country, at: start)
        || scan.has(.capital, at: start)
        || scan.isPossessive(start) || scan.isDeterminer(start)
        || scan.shapes[start].contains(.glue) || isVisiting(start, scan)
        || !isSpanish && scan.isOne(start, of: passing)
    {
      let end = [Entry.Kind.country, .demonym, .capital].compactMap {
        scan.match($0, at: start)?.range.upperBound
      }.max()
      start = max(end ?? 0, start + 1)
    }
    guard start <= phrase.head else { return office.form }
    if phrase.isWhole, !phrase.isPlural {
      let text = scan.surface(start..<phrase.range.upperBound)
      return isSpanish ? text : text.prefix(1).uppercased() + text.dropFirst()
    }
    // The complement stays if it is no country ("Minister of Defense").
    var end = phrase.core.upperBound
    var at = end
    while at < phrase.range.upperBound {
      if scan.has(.country, at: at) && scan.isCapital(at) || scan.has(.demonym, at: at) { break }
      at += 1
      if at <= phrase.range.upperBound,
        scan.has(.portfolio, at: at - 1) || scan.has(.organization, at: at - 1)
          || scan.has(.body, at: at - 1)
      {
        end = max(at, scan.match(.body, at: at - 1)?.range.upperBound ?? at)
        end = min(end, phrase.range.upperBound)
        at = end
      }
    }
    let text = scan.surface(start..<end)
    if phrase.isPlural {
      return capitalized(singular(text, isSpanish: isSpanish), isSpanish: isSpanish)
    }
    return capitalized(text, isSpanish: isSpanish)
  }

  /// "the new ambassadors", "the outgoing minister": what a title leaves out.
  private static let passing = Words.set("new newly outgoing incoming")

  /// "the visiting Prime Minister": no part of the office.
  static func isVisiting(_ at: Int, _ scan: Scan) -> Bool {
    !scan.isSpanish && (scan.isSign(at, "visiting") || scan.isSign(at, "Visiting"))
  }

  /// " of the United States", " de Francia": what an office is of, behind it.
  static func ofCountry(_ country: Country, isSpanish: Bool) -> String {
    let name = (isSpanish ? country.spanishNames : country.englishNames).first ?? country.code
    if isSpanish { return " de " + name }
    return (articled.contains(country.code) ? " of the " : " of ") + name
  }

  /// Countries whose English name has an article.
  private static let articled: Set<String> = [
    "US", "GB", "AE", "NL", "PH", "BS", "GM", "MV", "MH", "SB", "KM", "CF", "DO", "CD", "VA", "EU",
  ]

  /// "foreign ministers" to "foreign minister", by the lexicon's forms.
  static func singular(_ text: String, isSpanish: Bool) -> String {
    let irregular = [
      "heads of state": "head of state", "heads of government": "head of government",
    ]
    if let known = irregular[text.lowercased()] { return known }
    if isSpanish {
      var words = text.split(separator: " ").map(String.init)
      guard let first = words.first else { return text }
      if first.hasSuffix("ores") || first.hasSuffix("eres") || first.hasSuffix("ales") {
        words[0] = String(first.dropLast(2))
      } else if first.hasSuffix("s") {
        words[0] = String(first.dropLast())
      }
      return words.joined(separator: " ")
    }
    return text.hasSuffix("s") ? String(text.dropLast()) : text
  }

  private static func capitalized(_ text: String, isSpanish: Bool) -> String {
    guard !isSpanish else { return text }
    return text.split(separator: " ").map { word in
      ["of", "the", "for", "and", "to"].contains(word)
        ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  /// The usual word for a class of offices, for "his Russian counterpart".
  static func usual(_ kind: Office.Class, isSpanish: Bool) -> String {
    switch kind {
    case .state: isSpanish ? "presidente" : "President"
    case .government: isSpanish ? "primer ministro" : "Prime Minister"
    case .monarch: isSpanish ? "rey" : "King"
    case .foreign: isSpanish ? "ministro de Relaciones Exteriores" : "Foreign Minister"
    case .minister, .secretary: isSpanish ? "ministro" : "Minister"
    case .ambassador: isSpanish ? "embajador" : "Ambassador"
    case .legislator: isSpanish ? "legislador" : "Legislator"
    case .envoy: isSpanish ? "enviado" : "Envoy"
    case .leader: isSpanish ? "líder" : "Leader"
    case .military: isSpanish ? "comandante" : "Commander"
    default: isSpanish ? "homólogo" : "Counterpart"
    }
  }
}
