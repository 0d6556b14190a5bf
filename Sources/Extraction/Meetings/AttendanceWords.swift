import Language

/// Words of being there (`AttendanceRule`).
enum AttendanceWords {
  static let occasions = Words.set(
    "ceremony signing event dinner banquet gala opening inauguration ceremonia acto firma inauguración recepción"
  )
  static let passives = Words.set(
    "attended accompanied joined acompañado acompañada acompañados acompañadas acompañar flanked")
  static let agents = Words.set("by por de of")
  static let presences = Words.set(
    "present presence presentes presente presencia participation participación")
  /// Only behind "with": "with the participation of A".
  static let participation = Words.set("participation participación")
  static let briefed = Words.set("briefed updated")
  static let takesPart = Words.set(
    "attended participated participate attend participaron participó asistieron asistió participarán asistirán participará asistirá asistido participado concurrirán concurrirá participan participa asisten asiste"
  )
  /// "the wider talks" are those that were told of, with more people.
  static let wider = Words.set(
    "wider broader expanded extended enlarged full plenary subsequent ensuing")
  static let mediating = Words.set("mediators")
  static let attending = Words.set("attending attendance joining participating accompanying")
  /// How somebody attends: "as an observer", "later", "via video link".
  static let manners = Words.set("as later too via by remotely virtually on")
  static let memberships = Words.set("members")
  static let companies = Words.set("group delegation team entourage")
  static let within = Words.set("at in")
  static let whom = Words.set("him her them")
  static let hosting = Words.set("hosted mediated facilitated brokered moderated opened chaired")
  static let toHost = Words.set("host mediate facilitate moderate open chair")
  static let delegations = Words.set("delegations sides teams parties")
  static let was = Words.set("was were")
  static let those = Words.set(
    "attending attended attendees participants participating present guests attendance delegates")
  static let participants = Words.set("participants participantes asistentes attendees")
  static let comprising = Words.set(
    "included include includes comprised comprises were are incluyeron fueron estuvieron")
  static let sees = Words.set("saw witnessed drew")
  static let sources = Words.set("from of")
  static let stays = Words.set(
    "estuvo estuvieron estará estarán intervino intervinieron concurrieron acudieron acudió figuraron figuraban sumaron sumó"
  )
  static let taking = Words.set("took taking take takes")
  static let sides = Words.set("lado parte delegación")
  static let accompanying = Words.set(
    "acompañaba acompañaban acompañó acompañaron acompañan acompaña acompañará acompañarán acompañaría acompañarían"
  )
  /// "junto a C", "en compañía de C"
  static let beside = Words.set("junto junta compañía")
  static let coming = Words.set("llegarán viajarán acudirán irán volarán")
  static let besideOf = Words.set("a al con de")
  static let also = Words.set("also también además")
  static let mediations = Words.set(
    "mediated brokered facilitated mediating facilitating auspices auspicios interlocutor facilitator mediation mediación mediado mediada auspiciado auspiciada auspiciados auspiciadas patrocinadas auspicio patrocinado mediator mediators facilitators guarantor guarantors mediador mediadora garante garantes facilitador facilitado facilitada facilitadas propiciado propiciada mediadas mediados anfitrión anfitriona host"
  )
  static let asWords = Words.set("as como")
  static let all = Words.set("joined sat").union(passives).union(presences).union(takesPart).union(
    mediations
  ).union(stays)
    .union(accompanying).union(beside).union(coming).union(Words.set("part")).union(attending)
    .union(those)
    .union(DelegationWords.leads).union(memberships).union(companies).union(hosting).union(toHost)
}
