/// How a folded word of a name sounds, over the spellings of English and Spanish for names of other alphabets.
public enum Sound {
  /// `serguei`, `sergey`, `sergei` -> `sergei`; `zelensky`, `zelenskyy`, `zelenski` -> `zelenski`.
  public static func form(_ word: String) -> String {
    var word = word
    let out = word.withUTF8 { letters in
      var out: [UInt8] = []
      out.reserveCapacity(letters.count)
      var at = 0
      while at < letters.count {
        let next = at + 1 < letters.count ? letters[at + 1] : 0
        let third = at + 2 < letters.count ? letters[at + 2] : 0
        let (sound, length) = sound(letters[at], next, third)
        for byte in [sound, letters[at] == UInt8(ascii: "x") ? UInt8(ascii: "s") : 0]
        where byte != 0 && byte != out.last {
          out.append(byte)
        }
        at += length
      }
      return out
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// True if two words have one form.
  static func isSame(_ left: String, _ right: String) -> Bool {
    first(left) == first(right) && form(left) == form(right)
  }

  /// True if two words have one skeleton.
  static func hasSameSkeleton(_ left: String, _ right: String) -> Bool {
    bone(first(left)) == bone(first(right)) && skeleton(left) == skeleton(right)
  }

  /// The first letter of the form of a word, 0 for an empty one: most words that are compared differ there.
  private static func first(_ word: String) -> UInt8 {
    var letters = word.utf8.makeIterator()
    guard let letter = letters.next() else { return 0 }
    return sound(letter, letters.next() ?? 0, letters.next() ?? 0).0
  }

  /// A letter of a skeleton.
  private static func bone(_ byte: UInt8) -> UInt8 {
    switch Unicode.Scalar(byte) {
    case "j": UInt8(ascii: "i")
    case "c": UInt8(ascii: "s")
    case "g": UInt8(ascii: "k")
    default: byte
    }
  }

  /// The letter for a sound, and how many letters of the word it takes.
  private static func sound(_ letter: UInt8, _ next: UInt8, _ third: UInt8) -> (UInt8, Int) {
    let h = UInt8(ascii: "h")
    let isFront = third == UInt8(ascii: "e") || third == UInt8(ascii: "i")
    switch (Unicode.Scalar(letter), Unicode.Scalar(next)) {
    case ("s", "c") where third == h: return (UInt8(ascii: "s"), 3)
    case ("s", "h"): return (UInt8(ascii: "s"), 2)
    case ("k", "h"): return (UInt8(ascii: "j"), 2)
    case ("g", "h"): return (UInt8(ascii: "g"), 2)
    case ("p", "h"): return (UInt8(ascii: "f"), 2)
    case ("t", "h"): return (UInt8(ascii: "t"), 2)
    case ("g", "u") where isFront: return (UInt8(ascii: "g"), 2)
    case ("q", "u") where isFront: return (UInt8(ascii: "k"), 2)
    case ("c", "e"), ("c", "i"), ("c", "h"): return (letter, 1)
    case ("c", _), ("q", _), ("x", _): return (UInt8(ascii: "k"), 1)
    case ("o", "u"), ("o", "o"): return (UInt8(ascii: "u"), 2)
    case ("e", "e"): return (UInt8(ascii: "i"), 2)
    case ("y", _): return (UInt8(ascii: "i"), 1)
    case ("w", _): return (UInt8(ascii: "v"), 1)
    default: return (letter, 1)
    }
  }

  /// The first letter and the consonants of the form, as far as transliterations agree on them: `ruhani`, `rohani` ->
  /// `rn`; `javad`, `yavad` -> `ivd`; `bashar`, `bachar` -> `bsr`.
  static func skeleton(_ word: String) -> String {
    var out: [UInt8] = []
    for (index, byte) in form(word).utf8.enumerated() {
      let byte = bone(byte)
      if index == 0 || !"aeiouh".utf8.contains(byte) { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
