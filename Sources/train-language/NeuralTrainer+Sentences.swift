import CKernels
import Glibc
import Language

extension NeuralTrainer {
  /// Reads and parses a sentence, and notes how everything should change.
  func learn(_ example: Example, explore: Bool) {
    let count = example.gold.count
    let columns = shape.hidden * NeuralShape.places
    let (input, gates, output, tagged) = (
      shape.input, shape.gates, shape.output, NeuralShape.tagColumns
    )
    // What each word takes: forwards, then backwards, then what is hidden by chance.
    let sizes = [
      input, gates, output, output, gates, output, output, columns, tagged,
      columns, output, output, input, tagged,
      input, output, output,
    ]
    withUnsafeTemporaryAllocation(of: Float.self, capacity: count * sizes.reduce(0, +)) { room in
      guard var free = room.baseAddress else { return }
      let parts = sizes.map { size -> UnsafeMutablePointer<Float> in
        defer { free += count * size }
        return free
      }
      let (given, gates1, cells1, first) = (parts[0], parts[1], parts[2], parts[3])
      let (gates2, cells2, second, encoded, tags) = (
        parts[4], parts[5], parts[6], parts[7], parts[8]
      )
      let (toEncoded, toSecond, toFirst, toGiven, toTags) = (
        parts[9], parts[10], parts[11], parts[12], parts[13]
      )
      let (mask0, mask1, mask2) = (parts[14], parts[15], parts[16])
      let rows = self.give(example.input, count, given)
      mask(mask0, count * input)
      mask(mask1, count * output)
      mask(mask2, count * output)
      let values = UnsafePointer(dense.values)
      Self.times(given, mask0, count * input)
      NeuralEncoder.run(
        input: given, width: input, weights: values + shape.layer1, bias: values + shape.bias1,
        count: count, units: shape.units, gates: gates1, cells: cells1, output: first)
      Self.times(first, mask1, count * output)
      chancery_multiply(
        first, values + shape.tags, values + shape.tagBias, tags, count, output, tagged)
      NeuralEncoder.run(
        input: first, width: output, weights: values + shape.layer2, bias: values + shape.bias2,
        count: count, units: shape.units, gates: gates2, cells: cells2, output: second)
      Self.times(second, mask2, count * output)
      chancery_add(first, 1, second, count * output)
      chancery_multiply(second, values + shape.places, nil, encoded, count, output, columns)
      toEncoded.update(repeating: 0, count: count * columns)
      decide(example, encoded, toEncoded, explore)
      tell(example, tags, toTags)
      // Backwards.
      let gradients = dense.gradients
      chancery_accumulate(second, toEncoded, gradients + shape.places, count, output, columns)
      chancery_multiply(toEncoded, turned3, nil, toSecond, count, columns, output)
      // The second layer's output was added to the first's.
      toFirst.update(from: toSecond, count: count * output)
      Self.times(toSecond, mask2, count * output)
      NeuralGradients.layer(
        gates: gates2, cells: cells2, gradient: toSecond, count: count, units: shape.units)
      chancery_accumulate(first, gates2, gradients + shape.layer2, count, output, gates)
      sum(gates2, count, gates, into: gradients + shape.bias2)
      chancery_multiply(gates2, turned2, nil, toSecond, count, gates, output)
      chancery_add(toSecond, 1, toFirst, count * output)
      chancery_accumulate(first, toTags, gradients + shape.tags, count, output, tagged)
      sum(toTags, count, tagged, into: gradients + shape.tagBias)
      chancery_multiply(toTags, turned4, nil, toSecond, count, tagged, output)
      chancery_add(toSecond, 1, toFirst, count * output)
      Self.times(toFirst, mask1, count * output)
      NeuralGradients.layer(
        gates: gates1, cells: cells1, gradient: toFirst, count: count, units: shape.units)
      chancery_accumulate(given, gates1, gradients + shape.layer1, count, input, gates)
      sum(gates1, count, gates, into: gradients + shape.bias1)
      chancery_multiply(gates1, turned1, nil, toGiven, count, gates, input)
      Self.times(toGiven, mask0, count * input)
      take(rows, toGiven)
    }
  }

