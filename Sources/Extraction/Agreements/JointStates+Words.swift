/// The words of phrases that mean several states at once.
extension JointStates {
  static let states: Set<String> = [
    "countries", "nations", "states", "governments", "neighbours", "neighbors", "países",
    "naciones", "gobiernos", "Gobiernos", "estados", "Estados", "vecinos",
  ]
  static let others: Set<String> = [
    "sides", "parties", "partes", "ministers", "presidents", "leaders", "delegations", "capitals",
    "cancilleres", "ministros", "mandatarios", "presidentes", "delegaciones", "autoridades",
    "funcionarios", "cancillerías", "ministerios", "ministries", "capitales", "dignatarios",
    "representantes",
  ]
  /// The words of both, for a quick no.
  static let filter = WordFilter(states.union(others))
  static let numbers: [String: Int] = [
    "two": 2, "both": 2, "three": 3, "dos": 2, "ambos": 2, "ambas": 2, "tres": 3,
  ]
  static let articles: Set<String> = [
    "the", "The", "los", "las", "Los", "Las", "el", "la", "El", "La",
  ]
  static let fillers: Set<String> = [
    "neighbouring", "neighboring", "foreign", "respective", "prime", "west", "african", "asian",
  ]
  static let placing: Set<String> = [
    "in", "at", "from", "en", "desde", "In", "En", "Desde", "From", "through", "by", "por",
    "against", "contra", "inside", "outside", "near",
  ]
  static let travelling = [
    "travel", "visit", "trip", "fly", "flew", "tour", "return", "arriv", "went", "going", "goes",
    "viaj", "visit", "lleg", "regres", "gira", "voló", "volv", "volar", "acud", "desplaz", "partió",
    "partir", "traslad",
  ]
}
