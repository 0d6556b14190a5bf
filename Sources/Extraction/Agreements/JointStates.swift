import Language
import Records

/// Whom "the two countries", "both governments" and "las partes" mean in an article that tells of agreements.
///
/// The states told of last are asked for sentence by sentence, without those that a preposition of place stands before; where
/// there is nothing to choose from, they are the two that the article is about.
struct JointStates {
  private let analysis: Analysis
  /// The two states that the article is about, empty if they are fewer or more.
  private let main: [String]
  /// How often each state is spoken of.
  private let counts: [String: Int]

  init(_ analysis: Analysis, counts: [String: Int], main: [String]) {
    self.analysis = analysis
    self.main = main
    self.counts = counts
  }

  /// The analysis with those words as mentions of the states they mean.
  func resolved() -> Analysis {
    var out = analysis
    var added: [Mention] = []
    for index in analysis.document.sentences.indices {
      for phrase in phrases(in: index) {
        let known = analysis.mentionIndices(in: index).filter {
          analysis.mentions[$0].tokens.overlaps(phrase.tokens)
        }
        guard known.allSatisfy({ phrase.tokens.contains(analysis.mentions[$0].tokens) }),
          phrase.isOfStates || known.isEmpty
        else { continue }
        let codes = states(before: phrase, of: index)
        guard codes.count >= 2 else { continue }
        let ids = codes.map { government($0, &out) }
        if let place = known.first {
          out.mentions[place].entities = ids
        } else {
          added.append(
            Mention(
              sentence: index, tokens: phrase.tokens, head: phrase.tokens.upperBound - 1,
              entities: ids, form: .description))
        }
      }
    }
    guard !added.isEmpty else { return out }
    out.mentions = (out.mentions + added).sorted {
      ($0.sentence, $0.tokens.lowerBound) < ($1.sentence, $1.tokens.lowerBound)
    }
    return out
  }

  /// The government of a state, as an entity of its own if the article has none.
  private func government(_ code: String, _ analysis: inout Analysis) -> Int {
    if let known = analysis.entities.first(where: {
      $0.kind == .government && $0.country == code && $0.members.isEmpty && $0.name != nil
    }) {
      return known.id
    }
    let id = analysis.entities.count
    let language = analysis.document.language ?? .english
    let name = AgreementParties.name(of: code, language)
    analysis.entities.append(Entity(id: id, name: name, kind: .government, country: code))
    return id
  }

  // MARK: - The words

  private struct Phrase {
    var tokens: Range<Int>
    /// How many it means; two where nothing says so.
    var number: Int
    var isCounted: Bool
    /// True for "countries" and the like, as against "sides" and "ministers", whom others may know better.
    var isOfStates: Bool
  }

  private func phrases(in sentence: Int) -> [Phrase] {
    let tokens = analysis.document.sentences[sentence].tokens
    var out: [Phrase] = []
    for index in tokens.indices where index > 0 && Self.filter.mayContain(tokens[index].code) {
      let form = tokens[index].form
      let isOfStates = Self.states.contains(form)
      guard isOfStates || Self.others.contains(form) else { continue }
      var start = index
      var number: Int?
      var isOpened = false
      while start > 0, index - start < 3 {
        let word = tokens[start - 1].form.lowercased()
        if let value = Self.numbers[word] {
          number = value
        } else if Self.articles.contains(word) {
          isOpened = true
        } else if !Self.fillers.contains(word) || number == nil && isOpened {
          break
        }
        start -= 1
      }
      guard number != nil || isOpened else { continue }
      // "The countries of the region", "los gobiernos de Perú y Chile"
      let behind = index + 1 < tokens.count ? tokens[index + 1].form : ""
      if ["of", "de", "that", "which", "que", "like", "in", "en"].contains(behind),
        number == nil || ["of", "de"].contains(behind)
      {
        continue
      }
      out.append(
        Phrase(
          tokens: start..<index + 1, number: number ?? 2, isCounted: number != nil,
          isOfStates: isOfStates))
    }
    return out
  }

  // MARK: - The states

