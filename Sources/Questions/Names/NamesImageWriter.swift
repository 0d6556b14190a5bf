import Gazetteer
import Records

/// Writes an image of names.
struct NamesImageWriter {
  private var bytes: [UInt8] = []

  /// Kinds of phrases that questions ask for.
  private static let kinds: Set<Entry.Kind> = [
    .country, .demonym, .capital, .city, .seat, .body, .office, .portfolio, .honorific, .modifier,
    .group,
  ]

  mutating func write(_ gazetteer: Gazetteer, digest: UInt64) -> [UInt8] {
    var header = NamesImage.Header()
    header.digest = digest
    bytes = Array(repeating: 0, count: NamesImage.Header.length)
    writePhrases(gazetteer, &header)
    let meanings = CountryWords(gazetteer)
    writeWords(meanings, &header)
    header.longest = meanings.longest
    writeCountries(gazetteer.countries, &header)
    writeBodies(gazetteer.bodies, &header)
    header.end = bytes.count
    put(UInt32(truncatingIfNeeded: digest), at: 0)
    put(UInt32(digest >> 32), at: 4)
    for (index, field) in NamesImage.Header.fields.enumerated() {
      put(UInt32(header[keyPath: field]), at: 8 + 4 * index)
    }
    return bytes
  }

  private mutating func writePhrases(_ gazetteer: Gazetteer, _ header: inout NamesImage.Header) {
    var entries: [UInt64: [Entry]] = [:]
    for lexicon in [gazetteer.english, gazetteer.spanish] {
      lexicon.forEachPhrase { key, found in
        let kept = found.filter { Self.kinds.contains($0.kind) }
        if !kept.isEmpty { entries[key, default: []] += kept }
      }
    }
    var list: [Entry] = []
    let keys = entries.keys.sorted()
    let slots = keys.map { key in
      let found = entries[key] ?? []
      defer { list += found }
      return (key, UInt64(list.count) | UInt64(found.count) << 32)
    }
    (header.phrases, header.phraseSlots) = table(slots)
    header.entries = bytes.count
    for entry in list {
      append(UInt32(entry.kind.rawValue))
      append(UInt32(bitPattern: entry.index))
    }
  }

  private mutating func writeWords(_ words: CountryWords, _ header: inout NamesImage.Header) {
    let slots = words.meanings.sorted { $0.key < $1.key }.map { word, meaning in
      let codes = [meaning.english, meaning.spanish, meaning.demonym, meaning.capital]
      return (
        NamesImage.key(word),
        codes.reversed().reduce(UInt64(0)) { $0 << 16 | UInt64(NamesImage.number($1)) }
      )
    }
    (header.words, header.wordSlots) = table(slots)
  }

  private mutating func writeCountries(_ countries: [Country], _ header: inout NamesImage.Header) {
    let offsets = countries.map { country in
      [
        country.englishNames, country.englishDemonyms, country.spanishNames,
        country.spanishDemonyms,
        country.englishCapitals, country.spanishCapitals,
      ].map { list($0) }
    }
    align()
    header.countries = bytes.count
    header.countryCount = countries.count
    for (country, offsets) in zip(countries, offsets) {
      append(UInt32(NamesImage.number(country.code)))
      offsets.forEach { append(UInt32($0)) }
    }
  }

  private mutating func writeBodies(_ bodies: [Body], _ header: inout NamesImage.Header) {
    let offsets = bodies.map { body in
      let names = ([body.englishName, body.spanishName] + body.names).map { Folding.fold($0) }
      return list(Set(names).sorted())
    }
    align()
    header.bodies = bytes.count
    offsets.forEach { append(UInt32($0)) }
  }

  /// Slots of open addressing, at most three quarters full: their offset and number.
  private mutating func table(_ items: [(key: UInt64, value: UInt64)]) -> (offset: Int, count: Int)
  {
    var count = 1
    while count < items.count * 4 / 3 { count <<= 1 }
    var slots = Array(repeating: (key: UInt64(0), value: UInt64(0)), count: count)
    for item in items {
      var at = Int(truncatingIfNeeded: item.key >> 20) & (count - 1)
      while slots[at].key != 0 { at = (at + 1) & (count - 1) }
      slots[at] = item
    }
    align()
    let offset = bytes.count
    for slot in slots {
      append(slot.key)
      append(slot.value)
    }
    return (offset, count)
  }

  private mutating func list(_ texts: [String]) -> Int {
    let offset = bytes.count
    append(UInt16(texts.count))
    for text in texts {
      append(UInt16(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    }
    return offset
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func put(_ number: UInt32, at offset: Int) {
    withUnsafeBytes(of: number.littleEndian) {
      bytes.replaceSubrange(offset..<offset + 4, with: $0)
    }
  }

  private mutating func align() { while !bytes.count.isMultiple(of: 16) { bytes.append(0) } }
}
