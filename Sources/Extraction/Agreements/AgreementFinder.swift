import Language
import Records

/// Finds the nouns and names of agreements in a sentence.
struct AgreementFinder {
  let sentence: AgreementSentence
  private var lexicon: AgreementLexicon { sentence.lexicon }

  init(_ sentence: AgreementSentence) { self.sentence = sentence }

  /// A noun or name of an agreement, before anything around it has been read.
  struct Found {
    var head: Int
    var words: Range<Int>
    var kind: AgreementRecord.Kind
    var strength: AgreementLexicon.Strength
    var isName: Bool
  }

  /// All of them, from left to right.
  func all() -> [Found] {
    var out: [Found] = []
    var index = 0
    while index < sentence.count {
      if let found = name(at: index) ?? noun(at: index) {
        // "ceasefire agreement", "trade deal memorandum": the last noun of a compound is the agreement.
        if let last = out.last, sentence.language == .english, isCompound(last, found) {
          out[out.count - 1] = found
          if last.kind == .ceasefire { out[out.count - 1].kind = .ceasefire }
        } else if let last = out.last, sentence.language == .spanish, found.strength == .signable,
          found.words.lowerBound == last.words.upperBound
        {
          // "Convenio marco": the second noun tells of what kind the first is.
        } else {
          out.append(found)
        }
        index = found.words.upperBound
      } else {
        index += 1
      }
    }
    return out
  }

  private func isCompound(_ first: Found, _ second: Found) -> Bool {
    let between = first.words.upperBound..<second.words.lowerBound
    // "The ceasefire and hostage deal"
    if between.count >= 2, between.count <= 3, sentence.word(between.lowerBound) == "and",
      between.dropFirst().allSatisfy({ sentence.isNominal($0) }), first.words.count == 1
    {
      return second.strength == .sure
    }
    // "A 'strategic partnership' deal"
    let isQuoted = between.count == 1 && sentence.isQuote(between.lowerBound)
    return (isQuoted || between.allSatisfy { sentence.isNominal($0) || sentence.isHyphen($0) })
      && between.count <= 2 && second.strength != .signable
  }

  private func name(at index: Int) -> Found? {
    guard lexicon.mayBeginName(sentence.tokens[index].code) else { return nil }
    for name in lexicon.names(sentence.tokens[index].form)
    where index + name.words.count <= sentence.count {
      let matches = name.words.indices.allSatisfy {
        sentence.tokens[index + $0].form == name.words[$0]
      }
      guard matches else { continue }
      // "AfCFTA agreement", "New START Treaty": the noun behind it is the head.
      let end = index + name.words.count
      if !lexicon.nouns(sentence.lemma(end), sentence.language).isEmpty, sentence.isNoun(end) {
        return nil
      }
      return Found(
        head: end - 1, words: index..<end, kind: name.kind, strength: .sure, isName: true)
    }
    return nil
  }

  private func noun(at index: Int) -> Found? {
    for noun in candidates(at: index) {
      let range = index..<(index + noun.words.count)
      guard range.upperBound <= sentence.count, matches(noun, range) else { continue }
      let head = index + noun.head
      if isParole(range) { continue }
      guard
        noun.words.count > 1 || sentence.isNoun(head) || isCapitalizedNoun(head)
          || isParticipialNoun(head) || isCounted(head)
      else {
        continue
      }
      // "A ceasefire plan": a plan.
      if noun.kind == .ceasefire, sentence.language == .english,
        ["plan", "roadmap"].contains(sentence.word(range.upperBound))
      {
        return Found(
          head: range.upperBound, words: range.upperBound..<range.upperBound + 1, kind: .plan,
          strength: .sure, isName: false)
      }
      // The noun as a modifier: "treaty obligations", "peace agreement talks", "deal breaker".
      if sentence.language == .english, sentence.isNoun(range.upperBound),
        !isAgreementNoun(range.upperBound), sentence.word(range.upperBound) != "worth",
        !isDay(range.upperBound),
        !sentence.features(head).contains(.plural)
      {
        continue
      }
      return Found(
        head: head, words: range, kind: noun.kind, strength: noun.strength, isName: false)
    }
    return nil
  }

