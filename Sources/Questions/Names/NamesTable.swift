import CResources
import Gazetteer

/// Names of countries, places, bodies and words of offices, as they are compiled into the program: nothing is read before it
/// is asked for. `NamesImage` tells how the bytes are laid out.
struct NamesTable: @unchecked Sendable {
  // The bytes are constant data of the program, or made once and never freed; hence unchecked Sendable.
  private let bytes: UnsafeRawBufferPointer
  private let header: NamesImage.Header

  /// What is compiled in; made anew where the image is of other data files, which the tests rule out.
  static let standard: NamesTable = {
    let image = UnsafeRawBufferPointer(
      start: chancery_questions_names_image, count: chancery_questions_names_image_length)
    if let table = NamesTable(image, digest: DataTexts.digestOfNames) { return table }
    let made = NamesImage.make(.shared, digest: DataTexts.digestOfNames)
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: made.count, alignment: 8)
    copy.copyBytes(from: made)
    return NamesTable(whole: UnsafeRawBufferPointer(copy))
  }()

  /// A table over bytes that outlive it; nil if they are cut short or were made of other files.
  init?(_ bytes: UnsafeRawBufferPointer, digest: UInt64) {
    guard bytes.count >= NamesImage.Header.length else { return nil }
    let table = NamesTable(whole: bytes)
    guard table.header.digest == digest, table.header.end == bytes.count else { return nil }
    self = table
  }

  private init(whole bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    header = NamesImage.Header {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self))
    }
  }

  // MARK: Phrases

  /// What a phrase is, in English and then in Spanish.
  func entries(of phrase: String) -> [Entry] {
    guard let at = slot(WordKeys.phrase(phrase), header.phrases, header.phraseSlots) else {
      return []
    }
    return (0..<Int(word(at + 12))).compactMap { number in
      let place = header.entries + 8 * (Int(word(at + 8)) + number)
      return Entry.Kind(rawValue: UInt8(truncatingIfNeeded: word(place))).map {
        Entry($0, Int(word(place + 4)))
      }
    }
  }

  /// The names that a body goes by in both languages ("nato", "otan"), folded, the shortest first; none where the words
  /// are no body.
  func bodyNames(_ folded: String) -> [String] {
    var names: Set<String> = []
    for entry in entries(of: folded) where entry.kind == .body {
      names.formUnion(list(Int(word(header.bodies + 4 * Int(entry.index)))))
    }
    return names.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  // MARK: Countries

  /// What the words of a country's name, adjective or capital mean.
  struct Meaning: Equatable {
    /// The country of a name, in each language.
    var english: String?
    var spanish: String?
    /// The country of an adjective or a people.
    var demonym: String?
    var capital: String?
  }

  /// How many words the longest name or adjective of a country has.
  var longest: Int { header.longest }

  /// What folded words mean; nil where they are no name, no adjective and no capital of a country.
  func meaning(_ folded: String) -> Meaning? {
    guard let at = slot(NamesImage.key(folded), header.words, header.wordSlots) else { return nil }
    return Meaning(
      english: code(at + 8), spanish: code(at + 10), demonym: code(at + 12), capital: code(at + 14))
  }

  /// The code of the country at a place of the list.
  func country(at index: Int32) -> String? {
    (0..<header.countryCount).contains(Int(index)) ? code(country(Int(index))) : nil
  }

  /// The names of a country, as they are written; nil for a code that is none.
  func names(of code: String, _ list: NamesImage.List) -> [String]? {
    let wanted = NamesImage.number(code)
    return (0..<header.countryCount).first { number(country($0)) == wanted }.map {
      self.list(Int(word(country($0) + 4 + 4 * list.rawValue)))
    }
  }

  // MARK: Bytes

  private func country(_ index: Int) -> Int { header.countries + NamesImage.countryLength * index }

  private func word(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private func number(_ offset: Int) -> UInt16 {
    UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  private func code(_ offset: Int) -> String? {
    let number = number(offset)
    return number == 0
      ? nil
      : String(decoding: [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)], as: UTF8.self)
  }

  /// Where the slot of a key is, by open addressing.
  private func slot(_ key: UInt64, _ first: Int, _ count: Int) -> Int? {
    guard key != 0, count > 0 else { return nil }
    var at = Int(truncatingIfNeeded: key >> 20) & (count - 1)
    while true {
      let place = first + 16 * at
      let found = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      if found == key { return place }
      if found == 0 { return nil }
      at = (at + 1) & (count - 1)
    }
  }

  private func list(_ offset: Int) -> [String] {
    var at = offset + 2
    return (0..<number(offset)).map { _ in
      let length = Int(number(at))
      defer { at += 2 + length }
      return String(decoding: bytes[(at + 2)..<(at + 2 + length)], as: UTF8.self)
    }
  }
}
