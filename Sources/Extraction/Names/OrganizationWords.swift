/// Words that tell organizations from papers, boards and places.
enum OrganizationWords {
  /// Bodies of business that are named by their country.
  static let chambers = Words.set("chamber association federation confederation")
  static let papers = Words.set(
    "acuerdo acuerdos tratado convenio convención plan ley pacto protocolo programa proyecto premio copa carta constitución resolución declaración campeonato torneo orden guerra revolución día semana operación"
  )
  /// Words that name a body as often as a meeting.
  static let boards = Words.set(
    "junta mesa foro council congress assembly consejo congreso asamblea")
  /// Words that tie the parts of an organization's name.
  /// What firms have behind their names.
  static let incorporated = Words.set("inc inc. corp corp. ltd ltd. plc corporation")
  static let joiners = Words.set("for para on")
  /// What is signed or passed; nobody who meets.
  static let instruments = Words.set(
    "accord accords treaty agreement act pact plan convention protocol charter deal constitution resolution declaration bill amendment award acuerdo acuerdos tratado ley pacto convenio protocolo carta resolución declaración premio"
  )
  /// "four-member", "high-level".
  static let sizes = Words.set("member man person strong level ranking")
  static let sized = Words.set(
    "four-member three-member two-member five-member six-member seven-member eight-member nine-member ten-member 10-member 12-member high-level high-ranking cross-party bipartisan parliamentary"
  )
  static let opponents = Words.set("opposition rebels insurgents militants")
  static let administration = Words.set("administration")
  static let governments = Words.set("administration gobierno government")
  /// What is no part of a government: its leaders speak for themselves.
  static let privates = Words.set(
    "jewish muslim christian catholic evangelical protestant sikh hindu buddhist latino latina hispanic black indigenous native lgbtq civil business community industry religious faith tribal student youth labor labour union women human private local corporate academic tech media church grassroots campus school university college hospital"
  )
  static let directions = Words.set("east west north south new")
  static let members = Words.set("nation country member ally")
  static let countryWords = Words.set("country nation país nación")
  /// "ese país" is the one spoken of last; "el país" is the paper's own.
  static let demonstratives = Words.set("ese esa este esta aquel aquella dicho dicha esos aquellos")
  /// Prepositions after which a country is a place.
  static let locatives = Words.set("in into across throughout within en desde hacia near around at")
}
