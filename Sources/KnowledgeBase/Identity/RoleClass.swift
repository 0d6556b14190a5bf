import Gazetteer
import Records

/// Offices as far as they tell people apart: `foreign`, `vice state`, `former foreign` …, the same in both languages.
enum RoleClass {
  /// The classes of the offices in a role as reported, sorted, each once; empty where it names none that is known.
  static func classes(of role: String, _ gazetteer: Gazetteer) -> [String] {
    var out: Set<String> = []
    var modifier = ""
    for piece in Phrases(role, gazetteer).pieces {
      let words = piece.text.split(separator: " ")
      let isFormer = words.contains { formerWords.contains(String($0)) }
      let isDeputy = words.contains { deputyWords.contains(String($0)) || $0.hasPrefix("vice") }
      if isFormer { modifier = "former " } else if isDeputy, modifier.isEmpty { modifier = "vice " }
      guard let entry = piece.entries.first(where: { $0.kind == .office }) else { continue }
      out.insert(modifier + gazetteer.offices[Int(entry.index)].kind.rawValue)
      modifier = ""
    }
    return out.sorted()
  }

  /// True for offices that one person at a time holds in a country.
  static func isUnique(_ name: String) -> Bool {
    ["state", "government", "monarch", "foreign"].contains(name)
  }

  private static let deputyWords: Set<String> = [
    "deputy", "under", "undersecretary", "assistant", "sub", "subsecretario", "subsecretaria",
    "adjunto",
    "adjunta", "viceministro",
  ]
  private static let formerWords: Set<String> = [
    "former", "ex", "exmandatario", "expresidente", "expresidenta", "exministro", "exministra",
    "excanciller",
  ]
}
