/// Words of unnamed people in English (`PhraseFinder.englishPeople`).
enum EnglishPeopleWords {
  static let with = Words.set("with")
  /// What makes leaders and officials nobody in particular.
  static let anywhere = Words.set("world foreign global international")
  static let from = Words.set("from")
  /// Numbers before those whom people are of: "legislators from ten states".
  static let numbers = Words.set(
    "two three four five six seven eight nine ten eleven twelve several various many")
  static let anyone = Words.set("leaders officials representatives members")
  /// Parts of the world that people are from.
  static let continents = Words.set(
    "africa african asia asian europe european pacific indo-pacific caribbean americas latin balkans sahel"
  )
  static let extents = Words.set("across around throughout")
  static let links = Words.set("of from representing across")
  static let collective = Words.set(
    "group delegation number team panel gathering coalition committee range")
  static let quantities = Words.set(
    """
    some several many various a few dozen dozens hundreds two three four five six seven eight nine \
    ten twelve numerous other key local approximately about nearly around roughly over more than least up to
    """)
  /// Numbers with "of" behind them.
  static let counts = Words.set("dozens hundreds scores thousands")
  /// What tells bare people from others: "families whose", "residents affected by".
  static let restrictions = Words.set(
    """
    whose who affected impacted displaced wounded injured living fleeing held working involved participating \
    serving recovering
    """)

  /// Nouns that tell who is met by themselves.
  static let tellingAlone = Words.set(
    "ambassadors businessmen businesspeople clerics elders survivors refugees")
  /// How nouns of people end in the plural.
  static let endings = ["ers", "ors", "ists", "ians", "ees", "ants", "women", "holders"]
  /// Nouns that end so and are no people.
  static let things = Words.set(
    """
    matters numbers letters papers centers quarters chapters computers trailers markers orders powers rumors factors \
    sectors errors corridors tractors reactors vectors indicators processors semiconductors sensors plants \
    variants grants warrants restaurants committees degrees guarantees disasters barriers carriers \
    headquarters shoulders borders offers answers manners clusters servers centuries fevers showers drawers towers \
    batteries fertilizers boosters containers counters transfers disorders encounters
    """)
  /// What may stand before those whom people are of: "leaders of all parties".
  static let whole = Words.set("all both")
  static let members = Words.set(
    "parties factions groups sides provinces regions tribes faiths communities states houses chambers unions"
  )
  static let ends = Words.set(
    """
    today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday on when \
    where while before after during who to that as about over last next this
    """)
}
