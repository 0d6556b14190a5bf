/// Words of relative clauses.
enum RelativeWords {
  static let journeys = Words.set("visita viaje gira estancia estadía escala")
  static let relatives = Words.set("que quien quienes cual cuales")
  static let who = Words.set("quien quienes")
  static let many = Words.set("quienes cuales")
  static let englishWho = Words.set("who")
  static let plurals = Words.set("han habían hayan habrán van están fueron serán")
  static let asWords = Words.set("como")
  static let coming = Words.set(
    "llegado llegada procedente regresado regresada venido venida vuelto vuelta")
  static let small = Words.set("se")
}

/// Words between a verb of meeting and its arguments.
enum ArgumentWords {
  static let fillers = Words.set(
    "the el la los las both also then former ex senior top several some un una otros otras other varios diversos altos altas también ambos own"
  )
  /// Words that begin a clause as often as a phrase: "after Kerry met Lavrov".
  static let conjunctions = Words.set("after before as according según since como tras")
  static let that = Words.set("that que")
  static let otherSubjects = Words.set("i we it why nobody everyone someone somebody")
  static let sequence = Words.set(
    "then later also afterwards afterward before earlier separately antes después luego posteriormente más tarde también previamente por separado ambos"
  )
  static let objectMarkers = Words.set("a al")
  static let possessives = Words.set("his her their its su sus")
  static let numbers = Words.set("two three four five six seven eight nine ten")
  static let rivals = Words.set(
    "rival opponent challenger contender predecessor successor ally colleague host friend")
  /// "amid tensions with", "en medio de tensiones con"
  static let amid = Words.set("amid amidst medio")
  static let peers = Words.set("counterparts counterpart colleagues peers partners guests hosts")
  static let withWords = Words.set("with con")
  static let purposes = Words.set(
    "objetivo motivo miras fin fines vistas ocasión ánimo propósito finalidad intención base carácter respecto relación honores éxito anterioridad antelación posterioridad urgencia excepción ayuda apoyo mediación presencia participación asistencia cautela optimismo"
  )
  static let onWords = Words.set("on in")
  static let including = Words.set("including namely")
  static let toWords = Words.set("with to con")
  static let betweenWords = Words.set("between among entre")
  static let ofWords = Words.set("of de del")
  static let byWords = Words.set("by por")
  static let groupNouns = Words.set(
    "group groups representatives members officials leaders delegation delegations team senior high level counterparts part grupo representantes miembros funcionarios líderes delegación integrantes altos dirigentes autoridades homólogos equipo comitiva civil society"
  )
}
