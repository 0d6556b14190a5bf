/// Finds dictionary forms: words of the treebank by a table, others by the ending that they share with these.
package struct Lemmatizer: Sendable {
  private let exceptions: HashMap
  private let endings: HashMap
  private let scripts: [LemmaScript]

  /// The lemmatizer of a model; nil if the model lacks a table.
  package init?(_ model: ModelFile) {
    guard let exceptions = HashMap(model.section("LEXC")),
      let endings = HashMap(model.section("LEND"))
    else { return nil }
    self.exceptions = exceptions
    self.endings = endings
    let text = String(decoding: model.section("LSCR"), as: UTF8.self)
    scripts = text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { LemmaScript($0) }
  }

  /// The lemma of a form that has a part of speech.
  package func lemma(_ form: String, _ upos: UPOS) -> String {
    let base = Self.base(form, upos)
    var copy = base
    return copy.withUTF8 { bytes in
      if let script = exceptions.value(Self.key(bytes, bytes.count, upos)), script < scripts.count {
        return apply(script, base, bytes) ?? base
      }
      var length = min(bytes.count, Self.longestEnding)
      while length >= 0 {
        if let script = endings.value(Self.endingKey(bytes, length, upos)), script < scripts.count,
          let lemma = apply(script, base, bytes)
        {
          return lemma
        }
        length -= 1
      }
      return base
    }
  }

  /// The lemma that a script makes of a word; without a copy where it leaves the word as it is.
  private func apply(_ index: UInt32, _ word: String, _ bytes: UnsafeBufferPointer<UInt8>)
    -> String?
  {
    let script = scripts[Int(index)]
    if script.cut == 0, script.ending.isEmpty { return word.isEmpty ? nil : word }
    return script.apply(bytes)
  }

  /// In bytes of UTF-8.
  package static let longestEnding = 6

  /// What the scripts work on: names keep their capitals, other words lose them.
  package static func base(_ form: String, _ upos: UPOS) -> String {
    switch upos {
    case .propn, .x, .sym: form
    default:
      form.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } ? form : form.lowercased()
    }
  }

  package static func key<Bytes: RandomAccessCollection>(
    _ bytes: Bytes, _ count: Int, _ upos: UPOS
  ) -> UInt32 where Bytes.Element == UInt8, Bytes.Index == Int {
    endingKey(bytes, count, upos) ^ 0x5bd1_e995
  }

  package static func endingKey<Bytes: RandomAccessCollection>(
    _ bytes: Bytes, _ length: Int, _ upos: UPOS
  ) -> UInt32 where Bytes.Element == UInt8, Bytes.Index == Int {
    var hash: UInt32 = 0x811C_9DC5 ^ UInt32(length + 1) &* 0x9E37_79B1
    hash = (hash ^ UInt32(upos.rawValue)) &* 0x0100_0193
    for index in (bytes.count - length)..<bytes.count {
      hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193
    }
    return hash
  }
}

/// How a form becomes a lemma: bytes to take off at its end, and what to put there.
package struct LemmaScript: Sendable, Hashable {
  package var cut: Int
  package var ending: [UInt8]

  /// The script that makes a lemma of a form.
  package init(form: [UInt8], lemma: [UInt8]) {
    var shared = 0
    while shared < form.count, shared < lemma.count, form[shared] == lemma[shared] { shared += 1 }
    // Not in the middle of a code point.
    while shared > 0, shared < form.count, form[shared] & 0xC0 == 0x80 { shared -= 1 }
    while shared > 0, shared < lemma.count, lemma[shared] & 0xC0 == 0x80 { shared -= 1 }
    cut = form.count - shared
    ending = Array(lemma[shared...])
  }

  /// From a line of a model: the number of bytes and the ending, with a space between.
  package init?(_ line: Substring.UTF8View) {
    guard let space = line.firstIndex(of: UInt8(ascii: " ")),
      let cut = Int(Substring(line[..<space]))
    else { return nil }
    self.cut = cut
    ending = Array(line[line.index(after: space)...])
  }

  /// As a line of a model.
  package var line: String { "\(cut) \(String(decoding: ending, as: UTF8.self))" }

  /// The lemma; nil if the form is too short or would be cut inside a code point.
  package func apply<Bytes: RandomAccessCollection>(_ form: Bytes) -> String?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    let rest = form.count - cut
    guard rest >= 0, rest == form.count || form[rest] & 0xC0 != 0x80 else { return nil }
    let count = rest + ending.count
    guard count > 0 else { return nil }
    return String(unsafeUninitializedCapacity: count) { out in
      for index in 0..<rest { out[index] = form[index] }
      for index in ending.indices { out[rest + index] = ending[index] }
      return count
    }
  }
}