  private func states(before phrase: Phrase, of sentence: Int) -> [String] {
    let token = phrase.tokens.lowerBound
    let number = phrase.number
    let paragraphs = analysis.document.sentences
    var found: [String] = []
    for back in 0...min(5, sentence) {
      let index = sentence - back
      let limit = back == 0 ? token : paragraphs[index].tokens.count
      let here = codes(in: index, before: limit)
      let all = found + here.filter { !found.contains($0) }
      if here.count == number, all.count == number || found.isEmpty { return here }
      // "The ministers" may be many.
      if !phrase.isCounted, back == 2 || all.count >= number {
        return phrase.isOfStates ? main : []
      }
      if all.count == number { return all }
      if all.count > number {
        if number == 2, main.count == 2, main.allSatisfy(all.contains),
          found.allSatisfy(main.contains)
        {
          return main
        }
        if number == 2, found.count == 1, let other = here.max(by: { count($0) < count($1) }) {
          return found + [other]
        }
        // "A and B" are told together.
        if number == 2, found.isEmpty, let pair = pair(in: index, before: limit) { return pair }
        return number == 2 ? main : []
      }
      found = all
    }
    guard number == 2, main.isEmpty, phrase.isCounted else { return number == 2 ? main : [] }
    return hosted(before: sentence)
  }

  /// "The president of Chad arrived in Tunis. The two leaders signed": the state of the guest and that of the place.
  private func hosted(before sentence: Int) -> [String] {
    for index in (max(0, sentence - 2)...sentence).reversed() {
      let own = codes(in: index, before: analysis.document.sentences[index].tokens.count)
      let places = Set(analysis.places(in: index).compactMap(\.country)).subtracting(own)
      if own.count == 1, places.count == 1, let place = places.first { return own + [place] }
    }
    return []
  }

  private func count(_ code: String) -> Int { counts[code] ?? 0 }

  /// The states of the mentions of a sentence, each once, those that are no mere places.
  private func codes(in sentence: Int, before limit: Int) -> [String] {
    var out: [String] = []
    for mention in analysis.mentions[analysis.mentionIndices(in: sentence)]
    where mention.tokens.upperBound <= limit && !isPlace(mention) {
      for code in codes(of: mention) where !out.contains(code) { out.append(code) }
    }
    return out
  }

  /// The two states of mentions with nothing but "and" between them.
  private func pair(in sentence: Int, before limit: Int) -> [String]? {
    let tokens = analysis.document.sentences[sentence].tokens
    let own = analysis.mentions[analysis.mentionIndices(in: sentence)].filter {
      $0.tokens.upperBound <= limit
    }
    for (left, right) in zip(own, own.dropFirst()).reversed()
    where right.tokens.lowerBound == left.tokens.upperBound + 1
      && ["and", "y", "e"].contains(tokens[left.tokens.upperBound].form)
    {
      let both = codes(of: left) + codes(of: right)
      if both.count == 2, both[0] != both[1] { return both }
    }
    return nil
  }

  private func codes(of mention: Mention) -> [String] {
    if AgreementHome.isOfRegion(mention, analysis) { return [] }
    return mention.entities.compactMap { id in
      guard analysis.entities.indices.contains(id) else { return nil }
      let entity = analysis.entities[id]
      guard entity.kind != .organization, !entity.isPress, entity.country != "EU" else {
        return nil
      }
      return entity.country
    }
  }

  /// "In Moscow": where something is, or by whose help.
  private func isPlace(_ mention: Mention) -> Bool {
    let tokens = analysis.document.sentences[mention.sentence].tokens
    var index = mention.tokens.lowerBound - 1
    while index >= 0, Self.articles.contains(tokens[index].form) { index -= 1 }
    guard index >= 0 else { return false }
    let isOfPerson = mention.entities.contains { analysis.entities[$0].kind == .person }
    if isOfPerson { return false }
    if Self.placing.contains(tokens[index].form) { return true }
    // "Travelled to Spain", "antes de llegar a Suiza"
    return ["to", "a", "al", "for", "para"].contains(tokens[index].form)
      && (max(0, index - 3)..<index).contains { at in
        Self.travelling.contains { tokens[at].form.hasPrefix($0) }
      }
  }
}

extension Range where Bound == Int {
  /// True if all of another range lies in this one.
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
