import CResources
import Language
import Records

/// What the rules for agreements know, in both languages (`Sources/CResources/agreements/*.tsv`).
final class AgreementLexicon: @unchecked Sendable {
  // Written by the initializer only, hence unchecked Sendable; a class, since every sentence holds it.

  /// When a noun is taken for an agreement.
  enum Strength: String, Sendable { case sure, named, signable }

  /// What is done to an agreement says how far it has come; a wish and mere talk say nothing.
  enum ActStatus: String, Sendable {
    case signed
    case inForce = "in_force"
    case proposed, ended, told, wish, talk
  }

  /// A noun that names agreements.
  struct Noun: Sendable, Equatable {
    var words: [String]
    var strength: Strength
    var kind: AgreementRecord.Kind
    /// The place of the noun that the others depend on ("memorandum" of understanding, joint "statement").
    var head: Int
  }

  /// A verb or noun of what is done to an agreement.
  struct Act: Sendable, Equatable {
    var status: ActStatus
    /// What must stand between it and the agreement; nil if nothing must.
    var preposition: String?
  }

  /// The classes of `words.tsv`.
  enum Class: String, CaseIterable, Sendable {
    case agree, vague, light, negation, unreal, implicative, failure, aim, telling, link, party,
      generic
    case parole, nosign, participle, trigger, judging, joint, adjective, raising, subjectverb,
      appeal, outside, verbonly, encounter, gathering, stress
    case direct, review, coming, prospect, member, negotiating, domestic
    case participation, parliament, pending, draft, toward, player, whole, side, near, putoff
    case sponsor, mediate, helper, firm, utter, affirm, yield, institution, complete, court, ratify,
      breach, trading, decided, effort
  }

  /// The words of a class.
  private struct Words {
    private var all: Set<String> = []
    /// Their first letters, by which a lemma begins like its word, but for the verbs below.
    private(set) var openings = WordOpenings(length: 1)
    private static let suppletive: Set<String> = ["be", "go", "ser", "ir"]

    func contains(_ word: String) -> Bool { all.contains(word) }

    mutating func insert(_ word: String) {
      all.insert(word)
      // Of the verb "be" the forms begin with any letter.
      openings.insert(Self.suppletive.contains(word) ? "" : word)
    }
  }

  /// A line of a data file that cannot be read.
  struct Failure: Error, Equatable, CustomStringConvertible {
    var file: String
    var line: Int
    var reason: String
    var description: String { "\(file):\(line): \(reason)" }
  }

  private var nouns = ByLanguage<[String: [Noun]]>()
  private var acts = ByLanguage<[String: [Act]]>()
  private var words = ByLanguage<[Class: Words]>()
  /// For each telling word the first of its line, which stands for all of them ("final", "permanent").
  private var tellings = ByLanguage<[String: String]>()
  /// By their noun; those of any noun under the empty word.
  private var paroles = ByLanguage<[String: [Parole]]>()
  /// Names by their first word, with the words as they are written.
  private var names: [String: [(words: [String], kind: AgreementRecord.Kind)]] = [:]
  /// The beginnings of words that make a sentence worth reading.
  private var triggers = WordFilter()
  /// Whole words that do so.
  private var wholeTriggers = WordFilter()
  /// How nouns begin, and verbs of agreeing.
  private(set) var nounOpenings = WordOpenings(length: 3)
  private(set) var agreeingOpenings = WordOpenings(length: 2)
  /// Whether a lemma of a word that was met is the first word of a noun.
  private let lemmas = ByLanguage<WordNotes<Bool>>(english: WordNotes(), spanish: WordNotes())
  /// The first words of nouns, and those of names.
  private var nounFilter = WordFilter()
  private var nameFilter = WordFilter()

  /// The nouns whose first word is `word`, longest first.
  func nouns(_ word: String, _ language: LanguageCode) -> [Noun] {
    guard nounFilter.mayContain(WordCode(word)) else { return [] }
    return nouns[language]?[word] ?? []
  }

