import Language
import Records

/// Everything that the rules share about one article: sentences, who is spoken of where, dates and places.
public struct Analysis: Sendable {
  public let article: Article
  public var document: Document
  /// The code points of the article's text, so that any piece of it is found at once.
  let scalars: [Unicode.Scalar]
  /// The date that relative dates of the article count from.
  var anchor: DateAnchor?
  public var entities: [Entity]
  /// Sorted by sentence, then by first token.
  public var mentions: [Mention]
  /// Date expressions, sorted by sentence, then by first token.
  public var dates: [DateMention]
  /// Venues, cities and countries, sorted by sentence, then by first token.
  public var places: [PlaceMention]

  /// An analysis of an article in which nothing has been found yet.
  public init(article: Article, document: Document) {
    self.article = article
    self.document = document
    let text = document.text
    scalars = Array(unsafeUninitializedCapacity: text.utf8.count) { out, count in
      for scalar in text.unicodeScalars {
        out[count] = scalar
        count += 1
      }
    }
    entities = []
    mentions = []
    dates = []
    places = []
  }
}

extension Analysis {
  /// The article's text from `start` to `end`, in code points; what lies outside of it is left out.
  func text(_ range: Range<Int>) -> String {
    let range = range.clamped(to: scalars.indices)
    // Room for just its bytes, so that a short one is no object of its own.
    let size = scalars[range].reduce(0) { $0 + UTF8.width($1) }
    return String(unsafeUninitializedCapacity: size) { out in
      var count = 0
      for scalar in scalars[range] {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          out[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  /// What tags the sentences that may tell of an agreement or a statement, and the sentence before each, whose subject may be
  /// who speaks, as far as a rule asks for tags.
  mutating func tags() -> DocumentTags {
    let fallback = document.language ?? article.languageCode ?? .english
    let agreements = AgreementLexicon.builtIn
    let speech = SpeechLexicon.builtIn
    var isTagged = [Bool](repeating: false, count: document.sentences.count)
    // From the end, so that the next sentence is known.
    var isBefore = false
    for index in document.sentences.indices.reversed() {
      let language = document.sentences[index].language ?? fallback
      let isOfInterest =
        agreements.hasTrigger(document.sentences[index].tokens)
        || speech.isOfInterest(document.sentences[index].tokens, language)
      if isOfInterest || isBefore {
        isTagged[index] = true
        if document.sentences[index].language == nil {
          document.sentences[index].language = language
        }
      }
      isBefore = isOfInterest
    }
    return DocumentTags(document.sentences) { isTagged[$0] }
  }

  /// The places of a sentence, in order.
  func places(in sentence: Int) -> ArraySlice<PlaceMention> {
    let first = places.firstSorted { $0.sentence >= sentence }
    let last = places.firstSorted { $0.sentence > sentence }
    return places[first..<last]
  }

  /// The indices of the mentions of a sentence, in order.
  func mentionIndices(in sentence: Int) -> Range<Int> {
    let first = mentions.firstSorted { $0.sentence >= sentence }
    return first..<mentions.firstSorted { $0.sentence > sentence }
  }

  /// The dates of a sentence, in order.
  func dates(in sentence: Int) -> ArraySlice<DateMention> {
    let first = dates.firstSorted { $0.sentence >= sentence }
    let last = dates.firstSorted { $0.sentence > sentence }
    return dates[first..<last]
  }
}

extension Array {
  /// The index of the first element for which a condition holds that holds for all after it too.
  func firstSorted(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// A date expression, resolved.
public struct DateMention: Sendable {
  public var sentence: Int
  /// Indices of tokens in the sentence, preposition left out.
  public var tokens: Range<Int>
  /// What it means; nil if it cannot be told.
  public var date: EDTF?
  public var basis: DateBasis?
  /// How the clause around it stands to it.
  public var role: Role

  /// A date expression in a sentence.
  public init(
    sentence: Int, tokens: Range<Int>, date: EDTF?, basis: DateBasis?, role: Role = .at
  ) {
    self.sentence = sentence
    self.tokens = tokens
    self.date = date
    self.basis = basis
    self.role = role
  }
}

/// A place that something may have happened at.
public struct PlaceMention: Sendable {
  public var sentence: Int
  /// Indices of tokens in the sentence, preposition and article left out.
  public var tokens: Range<Int>
  /// As the article writes it.
  public var name: String
  /// ISO 3166-1 alpha-2, where known.
  public var country: String?
  /// A building, a summit, an office, as against a city or a country.
  public var isVenue: Bool

  /// A place in a sentence.
  public init(sentence: Int, tokens: Range<Int>, name: String, country: String?, isVenue: Bool) {
    self.sentence = sentence
    self.tokens = tokens
    self.name = name
    self.country = country
    self.isVenue = isVenue
  }
}

extension Array where Element: Hashable {
  /// The elements in order, each once.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
