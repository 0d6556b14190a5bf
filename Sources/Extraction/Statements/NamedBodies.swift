import Language
import Records

/// Finds the name of a body that is only described where it speaks: "the paper", "la compañía", "este grupo".
///
/// The nouns that stand by a name ("el diario Le Monde", "Norvia, a shipping company") tell by which it may be called
/// again (`bodynoun` in `speech.tsv`).
struct NamedBodies {
  /// A name where it stands.
  private struct Named {
    var word: Int
    var entity: Int?
    var phrase: String
    var nouns: Set<String>
    /// The sorts of its nouns, a bit for each.
    var sorts: UInt32
    var isPress: Bool
  }

  private let passage: Passage
  private let lexicon: SpeechLexicon
  /// In the order of the text.
  private var all: [Named] = []
  /// The first names of papers, agencies and channels, for one that is named only behind its description.
  private var firstPress: [Named] = []
  /// How often each name stands.
  private var told: [String: Int] = [:]
  /// How many names back a body is looked for.
  private static let reach = 40
  /// How many sentences back a name without a noun may stand for "the company".
  private static let near = 4
  private static let definite: Set<String> = [
    "the", "this", "that", "el", "la", "este", "esta", "ese", "esa", "dicho", "dicha",
  ]

  /// What may stand behind "de" in the noun phrase of a body without naming another.
  private static let plainComplements: Set<String> = [
    "noticias", "derechos", "televisión", "radio", "comunicación", "prensa", "news",
  ]

  init(passage: Passage, lexicon: SpeechLexicon) {
    self.passage = passage
    self.lexicon = lexicon
    for (index, mention) in passage.analysis.mentions.enumerated()
    where mention.form == .name && mention.entities.count == 1 {
      let entity = passage.analysis.entities[mention.entities[0]]
      guard entity.kind == .organization, let name = entity.name else { continue }
      let words = passage.mentionWords[index]
      let nouns = nouns(around: words)
      all.append(
        Named(
          word: words.lowerBound, entity: entity.id, phrase: name, nouns: nouns,
          sorts: sorts(nouns, passage.language(at: words.lowerBound))
            | (entity.isPress ? press : 0), isPress: entity.isPress))
    }
    for index in passage.words.indices
    where lexicon.bodyFilter.mayContain(passage.words[index].code)
      && passage.words[index].quote < 0 && passage.words[index].upos == .noun
    {
      let language = passage.language(at: index)
      // "Organismo Internacional de Energía": the noun is part of the name.
      guard let sort = lexicon.bodies[language]?[passage.words[index].key],
        !passage.words[index].isCapitalized || passage.words[index].mention < 0,
        let name = name(behindNoun: index)
      else { continue }
      all.append(
        Named(
          word: name.lowerBound, entity: nil,
          phrase: passage.text(
            passage.words[name.lowerBound].start..<passage.words[name.upperBound - 1].end),
          nouns: [passage.words[index].key], sorts: sort, isPress: false))
    }
    for sentence in passage.analysis.document.sentences.indices {
      guard let name = subjectName(of: passage.sentence(sentence)) else { continue }
      all.append(
        Named(
          word: name.lowerBound, entity: nil,
          phrase: passage.text(
            passage.words[name.lowerBound].start..<passage.words[name.upperBound - 1].end),
          nouns: nouns(around: name),
          sorts: sorts(nouns(around: name), passage.language(at: name.lowerBound)), isPress: false))
    }
    // What one place tells of a name holds for all.
    var known: [String: (nouns: Set<String>, sorts: UInt32)] = [:]
    for name in all {
      known[name.phrase, default: ([], 0)].nouns.formUnion(name.nouns)
      known[name.phrase, default: ([], 0)].sorts |= name.sorts
      told[name.phrase, default: 0] += 1
    }
    for index in all.indices {
      guard let (nouns, sorts) = known[all[index].phrase] else { continue }
      all[index].nouns = nouns
      all[index].sorts = sorts
    }
    all.sort { $0.word < $1.word }
    let press = press
    firstPress = Array(all.lazy.filter { $0.sorts & press != 0 }.prefix(Self.reach))
  }

