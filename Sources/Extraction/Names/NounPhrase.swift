import Gazetteer

/// An office as a sentence gives it.
struct OfficePhrase: Sendable {
  /// All of it, determiner included.
  var range: Range<Int>
  /// The words that say which office it is, determiner and "former" left out.
  var core: Range<Int>
  /// The noun that heads it.
  var head: Int
  /// Index into `Gazetteer.offices`.
  var office: Int
  /// Index into `Gazetteer.countries`: whose office it is.
  var country: Int?
  /// Index into `Gazetteer.bodies`: the body that it is an office of.
  var body: Int?
  var isFormer = false
  var isPlural = false
  var isIndefinite = false
  /// "his counterpart", "su homólogo".
  var isPossessed = false
  var hasDeterminer = false
  /// True if more than the bare noun was there: an adjective, a country, a portfolio.
  var isQualified = false
  /// True if what it is of says more than the country ("Governor of Colorado", "chairman of the Bosnian Presidency").
  var isWhole = false
  /// What pronouns go with the holder: by the article before a Spanish office ("la canciller"), else by its noun.
  var gender = WordGender.either
  /// "el ministro ruso": the country stands in the words as an adjective.
  var kind: Office.Class { Gazetteer.shared.offices[office].kind }
}

/// A piece of a sentence that speaks of someone: what the recognizers make, before it is known who is meant.
struct NounPhrase: Sendable {
  enum Kind: Sendable {
    /// A person by name.
    case person
    /// A person, or several, by office only.
    case office
    /// A country, or a capital or palace that may stand for its government.
    case country
    /// A body of the lexicon.
    case body
    /// Another organization by name.
    case organization
    /// Unnamed people of a country or a body: "Cuban officials".
    case group
    /// Several countries together: "the two Koreas".
    case grouping
    /// People whom the sentence meets and nobody names: "empresarios angelinos".
    case people
  }

  var kind: Kind
  var range: Range<Int>
  var head: Int
  /// The words of the name.
  var name: Range<Int>?
  var offices: [OfficePhrase] = []
  /// Index into `Gazetteer.countries`.
  var country: Int?
  /// Index into `Gazetteer.bodies`.
  var body: Int?
  /// Index into `Gazetteer.groupings`.
  var grouping: Int?
  var gender: WordGender = .either
  var isPlural = false
  var isIndefinite = false
  /// A capital or a palace, which is as often a place.
  var isSeat = false
  /// "officials of that country": the country spoken of last.
  var meansLastCountry = false
  /// True if "'s" follows: what follows is owned by it.
  var isOwner = false
  /// Letters only ("YPFB"), which mean a body if they act.
  var isAcronym = false
  /// The token of the letters that stand in brackets behind an organization's name.
  var acronym: Int?
  /// The person's family name comes alone: a surname, a title and a surname.
  var nameWords = 0
}
