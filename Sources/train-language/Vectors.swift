import FoundationEssentials
import Language

/// Tells words by the words that stand beside them: counts of left and right neighbours, reduced to a few dimensions by
/// subspace iteration. Deterministic: sums run in a fixed order, the start is from the seed.
struct VectorTrainer {
  var seed: UInt64
  var minimumCount = 5
  var contexts = 1000
  var dimensions: Int

  private struct Corpus {
    /// Words by number, in the order of their frequency; sentences one after the other, -1 between them.
    var words: [UInt32] = []
    var text: [Int32] = []
  }

  /// The words' vectors.
  func train(_ sentences: [[UInt32]]) -> WordVectors {
    let corpus = count(sentences)
    let size = corpus.words.count
    log("  vectors: \(corpus.text.count) words of text, \(size) different")
    let vectors = vectors(corpus)
    // The network wants numbers of about one half.
    let factor = Float(dimensions).squareRoot() * 0.5
    var table = WordVectors(
      values: [Float](repeating: 0, count: dimensions) + vectors.map { $0 * factor },
      width: dimensions)
    for (number, word) in corpus.words.enumerated() { table.rows[word] = number + 1 }
    return table
  }

  private func count(_ sentences: [[UInt32]]) -> Corpus {
    var counts: [UInt32: Int] = [:]
    for word in sentences.lazy.joined() { counts[word, default: 0] += 1 }
    let kept = counts.filter { $0.value >= minimumCount }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var corpus = Corpus()
    corpus.words = kept.map(\.key)
    var numbers: [UInt32: Int32] = [:]
    for (number, word) in corpus.words.enumerated() { numbers[word] = Int32(number) }
    for sentence in sentences {
      for word in sentence { corpus.text.append(numbers[word] ?? -2) }
      corpus.text.append(-1)
    }
    return corpus
  }

  /// One row of `dimensions` numbers per word, of length 1.
  private func vectors(_ corpus: Corpus) -> [Float] {
    let size = corpus.words.count
    let reach = min(contexts, size)
    // Columns: left neighbours, right neighbours; one more on each side for the end of the sentence.
    let columns = (reach + 1) * 2
    var pairs: [UInt64: Float] = [:]
    let text = corpus.text
    for (place, word) in text.enumerated() where word >= 0 {
      let left = place == 0 ? -1 : text[place - 1]
      let right = place + 1 < text.count ? text[place + 1] : -1
      if left == -1 || (left >= 0 && left < reach) {
        pairs[UInt64(word) << 32 | UInt64(left + 1), default: 0] += 1
      }
      if right == -1 || (right >= 0 && right < reach) {
        pairs[UInt64(word) << 32 | UInt64(Int(right) + 1 + reach + 1), default: 0] += 1
      }
    }
    let sorted = pairs.sorted { $0.key < $1.key }
    var rowSums = [Float](repeating: 0, count: size)
    var columnSums = [Float](repeating: 0, count: columns)
    var total: Float = 0
    for (key, value) in sorted {
      rowSums[Int(key >> 32)] += value
      columnSums[Int(key & 0xFFFF_FFFF)] += value
      total += value
    }
    // Counts over what chance would give, dampened.
    let entries = sorted.map { key, value -> (row: Int, column: Int, value: Float) in
      let row = Int(key >> 32)
      let column = Int(key & 0xFFFF_FFFF)
      let expected = rowSums[row] * columnSums[column] / total
      return (
        row, column,
        value / (expected * rowSums[row]).squareRoot().squareRoot()
          / (expected + 1).squareRoot().squareRoot()
      )
    }
    var generator = SeededGenerator(seed: seed)
    var basis = (0..<columns * dimensions).map { _ in
      Float(generator.next() % 20001) / 10000 - 1
    }
    var rows = [Float](repeating: 0, count: size * dimensions)
    for round in 0..<6 {
      orthonormalize(&basis, columns)
      for index in rows.indices { rows[index] = 0 }
      multiply(entries, from: basis, to: &rows, transposed: false)
      if round < 5 {
        for index in basis.indices { basis[index] = 0 }
        multiply(entries, from: rows, to: &basis, transposed: true)
      }
    }
    for word in 0..<size {
      var length: Float = 1e-6
      for index in 0..<dimensions {
        length += rows[word * dimensions + index] * rows[word * dimensions + index]
      }
      let factor = 1 / length.squareRoot()
      for index in 0..<dimensions { rows[word * dimensions + index] *= factor }
    }
    return rows
  }

  private func multiply(
    _ entries: [(row: Int, column: Int, value: Float)], from: [Float], to: inout [Float],
    transposed: Bool
  ) {
    from.withUnsafeBufferPointer { from in
      to.withUnsafeMutableBufferPointer { to in
        for (row, column, value) in entries {
          let source = (transposed ? row : column) * dimensions
          let target = (transposed ? column : row) * dimensions
          for index in 0..<dimensions { to[target + index] += value * from[source + index] }
        }
      }
    }
  }

  /// Makes the columns of a tall matrix perpendicular and of length 1.
  private func orthonormalize(_ matrix: inout [Float], _ height: Int) {
    for column in 0..<dimensions {
      for other in 0..<column {
        var product: Float = 0
        for row in 0..<height {
          product += matrix[row * dimensions + column] * matrix[row * dimensions + other]
        }
        for row in 0..<height {
          matrix[row * dimensions + column] -= product * matrix[row * dimensions + other]
        }
      }
      var length: Float = 1e-12
      for row in 0..<height {
        length += matrix[row * dimensions + column] * matrix[row * dimensions + column]
      }
      let factor = 1 / length.squareRoot()
      for row in 0..<height { matrix[row * dimensions + column] *= factor }
    }
  }
}