  private static func times(
    _ target: UnsafeMutablePointer<Float>, _ factors: UnsafePointer<Float>, _ count: Int
  ) {
    for index in stride(from: 0, to: count, by: 8) {
      NeuralKernels.store(
        NeuralKernels.load(target, index) * NeuralKernels.load(factors, index), target, index)
    }
  }

  private func sum(
    _ rows: UnsafePointer<Float>, _ count: Int, _ width: Int,
    into target: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<count { chancery_add(rows + row * width, 1, target, width) }
  }

  /// Notes how the scores of the parts of speech should change.
  private func tell(
    _ example: Example, _ scores: UnsafePointer<Float>, _ change: UnsafeMutablePointer<Float>
  ) {
    let classes = UPOS.allCases.count
    for (index, token) in example.gold.enumerated() {
      let own = scores + index * NeuralShape.tagColumns
      let out = change + index * NeuralShape.tagColumns
      var highest = own[0]
      for tag in 1..<classes { highest = max(highest, own[tag]) }
      var total: Float = 0
      for tag in 0..<NeuralShape.tagColumns {
        out[tag] = tag < classes ? exp(own[tag] - highest) : 0
        total += out[tag]
      }
      for tag in 0..<classes { out[tag] /= total }
      let right = Int(token.upos.rawValue)
      loss -= Double(Glibc.log(max(out[right], 1e-8)))
      out[right] -= 1
    }
  }

  /// Fills in what the network is given; returns the rows of each word's tables. Words are hidden now and then, rare ones
  /// more often, so that unknown ones are learnt too.
  private func give(
    _ input: ParserInput, _ count: Int, _ out: UnsafeMutablePointer<Float>
  ) -> [Rows] {
    let origin = origins.row(input.originKey)
    return (0..<count).map { index in
      let word = input.words[index]
      var own = words.row(word.lower)
      var isHidden = false
      if own > 0 {
        let chance = 0.25 / (0.25 + Float(words.counts[own]))
        if Float(generator.next() >> 40) / Float(1 << 24) < chance { own = 0 }
      }
      // Some words have no vector in new texts.
      isHidden = own == 0 && generator.next() % 4 == 0
      let row = out + index * shape.input
      let fine = fines.row(word.fineKey)
      let suffix = suffixes.row(word.suffix)
      let look = looks.row(word.shape)
      let cluster = clusters.row(word.clusterKey)
      var place = row
      place.update(from: words.parameters.values + own * shape.word, count: shape.word)
      place += shape.word
      vectors.copy(isHidden ? 0 : word.lower, to: place)
      place += shape.vector
      place.update(from: fines.parameters.values + fine * shape.fine, count: shape.fine)
      place += shape.fine
      place.update(from: suffixes.parameters.values + suffix * shape.suffix, count: shape.suffix)
      place += shape.suffix
      place.update(from: looks.parameters.values + look * shape.look, count: shape.look)
      place += shape.look
      place.update(
        from: clusters.parameters.values + cluster * shape.cluster, count: shape.cluster)
      place += shape.cluster
      place.update(
        from: origins.parameters.values + origin * shape.origin, count: shape.origin)
      return Rows(
        word: own, fine: fine, suffix: suffix, look: look, cluster: cluster, origin: origin)
    }
  }

  /// The rows of a word in the tables.
  private struct Rows {
    var word: Int
    var fine: Int
    var suffix: Int
    var look: Int
    var cluster: Int
    var origin: Int
  }

  private func take(_ rows: [Rows], _ gradient: UnsafePointer<Float>) {
    let afterVector = shape.word + shape.vector
    for (index, row) in rows.enumerated() {
      let start = gradient + index * shape.input
      for (table, number, offset) in [
        (words, row.word, 0), (fines, row.fine, afterVector),
        (suffixes, row.suffix, afterVector + shape.fine),
        (looks, row.look, afterVector + shape.fine + shape.suffix),
        (clusters, row.cluster, shape.input - shape.origin - shape.cluster),
        (origins, row.origin, shape.input - shape.origin),
      ] {
        table.parameters.use(number)
        chancery_add(
          start + offset, 1, table.parameters.gradients + number * table.width, table.width)
      }
    }
  }
}
