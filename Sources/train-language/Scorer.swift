import Language

/// Counts of what a model got right on one file.
struct Scores {
  var tokens = 0
  var upos = 0
  var lemma = 0
  var features = 0
  var heads = 0
  var labelled = 0
  /// How often one answer stood for another: "DET for PRON: su".
  var confusions: [String: Int] = [:]

  /// Adds a sentence whose words are the treebank's own.
  mutating func add(_ guess: [Token], _ gold: [Token]) {
    for (one, other) in zip(guess, gold) {
      tokens += 1
      if one.upos == other.upos {
        upos += 1
      } else {
        confusions["\(one.upos.name) for \(other.upos.name)", default: 0] += 1
        confusions[
          "\(one.upos.name) for \(other.upos.name): \(other.form.lowercased())", default: 0] += 1
      }
      if one.lemma.lowercased() == other.lemma.lowercased() { lemma += 1 }
      if one.features == other.features { features += 1 }
      if one.head == other.head {
        heads += 1
        if one.relation.universal == other.relation.universal {
          labelled += 1
        } else {
          confusions["\(one.relation.universal) for \(other.relation.universal)", default: 0] += 1
        }
      } else {
        confusions["wrong head: \(other.relation.universal)", default: 0] += 1
      }
    }
  }

  /// The most frequent confusions, one a line.
  func worst(_ count: Int) -> String {
    confusions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count)
      .map { "  \($0.value)  \($0.key)\n" }.joined()
  }

  var line: String {
    "UPOS \(percent(upos, tokens))  lemma \(percent(lemma, tokens))  morphology \(percent(features, tokens))  "
      + "UAS \(percent(heads, tokens))  LAS \(percent(labelled, tokens))"
  }
}

/// Scores a reader of sentences on treebank files, with the treebank's words.
struct GoldTokenScorer {
  let reader: Reader

  func score(_ sentences: [GoldSentence]) -> Scores {
    var scores = Scores()
    for gold in sentences {
      var guess = Sentence(
        tokens: gold.tokens.map(Self.bare), start: 0, end: 0, paragraph: 0, language: nil)
      reader.parse(&guess)
      scores.add(guess.tokens, gold.tokens)
    }
    return scores
  }

  private static func bare(_ token: Token) -> Token {
    Token(form: token.form, start: token.start, end: token.end, spaceAfter: token.spaceAfter)
  }
}
