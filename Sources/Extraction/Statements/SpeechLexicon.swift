import CResources
import Language
import Records

/// What a verb of saying may take as its content (`Sources/CResources/data/speech.tsv` says what each means).
struct SpeechFrames: OptionSet, Sendable {
  let rawValue: UInt32

  static let that = SpeechFrames(rawValue: 1 << 0)
  static let thatOnly = SpeechFrames(rawValue: 1 << 1)
  static let quote = SpeechFrames(rawValue: 1 << 2)
  static let object = SpeechFrames(rawValue: 1 << 3)
  static let quotedObject = SpeechFrames(rawValue: 1 << 4)
  static let impersonalObject = SpeechFrames(rawValue: 1 << 5)
  static let askedObject = SpeechFrames(rawValue: 1 << 6)
  static let infinitive = SpeechFrames(rawValue: 1 << 7)
  static let gerund = SpeechFrames(rawValue: 1 << 8)
  static let recipient = SpeechFrames(rawValue: 1 << 9)
  static let callAs = SpeechFrames(rawValue: 1 << 10)
  static let asPhrase = SpeechFrames(rawValue: 1 << 11)
  static let documents = SpeechFrames(rawValue: 1 << 12)
  static let alsoNoun = SpeechFrames(rawValue: 1 << 13)
  static let strong = SpeechFrames(rawValue: 1 << 14)
  static let more = SpeechFrames(rawValue: 1 << 15)
  static let praisedObject = SpeechFrames(rawValue: 1 << 16)
  static let anySubject = SpeechFrames(rawValue: 1 << 18)
  static let reflexive = SpeechFrames(rawValue: 1 << 17)
  static let judgedObject = SpeechFrames(rawValue: 1 << 19)
  static let question = SpeechFrames(rawValue: 1 << 20)
  static let reasonedObject = SpeechFrames(rawValue: 1 << 21)
  static let courts = SpeechFrames(rawValue: 1 << 22)

  static let byName: [String: SpeechFrames] = [
    "that": .that, "thatonly": .thatOnly, "quote": .quote, "obj": .object, "objq": .quotedObject,
    "objx": .impersonalObject, "askobj": .askedObject, "inf": .infinitive, "ger": .gerund,
    "rcpt": .recipient, "callas": .callAs, "docs": .documents, "noun": .alsoNoun,
    "strong": .strong, "more": .more, "objw": .praisedObject,
    "refl": .reflexive, "subj": .anySubject, "objas": .judgedObject, "ask": .question,
    "objfor": .reasonedObject, "courts": .courts,
  ]
}

/// The shape in which a verb of saying stands.
enum SpeechForm: Sendable { case finite, participle, gerund, infinitive }

/// A verb or phrase of saying.
struct SpeechVerb: Sendable {
  var language: LanguageCode
  var lemma: String
  /// Words that must follow the verb and belong to it ("call" and "out").
  var tail: [String]
  /// A word that must follow and begins the content ("mostró su …").
  var required: String?
  var frames: SpeechFrames
  /// The words that may open the content ("for", "on").
  var prepositions: [String]
  /// The same for what must hold a quotation ("spoke of «a lost year»").
  var quotedPrepositions: [String] = []
  /// The words between "as" and what comes before it, for `asPhrase` ("described X as", "referred to X as").
  var asWord: String?
  /// The list of nouns of which one must head an object ("offered asylum").
  var only: String?
  /// The list of nouns that head no object which tells what was said ("revealed details").
  var never: String?
}

/// A line of the lexicon that cannot be read.
struct SpeechLexiconError: Error, Equatable, CustomStringConvertible {
  var line: Int
  var message: String
  var description: String { "speech.tsv:\(line): \(message)" }
}

/// The verbs, sources, media and speakers of `speech.tsv`, by their first word in lower case.
final class SpeechLexicon: @unchecked Sendable {
  // Written by the initializer only, hence unchecked Sendable; a class, since every rule holds it.

  struct Hit: Sendable {
    var verb: Int
    var form: SpeechForm
  }
  struct Phrase: Sendable {
    var words: [String]
    /// The medium, or the flag of a source ("weak", or "last" for who spoke last).
    var value: String
  }

