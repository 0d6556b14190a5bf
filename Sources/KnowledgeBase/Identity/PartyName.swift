import Gazetteer
import Records

/// What the name of a party tells: of which kind it is, and by what it is known.
struct PartyName {
  /// By what a party is known.
  enum Form: Equatable {
    /// A named person.
    case person(PersonName)
    /// A person by an office that one person at a time holds, such as `foreign`.
    case office(String)
    /// Unnamed people, or a group for the occasion: the same words elsewhere may mean others.
    case unnamed(String)
    /// The government of a country as such, by whatever name.
    case state
    /// Known by its words.
    case words(String)
  }

  var kind: PartyKind
  var form: Form
  var country: String?

  /// Reads a party's name. Where the record tells no kind, it follows from the name.
  init(_ party: PartyRecord, _ gazetteer: Gazetteer) {
    let phrases = Phrases(party.name, gazetteer)
    kind = party.kind ?? PartyName.kind(phrases)
    country = party.country
    switch kind {
    case .person: form = PartyName.person(party.name, party.country, phrases, gazetteer)
    case .government:
      country = country ?? PartyName.country(phrases, gazetteer)
      form = PartyName.government(phrases, country: country)
    case .organization:
      if let body = PartyName.body(party.name, gazetteer) {
        form = .words(Folding.fold(body.englishName))
        country = body.country
      } else if let bloc = PartyName.bloc(phrases, gazetteer) {
        form = .words(Folding.fold(bloc.englishNames.first ?? bloc.code))
        country = bloc.code
      } else {
        form = .words(PartyName.content(Phrases(PartyName.unbracketed(party.name), gazetteer)))
      }
    case .delegation:
      country = country ?? PartyName.country(phrases, gazetteer)
      let rest = phrases.pieces.filter {
        !$0.has(.country, .demonym, .group, .seat, .capital, .modifier)
          && !PartyName.glue.contains($0.text)
      }
      form = rest.isEmpty && country != nil ? .state : .unnamed(PartyName.content(phrases))
    }
  }

  /// A name without the short form in brackets behind it, and the name in brackets behind a short form: "Union of Ports
  /// (UoP)", "UoP (Union of Ports)". With anything else in brackets the name is as it stands.
  private static func unbracketed(_ name: String) -> String {
    guard name.last == ")", let open = name.lastIndex(of: "(") else { return name }
    let inside = name[name.index(after: open)...].dropLast()
    let outside = name[..<open]
    if Party.isShortForm(inside), outside.contains(where: \.isLetter) { return String(outside) }
    let trimmed = outside.drop { $0 == " " }.split(separator: " ")
    if trimmed.count == 1, Party.isShortForm(trimmed[0]), inside.contains(" ") {
      return String(inside)
    }
    return name
  }

  /// A union of states that stands among the countries ("European Union", "UE").
  private static func bloc(_ phrases: Phrases, _ gazetteer: Gazetteer) -> Country? {
    guard let only = phrases.pieces.first, phrases.pieces.count == 1 else { return nil }
    return only.entries.lazy.filter { $0.kind == .country }.map {
      gazetteer.countries[Int($0.index)]
    }.first { $0.status == .bloc }
  }

  private static func kind(_ phrases: Phrases) -> PartyKind {
    let pieces = phrases.pieces
    if let only = pieces.first, pieces.count == 1 {
      if only.has(.body) { return .organization }
      if only.has(.country, .seat, .capital) { return .government }
    }
    if pieces.first?.has(.given) == true { return .person }
    let government: Set<String> = ["government", "gobierno", "administration", "regime", "regimen"]
    if pieces.contains(where: { government.contains($0.text) }) { return .government }
    if pieces.contains(where: { $0.has(.office) && !$0.has(.organization) }) { return .person }
    if pieces.contains(where: { $0.has(.organization, .body) }) { return .organization }
    return .person
  }