  /// The noun by which a speaker is described as a body ("the paper", "la compañía").
  struct Noun {
    let key: String
    let sort: UInt32

    /// The noun of a speaker; nil where the words describe no body.
    init?(_ speaker: Speaker, passage: Passage, lexicon: SpeechLexicon) {
      let first = speaker.words.lowerBound
      guard speaker.kind != .person, speaker.words.count <= 6,
        definite.contains(passage.words[first].key)
          || first > 0 && definite.contains(passage.words[first - 1].key),
        !speaker.words.dropFirst().contains(where: {
          passage.words[$0].isCapitalized && !passage.isCountry($0)
            || passage.isPreposition($0) && passage.words[$0].mention < 0
              && !plainComplements.contains(
                passage.words[min($0 + 1, passage.words.count - 1)].key)
              && !passage.isCountry(min($0 + 1, passage.words.count - 1))
        }),
        let head = NounPhrases(passage: passage, lexicon: lexicon).head(of: speaker.words),
        !passage.words[head].features.contains(.plural),
        !passage.words[head].isCapitalized || passage.words[head].key == "ong",
        let sort = lexicon.bodies[passage.language(at: head)]?[passage.words[head].key]
      else { return nil }
      key = passage.words[head].key
      self.sort = sort
    }
  }

  /// The body by its name; nil where the noun describes none that was named before.
  func resolve(_ speaker: Speaker, _ noun: Noun, last: Speaker?) -> Speaker? {
    let first = speaker.words.lowerBound
    let (key, sort) = (noun.key, noun.sort)
    let before = all[..<all.firstSorted { $0.word >= first }].suffix(Self.reach)
    let isPress = sort & press != 0
    if let last, last.kind == .organization, isNamed(last),
      let known = before.last(where: {
        $0.entity.map { [$0] } ?? [] == last.entities && $0.phrase == last.phrase
          || $0.entity != nil && $0.entity == last.entities.first
      }),
      known.nouns.contains(key) || known.sorts & sort != 0
        || known.sorts == 0 && !isPress && !known.isPress
    {
      return renamed(speaker, known)
    }
    if let found = (isPress ? nil : mostTold(before.filter { $0.nouns.contains(key) }))
      ?? mostTold(before.filter { $0.sorts & sort != 0 })
      ?? (isPress ? mostTold(firstPress) : nil)
    {
      return renamed(speaker, found)
    }
    guard sort & company != 0 else { return nil }
    let sentence = passage.words[first].sentence
    return mostTold(
      before.filter {
        $0.sorts == 0 && !$0.isPress && !isPress
          && sentence - passage.words[$0.word].sentence <= Self.near
          && passage.words[$0.word].quote < 0
      }
    ).map { renamed(speaker, $0) }
  }

  /// The sort of papers, agencies and channels.
  private var press: UInt32 {
    (lexicon.bodies[.english]?["newspaper"] ?? 0) | (lexicon.bodies[.spanish]?["diario"] ?? 0)
  }

  private var company: UInt32 {
    (lexicon.bodies[.english]?["company"] ?? 0) | (lexicon.bodies[.spanish]?["empresa"] ?? 0)
  }

  /// Of several names the one that stands most often, of these the last.
  private func mostTold(_ names: some BidirectionalCollection<Named>) -> Named? {
    var counts: [String: Int] = [:]
    for name in names { counts[name.phrase, default: 0] += told[name.phrase] ?? 1 }
    let most = counts.values.max() ?? 0
    return names.last { counts[$0.phrase] == most }
  }

  private func isNamed(_ speaker: Speaker) -> Bool {
    if !speaker.entities.isEmpty { return !speaker.isDescribed }
    return speaker.phrase?.first?.isUppercase == true
  }

  private func renamed(_ speaker: Speaker, _ named: Named) -> Speaker {
    Speaker(
      entities: named.entity.map { [$0] } ?? [], phrase: named.phrase, kind: .organization,
      words: speaker.words)
  }

