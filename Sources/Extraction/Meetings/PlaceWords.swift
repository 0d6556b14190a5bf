/// "se celebró", "tendrá lugar", "se llevará a cabo": the Spanish verbs by which a meeting is told to take place.
enum OccurrenceWords {
  static let past = Words.set(
    """
    celebró celebraron realizó realizaron tuvo tuvieron llevó llevaron efectuó efectuaron desarrolló desarrollaron produjo \
    produjeron
    """)
  static let future = Words.set(
    """
    celebrará celebrarán realizará realizarán tendrá tendrán llevará llevarán efectuará efectuarán desarrollará desarrollarán \
    producirá
    """)
}

/// Words of journeys, of places and of what stands before them, in both languages.
enum PlaceWords {
  static let to = Words.set("to a")
  static let travels = Words.set(
    "flies flew fly flying visit travel trip visits travels traveled traveling visiting travelling travelled arrived arrives arrive returned visita viaje viajó viajará viaja desplazó desplazará desplaza trasladó trasladará voló gira visitó visitará llegó aterrizó landed lands land landing aterriza aterrizará llegada irá irán volará acudirá estancia estadía tour stop"
  )
  static let districts = Words.set("D.C. DC")
  static let occurrence = Words.set(
    "take took takes held begin began resume scheduled planned due tuvo tuvieron celebró celebrará realizó realizará llevó"
  )
  static let occurring = Words.set(
    "ended began opened concluded resumed started continued place held convened")
  static let inAt = Words.set("in at en")
  /// Behind them stands where a meeting was, or beside what.
  static let framing = Words.set("in at en margen margins sidelines marco ocasión durante during")
  static let inside = Words.set("in en")
  static let continents = Words.set(
    "europe africa asia america europa áfrica américa latinoamérica norteamérica sudamérica suramérica"
  )
  static let towns = Words.set("town city village resort port")
  static let `where` = Words.set("where donde")
  static let sidelines = Words.set("sidelines margins sideline margin margen márgenes marco")
  static let tookPlace = OccurrenceWords.past.union(
    Words.set(
      """
      reanudó reanudaron comenzó comenzaron concluyó concluyeron terminó terminaron finalizó finalizaron fracasó fracasaron
      """))
  static let completing = Words.set("lugar a cabo")
  static let there = Words.set("allí ahí allá there")
  static let goals = Words.set("a hasta hacia en")
  static let seats = Words.set("at en")
  static let directions = Words.set("to a por")
  static let locatives = Words.set("in at en on")
  static let fillers = Words.set(
    "propio propia mismo misma central de of city ciudad capital western eastern northern southern nearby sede propia localidad port isla island resort sur norte este oeste centro noreste noroeste sureste suroeste número"
  )
  static let troubles = Words.set(
    "war conflict crisis situation unrest violence guerra conflicto crisis situación violencia disturbios"
  )
  static let barriers = Words.set(
    "discuss discussed about regarding on said that because who which concerning underscored reaffirmed emphasized including para sobre que dijo quien tras where donde war situation conflict crisis situación conflicto guerra proceso support apoyo"
  )
}