  private static func person(
    _ name: String, _ country: String?, _ phrases: Phrases, _ gazetteer: Gazetteer
  ) -> Form {
    let pieces = phrases.pieces
    let unnamed = Form.unnamed(content(phrases))
    guard let first = pieces.first else { return unnamed }
    if !first.has(.given), let at = pieces.firstIndex(where: { $0.has(.office, .group) }) {
      // "King Abdullah" is a name behind a title, "King of Spain" and "Foreign Minister" are none.
      let rest = pieces[(at + 1)...]
      if at == 0, let next = rest.first, !glue.contains(next.text),
        rest.allSatisfy({
          $0.isCapital && !$0.has(.country, .demonym, .body, .office, .group, .portfolio)
        })
      {
        let name = rest.map(\.text).joined(separator: " ")
        return PersonName(name, country: country).map(Form.person) ?? unnamed
      }
      // A surname that is also an office: "Don Pope", "Mujica Rey".
      let known = pieces.filter {
        $0.has(.office, .group, .modifier, .country, .demonym, .portfolio, .organization)
      }
      if at > 0, known.count == 1, pieces.count <= 3, pieces.allSatisfy(\.isCapital),
        !pieces.contains(where: { glue.contains($0.text) || $0.has(.body, .modifier) })
      {
        return PersonName(name, country: country).map(Form.person) ?? unnamed
      }
      let classes = RoleClass.classes(of: name, gazetteer)
      let isOne = !pieces.contains { $0.has(.group) || isPlural($0, gazetteer) }
      if isOne, let office = classes.first, classes.count == 1, RoleClass.isUnique(office) {
        return .office(office)
      }
      return unnamed
    }
    let words = pieces.filter { !glue.contains($0.text) && !$0.has(.particle) }
    guard let head = words.first, head.isCapital else { return unnamed }
    return PersonName(name, country: country).map(Form.person) ?? unnamed
  }

  private static func isPlural(_ piece: Phrases.Piece, _ gazetteer: Gazetteer) -> Bool {
    let offices = piece.entries.filter { $0.kind == .office }.map {
      gazetteer.offices[Int($0.index)]
    }
    return !offices.isEmpty && offices.allSatisfy(\.isPlural)
  }

  private static func government(_ phrases: Phrases, country: String?) -> Form {
    let words = Form.words(content(phrases))
    guard country != nil else { return words }
    let pieces = phrases.pieces
    if pieces.contains(where: { piece in
      piece.text.split(separator: " ").contains { localWords.contains(String($0)) }
    }) {
      return words
    }
    let rest = pieces.filter {
      !$0.has(
        .country, .demonym, .capital, .seat, .group, .office, .portfolio, .organization, .modifier)
        && !glue.contains($0.text)
    }
    if rest.isEmpty { return .state }
    // "The government of Nicolás Maduro": what stands beside a word for a government is a ruler's name, unless it is a
    // region's.
    let hasHead = pieces.contains { $0.has(.group, .seat, .office, .country, .demonym) }
    return hasHead && !rest.contains { $0.has(.city) } ? .state : words
  }

  /// The only country that the words tell of.
  private static func country(_ phrases: Phrases, _ gazetteer: Gazetteer) -> String? {
    var codes: Set<String> = []
    for entry in phrases.pieces.flatMap(\.entries) {
      switch entry.kind {
      case .country, .demonym, .capital, .seat:
        codes.insert(gazetteer.countries[Int(entry.index)].code)
      default: break
      }
    }
    return codes.count == 1 ? codes.first : nil
  }

  /// "Comunidad de Estados … (CELAC)": by the name, or by what stands in brackets or before them.
  private static func body(_ name: String, _ gazetteer: Gazetteer) -> Body? {
    for part in [name] + name.split(whereSeparator: { "()".contains($0) }).map(String.init) {
      for lexicon in [gazetteer.english, gazetteer.spanish] {
        if let entry = lexicon.entries(of: part).first(where: { $0.kind == .body }) {
          return gazetteer.bodies[Int(entry.index)]
        }
      }
    }
    return nil
  }

  /// The words without articles and prepositions, folded.
  private static func content(_ phrases: Phrases) -> String {
    let words = phrases.pieces.flatMap { $0.text.split(separator: " ").map(String.init) }
    let kept = words.filter { !glue.contains($0) }
    return (kept.isEmpty ? words : kept).joined(separator: " ")
  }

  private static let glue: Set<String> = [
    "the", "of", "and", "a", "an", "de", "la", "el", "los", "las", "del", "y", "e", "for", "to",
    "in", "al",
  ]
  private static let localWords: Set<String> = [
    "junta", "generalitat", "xunta", "regional", "municipal", "provincial", "state", "local",
    "autonomico",
    "autonoma", "departamental", "city", "province", "ayuntamiento", "alcaldia", "gobernacion",
    "prefecture",
    "canton",
  ]
}
