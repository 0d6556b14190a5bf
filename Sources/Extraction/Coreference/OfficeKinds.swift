import Gazetteer

/// When two offices may be the same person's: "the Mexican foreign minister" and "Secretary of Foreign Affairs of Mexico".
struct HeldOffice: Sendable {
  var form: String
  var kind: Office.Class
  var country: Int?
  var isFormer: Bool
  /// "el presidente interino", "the new foreign minister": not the one who held it before.
  var isNew: Bool
  /// What a minister or secretary is in charge of, as far as words of the lexicon tell ("defence").
  var fields: Set<WordKey> = []

  init(_ phrase: OfficePhrase, scan: Scan) {
    let office = Gazetteer.shared.offices[phrase.office]
    form = office.form
    country = phrase.country
    isFormer = phrase.isFormer
    isNew = phrase.range.contains { scan.isOne($0, of: HeldOffice.newWords) }
    kind = office.kind
    // "el jefe del Kremlin", "el inquilino de la Casa Blanca": whoever governs there.
    if kind == .chief || kind == .leader {
      for token in phrase.range where scan.isOne(token, of: HeldOffice.thrones) {
        kind = .state
        break
      }
    }
    // "minister of foreign affairs" by its complement, "secretario de Relaciones Exteriores".
    if kind == .minister || kind == .secretary {
      for token in phrase.range where scan.isOne(token, of: HeldOffice.foreignWords) {
        kind = .foreign
        break
      }
      if kind != .foreign {
        for token in phrase.range
        where scan.has(.portfolio, at: token) && !scan.isOne(token, of: HeldOffice.plainFields) {
          fields.insert(scan.keys[token])
        }
      }
    }
  }

  /// True for ministers of different fields: the defence minister is not the finance minister.
  private func isOfOtherField(_ held: HeldOffice) -> Bool {
    !fields.isEmpty && !held.fields.isEmpty && fields.isDisjoint(with: held.fields)
  }

  private static let newWords = Words.set(
    "new interim acting caretaker nuevo nueva interino interina provisional")
  /// Words of many names of ministries.
  private static let plainFields = Words.set(
    "affairs affair national public state general federal human social political asuntos nacional pública público estado"
  )
  private static let thrones = Words.set("kremlin elíseo moncloa miraflores planalto")
  private static let foreignWords = Words.set("foreign exteriores exterior external")

  /// President and vice president, minister and deputy minister.
  var isDeputy: Bool {
    // By the first letter: it is asked of every pair.
    let opening: String
    switch form.utf8.first {
    case UInt8(ascii: "v"): opening = "vic"
    case UInt8(ascii: "d"): opening = "deputy"
    case UInt8(ascii: "u"): opening = "under"
    case UInt8(ascii: "s"): opening = "sub"
    case UInt8(ascii: "a"): opening = "assistant"
    default: return HeldOffice.hasVice(form)
    }
    return form.hasPrefix(opening) || HeldOffice.hasVice(form)
  }

  /// True if the form has the word "vice", or one that ends so, before another: by bytes, for it is asked of every pair.
  private static func hasVice(_ form: String) -> Bool {
    var window: UInt64 = 0
    for byte in form.utf8 {
      window = (window << 8 | UInt64(byte)) & 0xFF_FFFF_FFFF
      if window == 0x76_6963_6520 { return true }
    }
    return false
  }

  /// True if a description with this office may mean a holder of the other.
  func mayMean(_ held: HeldOffice) -> Bool {
    if isOfOtherField(held) { return false }
    if form == held.form { return true }
    // The defence minister is not the foreign minister, whose field is told by the kind.
    if !fields.isEmpty, held.kind == .foreign { return false }
    // "la diplomática" of a deputy foreign minister
    if kind == .diplomat, [.foreign, .secretary, .minister].contains(held.kind), held.isDeputy {
      return true
    }
    if isDeputy != held.isDeputy, kind != .official, kind != .leader {
      return baseForm == held.baseForm && isDeputy == false
    }
    switch kind {
    case .state:
      switch held.kind {
      case .state: return true
      case .government, .monarch, .leader: return HeldOffice.anyHead.contains(form)
      default: return false
      }
    case .government:
      return held.kind == .government || (held.kind == .state && form.contains("gobierno"))
    case .monarch: return held.kind == .monarch
    case .foreign: return held.kind == .foreign
    case .minister:
      return [.minister, .foreign].contains(held.kind)
        || (held.kind == .secretary && form == "titular")
        || (held.kind == .government && held.form.hasSuffix(form))
    case .secretary: return held.kind == .secretary || held.form == "secretary of state"
    case .leader: return [.state, .government, .monarch, .leader, .party].contains(held.kind)
    case .diplomat: return [.foreign, .envoy, .ambassador, .diplomat].contains(held.kind)
    case .envoy: return held.kind == .envoy || held.kind == .diplomat
    case .ambassador: return held.kind == .ambassador
    case .spokes: return held.kind == .spokes
    case .official: return ![.profession, .family, .state, .monarch].contains(held.kind)
    case .legislator: return held.kind == .legislator
    case .religious: return held.kind == .religious
    case .local: return held.kind == .local
    case .military: return held.kind == .military
    case .chief: return held.form.hasPrefix(form) || held.form.hasSuffix(form)
    case .judge, .police, .party, .profession:
      return held.kind == kind && held.form.hasPrefix(String(form.prefix(5)))
    case .family, .counterpart: return false
    }
  }

  private var baseForm: String {
    guard let blank = form.utf8.lastIndex(of: UInt8(ascii: " ")) else { return form }
    return String(form[form.utf8.index(after: blank)...])
  }

  private static let anyHead: Set<String> = [
    "mandatario", "mandataria", "gobernante", "dignatario", "jefe de estado", "jefa de estado",
    "mandatarios",
    "gobernantes", "dignatarios", "jefes de estado", "head of state", "heads of state", "mandatary",
  ]
}