  private(set) var verbs: [SpeechVerb] = []
  /// By language, then by form.
  private(set) var forms = ByLanguage<[String: [Hit]]>()
  private(set) var sources = ByLanguage<[String: [Phrase]]>()
  private(set) var media = ByLanguage<[String: [Phrase]]>()
  private(set) var documents = ByLanguage<[String: String]>()
  private(set) var speakers = ByLanguage<[String: PartyKind]>()
  /// Nouns whose celebration is a statement ("celebrated the accord").
  private(set) var praised = ByLanguage<Set<String>>()
  /// Nouns of what happens and therefore says nothing ("the encounter").
  private(set) var happenings = ByLanguage<Set<String>>()
  /// Nouns of people who are no content of "question" and the like.
  private(set) var people = ByLanguage<Set<String>>()
  /// Nouns that tell a clause as somebody's words ("the minister's claim that").
  private(set) var claims = ByLanguage<Set<String>>()
  /// Nouns that comment on what was said ("a demand that has met with no reply").
  private(set) var comments = ByLanguage<Set<String>>()
  /// What is declared by an act ("a state of emergency").
  private(set) var decreed = ByLanguage<Set<String>>()
  /// The verb without forms that stands for one which the lexicon does not know.
  private(set) var unknownVerb = ByLanguage<Int>()
  /// Nouns that name no source: "according to the agreement".
  private(set) var records = ByLanguage<Set<String>>()
  /// Verbs and participles by which a text is given to the world ("issued", "suscrita").
  private(set) var issuing = ByLanguage<Set<String>>()
  /// Adjectives of texts that several issue together.
  private(set) var joint = ByLanguage<Set<String>>()
  /// Verbs whose infinitive with "a" tells what was said ("se limitó a señalar").
  private(set) var light = ByLanguage<Set<String>>()
  /// Nouns of office that any speaker may be called by ("the official").
  private(set) var anyone = ByLanguage<Set<String>>()
  /// Nouns that may mean any text told before ("the document").
  private(set) var generalTexts = ByLanguage<Set<String>>()
  /// Nouns of texts that are named by the place where they were signed ("the Quito declaration").
  private(set) var namedByPlace = ByLanguage<Set<String>>()
  /// By noun: the sorts of body that it may call ("the paper", "la compañía"), a bit for each.
  private(set) var bodies = ByLanguage<[String: UInt32]>()
  private var bodyLines: UInt32 = 0
  /// Nouns by the name of their list, for `only` and `never` of verbs.
  private(set) var nounLists = ByLanguage<[String: Set<String>]>()
  /// The list `house:…` of a noun that a body may be called by ("the court").
  private(set) var houses = ByLanguage<[String: String]>()
  /// The sorts of office that a noun may stand for.
  private(set) var offices = ByLanguage<[String: Set<String>]>()

  /// The lexicon that is compiled in; empty if it could not be read, which a test would show.
  static let builtIn: SpeechLexicon = {
    let bytes = UnsafeBufferPointer(
      start: chancery_speech_tsv, count: chancery_speech_tsv_length)
    return (try? SpeechLexicon(String(decoding: bytes, as: UTF8.self))) ?? SpeechLexicon()
  }()

  /// The words of `forms`, `sources` and `documents` in both languages, for a quick no.
  private(set) var verbFilter = WordFilter()
  private(set) var sourceFilter = WordFilter()
  private(set) var documentFilter = WordFilter()
  private(set) var bodyFilter = WordFilter()
  private(set) var houseFilter = WordFilter()
  private(set) var speakerFilter = WordFilter()
  private(set) var issuingFilter = WordFilter()
  private(set) var claimFilter = WordFilter()

  private init() {}

  private func fillFilters() {
    for language in LanguageCode.allCases {
      for word in (forms[language] ?? [:]).keys { verbFilter.insert(word) }
      for word in (sources[language] ?? [:]).keys { sourceFilter.insert(word) }
      for word in (documents[language] ?? [:]).keys { documentFilter.insert(word) }
      for word in issuing[language] ?? [] { issuingFilter.insert(word) }
      for word in claims[language] ?? [] { claimFilter.insert(word) }
      for word in (bodies[language] ?? [:]).keys { bodyFilter.insert(word) }
      for word in (houses[language] ?? [:]).keys { houseFilter.insert(word) }
      for word in (speakers[language] ?? [:]).keys { speakerFilter.insert(word) }
    }
  }

