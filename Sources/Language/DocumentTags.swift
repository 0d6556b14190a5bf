/// Parts of speech, morphology and lemmas of the words of a document, each read when it is first asked for.
///
/// A rule that asks for one word makes the tagger read its sentence up to there, as what a word is depends on those before it
/// and on the two behind it. Of most sentences no more than the beginning is asked for, or nothing.
public final class DocumentTags {
  // Not Sendable: filled in by the thread that reads the article.
  private let sentences: [Sentence]
  /// Where each sentence begins in the row of all words, and the end of the row.
  public let starts: [Int]
  private let isTagged: [Bool]
  private var readings: [TaggerReading?]
  /// Raw values of `UPOS`; `unread` for words that nobody has asked for.
  private var tags: [UInt8]
  /// Raw values of `Morphology`; `unread` for words that nobody has asked for.
  private var features: [UInt32]

  private static let unreadTag = UInt8.max
  private static let unreadFeatures = UInt32.max
  /// So many words are read at once.
  private static let step = 8

  /// The tags of some sentences; words of the others have none, nor have those in neither language.
  public init(_ sentences: [Sentence], where isTagged: (Int) -> Bool) {
    self.sentences = sentences
    var starts: [Int] = []
    starts.reserveCapacity(sentences.count + 1)
    var count = 0
    for sentence in sentences {
      starts.append(count)
      count += sentence.tokens.count
    }
    starts.append(count)
    self.starts = starts
    readings = Array(repeating: nil, count: sentences.count)
    tags = Array(repeating: UPOS.x.rawValue, count: count)
    features = Array(repeating: 0, count: count)
    self.isTagged = sentences.indices.map {
      isTagged($0) && Reader.embedded(sentences[$0].language) != nil
    }
    for index in sentences.indices where self.isTagged[index] {
      for word in starts[index]..<starts[index + 1] {
        tags[word] = Self.unreadTag
        features[word] = Self.unreadFeatures
      }
    }
  }

  /// The part of speech of a word, by its place in the row of all words, and the sentence that it is in; `.x` if it has none.
  @inline(__always)
  public func upos(_ word: Int, in sentence: Int) -> UPOS {
    let known = tags[word]
    return UPOS(rawValue: known == Self.unreadTag ? readTag(word, sentence) : known) ?? .x
  }

  /// The morphology of a word, by its place in the row of all words, and the sentence that it is in.
  @inline(__always)
  public func features(_ word: Int, in sentence: Int) -> Morphology {
    let known = features[word]
    return known == Self.unreadFeatures
      ? readFeatures(word, sentence) : Morphology(rawValue: known)
  }

  /// The lemma of a word, by its place in the row of all words, and the sentence that it is in.
  public func lemma(_ word: Int, in sentence: Int) -> String {
    let form = sentences[sentence].tokens[word - starts[sentence]].form
    guard isTagged[sentence] else { return form }
    let upos = upos(word, in: sentence)
    return Reader.embedded(sentences[sentence].language)?.lemma(form, upos) ?? form
  }

  /// Writes parts of speech and morphology into a sentence, all of them.
  public func write(to sentence: inout Sentence, at index: Int) {
    guard isTagged[index] else { return }
    for token in sentence.tokens.indices {
      sentence.tokens[token].upos = upos(starts[index] + token, in: index)
      sentence.tokens[token].features = features(starts[index] + token, in: index)
    }
    sentence.isTagged = true
  }

  @inline(never)
  private func readTag(_ word: Int, _ sentence: Int) -> UInt8 {
    let at = word - starts[sentence]
    // Of many sentences the first word is all that is asked for.
    let end = at == 0 ? 1 : (at / Self.step + 1) * Self.step
    with(sentence) { reader, tokens, reading in
      reader.tagger.read(tokens, &reading, to: min(tokens.count, end))
    }
    return tags[word]
  }

  @inline(never)
  private func readFeatures(_ word: Int, _ sentence: Int) -> Morphology {
    let at = word - starts[sentence]
    var found: Morphology = []
    with(sentence) { reader, tokens, reading in
      found = reader.tagger.morphology(tokens, &reading, at: at)
    }
    features[word] = found.rawValue
    return found
  }

  /// Goes on reading a sentence, and keeps the parts of speech that are new.
  private func with(_ sentence: Int, _ body: (Reader, [Token], inout TaggerReading) -> Void) {
    guard let reader = Reader.embedded(sentences[sentence].language) else { return }
    let tokens = sentences[sentence].tokens
    var reading = readings[sentence].take() ?? TaggerReading(count: tokens.count)
    let known = reading.tags.count
    body(reader, tokens, &reading)
    for index in known..<reading.tags.count { tags[starts[sentence] + index] = reading.tags[index] }
    readings[sentence] = reading
  }
}

extension Annotator {
  /// The lemma that a word of a part of speech has in a language.
  package func lemma(_ form: String, _ upos: UPOS, _ language: LanguageCode) -> String {
    Reader.embedded(language)?.lemma(form, upos) ?? form
  }
}
