import Language

/// Scores sentences and words that the program finds in the text of a treebank file.
struct RawTextScorer {
  let reader: Reader
  let language: LanguageCode

  /// F1 of what is found, in counts.
  struct Result {
    var gold = 0
    var system = 0
    var words = 0
    var upos = 0
    var lemma = 0
    var heads = 0
    var labelled = 0
    var goldSentences = 0
    var systemSentences = 0
    var sentences = 0

    var line: String {
      func f1(_ count: Int) -> String { percent(2 * count, gold + system) }
      return
        "sentences \(percent(2 * sentences, goldSentences + systemSentences))  words \(f1(words))  "
        + "UPOS \(f1(upos))  lemma \(f1(lemma))  UAS \(f1(heads))  LAS \(f1(labelled))"
    }
  }

  /// Where a word stands; words of one contraction by their order.
  private struct Place: Hashable {
    var start: Int
    var end: Int
    var order: Int
  }

  private struct Word {
    var place: Place
    var token: Token
    /// Place of the head; nil for the root.
    var head: Place?
  }

  func score(_ sentences: [GoldSentence]) -> Result {
    let (text, gold, goldSpans) = lay(sentences)
    let document = Annotator().segment(text)
    var result = Result()
    var found: [Place: Word] = [:]
    var spans: Set<Range<Int>> = []
    for var sentence in document.sentences {
      if sentence.language == language { reader.parse(&sentence) }
      for word in words(sentence.tokens) { found[word.place] = word }
      result.system += sentence.tokens.count
      spans.insert(sentence.start..<sentence.end)
    }
    result.gold = gold.count
    result.goldSentences = goldSpans.count
    result.systemSentences = document.sentences.count
    result.sentences = goldSpans.filter { spans.contains($0) }.count
    for word in gold {
      guard let other = found[word.place] else { continue }
      result.words += 1
      if other.token.upos == word.token.upos { result.upos += 1 }
      if other.token.lemma.lowercased() == word.token.lemma.lowercased() { result.lemma += 1 }
      if other.head == word.head {
        result.heads += 1
        if other.token.relation.universal == word.token.relation.universal { result.labelled += 1 }
      }
    }
    return result
  }

  private func words(_ tokens: [Token]) -> [Word] {
    var places: [Place] = []
    for token in tokens {
      let order = places.last.map { $0.start == token.start ? $0.order + 1 : 0 } ?? 0
      places.append(Place(start: token.start, end: token.end, order: order))
    }
    return zip(places, tokens).map { place, token in
      Word(place: place, token: token, head: token.head < 0 ? nil : places[token.head])
    }
  }

  /// The text of the file, sentences with a space between and documents with an empty line, and where its words stand.
  private func lay(_ sentences: [GoldSentence]) -> (String, [Word], [Range<Int>]) {
    var text = ""
    var length = 0
    var gold: [Word] = []
    var spans: [Range<Int>] = []
    for (number, sentence) in sentences.enumerated() {
      if number > 0 {
        text += sentence.opensDocument ? "\n\n" : " "
        length += sentence.opensDocument ? 2 : 1
      }
      let scalars = Array(sentence.text.unicodeScalars)
      var tokens = sentence.tokens
      var place = 0
      var index = 0
      while index < tokens.count {
        while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
        let contraction = sentence.contractions.first { $0.lowerBound == index }
        let end = contraction?.upperBound ?? index + 1
        let forms = tokens[index..<end].map { $0.form.unicodeScalars.count }
        let surface = contraction.map { _ in surfaceLength(scalars, place) } ?? forms[0]
        let isJoined = forms.reduce(0, +) == surface
        var start = place
        for word in index..<end {
          tokens[word].start = length + (isJoined ? start : place)
          tokens[word].end = length + (isJoined ? start + forms[word - index] : place + surface)
          start += forms[word - index]
        }
        place += surface
        index = end
      }
      gold += words(tokens)
      text += sentence.text
      spans.append(length..<length + scalars.count)
      length += scalars.count
    }
    return (text, gold, spans)
  }

  /// How many letters a contraction has in the text.
  private func surfaceLength(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start
    while end < scalars.count {
      let scalar = scalars[end]
      let isInner = scalar.properties.isAlphabetic || "'’`-–".unicodeScalars.contains(scalar)
      guard isInner || scalar.properties.numericType != nil else { break }
      end += 1
    }
    return max(end - start, 1)
  }
}