  /// Reads a lexicon; throws `SpeechLexiconError` with the number of the first line that is wrong.
  init(_ text: String) throws {
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 3 else {
        throw SpeechLexiconError(line: number, message: "fewer than three columns")
      }
      guard let language = LanguageCode(rawValue: fields[1]) else {
        throw SpeechLexiconError(line: number, message: "'\(fields[1])' is not en or es")
      }
      switch fields[0] {
      case "verb": try readVerb(fields, language, number)
      case "source": add(phrase: fields, to: \.sources, language)
      case "medium": add(phrase: fields, to: \.media, language)
      case "document":
        for word in words(fields[2]) {
          documents[language, default: [:]][word] = fields.count > 3 ? fields[3] : ""
        }
      case "speaker":
        guard fields.count == 4, let kind = PartyKind(rawValue: fields[2]) else {
          throw SpeechLexiconError(
            line: number, message: "a speaker needs a kind (person, government …) and words")
        }
        for word in words(fields[3]) { speakers[language, default: [:]][word] = kind }
      case "issue": issuing[language, default: []].formUnion(words(fields[2]))
      case "light": light[language, default: []].formUnion(words(fields[2]))
      case "anyone": anyone[language, default: []].formUnion(words(fields[2]))
      case "joint": joint[language, default: []].formUnion(words(fields[2]))
      case "anytext": generalTexts[language, default: []].formUnion(words(fields[2]))
      case "placed": namedByPlace[language, default: []].formUnion(words(fields[2]))
      case "happening": happenings[language, default: []].formUnion(words(fields[2]))
      case "comment": comments[language, default: []].formUnion(words(fields[2]))
      case "decreed": decreed[language, default: []].formUnion(words(fields[2]))
      case "people": people[language, default: []].formUnion(words(fields[2]))
      case "claim": claims[language, default: []].formUnion(words(fields[2]))
      case "praised": praised[language, default: []].formUnion(words(fields[2]))
      case "record": records[language, default: []].formUnion(words(fields[2]))
      case "bodynoun":
        let sort: UInt32 = 1 << min(bodyLines, 31)
        bodyLines += 1
        for word in words(fields[2]) { bodies[language, default: [:]][word, default: 0] |= sort }
      case "nouns":
        guard fields.count == 4 else {
          throw SpeechLexiconError(line: number, message: "nouns need a list and words")
        }
        nounLists[language, default: [:]][fields[2], default: []].formUnion(words(fields[3]))
        if fields[2].hasPrefix("house:") {
          for word in words(fields[3]) { houses[language, default: [:]][word] = fields[2] }
        }
      case "office":
        guard fields.count == 4 else {
          throw SpeechLexiconError(line: number, message: "an office needs a sort and words")
        }
        for word in words(fields[3]) {
          offices[language, default: [:]][word, default: []].insert(fields[2])
        }
      default:
        throw SpeechLexiconError(line: number, message: "'\(fields[0])' is no sort of line")
      }
    }
    for language in LanguageCode.allCases {
      media[language]?.keys.forEach { sort(\.media, language, $0) }
      sources[language]?.keys.forEach { sort(\.sources, language, $0) }
    }
    fillFilters()
  }

  /// True if words of a sentence may tell a statement, or who issued a text: a verb of saying, a source, a noun of texts, a
  /// quotation mark.
  func isOfInterest(_ tokens: [Token], _ language: LanguageCode) -> Bool {
    let verbs = forms[language] ?? [:]
    let phrases = sources[language] ?? [:]
    let texts = documents[language] ?? [:]
    return tokens.indices.contains { index in
      let code = tokens[index].code
      if verbFilter.mayContain(code), verbs[tokens[index].form.small] != nil { return true }
      if sourceFilter.mayContain(code), let known = phrases[tokens[index].form.small],
        known.contains(where: { SpeechLexicon.stands($0.words, in: tokens, at: index) })
      {
        return true
      }
      if documentFilter.mayContain(code), texts[tokens[index].form.small] != nil { return true }
      return SpeechLexicon.isQuoteMark(index, in: tokens)
    }
  }

  /// True if all words of a phrase stand at a token and behind it.
  private static func stands(_ words: [String], in tokens: [Token], at start: Int) -> Bool {
    guard start + words.count <= tokens.count else { return false }
    return words.indices.allSatisfy { index in
      let word = tokens[start + index].form.small
      return word == words[index] || word == "del" && words[index] == "de"
    }
  }

  /// True if a token begins with a mark of quotation; the apostrophe of "Maduro's" is none.
  private static func isQuoteMark(_ index: Int, in tokens: [Token]) -> Bool {
    var scalars = tokens[index].form.unicodeScalars.makeIterator()
    guard let first = scalars.next(), !QuoteMark.isWord(first),
      let (family, _) = QuoteMark.read(first)
    else { return false }
    let isInside =
      family == .single && index > 0 && tokens[index - 1].end == tokens[index].start
      && scalars.next().map(QuoteMark.isWord) == true
    return !isInside
  }

  private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  private typealias Table = ByLanguage<[String: [Phrase]]>

  private func add(
    phrase fields: [String], to table: ReferenceWritableKeyPath<SpeechLexicon, Table>,
    _ language: LanguageCode
  ) {
    let all = words(fields[2])
    guard let first = all.first else { return }
    let phrase = Phrase(words: all, value: fields.count > 3 ? fields[3] : "")
    self[keyPath: table][language, default: [:]][first, default: []].append(phrase)
  }

  /// Longest first, so that the first match is the longest.
  private func sort(
    _ table: ReferenceWritableKeyPath<SpeechLexicon, Table>, _ language: LanguageCode, _ key: String
  ) {
    self[keyPath: table][language]?[key]?.sort { $0.words.count > $1.words.count }
  }

  private func readVerb(
    _ fields: [String], _ language: LanguageCode, _ line: Int
  ) throws {
    guard fields.count == 8 else {
      throw SpeechLexiconError(line: line, message: "a verb needs 8 columns, not \(fields.count)")
    }
    let lemma = words(fields[2])
    guard let first = lemma.first else {
      throw SpeechLexiconError(line: line, message: "no lemma")
    }
    var verb = SpeechVerb(
      language: language, lemma: first, tail: [], required: nil, frames: [], prepositions: [])
    for word in lemma.dropFirst() {
      if word.hasPrefix("=") {
        verb.required = String(word.dropFirst())
      } else {
        verb.tail.append(word)
      }
    }
    for frame in words(fields[7]) {
      if let known = SpeechFrames.byName[frame] {
        verb.frames.insert(known)
      } else if frame.hasPrefix("p:") {
        verb.prepositions.append(String(frame.dropFirst(2)))
      } else if frame.hasPrefix("pq:") {
        verb.quotedPrepositions.append(String(frame.dropFirst(3)))
      } else if frame.hasPrefix("in:") {
        verb.only = String(frame.dropFirst(3))
      } else if frame.hasPrefix("not:") {
        verb.never = String(frame.dropFirst(4))
      } else if frame == "as" || frame.hasPrefix("as:") {
        verb.frames.insert(.asPhrase)
        verb.asWord = frame == "as" ? "as" : String(frame.dropFirst(3))
      } else {
        throw SpeechLexiconError(line: line, message: "'\(frame)' is no frame")
      }
    }
    let index = verbs.count
    verbs.append(verb)
    if fields[3].isEmpty { unknownVerb[language] = index }
    let columns: [(Int, SpeechForm)] = [
      (3, .finite), (4, .participle), (5, .gerund), (6, .infinitive),
    ]
    for (column, form) in columns {
      for word in words(fields[column]) {
        forms[language, default: [:]][word, default: []].append(Hit(verb: index, form: form))
        guard form == .participle, language == .spanish, word.hasSuffix("o") else { continue }
        for ending in ["a", "os", "as"] {
          forms[language, default: [:]][word.dropLast() + ending, default: []].append(
            Hit(verb: index, form: form))
        }
      }
    }
  }
}