  /// True for a word that may have a lemma, not the word itself, that is the first word of a noun.
  func mayHaveNounLemma(_ word: String, folded: String, _ language: LanguageCode) -> Bool {
    guard let notes = lemmas[language] else { return false }
    return notes.note(of: word) { form in
      let annotator = Annotator()
      return UPOS.allCases.contains { upos in
        let lemma = DateWords.fold(annotator.lemma(form, upos, language))
        return lemma != folded && !nouns(lemma, language).isEmpty
      }
    }
  }

  /// The nouns whose first word is that of a plural whose lemma the tagger did not find ("Accords", "Acuerdos").
  func nouns(ofPlural word: String, _ language: LanguageCode) -> [Noun] {
    guard word.utf8.last == UInt8(ascii: "s") else { return [] }
    if word.hasSuffix("ies") { return nouns(word.dropLast(3) + "y", language) }
    let plain = nouns(String(word.dropLast()), language)
    return plain.isEmpty && word.hasSuffix("es")
      ? nouns(String(word.dropLast(2)), language) : plain
  }

  /// What a lemma does to an agreement.
  func acts(_ lemma: String, _ language: LanguageCode) -> [Act] { acts[language]?[lemma] ?? [] }

  /// True if a folded word is of a class.
  func isA(_ kind: Class, _ word: String, _ language: LanguageCode) -> Bool {
    words[language]?[kind]?.contains(word) ?? false
  }

  /// True if a folded word or its lemma is of a class. The lemma is not asked for where no word of the class begins like the word.
  func isA(
    _ kind: Class, _ word: String, orItsLemma lemma: @autoclosure () -> String,
    _ language: LanguageCode
  ) -> Bool {
    guard let words = words[language]?[kind], words.openings.mayOpen(word) else { return false }
    return words.contains(word) || words.contains(lemma())
  }

  /// The word that stands for a telling word and those like it; nil if the word tells nothing.
  func telling(_ word: String, _ language: LanguageCode) -> String? { tellings[language]?[word] }

  /// A phrase in which a noun is no agreement.
  struct Parole: Sendable {
    let before: [String]
    /// The noun; nil for any.
    let noun: String?
    let behind: [String]

    /// From words, of which one begins with `*` and is the noun; nil if none does.
    init?(_ phrase: String) {
      let words = phrase.split(separator: " ").map(String.init)
      guard let star = words.firstIndex(where: { $0.hasPrefix("*") }) else { return nil }
      before = Array(words[..<star])
      noun = words[star] == "*" ? nil : String(words[star].dropFirst())
      behind = Array(words[(star + 1)...])
    }
  }

  /// The phrases in which a noun is no agreement; those in which none is, without one.
  func paroles(of noun: String?, _ language: LanguageCode) -> [Parole] {
    paroles[language]?[noun ?? ""] ?? []
  }

  /// True for a word that may begin a name, by its code.
  func mayBeginName(_ word: WordCode) -> Bool { nameFilter.mayContain(word) }

  /// Names that begin with a word, longest first.
  func names(_ word: String) -> [(words: [String], kind: AgreementRecord.Kind)] {
    names[word] ?? []
  }

  /// True if a word may make its sentence worth reading.
  func isTrigger(_ token: Token) -> Bool {
    triggers.mayContain(stem: token.code) || wholeTriggers.mayContain(token.code)
  }

  /// True if one of the words may make their sentence worth reading.
  func hasTrigger(_ tokens: [Token]) -> Bool {
    tokens.indices.contains { isTrigger(tokens[$0]) }
  }

