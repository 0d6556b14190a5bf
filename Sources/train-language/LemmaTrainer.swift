import Language

/// Makes the tables of the lemmatizer.
struct LemmaTrainer {
  private var numbers: [LemmaScript: Int] = [:]
  private var scripts: [LemmaScript] = []

  private mutating func number(_ script: LemmaScript) -> Int {
    if let number = numbers[script] { return number }
    numbers[script] = scripts.count
    scripts.append(script)
    return scripts.count - 1
  }

  private struct Word: Hashable {
    var base: String
    var upos: UPOS
  }

  mutating func train(_ sentences: [GoldSentence], into writer: inout ModelWriter) throws {
    var lemmas: [Word: [Int: Int]] = [:]
    for token in sentences.lazy.flatMap(\.tokens) where token.lemma != "_" {
      let base = Lemmatizer.base(token.form, token.upos)
      // Names keep their capitals whether the treebank does so or not.
      var lemma = token.lemma
      if token.upos == .propn, lemma == token.form.lowercased() { lemma = token.form }
      let script = LemmaScript(form: Array(base.utf8), lemma: Array(lemma.utf8))
      lemmas[Word(base: base, upos: token.upos), default: [:]][number(script), default: 0] += 1
    }
    // The most frequent lemma of each word; the first script of equals.
    let words = lemmas.map { word, counts in
      (word, counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? 0)
    }.sorted { ($0.0.base, $0.0.upos.rawValue) < ($1.0.base, $1.0.upos.rawValue) }
    var counts: [UInt32: [Int: Int]] = [:]
    for (word, script) in words {
      let bytes = Array(word.base.utf8)
      for length in 0...min(bytes.count, Lemmatizer.longestEnding) {
        counts[Lemmatizer.endingKey(bytes, length, word.upos), default: [:]][script, default: 0] +=
          1
      }
    }
    var endings: [UInt32: Int] = [:]
    for (word, _) in words {
      let bytes = Array(word.base.utf8)
      var inherited = -1
      for length in 0...min(bytes.count, Lemmatizer.longestEnding) {
        let key = Lemmatizer.endingKey(bytes, length, word.upos)
        let own = counts[key] ?? [:]
        guard own.values.reduce(0, +) >= 2,
          let best = own.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })
        else { break }
        if best.key != inherited {
          endings[key] = best.key
          inherited = best.key
        }
      }
    }
    writer.add("LSCR", Array(scripts.map(\.line).joined(separator: "\n").utf8))
    writer.add("LEND", map: endings.map { ($0.key, UInt32($0.value)) })
    writer.add("LEXC", map: [])
    // What the endings get wrong is listed.
    guard let rules = Lemmatizer(try LoadedModel(writer.file).file) else {
      throw Complaint("no lemmatizer")
    }
    var exceptions: [UInt32: UInt32] = [:]
    for (word, script) in words {
      let bytes = Array(word.base.utf8)
      if rules.lemma(word.base, word.upos) != scripts[script].apply(bytes) ?? word.base {
        exceptions[Lemmatizer.key(bytes, bytes.count, word.upos)] = UInt32(script)
      }
    }
    writer.add("LEXC", map: exceptions.map { ($0.key, $0.value) })
    log(
      "  lemmas: \(scripts.count) scripts, \(endings.count) endings, \(exceptions.count) exceptions"
    )
  }
}
