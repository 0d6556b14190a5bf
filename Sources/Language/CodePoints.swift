/// A text as an array of code points, so that every offset is an index.
struct CodePoints {
  let points: [UInt32]
  /// The class of each code point: asked for several times, read once.
  private let kinds: [CharacterClass]

  /// Decodes a text.
  init(_ text: String) {
    var text = text
    points = text.withUTF8 { bytes in
      [UInt32](unsafeUninitializedCapacity: bytes.count) { buffer, count in
        var from = 0
        var to = 0
        while from < bytes.count {
          let first = UInt32(bytes[from])
          let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
          var point =
            length == 1 ? first : length == 2 ? first & 0x1F : length == 3 ? first & 0xF : first & 7
          for next in 1..<max(length, 1) where from + next < bytes.count {
            point = point << 6 | UInt32(bytes[from + next] & 0x3F)
          }
          buffer[to] = point
          to += 1
          from += length
        }
        count = to
      }
    }
    kinds = Characters.classes(of: points)
  }

  var count: Int { points.count }

  @inline(__always)
  subscript(_ index: Int) -> UInt32 { points[index] }

  /// The class of the code point at an index; the end of the text counts as a newline.
  @inline(__always)
  func classify(_ index: Int) -> CharacterClass {
    index < kinds.count ? kinds[index] : .newline
  }

  /// A piece of the text as a string.
  func string(_ range: Range<Int>) -> String {
    // Room for just its bytes: a string of up to 15 then lies where it is held, and nobody counts references to it or follows a
    // pointer to compare it. With room for more it would stay on the heap for good.
    var size = 0
    for index in range {
      let point = points[index]
      size += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    }
    return String(unsafeUninitializedCapacity: size) { buffer in
      var to = 0
      for index in range {
        let point = points[index]
        if point < 0x80 {
          buffer[to] = UInt8(truncatingIfNeeded: point)
          to += 1
        } else if point < 0x800 {
          buffer[to] = UInt8(truncatingIfNeeded: 0xC0 | point >> 6)
          buffer[to + 1] = UInt8(truncatingIfNeeded: 0x80 | point & 0x3F)
          to += 2
        } else if point < 0x10000 {
          buffer[to] = UInt8(truncatingIfNeeded: 0xE0 | point >> 12)
          buffer[to + 1] = UInt8(truncatingIfNeeded: 0x80 | point >> 6 & 0x3F)
          buffer[to + 2] = UInt8(truncatingIfNeeded: 0x80 | point & 0x3F)
          to += 3
        } else {
          buffer[to] = UInt8(truncatingIfNeeded: 0xF0 | point >> 18)
          buffer[to + 1] = UInt8(truncatingIfNeeded: 0x80 | point >> 12 & 0x3F)
          buffer[to + 2] = UInt8(truncatingIfNeeded: 0x80 | point >> 6 & 0x3F)
          buffer[to + 3] = UInt8(truncatingIfNeeded: 0x80 | point & 0x3F)
          to += 4
        }
      }
      return to
    }
  }

  /// A hash (FNV-1a over code points) of the small letters of a range.
  @inline(__always)
  func foldedHash(_ range: Range<Int>) -> UInt64 {
    var hash = WordHash.seed
    for index in range {
      let point = points[index]
      hash = WordHash.add(Characters.lowercase(point == 0x2019 ? 0x27 : point), to: hash)
    }
    return hash
  }
}

/// FNV-1a over code points, in small letters; a collision among a thousand listed words is out of the question.
enum WordHash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func add(_ point: UInt32, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(point)) &* 0x100_0000_01b3
  }

  /// The hash of a word of a list.
  static func of(_ word: some StringProtocol) -> UInt64 {
    word.unicodeScalars.reduce(seed) { add(Characters.lowercase($1.value), to: $0) }
  }
}
