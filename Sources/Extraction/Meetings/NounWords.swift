/// Words that decide what a noun of meeting tells, in both languages.
enum NounWords {
  static let besides = Words.set("margen márgenes")
  static let preceding = Words.set("precedida precedido seguida seguido followed preceded follows")
  /// What is told of talks that somebody discusses.
  static let courses = Words.set(
    "resumption restart start opening launch progress outcome state status future course reanudación inicio marcha avance estado resultado futuro apertura desarrollo"
  )
  static let sequences = Words.set("before after")
  static let relatives = Words.set("which que")
  static let indefinite = Words.set("a an una un")
  /// What a clause begins behind.
  static let clauses = Words.set("that que said dijo")
  /// Verbs that a gerund follows.
  static let facing = Words.set("faced faces face facing in of by for towards toward while")
  static let mayBe = Words.set("haya hayan")
  static let doors = Words.set("door doors puerta puertas")
  static let some = Words.set("some many several algunos algunas muchos muchas varios varias")
  static let processes = Words.set("process processes proceso procesos")
  static let promoting = Words.set(
    "relanzar relance relanzamiento profundizar fortalecer promover impulsar favorecer facilitar propiciar buscar lograr alcanzar pedir solicitar exigir proponer permitir fomentar estrechar ampliar intensificar retomar reanudar restablecer iniciar abrir mantener continuar solicitado solicitada solicitó pidió pidieron busca buscan buscaba promovió impulsa promueve propicia solicitan sugirió sugirieron sugiere planteó plantearon plantea"
  )
  static let turningOut = Words.set("fue resultó transcurrió duró")
  static let valuing = Words.set("calificó valoró tildó describió")
  static let presence = Words.set("presencia participación asistencia")
  static let chairing = Words.set("encabezaron presidieron copresidieron lideraron dirigieron")
  static let keptOpen = Words.set("abierto abierta abiertos abiertas vivo fluido")
  static let callingOff = Words.set("cancelar aplazar posponer suspender postergar")
  static let meetingAdjectives = Words.set(
    "breve larga extensa primera segunda tercera nueva última reciente histórica privada informal importante productiva primer segundo tercer nuevo último largo extenso histórico"
  )
  static let offering = Words.set(
    "ofrecer ofreció ofrecieron ofrecerá concedió concedieron concederá conceder otorgó concedida ofrecida gave gives giving granted"
  )
  static let answering = Words.set(
    "recibió recibieron atendió contestó respondió recibido atendido")
  static let alsoAdjectives = Words.set("bilateral trilateral cara plenaria")
  static let visits = Words.set("visita gira viaje estancia estadía agenda")
  static let including = Words.set(
    "incluye incluyó incluirá contempla contempló contemplará prevé prevén contemplan comprende comprendió incluyen culmina culminó culminará concluye concluyó concluirá finalizará terminará cerrará figura figuran incluía contemplaba preveía comprendía"
  )
  static let informing = Words.set(
    "briefed briefs told informed updated debriefed informó informaron contó relató comunicó")
  static let included = Words.set(
    "included culminated concluded incluyó contempló comprendió culminó concluyó")
  static let ownDeterminers = Words.set("una un su la esta este el")
  static let engagedIn = Words.set("tras durante en después término luego fin final")
  static let durations = Words.set("minutos hora horas días")
  static let severals = Words.set(
    "meetings reuniones encuentros calls llamadas entrevistas conversations")
  static let along = Words.set("along together")
  static let mediating = Words.set(
    "sponsored mediate mediates mediated mediating broker brokered facilitate facilitated organize organized auspiciar auspició convocar convocó"
  )
  static let pressWords = Words.set("press news prensa reporters periodistas")
  static let press = Words.set(
    "press news rueda conferencia town board editorial shareholders cabinet prensa")
  static let pressAfter = Words.set("room rooms hall center")
  static let interviews = Words.set(
    "interview entrevista conversation conversación charla exchange contacto diálogo")
  static let media = Words.set(
    "wikinews lawyers television televisión radio newspaper diario periódico channel cadena agencia agency magazine revista tv journalists periodistas reporters cnn bbc efe afp reuters ap fox nbc abc cbs telesur times post jornada noticias news prensa medios semanario tv televisora emisora rotativo periodista reporteros corresponsal"
  )
  static let givenToMedia = Words.set("interview interviews entrevista entrevistas")
  static let things = Words.set(
    "letter letters message messages award awards medal prize report reports gift copy criticism treatment permission support training information orders carta cartas mensaje mensajes medalla premio informe informes apoyo información denuncia denuncias críticas disparos atención órdenes"
  )
  static let soCalled = Words.set("llamada llamadas")
  static let quoting = Words.set("cita citas")
  static let quotedBegins = Words.set("un una unos unas el la los las al a lo este esta")
  static let beforeAppointment = Words.set(
    "la una su esta esa otra primera segunda próxima última nueva misma aquella las unas sus estas de en tras para"
  )
  static let calls = Words.set("call calls llamada")
  static let callPrepositions = Words.set("for on upon out into off")
  static let barriers = Words.set(
    "said dijo that who afirmó señaló told added announced anunció porque because")
  static let engaged = Words.set(
    "during in after following before ahead for at durante en tras para after previo antes después held un una a series of ronda round"
  )
  static let supportBarriers = Words.set(
    "that who which que said dijo because but pero after following tras")
  static let possible = Words.set(
    "possible potential eventual posible propuesta proposed hypothetical hipotética request solicitud invitation invitación offer oferta proposal probable petición posibilidad possibility experience expertise"
  )
  static let lacking = Words.set(
    "no without sin ninguna ningún any neither skeptical wary escéptico")
  static let arranged = Words.set(
    "pautado pautada pautadas fijado fijada convocado convocada confirmado confirmada previsto prevista programado programada agendado agendada pactado pactada agendadas programadas previstas previstos agendados"
  )
  static let beginnings = Words.set("continue resume launch start begin open restart")
  static let startings = Words.set("launch start begin open restart")
  static let toOrWill = Words.set("to will")
  static let ages = Words.set("years months weeks decades")
  static let arriving = Words.set("flew fly flying gathered gather convened assembled went go came")
  static let strengthening = Words.set(
    "strengthen strengthening deepen deepening expand expanding enhance enhancing intensify")
  static let meals = Words.set(
    "dinner lunch luncheon breakfast banquet reception comida cena almuerzo desayuno banquete recepción"
  )
  static let ofOrTo = Words.set("de a")
  static let honours = Words.set("honor honour homenaje")
  static let forWords = Words.set("for")
  static let standing = Words.set("está están tiene tienen tenía tenían")
  static let granted = Words.set("given granted")
  /// What else may be between two.
  static let ties = Words.set(
    """
    relations relationship ties tensions conflict war border cooperation trade friendship differences dispute peace \
    agreement relaciones relación lazos vínculos tensiones conflicto guerra frontera cooperación comercio amistad \
    diferencias disputa paz acuerdo acuerdos convenio
    """)
  /// "a debate against B", "un debate contra B".
  static let against = Words.set("with against con contra")
  static let debates = Words.set("debate debates")
  static let means = Words.set("through via mediante través vía")
  static let occur = Words.set("take held begin start resume continue occur convene happen")
  static let toCome = Words.set(
    "scheduled planned programada programado prevista previsto slated due")
  static let spying = Words.set(
    """
    espiar espiaba espiaban interceptar interceptó interceptaba interceptado intervenir intervino grabar grababa \
    escuchar intercept intercepts intercepted intercepting wiretap wiretapped tapped tapping eavesdrop eavesdropped \
    recorded bugged
    """)
  /// "A attended a meeting convened by B": whoever goes to one.
  static let goingTo = Words.set(
    "attended attends attend attending joined joins participated participates participate participating"
  )
  static let underWay = Words.set("traveling travelling heading flying")
  static let presentBe = Words.set("is are")
  static let takePlace = OccurrenceWords.future.union(
    Words.set(
      "será serán comenzará iniciará reanudará continuarán continuará reanudarán comenzarán"))
  static let upcoming = Words.set(
    "upcoming forthcoming planned scheduled próxima próximo próximas próximos next future futura futuro programada prevista"
  )
  static let longings = Words.set(
    "readiness willingness openness desire intention hinted hints floated mooted prospect prospects speculation rumours rumors possibility"
  )
  static let looseLongings = Words.set(
    "forward idea continued further encouraged encourages supports backed")
  static let open = Words.set("ready open prepared")
  static let openPrepositions = Words.set("for to")
  static let making = Words.set("made makes make placed making")
  static let bonds = Words.set(
    "relations ties cooperation trade war border agreement deal treaty partnership dispute conflict relationship"
  )
  static let dateWords = Words.set("fecha día calendario")
  static let remaining = Words.set("sigue siguen está están continúa continúan permanece")
  static let scheduling = Words.set(
    "schedule scheduled agenda planned calendar prevista previsto programada programado agendada agendado confirmada confirmado"
  )
  static let yet = Words.set("yet on been in")
  static let contests = Words.set("debate debates round rounds")
  static let electoral = Words.set(
    "presidential primary primaries electoral caucuses presidencial presidenciales primarias")
  static let going = Words.set("acudirá acudirán asistirá asistirán irá irán participará viajará")
  static let withdrawing = Words.set("pulled pulling pulls backed backing withdrew withdraws")
  static let outOf = Words.set("out from")
  static let heldBehind = Words.set(
    "celebrada celebrado celebradas celebrados mantenida mantenido mantenidas mantenidos sostenida sostenido realizada realizado ocurrida ocurrido registrada registrado"
  )
  static let accompanying = Words.set(
    "acompañó acompañaron acompaña acompañan acompañará acompañarán acompañado accompanied accompany accompanies accompanying"
  )
  static let firstPerson = Words.set("tuve mantuve sostuve celebré tuvimos mantuvimos sostuvimos")
  static let hosts = Words.set("anfitrión anfitriona")
  static let beingFirst = Words.set("será fue es")
  static let granting = Words.set(
    "concedió concederá concede concedieron otorgó otorgará dio dará brindó ofreció ofrecerá")
  static let having = Words.set(
    "iba tenía debía pensaba mantuvo sostuvo mantendrá sostendrá tendrá tuvo celebró celebrará")
  static let ownHeads = Words.set("su sus")
  static let englishIncluding = Words.set(
    "includes include included features feature culminate culminates culminated conclude concludes concluded"
  )
  static let saidIn = Words.set("diálogo conversación charla plática entrevista")
  static let ofCourts = Words.set("pública públicas oral orales judicial judiciales preliminar")
  static let courts = Words.set(
    "tribunal juzgado juez jueza jueces magistrado magistrados fiscal cij tpi")
  static let agendas = Words.set(
    "agenda programme program schedule itinerary visit trip tour stay visita gira viaje estancia estadía programa recorrido"
  )
  static let demands = Words.set(
    "demand demands demanded demanding urge urged urges insist insisted insists recommend recommended"
  )
  static let hosting = Words.set(
    "convened convene convenes hosted host hosts led lead leads chaired chair chairs attended attend attends organized organize joined opened launched"
  )
  static let founding = Words.set(
    "establish established establishing create created creating launch launched launching toward towards pursue"
  )
  static let selves = Words.set("myself himself herself ourselves themselves itself yourself")
  static let gathering = Words.set("brought bring brings gathered gathers involving involved")
  static let modals = Words.set("should could would might may must can cannot")
  static let due = Words.set("due expected set scheduled heading bound")
  static let visiting = Words.set("con a al")
  static let courtesy = Words.set("on to with")
  static let be = Words.set("is are was were be been")
  static let hopes = Words.set("hope hopes hoped hoping hopeful")
  static let skipping = Words.set("skipped skip skips skipping boycotted boycott boycotts")
  static let fixed = Words.set("fixed set pencilled penciled booked arranged confirmed")
  static let will = Words.set("will ll shall")
  static let callsFor = Words.set(
    "urged called propose proposed proposes demand demanded wants want seek seeking hopes hope pidió propuso exigió llamó solicitó pide exhortó reclamó reclamaron urgió urgieron exigieron pidieron propusieron could may might should podría debería must refused rejected rechazó"
  )
}
