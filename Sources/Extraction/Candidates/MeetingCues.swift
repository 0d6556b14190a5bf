import CResources
import Gazetteer
import Language

/// What a word near a meeting is, for the learned model; the raw values are features of it.
enum CueClass: Int, Sendable, CaseIterable {
  // Verbs and nouns of meeting, by the frames and strengths of the gazetteer.
  case meet = 1
  case talk, receive, call, discuss, strongNoun, weakNoun, eventNoun
  // Words of meeting-cues.tsv.
  case visit, session, chair, tell, greet, mediate, agree, sign, attend, delegation, contact

  init(_ frame: MeetingVerb.Frame) {
    switch frame {
    case .meet: self = .meet
    case .talk: self = .talk
    case .receive: self = .receive
    case .call: self = .call
    case .discuss: self = .discuss
    case .hold: self = .chair
    case .join: self = .attend
    case .gather: self = .mediate
    }
  }

  init(_ strength: MeetingNoun.Strength) {
    switch strength {
    case .strong: self = .strongNoun
    case .weak: self = .weakNoun
    case .event: self = .eventNoun
    }
  }
}

/// The words of `meeting-cues.tsv`, by language.
struct MeetingCues: Sendable {
  static let builtIn = MeetingCues(
    String(
      decoding: UnsafeBufferPointer(
        start: chancery_meeting_cues, count: chancery_meeting_cues_length), as: UTF8.self))

  private var english: [WordKey: CueClass] = [:]
  private var spanish: [WordKey: CueClass] = [:]
  /// What is wrong with the file, by line; empty for the built-in one.
  private(set) var errors: [String] = []

  /// Reads a table of language, class and forms.
  init(_ text: String) {
    let names: [Substring: CueClass] = Dictionary(
      uniqueKeysWithValues: CueClass.allCases.map { (Substring("\($0)"), $0) })
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let kind = names[fields[1]], fields[0] == "en" || fields[0] == "es"
      else {
        errors.append(
          "meeting-cues.tsv:\(number + 1): expected language (en, es), class and forms, by tabs")
        continue
      }
      for form in fields[2].split(separator: "|") {
        guard let key = WordKeys.keys(String(form)).last else { continue }
        if fields[0] == "en" {
          english[key] = english[key] ?? kind
        } else {
          spanish[key] = spanish[key] ?? kind
        }
      }
    }
  }

  /// The class of a word of a sentence; nil if it is no cue.
  func kind(of key: WordKey, isSpanish: Bool) -> CueClass? {
    isSpanish ? spanish[key] : english[key]
  }
}
