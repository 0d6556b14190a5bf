import Records

/// Who signed or issued a text together: "A, B; and C signed a joint statement in which they …". What is then
/// said by some of them, in that paragraph or the next, is said by all.
struct JointSigners {
  private struct Text {
    /// Word behind which it speaks.
    var verb: Int
    var paragraph: Int
    var entities: [Int]
  }

  private static let adjectives: Set<String> = [
    "joint", "conjunto", "conjunta", "conjuntos", "conjuntas",
  ]
  private static let verbs: Set<String> = [
    "signed", "issued", "released", "published", "firmaron", "emitieron", "suscribieron",
    "publicaron",
    "difundieron",
  ]
  /// How many words may stand between the verb and its "joint".
  private static let reach = 4
  private let texts: [Text]

  init(passage: Passage) {
    var texts: [Text] = []
    for (number, paragraph) in passage.paragraphs.enumerated() {
      for verb in paragraph
      where Self.verbs.contains(passage.words[verb].key) && passage.words[verb].quote < 0 {
        let sentence = passage.sentence(passage.words[verb].sentence)
        let behind = verb + 1..<min(sentence.upperBound, verb + 1 + Self.reach)
        guard behind.lowerBound < behind.upperBound,
          passage.words[behind].contains(where: { Self.adjectives.contains($0.key) })
        else { continue }
        var entities: [Int] = []
        for word in passage.words[sentence.lowerBound..<verb] where word.mention >= 0 {
          let mention = passage.analysis.mentions[word.mention]
          for entity in mention.entities
          where mention.form == .name && !entities.contains(entity)
            && passage.analysis.entities[entity].kind == .person
          {
            entities.append(entity)
          }
        }
        if entities.count > 1 {
          texts.append(Text(verb: verb, paragraph: number, entities: entities))
        }
      }
    }
    self.texts = texts
  }

  /// The speaker, or all signers where some of them speak at a verb behind the text's own.
  func complete(_ speaker: Speaker, at verb: Int, paragraph: Int) -> Speaker {
    guard !speaker.entities.isEmpty,
      let text = texts.last(where: {
        $0.verb < verb && paragraph - $0.paragraph <= 1
          && Set(speaker.entities).isSubset(of: $0.entities)
      })
    else { return speaker }
    var all = speaker
    all.entities = text.entities
    all.isDescribed = false
    return all
  }
}
