import Gazetteer

/// Closed sets of function words, as keys.
enum Words {
  static let sidedness = Words.set("bilateral trilateral")
  /// Titles that no name has in it.
  static let addresses = set("mr mr. mrs mrs. ms ms. dr dr. prof prof. h.e.")
  /// What is told of an envoy behind the office.
  static let accredited = set("accredited resident designate acreditado acreditada concurrente")
  /// What may stand before an office that somebody holds, between commas.
  static let tenures = Words.set("currently now formerly previously also")
  static func set(_ words: String) -> WordSet { WordSet(words) }

  /// Articles.
  static let determiners = set(
    "the this that these those el la los las un una unos unas este esta estos estas ese esa lo"
  )
  static let indefinite = set(
    "un una unos unas some several various alguno algunos algunas varios varias any another otro otra"
  )
  /// Articles of English that are a preposition or nothing in Spanish.
  static let englishArticles = set("a an")
  static let contractions = set("al del")
  static let possessives = set("his her its their su sus our nuestro nuestra my mi")
  static let and = set("and y e or o u")
  static let officePrepositions = set("del of for to at in on de para ante en")
  /// Words that stand with a capital for other reasons, and are surnames too.
  static let surnames = set(
    "jun jan mar may sun son sat thu west north east black white green young long low good big old ray"
  )
  /// Family names of East Asia that are spelt like function words.
  static let shortFamilyNames = set("he an so do no to on or")
  static let of = set("of de del")
  static let from = set("from")
  /// The parties of America's legislators, as they stand before their states.
  static let partyLetters = set("d r i")
  static let with = set("with con")
  static let between = set("between among entre")
  static let relative = set("who whom which that que quien quienes cual cuales where donde")
  static let numbersTwo = set("two both dos ambos ambas three tres four cuatro")
}