  private func candidates(at index: Int) -> [AgreementLexicon.Noun] {
    let word = sentence.words[index]
    guard lexicon.nounOpenings.mayOpen(word) else { return [] }
    let byWord = lexicon.nouns(word, sentence.language)
    if !byWord.isEmpty { return byWord }
    let form = sentence.tokens[index].form
    if lexicon.mayHaveNounLemma(form, folded: word, sentence.language),
      sentence.lemma(index) != word
    {
      let byLemma = lexicon.nouns(sentence.lemma(index), sentence.language)
      if !byLemma.isEmpty { return byLemma }
    }
    return lexicon.nouns(ofPlural: word, sentence.language)
  }

  private func matches(_ noun: AgreementLexicon.Noun, _ range: Range<Int>) -> Bool {
    zip(noun.words, range).dropFirst().allSatisfy { word, index in
      sentence.words[index] == word + "s" || sentence.isWord(index, word)
    }
  }

  private func isCapitalizedNoun(_ index: Int) -> Bool {
    sentence.isCapitalized(index) && !sentence.isVerb(index) && sentence.upos(index) != .aux
  }

  /// "Trece acuerdos por valor de …", "el memorando con …": what the tagger takes for a verb, behind a number or an article.
  private func isCounted(_ index: Int) -> Bool {
    guard sentence.language == .spanish else { return false }
    return sentence.upos(index - 1) == .num && sentence.word(index).hasSuffix("s")
      || sentence.isDeterminer(index - 1) && sentence.word(index).hasSuffix("ando")
  }

  /// "El futuro tratado entre …": a noun that looks like a participle, behind an article and before a preposition.
  private func isParticipialNoun(_ index: Int) -> Bool {
    guard sentence.language == .spanish, sentence.word(index).hasPrefix("tratado"),
      ["de", "entre", "con", "sobre", "para"].contains(sentence.word(index + 1))
    else { return false }
    return sentence.isDeterminer(index - 1)
      || sentence.isDeterminer(index - 2) && sentence.isNominal(index - 1)
  }

  /// "Signed an agreement Monday": when, not what.
  private func isDay(_ index: Int) -> Bool {
    DateWords.builtIn.entries(sentence.word(index), .english).contains {
      $0.kind == .weekday || $0.kind == .weekdayShort || $0.kind == .month
    } || ["today", "yesterday", "tomorrow"].contains(sentence.word(index))
  }

  private func isAgreementNoun(_ index: Int) -> Bool {
    !lexicon.nouns(sentence.lemma(index), sentence.language).isEmpty
  }

  /// "A great deal of", "de acuerdo con", "in accord with".
  private func isParole(_ range: Range<Int>) -> Bool {
    let word = sentence.word(range.lowerBound)
    if isParole(range, of: nil) || isParole(range, of: word) { return true }
    let lemma = sentence.lemma(range.lowerBound)
    return lemma != word && lemma.utf8.first == word.utf8.first && isParole(range, of: lemma)
  }

  private func isParole(_ range: Range<Int>, of noun: String?) -> Bool {
    for phrase in lexicon.paroles(of: noun, sentence.language) {
      let start = range.lowerBound - phrase.before.count
      guard start >= 0 else { continue }
      if phrase.before.indices.allSatisfy({ fits(phrase.before[$0], start + $0) }),
        phrase.behind.indices.allSatisfy({ fits(phrase.behind[$0], range.upperBound + $0) })
      {
        // "Un principio de acuerdo", "el proyecto de acuerdo"
        if phrase.before == ["de"], sentence.isA(.draft, start - 1) { continue }
        return true
      }
    }
    return false
  }

  private func fits(_ word: String, _ index: Int) -> Bool {
    sentence.isWord(index, word)
  }
}
