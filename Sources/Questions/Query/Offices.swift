import CResources
import Gazetteer
import Records

/// The offices by which questions name people, and the roles that articles report.
struct Offices: Sendable {
  private struct Form: Sendable {
    let words: [String]
    let key: String
  }
  private let byFirst: [String: [Form]]
  private let formsOf: [String: [[String]]]
  private let sets: WordSets

  /// The offices that are compiled into the program.
  static let standard: Offices? = WordSets.standard.flatMap { sets in
    try? Offices(
      text: Resources.text(chancery_questions_offices, chancery_questions_offices_length),
      file: "questions/offices.tsv", sets: sets)
  }

  /// Reads a file; throws `DataFileError` with the line.
  init(text: String, file: String, sets: WordSets) throws(DataFileError) {
    var byFirst: [String: [Form]] = [:]
    var formsOf: [String: [[String]]] = [:]
    for (number, fields) in Resources.rows(text) {
      guard fields.count == 2 else {
        throw DataFileError(file: file, line: number, message: "wanted: key, words")
      }
      for alternative in Resources.parts(fields[1], by: "|") {
        let words = Resources.parts(alternative, by: " ")
        guard let first = words.first else { continue }
        byFirst[first, default: []].append(Form(words: words, key: fields[0]))
        formsOf[fields[0], default: []].append(words)
      }
    }
    self.byFirst = byFirst.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    self.formsOf = formsOf
    self.sets = sets
  }

  /// The offices that a role names: keys, with `deputy`, `former` and the like before them where the role has such a
  /// word. `country` settles what "canciller" is: a head of government in Germany and Austria.
  func keys(role: String, country: String?) -> Set<String> {
    keys(words: words(role), country: country)
  }

  /// The content words of a role, without marks, country names and words like "of".
  private func words(_ role: String) -> [String] {
    Resources.parts(Folding.fold(role), by: " ").filter {
      !sets.contains("stop", $0) && $0 != "for" && $0 != "para"
    }
  }

  private func keys(words: [String], country: String?) -> Set<String> {
    var found: Set<String> = []
    var position = 0
    while position < words.count {
      if let split = Offices.joined[words[position]] {
        found.insert("\(split.0) \(split.1)")
        position += 1
        continue
      }
      guard let form = longest(words, position) else {
        position += 1
        continue
      }
      var key = form.key
      if key == "foreign minister", words[position] == "canciller", ["DE", "AT"].contains(country) {
        key = "chancellor"
      }
      // "former Spanish prime minister": the country's adjective stands between.
      let before = words[..<position].last { !isDemonym($0) } ?? ""
      let after = position + form.words.count
      let modifier =
        Offices.modifiers[before] ?? (after < words.count ? Offices.trailing[words[after]] : nil)
      found.insert(modifier.map { "\($0) \(key)" } ?? key)
      position = after
    }
    return found
  }

  private func longest(_ words: [String], _ position: Int) -> Form? {
    byFirst[words[position]]?.first { words[position...].starts(with: $0.words) }
      ?? interrupted(words, position)
  }

  /// "ministro ruso de Exteriores": a country's adjective may stand inside of the form.
  private func interrupted(_ words: [String], _ position: Int) -> Form? {
    guard position + 2 < words.count, isDemonym(words[position + 1]) else { return nil }
    let joined = [words[position]] + words[(position + 2)...]
    return byFirst[words[position]]?.first { $0.words.count > 1 && joined.starts(with: $0.words) }
  }

  private func isDemonym(_ word: String) -> Bool { CountryNames.shared.demonym(word) != nil }

  private static let modifiers: [String: String] = [
    "deputy": "deputy", "vice": "deputy", "under": "deputy", "assistant": "deputy",
    "former": "former", "ex": "former", "acting": "acting", "interim": "acting",
  ]
  private static let trailing: [String: String] = [
    "elect": "elected", "electo": "elected", "electa": "elected", "interino": "acting",
    "interina": "acting", "encargado": "acting", "encargada": "acting", "adjunto": "deputy",
    "designate": "elected",
  ]
  private static let joined: [String: (String, String)] = [
    "vicepresidente": ("deputy", "president"), "vicepresidenta": ("deputy", "president"),
    "viceministro": ("deputy", "minister"), "viceministra": ("deputy", "minister"),
    "vicecanciller": ("deputy", "foreign minister"), "expresidente": ("former", "president"),
    "expresidenta": ("former", "president"), "exministro": ("former", "minister"),
    "excanciller": ("former", "foreign minister"), "undersecretary": ("deputy", "minister"),
    "subsecretario": ("deputy", "minister"), "subsecretaria": ("deputy", "minister"),
  ]

  /// True if a role with these offices holds an office that was asked for.
  static func match(role: Set<String>, asked: Set<String>) -> Bool {
    if !role.isDisjoint(with: asked) { return true }
    if asked.contains("head of state"), !role.isDisjoint(with: headsOfState) { return true }
    // "ministers" are ministers of anything.
    return asked.contains("minister")
      && role.contains {
        $0.hasSuffix("minister") && !$0.contains("prime") && !$0.hasPrefix("deputy")
          && !$0.hasPrefix("former")
      }
  }

  private static let headsOfState: Set<String> = [
    "president", "king", "queen", "emir", "sultan", "pope",
  ]

  /// The words by which an office is looked for in names ("Foreign Minister of Britain").
  func forms(of key: String) -> [[String]] { formsOf[key] ?? [] }

  /// True if the words begin with an office: how many words it takes.
  func prefix(_ words: [String]) -> Int? {
    guard !words.isEmpty else { return nil }
    if Offices.joined[words[0]] != nil { return 1 }
    return longest(words, 0)?.words.count
  }
}