  private func sorts(_ nouns: Set<String>, _ language: LanguageCode) -> UInt32 {
    nouns.reduce(0) { $0 | (lexicon.bodies[language]?[$1] ?? 0) }
  }

  /// The nouns of bodies before a name, within it, and in the apposition behind it.
  private func nouns(around words: Range<Int>) -> Set<String> {
    let sentence = passage.sentence(passage.words[words.lowerBound].sentence)
    let known = lexicon.bodies[passage.language(at: words.lowerBound)] ?? [:]
    var found: Set<String> = []
    let around = max(sentence.lowerBound, words.lowerBound - 4)
    guard
      passage.words[around..<min(sentence.upperBound, words.upperBound + 7)]
        .contains(where: { lexicon.bodyFilter.mayContain($0.code) })
    else { return [] }
    var at = words.lowerBound - 1
    while at >= sentence.lowerBound, words.lowerBound - at <= 4, !passage.isPunctuation(at),
      !passage.isFiniteVerb(at), passage.words[at].quote < 0
    {
      if known[passage.words[at].key] != nil { found.insert(passage.words[at].key) }
      if passage.isArticle(at), at < words.lowerBound - 1 { break }
      at -= 1
    }
    for index in words where known[passage.words[index].key] != nil {
      found.insert(passage.words[index].key)
    }
    if words.upperBound < sentence.upperBound, passage.isComma(words.upperBound) {
      at = words.upperBound + 1
      while at < sentence.upperBound, at - words.upperBound <= 6, !passage.isPunctuation(at),
        !passage.isFiniteVerb(at), !passage.isPreposition(at)
      {
        if known[passage.words[at].key] != nil { found.insert(passage.words[at].key) }
        at += 1
      }
    }
    return found
  }

  /// A name that nobody knew, as the subject that opens a sentence ("Hasbro hosted …").
  private func subjectName(of sentence: Range<Int>) -> Range<Int>? {
    guard let first = sentence.first,
      let run = passage.capitalRun(from: first, before: sentence.upperBound),
      run.upperBound + 1 < sentence.upperBound, passage.words[first].upos == .propn,
      passage.isFiniteVerb(run.upperBound) || passage.isComma(run.upperBound)
        || passage.isAdverbial(run.upperBound) && passage.isFiniteVerb(run.upperBound + 1)
    else { return nil }
    return run
  }

  /// The name that is no mention behind the noun of a body and what describes it: "diario francés Le Monde".
  private func name(behindNoun index: Int) -> Range<Int>? {
    let limit = passage.sentence(passage.words[index].sentence).upperBound
    var at = index + 1
    while at < limit, at - index <= 3, !passage.words[at].isCapitalized,
      [.adj, .noun, .adp].contains(passage.words[at].upos), passage.words[at].quote < 0
    {
      at += 1
    }
    guard at < limit, passage.words[at - 1].upos != .adp else { return nil }
    if passage.words[at].quote >= 0 {
      // 'el periódico «El Istmo»'
      let inner = passage.quoteWords[passage.words[at].quote].filter { !passage.isPunctuation($0) }
      guard let first = inner.first, let last = inner.last, inner.count <= 5,
        passage.words[first].isCapitalized, passage.words[last].isCapitalized
      else { return nil }
      return first..<last + 1
    }
    return passage.capitalRun(from: at, before: limit, acrossMentions: true)
  }
}

extension Passage {
  /// A run of capitalized words without a mention, small links within it allowed ("Reporteros sin Fronteras").
  func capitalRun(
    from start: Int, before limit: Int, acrossMentions: Bool = false
  ) -> Range<Int>? {
    var end = start
    var at = start
    while at < limit, at - start < 8, words[at].quote < 0,
      acrossMentions || words[at].mention < 0, !words[at].isDate
    {
      if words[at].isCapitalized {
        end = at + 1
      } else if at == start
        || !["de", "del", "of", "the", "la", "sin", "and", "&", "-"]
          .contains(words[at].key)
      {
        break
      }
      at += 1
    }
    return end > start && (end > start + 1 || !PlainWords.articles.contains(words[start].key))
      ? start..<end : nil
  }
}
