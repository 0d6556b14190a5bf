import Records

/// A verb of saying where it stands, before and after its speaker is known. Positions are words of the passage.
struct SpeechEvent {
  var verb: Int
  /// Index in the lexicon's verbs.
  var lexeme: Int
  var form: SpeechForm
  /// Its group from the first auxiliary to the last word of its phrase.
  var group: Range<Int>
  /// "según dijo", "as he said": what it reports is the sentence around it.
  var isParenthetical = false
  /// "was rejected by": what it reports is its subject.
  var isPassive = false
  /// "al señalar que": said while or before something else was said or done.
  var isTemporal = false
  var speaker: Speaker?
  /// "El puente cayó informó la policía": no mark parts what was said from the verb.
  var isUnmarked = false
  /// True if the subject follows the verb.
  var isInverted = false
  /// The words of verb and subject together.
  var span: Range<Int>
}

/// Who may be meant where a subject is a pronoun or left out.
struct SpeakerContext {
  /// Who spoke last.
  var last: Speaker?
  /// The person who spoke last under a name.
  var lastNamed: Speaker?
  /// The sentence in which a verb or a source told it, in this paragraph; nil where none did.
  var lastSentence: Int?
  /// True if that was in this paragraph or the one before.
  var isRecent = false
  /// Whom the paragraph before was about, if nobody spoke in it.
  var topic: Speaker? { possibleTopic?.value ?? nil }
  /// The same, looked for when it is asked for.
  var possibleTopic: Later<Speaker?>?
}

/// Who speaks: entities of the article, or words of the article where they are none.
struct Speaker: Equatable {
  var entities: [Int]
  /// Words of the article, without a leading article.
  var phrase: String?
  var kind: PartyKind?
  /// The words that name the speaker here.
  var words: Range<Int>
  /// True if the words describe rather than name ("the Mexican foreign ministry", "German officials").
  var isDescribed = false
  /// Where the text that speaks for them was issued, a word of the passage; nil where no text speaks.
  var issued: Int?

  static func == (left: Speaker, right: Speaker) -> Bool {
    left.entities == right.entities && left.phrase == right.phrase
  }
}
