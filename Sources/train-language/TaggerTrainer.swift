import Language

/// Trains the part-of-speech tagger and the morphology.
struct TaggerTrainer {
  var epochs = 8
  var seed: UInt64
  /// Word (folded hash) to coarse and fine cluster, as `Lexicon` reads it.
  var clusters: [(key: UInt32, value: UInt32)]
  /// Features updated less often are left out of the model.
  var minimumUpdates = 2
  /// How many taggers are trained, of which the model is the mean.
  var runs = 1

  /// A model that only tags, from sentences with answers.
  func train(_ sentences: [GoldSentence], into writer: inout ModelWriter) throws {
    writer.add("AMBI", map: Self.ambiguity(sentences))
    writer.add("CLUS", map: clusters)
    let lexicon = try Self.lexicon(writer)
    let words = sentences.map { $0.words(lexicon) }
    let tags = mean(
      (0..<runs).map {
        trainTags(sentences, words, seed: seed + UInt64($0))
          .averaged(minimumUpdates: minimumUpdates)
      })
    writer.add("TAGS", tags, classes: UPOS.allCases.count)
    var bundles: [Morphology] = [[]]
    for token in sentences.lazy.flatMap(\.tokens) where !bundles.contains(token.features) {
      bundles.append(token.features)
    }
    guard bundles.count <= 250 else { throw Complaint("\(bundles.count) bundles of morphology") }
    writer.add("BUND", ModelWriter.bytes(bundles.map(\.rawValue)))
    let morphology = trainMorphology(sentences, words, bundles)
    writer.add(
      "MORF", morphology.averaged(minimumUpdates: minimumUpdates), classes: bundles.count)
  }

  private static func lexicon(_ writer: ModelWriter) throws -> Lexicon {
    guard let lexicon = Lexicon(try LoadedModel(writer.file).file) else {
      throw Complaint("no lexicon")
    }
    return lexicon
  }

  /// The parts of speech that frequent words have, as a set of bits and the most frequent above them; above these the
  /// number of one of the most frequent words.
  static func ambiguity(_ sentences: [GoldSentence]) -> [(key: UInt32, value: UInt32)] {
    var counts: [UInt32: [Int]] = [:]
    for token in sentences.lazy.flatMap(\.tokens) {
      counts[WordAttributes(form: token.form).lower, default: [Int](repeating: 0, count: 17)][
        Int(token.upos.rawValue)] += 1
    }
    let common = counts.map { (key: $0, count: $1.reduce(0, +)) }
      .sorted { ($1.count, $0.key) < ($0.count, $1.key) }.prefix(NeuralExtras.commonWords)
    var numbers: [UInt32: UInt32] = [:]
    for (number, word) in common.enumerated() { numbers[word.key] = UInt32(number + 1) }
    return counts.sorted { $0.key < $1.key }.compactMap { key, tags in
      let total = tags.reduce(0, +)
      guard total >= 4 else { return nil }
      var value: UInt32 = 0
      var top = 0
      for tag in tags.indices {
        if tags[tag] * 20 >= total { value |= 1 << UInt32(tag) }
        if tags[tag] > tags[top] { top = tag }
      }
      return (
        key,
        value | UInt32(top) << 17 | (tags[top] * 10 >= total * 9 ? 1 << 22 : 0)
          | (numbers[key] ?? 0) << 24
      )
    }
  }

  private func trainTags(
    _ sentences: [GoldSentence], _ words: [[WordAttributes]], seed: UInt64
  ) -> Perceptron {
    let model = Perceptron(classes: UPOS.allCases.count)
    var generator = SeededGenerator(seed: seed)
    var order = Array(sentences.indices)
    var features = [UInt64](repeating: 0, count: TaggerFeatures.count)
    var scores = [Float](repeating: 0, count: model.classes)
    for epoch in 1...epochs {
      order.shuffle(using: &generator)
      var wrong = 0
      var total = 0
      for index in order {
        let gold = sentences[index].tokens
        words[index].withUnsafeBufferPointer { words in
          var last: UInt32 = 99
          var beforeLast: UInt32 = 99
          for position in words.indices {
            let count = features.withUnsafeMutableBufferPointer { out in
              out.baseAddress.map {
                TaggerFeatures.fill(words, position, last: last, beforeLast: beforeLast, into: $0)
              } ?? 0
            }
            features.withUnsafeBufferPointer { all in
              let used = UnsafeBufferPointer(rebasing: all[..<count])
              model.score(used, &scores)
              let guess = Self.best(scores)
              let right = Int(gold[position].upos.rawValue)
              total += 1
              if guess != right {
                wrong += 1
                model.update(used, right: right, wrong: guess)
              }
              beforeLast = last
              last = UInt32(guess)
            }
          }
        }
        model.time += 1
      }
      log("  tags, epoch \(epoch): \(percent(total - wrong, total)) on the way")
    }
    return model
  }

  private func trainMorphology(
    _ sentences: [GoldSentence], _ words: [[WordAttributes]], _ bundles: [Morphology]
  ) -> Perceptron {
    let model = Perceptron(classes: bundles.count)
    var numbers: [Morphology: Int] = [:]
    for (index, bundle) in bundles.enumerated() { numbers[bundle] = index }
    var generator = SeededGenerator(seed: seed)
    var order = Array(sentences.indices)
    var features = [UInt64](repeating: 0, count: TaggerFeatures.count)
    var scores = [Float](repeating: 0, count: model.classes)
    for epoch in 1...min(epochs, 5) {
      order.shuffle(using: &generator)
      var wrong = 0
      var total = 0
      for index in order {
        let gold = sentences[index].tokens
        let tags = gold.map(\.upos.rawValue)
        words[index].withUnsafeBufferPointer { words in
          tags.withUnsafeBufferPointer { tags in
            var last: UInt32 = 9999
            for position in words.indices {
              let count = features.withUnsafeMutableBufferPointer { out -> Int in
                guard let out = out.baseAddress, let tags = tags.baseAddress else { return 0 }
                return TaggerFeatures.fillMorphology(
                  words, position, tags: tags, last: last, into: out)
              }
              features.withUnsafeBufferPointer { all in
                let used = UnsafeBufferPointer(rebasing: all[..<count])
                model.score(used, &scores)
                let guess = Self.best(scores)
                let right = numbers[gold[position].features] ?? 0
                total += 1
                if guess != right {
                  wrong += 1
                  model.update(used, right: right, wrong: guess)
                }
                last = UInt32(guess)
              }
            }
          }
        }
        model.time += 1
      }
      log("  morphology, epoch \(epoch): \(percent(total - wrong, total)) on the way")
    }
    return model
  }

  static func best(_ scores: [Float]) -> Int {
    var best = 0
    for index in 1..<scores.count where scores[index] > scores[best] { best = index }
    return best
  }
}

extension GoldSentence {
  /// What the models see of its words, and which conventions it follows.
  func words(_ lexicon: Lexicon) -> [WordAttributes] {
    tokens.map {
      var word = lexicon.attributes($0.form)
      word.domain = domain
      return word
    }
  }
}

func percent(_ part: Int, _ whole: Int) -> String {
  let thousandths = whole == 0 ? 0 : (part * 100_000 + whole / 2) / whole
  let rest = String(thousandths % 1000)
  return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest + " %"
}
