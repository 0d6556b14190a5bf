import Gazetteer
import Language
import Records

/// An article with everything that the rules of names found in it: what `Analysis` shares, and behind it the phrases and
/// lexicon matches that the rules of meetings look at again.
struct Reading: Sendable {
  var analysis: Analysis
  /// One for each sentence.
  var scans: [Scan]
  /// One for each mention, in the same order: the phrase that it was made of; nil for pronouns and groups.
  var phrases: [NounPhrase?]
  /// Where the mentions of each sentence begin; one more than there are sentences.
  var mentionOffsets: [Int]
  /// The language that most of the article is in.
  var isSpanish: Bool
  /// How often and where first each entity is spoken of.
  var salience = Salience()
  /// The given names of the lexicon that the article has.
  var givenKeys: Set<WordKey> = []
  /// How often the article names each place.
  var placeCounts: [String: Int] = [:]
  /// The words of the title.
  var titleKeys: Set<WordKey> = []

  /// Indices of the mentions in a sentence.
  func mentions(in sentence: Int) -> Range<Int> {
    guard sentence >= 0, sentence + 1 < mentionOffsets.count else { return 0..<0 }
    return mentionOffsets[sentence]..<mentionOffsets[sentence + 1]
  }

  /// A piece of the article's text, by code points.
  func text(_ range: Range<Int>) -> String { analysis.text(range) }

  /// Reads names, places and dates.
  init(_ article: Article) {
    let document = Annotator().segment(
      article.text, language: article.language.flatMap(LanguageCode.init(rawValue:)))
    isSpanish = article.language.map { $0 == "es" } ?? (document.language == .spanish)
    analysis = Analysis(article: article, document: document)
    scans = []
    scans.reserveCapacity(document.sentences.count)
    for (index, sentence) in document.sentences.enumerated() {
      scans.append(
        Scan(
          sentence, index: index, isSpanish: sentence.language.map { $0 == .spanish } ?? isSpanish))
    }
    var resolver = Resolver(article, scans: scans, document: document, isSpanish: isSpanish)
    resolver.run()
    analysis.entities = resolver.table.entities
    analysis.mentions = resolver.mentions.map(\.mention)
    phrases = resolver.mentions.map(\.phrase)
    mentionOffsets = [0]
    mentionOffsets.reserveCapacity(scans.count + 1)
    var at = 0
    for sentence in scans.indices {
      while at < analysis.mentions.count, analysis.mentions[at].sentence <= sentence { at += 1 }
      mentionOffsets.append(at)
    }
    salience = Salience(analysis.mentions)
    for scan in scans {
      for match in scan.matches where match.kind == .given {
        givenKeys.insert(scan.keys[Int(match.start)])
      }
    }
    titleKeys = Set(WordKeys.keys(article.title ?? ""))
    analysis.places = PlaceFinder(scans: scans, document: document).run()
    dropNames()
    for place in analysis.places { placeCounts[place.name, default: 0] += 1 }
    (analysis.dates, analysis.anchor) = DateReader.readAll(document, article: article)
  }

  /// "Santiago Peña", "Belén Cordero": what stands in a person's name is no place.
  private mutating func dropNames() {
    let names = phrases.indices.compactMap { index -> (sentence: Int, tokens: Range<Int>)? in
      guard let phrase = phrases[index], phrase.kind == .person, phrase.nameWords > 1,
        let name = phrase.name
      else { return nil }
      return (analysis.mentions[index].sentence, name)
    }
    guard !names.isEmpty else { return }
    let bySentence = Dictionary(grouping: names) { $0.sentence }
    analysis.places.removeAll { place in
      bySentence[place.sentence]?.contains { $0.tokens.overlaps(place.tokens) } == true
    }
  }
}

/// How often and where first each entity of an article is spoken of.
struct Salience: Sendable {
  /// The number of mentions.
  private(set) var counts: [Int: Int] = [:]
  /// The index of the sentence of the first mention.
  private(set) var firsts: [Int: Int] = [:]

  /// How many entities are spoken of more often.
  private var ranks: [Int: Int] = [:]

  /// How many entities are spoken of more often than one; 99 if it is not spoken of.
  func rank(_ id: Int) -> Int { ranks[id] ?? 99 }

  init() {}

  init(_ mentions: [Mention]) {
    for mention in mentions {
      for id in mention.entities {
        counts[id, default: 0] += 1
        firsts[id] = min(firsts[id] ?? .max, mention.sentence)
      }
    }
    let order = counts.sorted { ($0.value, -$0.key) > ($1.value, -$1.key) }
    for (place, entry) in order.enumerated() { ranks[entry.key] = place }
  }
}

extension Reading {
  /// "el embajador de China en Chile, B": where an envoy is accredited, which is no place of what the sentence tells.
  func isPost(_ place: PlaceMention, in sentence: Int) -> Bool {
    return mentions(in: sentence).contains { index in
      guard let phrase = phrases[index], phrase.name != nil else { return false }
      return phrase.offices.contains { office in
        office.range.contains(place.tokens.lowerBound)
          && scans[sentence].isSign(place.tokens.lowerBound - 1, isSpanish ? "en" : "to")
          && (isSpanish
            ? scans[sentence].tokens[office.head].form.lowercased().hasPrefix("embajad")
            : Gazetteer.shared.offices[office.office].kind == .ambassador)
      }
    }
  }
}