  /// The lexicon compiled into the program; the tests read the files strictly.
  static let builtIn: AgreementLexicon = {
    func text(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> String {
      String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    }
    return
      (try? AgreementLexicon(
        nouns: text(chancery_agreements_nouns, chancery_agreements_nouns_length),
        names: text(chancery_agreements_names, chancery_agreements_names_length),
        acts: text(chancery_agreements_acts, chancery_agreements_acts_length),
        words: text(chancery_agreements_words, chancery_agreements_words_length)))
      ?? AgreementLexicon()
  }()

  private init() {}

  /// Reads the four tables; throws `Failure` with the line that is wrong.
  init(nouns: String, names: String, acts: String, words: String) throws {
    try AgreementLexicon.rows("nouns.tsv", nouns, columns: 4) { row in
      let language = try row.language()
      let strength: Strength = try row.value(1, "strength")
      let kind: AgreementRecord.Kind = try row.value(2, "kind")
      for form in row.alternatives(3) { addNoun(form, strength, kind, language) }
    }
    try AgreementLexicon.rows("names.tsv", names, columns: 2) { row in
      let kind: AgreementRecord.Kind = try row.value(0, "kind")
      addName(row.fields[1], kind)
    }
    try AgreementLexicon.rows("acts.tsv", acts, columns: 4) { row in
      let language = try row.language()
      let act = Act(
        status: try row.value(1, "status"), preposition: row.fields[2] == "-" ? nil : row.fields[2])
      for lemma in row.alternatives(3) {
        self.acts[language, default: [:]][lemma, default: []].append(act)
      }
    }
    try AgreementLexicon.rows("words.tsv", words, columns: 3) { row in
      let language = try row.language()
      let kind: Class = try row.value(1, "class")
      addWords(row.alternatives(2), kind, language)
    }
  }

  private func addNoun(
    _ form: String, _ strength: Strength, _ kind: AgreementRecord.Kind, _ language: LanguageCode
  ) {
    let words = form.split(separator: " ").map(String.init)
    let link = words.firstIndex { ["of", "de", "el", "al", "a"].contains($0) }
    let noun = Noun(words: words, strength: strength, kind: kind, head: (link ?? words.count) - 1)
    nouns[language, default: [:]][words[0], default: []].append(noun)
    nouns[language]?[words[0]]?.sort { $0.words.count > $1.words.count }
    nounFilter.insert(words[0])
    nounOpenings.insert(words[0])
    if strength != .signable { triggers.insert(stem: words[0]) }
  }

  private func addName(_ name: String, _ kind: AgreementRecord.Kind) {
    let words = name.split(separator: " ").map(String.init)
    names[words[0], default: []].append((words, kind))
    names[words[0]]?.sort { $0.words.count > $1.words.count }
    nameFilter.insert(words[0])
    triggers.insert(stem: words[0])
  }

  private func addWords(_ forms: [String], _ kind: Class, _ language: LanguageCode) {
    if kind == .parole {
      for parole in forms.compactMap({ Parole($0) }) {
        paroles[language, default: [:]][parole.noun ?? "", default: []].append(parole)
      }
    }
    if kind == .telling, let first = forms.first {
      for form in forms { tellings[language, default: [:]][form] = first }
    }
    if kind == .trigger || kind == .agree { forms.forEach { triggers.insert(stem: $0) } }
    if kind == .whole { forms.forEach { wholeTriggers.insert($0) } }
    if kind == .agree { forms.forEach { agreeingOpenings.insert($0) } }
    for form in forms { self.words[language, default: [:]][kind, default: Words()].insert(form) }
  }
}

extension AgreementLexicon {
  /// A line of a table.
  struct Row {
    let file: String
    let line: Int
    let fields: [String]

    func language() throws -> LanguageCode {
      guard let language = LanguageCode(rawValue: fields[0]) else {
        throw Failure(
          file: file, line: line, reason: "unknown language \(fields[0]); write en or es")
      }
      return language
    }

    func value<Value: RawRepresentable>(_ field: Int, _ name: String) throws -> Value
    where Value.RawValue == String {
      guard let value = Value(rawValue: fields[field]) else {
        throw Failure(file: file, line: line, reason: "unknown \(name) \(fields[field])")
      }
      return value
    }

    func alternatives(_ field: Int) -> [String] {
      fields[field].split(separator: "|").map(String.init)
    }
  }

  /// Calls `body` with each line that is no comment.
  static func rows(_ file: String, _ text: String, columns: Int, _ body: (Row) throws -> Void)
    throws
  {
    var line = 0
    for content in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      if content.isEmpty || content.hasPrefix("#") { continue }
      let fields = content.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == columns, !fields.contains("") else {
        throw Failure(
          file: file, line: line, reason: "\(columns) columns are needed, none of them empty")
      }
      try body(Row(file: file, line: line, fields: fields))
    }
  }
}
