import Language
import Records

/// Finds the ministry, court, bank or assembly that is only called by its noun where it speaks: "the ministry", "la corte".
///
/// "The Kenyan Foreign Ministry published a note. The ministry said …" is said by the Kenyan Foreign Ministry. Which nouns stand for
/// each other ("court", "tribunal") is in the lists `house:…` of `speech.tsv`.
struct NamedHouses {
  /// A name where it stands.
  private struct House {
    var word: Int
    var sort: String
    var speaker: Speaker
  }

  private let passage: Passage
  private let lexicon: SpeechLexicon
  /// In the order of the text.
  private var all: [House] = []
  private static let definite: Set<String> = ["the", "this", "el", "la", "este", "esta", "dicho"]

  init(passage: Passage, lexicon: SpeechLexicon) {
    self.passage = passage
    self.lexicon = lexicon
    for index in passage.words.indices where passage.words[index].quote < 0 {
      guard let sort = sort(of: index),
        let name = name(at: index)
      else { continue }
      all.append(House(word: name.lowerBound, sort: sort, speaker: speaker(name, index)))
    }
  }

  /// The body by its name: of those that the noun fits the one that spoke last, else the one named last; nil for other descriptions.
  func resolve(_ speaker: Speaker, last: Speaker?) -> Speaker? {
    guard speaker.kind != .person, let noun = speaker.words.last,
      let sort = sort(of: noun),
      speaker.words.count <= 2, noun > 0,
      speaker.words.count == 1 || passage.isArticle(noun - 1),
      Self.definite.contains(passage.words[noun - 1].key)
    else { return nil }
    let before = all.prefix { $0.word < speaker.words.lowerBound }.filter { $0.sort == sort }
    let spoke = last.flatMap { last in
      before.last { $0.speaker.phrase == last.phrase && $0.speaker.entities == last.entities }
    }
    guard var found = (spoke ?? before.last)?.speaker else { return nil }
    found.words = speaker.words
    return found
  }

  private func sort(of index: Int) -> String? {
    guard lexicon.houseFilter.mayContain(passage.words[index].code) else { return nil }
    return lexicon.houses[passage.language(at: index)]?[passage.words[index].key]
  }

  private func speaker(_ name: Range<Int>, _ noun: Int) -> Speaker {
    let mention = passage.words[noun].mention
    if mention >= 0, passage.analysis.mentions[mention].entities.count == 1 {
      let entity = passage.analysis.entities[passage.analysis.mentions[mention].entities[0]]
      if entity.kind == .organization, let full = entity.name {
        return Speaker(entities: [entity.id], phrase: full, kind: .organization, words: name)
      }
    }
    let text = passage.text(
      passage.words[name.lowerBound].start..<passage.words[name.upperBound - 1].end)
    return Speaker(entities: [], phrase: text, kind: .organization, words: name)
  }

  /// "Kenyan Foreign Ministry", "Kenya's foreign ministry", "Ministry of Health", "Corte Suprema de Belmora"; nil where the noun stands
  /// alone or in no name.
  private func name(at noun: Int) -> Range<Int>? {
    let sentence = passage.sentence(passage.words[noun].sentence)
    let isEnglish = passage.language(at: noun) == .english
    var start = noun
    if isEnglish {
      while start > sentence.lowerBound, noun - start < 6, isPart(start - 1) { start -= 1 }
    }
    let end = complement(behind: noun, before: sentence.upperBound, isEnglish)
    guard end - start > 1,
      passage.words[noun].isCapitalized
        || (start..<end).contains(where: { passage.words[$0].isCapitalized })
    else { return nil }
    return start..<end
  }

  /// A word that may stand in a name before its noun.
  private func isPart(_ index: Int) -> Bool {
    let word = passage.words[index]
    if word.quote >= 0 || word.isDate { return false }
    if passage.isPossessiveMark(index) { return true }
    return !passage.isPunctuation(index) && !passage.isArticle(index)
      && !passage.isPreposition(index)
      && [.noun, .propn, .adj].contains(word.upos)
      && !PlainWords.possessives.contains(word.key)
  }

  /// The end of "of Health", "de Exteriores de Belmora", "Supremo Electoral" behind a noun.
  private func complement(behind noun: Int, before limit: Int, _ isEnglish: Bool) -> Int {
    var end = noun + 1
    while end < limit, end - noun < 12, passage.words[end].quote < 0, !passage.words[end].isDate {
      let word = passage.words[end]
      if word.isCapitalized && !passage.isPunctuation(end) && !isEnglish
        || !isEnglish && word.upos == .adj
      {
        end += 1
        continue
      }
      guard
        ["of", "for", "de", "para"].contains(word.key)
          || end > noun + 1 && ["and", "y"].contains(word.key)
      else { break }
      var next = end + 1
      while next < limit, passage.isArticle(next) { next += 1 }
      guard next < limit, passage.words[next].isCapitalized, passage.words[next].quote < 0,
        !passage.words[next].isDate
      else { break }
      end = next + 1
      while isEnglish, end < limit, passage.words[end].isCapitalized, passage.words[end].quote < 0,
        !passage.words[end].isDate, !passage.isPunctuation(end)
      {
        end += 1
      }
    }
    return end
  }
}
