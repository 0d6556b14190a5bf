/// What the models see of a word: numbers for its form, its beginnings and endings, its shape and its cluster.
package struct WordAttributes: Sendable {
  package var form: UInt32 = 0
  /// The form in small letters, every digit 0.
  package var lower: UInt32 = 0
  package var suffix1: UInt32 = 0
  package var suffix2: UInt32 = 0
  package var suffix3: UInt32 = 0
  package var suffix4: UInt32 = 0
  package var prefix1: UInt32 = 0
  package var prefix2: UInt32 = 0
  package var prefix3: UInt32 = 0
  /// Capitals, small letters, digits and signs, runs shortened.
  package var shape: UInt32 = 0
  /// 1: capital first; 2: a digit in it; 4: a hyphen or stop in it; 8: all capitals; 16: no letter and no digit.
  package var flags: UInt32 = 0
  /// Groups of words that stand in like places (Brown et al. 1992), coarse and fine; 0 for a word that has none.
  package var cluster: UInt32 = 0
  package var fineCluster: UInt32 = 0
  /// The parts of speech that a frequent word had in the treebank, as a set and its most frequent; 0 if rare.
  package var ambiguity: UInt32 = 0
  /// The number of one of the most frequent words, from 1; 0 for others.
  package var common: UInt32 = 0
  /// Which treebank's conventions: 0 for those that the model reads by; others only in training.
  package var domain: UInt32 = 0

  /// No word: before the first and after the last.
  package static let none = WordAttributes()

  package init() {}

  /// The attributes that the form alone gives.
  package init(form text: String) {
    var text = text
    self = text.withUTF8 { WordAttributes(bytes: $0) }
  }

  /// `lower` of a form, without the rest.
  package static func lower(_ form: String) -> UInt32 {
    var form = form
    return form.withUTF8 { bytes in
      var hash: UInt32 = 0x811C_9DC5
      for byte in bytes {
        let point: UInt32
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): point = UInt32(byte | 0x20)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): point = 0x30
        case 0..<0x80: point = UInt32(byte)
        default: return WordAttributes(bytes: bytes).lower
        }
        hash = (hash ^ point) &* 0x0100_0193
      }
      return hash | 1
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    // Letters as the small ones of their code points; room on the stack for words of a usual length.
    let room = max(bytes.count, 1)
    self = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: room) { points in
      var count = 0
      var exact: UInt32 = 0x811C_9DC5
      var shape: UInt32 = 0x811C_9DC5
      var lastShape: UInt32 = 0
      var runLength = 0
      var flags: UInt32 = 8 | 16
      var from = 0
      while from < bytes.count {
        let first = UInt32(bytes[from])
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var point =
          length == 1 ? first : length == 2 ? first & 0x1F : length == 3 ? first & 0xF : first & 7
        var next = 1
        while next < length, from + next < bytes.count {
          point = point << 6 | UInt32(bytes[from + next] & 0x3F)
          next += 1
        }
        from += length
        // One form for curly and straight marks.
        if point == 0x2019 || point == 0x2018 { point = 0x27 }
        if point == 0x201C || point == 0x201D { point = 0x22 }
        exact = (exact ^ point) &* 0x0100_0193
        var small = Characters.lowercase(point)
        let letter: UInt32
        switch Characters.classify(point) {
        case .upper:
          letter = 1
          if count == 0 { flags |= 1 }
          flags &= ~16
        case .lower, .letter, .mark:
          letter = 2
          flags &= ~(8 | 16)
        case .digit:
          letter = 3
          small = 0x30
          flags |= 2
          flags &= ~16
        default:
          letter = point
          if Characters.isHyphen(point) || point == 0x2E { flags |= 4 }
        }
        if letter == lastShape { runLength += 1 } else { runLength = 0 }
        if runLength < 2 { shape = (shape ^ letter) &* 0x0100_0193 }
        lastShape = letter
        points[count] = small
        count += 1
      }
      var word = WordAttributes()
      word.form = exact | 1
      word.shape = shape
      word.flags = flags
      var hash: UInt32 = 0x811C_9DC5
      for index in 0..<count {
        hash = (hash ^ points[index]) &* 0x0100_0193
        if index == 0 { word.prefix1 = hash }
        if index == 1 { word.prefix2 = hash }
        if index == 2 { word.prefix3 = hash }
      }
      word.lower = hash | 1
      hash = 0x811C_9DC5
      for back in 0..<min(count, 4) {
        hash = (hash ^ points[count - 1 - back]) &* 0x0100_0193
        switch back {
        case 0: word.suffix1 = hash
        case 1: word.suffix2 = hash
        case 2: word.suffix3 = hash
        default: word.suffix4 = hash
        }
      }
      return word
    }
  }
}
