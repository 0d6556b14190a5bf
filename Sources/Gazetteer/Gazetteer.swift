/// What the rules know: countries, offices, bodies, words of meeting. Read once from the embedded data files.
public struct Gazetteer: Sendable {
  /// The built-in knowledge.
  public static let shared = Gazetteer(texts: DataTexts.embedded)

  public private(set) var countries: [Country] = []
  public private(set) var offices: [Office] = []
  public private(set) var bodies: [Body] = []
  /// Words for several countries together ("the two Koreas"): into `countries`.
  public private(set) var groupings: [[Int]] = []
  public private(set) var verbs: [MeetingVerb] = []
  public private(set) var nouns: [MeetingNoun] = []
  /// The phrases of English articles.
  public private(set) var english: Phrasebook
  /// The phrases of Spanish articles.
  public private(set) var spanish: Phrasebook
  /// What is wrong in the data files; empty for the built-in ones.
  public private(set) var errors: [DataError] = []
  private var byCode: [String: Int] = [:]

  /// The country of a code (`MX`, `EU`).
  public func country(code: String) -> Country? { byCode[code].map { countries[$0] } }

  /// The country of a name, an adjective or a people, in either language ("Mexico", "mexicana", "French").
  public func country(named name: String) -> Country? {
    for kind in [Entry.Kind.country, .demonym] {
      for lexicon in [english, spanish] {
        if let entry = lexicon.entries(of: name).first(where: { $0.kind == kind }) {
          return countries[Int(entry.index)]
        }
      }
    }
    return nil
  }

  /// What a phrase is, in English and then in Spanish.
  public func entries(of phrase: String) -> [Entry] {
    english.entries(of: phrase) + spanish.entries(of: phrase)
  }

  /// The place in `countries` of a code.
  public func index(ofCountry code: String) -> Int? { byCode[code] }

  /// Reads knowledge from texts by file name, such as those that `DataTexts` names.
  public init(texts: [String: String]) {
    // As large as the compiled-in lexicon needs: growing four times cost more than the rest.
    var room = 1 << 10
    while room < texts.values.reduce(0, { $0 + $1.utf8.count }) / 5 { room <<= 1 }
    english = Phrasebook(room: room)
    spanish = Phrasebook(room: room)
    readCountries(texts)
    readPlaces(texts)
    readBodies(texts)
    readGroupings(texts)
    readOffices(texts)
    readWords(texts)
    readMeetings(texts)
    shareNames()
  }

  private mutating func table(_ texts: [String: String], _ name: String, _ columns: Int) -> DataFile
  {
    DataFile(name: name, text: texts[name] ?? "", columns: columns)
  }

  private mutating func readCountries(_ texts: [String: String]) {
    var file = table(texts, "countries.tsv", 8)
    for row in file.rows {
      guard let country = Country(row: row, file: &file) else { continue }
      guard byCode.updateValue(countries.count, forKey: country.code) == nil else {
        file.report(row.line, "the code \(country.code) stands there twice")
        continue
      }
      let index = countries.count
      countries.append(country)
      for name in country.englishNames { english.add(english: name, Entry(.country, index)) }
      for name in country.spanishNames { spanish.add(spanish: name, Entry(.country, index)) }
      for name in country.englishCapitals { english.add(name, Entry(.capital, index)) }
      for name in country.spanishCapitals { spanish.add(spanish: name, Entry(.capital, index)) }
      for word in country.englishDemonyms {
        english.add(word, Entry(.demonym, index))
        if let plural = Country.englishPlural(word) { english.add(plural, Entry(.demonym, index)) }
      }
      for word in country.spanishDemonyms.flatMap(Country.spanishForms) {
        spanish.add(spanish: word, Entry(.demonym, index))
      }
    }
    errors += file.errors
  }

  private mutating func readPlaces(_ texts: [String: String]) {
    var cities = table(texts, "cities.tsv", 2)
    for row in cities.rows {
      guard let index = byCode[row.field(0)] else {
        cities.report(row.line, "countries.tsv has no country '\(row.field(0))'")
        continue
      }
      row.forEachAlternative(1) { name in
        english.add(name, Entry(.city, index))
        spanish.add(spanish: name, Entry(.city, index))
      }
    }
    errors += cities.errors
    readWords(of: .seat, texts, "seats.tsv")
    readWords(of: .combining, texts, "combining.tsv")
  }

  /// Reads English and Spanish words of a country, behind its code.
  private mutating func readWords(of kind: Entry.Kind, _ texts: [String: String], _ name: String) {
    var file = table(texts, name, 3)
    for row in file.rows {
      guard let index = byCode[row.field(0)] else {
        file.report(row.line, "countries.tsv has no country '\(row.field(0))'")
        continue
      }
      row.forEachAlternative(1) { english.add($0, Entry(kind, index)) }
      row.forEachAlternative(2) { spanish.add(spanish: $0, Entry(kind, index)) }
    }
    errors += file.errors
  }

  private mutating func readBodies(_ texts: [String: String]) {
    var file = table(texts, "bodies.tsv", 3)
    for row in file.rows {
      let isPress = row.field(0) == "press"
      guard row.field(0) == "-" || isPress || byCode[row.field(0)] != nil else {
        file.report(row.line, "countries.tsv has no country '\(row.field(0))'; write - for none")
        continue
      }
      let (names, nombres) = (row.alternatives(1), row.alternatives(2))
      let index = bodies.count
      bodies.append(
        Body(
          englishName: names[0], spanishName: nombres[0], names: names + nombres,
          country: row.field(0) == "-" || isPress ? nil : row.field(0), isPress: isPress))
      for name in names { english.add(name, Entry(.body, index)) }
      for name in nombres { spanish.add(spanish: name, Entry(.body, index)) }
    }
    errors += file.errors
  }

  private mutating func readGroupings(_ texts: [String: String]) {
    var file = table(texts, "groupings.tsv", 3)
    for row in file.rows {
      let codes = row.alternatives(0)
      let members = codes.compactMap { byCode[$0] }
      guard members.count == codes.count else {
        file.report(row.line, "countries.tsv does not have every one of '\(row.field(0))'")
        continue
      }
      let index = groupings.count
      row.forEachAlternative(1) { english.add($0, Entry(.grouping, index)) }
      row.forEachAlternative(2) { spanish.add(spanish: $0, Entry(.grouping, index)) }
      groupings.append(members)
    }
    errors += file.errors
  }

  private mutating func readOffices(_ texts: [String: String]) {
    var file = table(texts, "offices.tsv", 4)
    for row in file.rows {
      guard let isEnglish = language(of: row, in: &file) else { continue }
      guard let kind = Office.Class(rawValue: row.field(1)) else {
        file.report(
          row.line, "'\(row.field(1))' is no class of offices (see the head of the file)")
        continue
      }
      guard let gender = gender(of: row, in: &file, field: 2) else { continue }
      for form in row.alternatives(3) {
        let isPlural = form.hasPrefix("+")
        let plain = isPlural ? String(form.dropFirst()) : form
        let index = offices.count
        offices.append(Office(form: plain, kind: kind, gender: gender, isPlural: isPlural))
        add(plain, Entry(.office, index), english: isEnglish)
        // "expresidente", "excanciller": written together, in Spanish.
        if !isEnglish, !plain.hasPrefix("ex") {
          add("ex" + plain, Entry(.office, index), english: false)
        }
      }
    }
    errors += file.errors
  }

  private mutating func readWords(_ texts: [String: String]) {
    let plain: [(String, Entry.Kind)] = [
      ("portfolios.tsv", .portfolio), ("groups.tsv", .group), ("stopnames.tsv", .stop),
    ]
    for (name, kind) in plain {
      var file = table(texts, name, 2)
      for row in file.rows {
        guard let isEnglish = language(of: row, in: &file) else { continue }
        row.forEachAlternative(1) { add($0, Entry(kind), english: isEnglish) }
      }
      errors += file.errors
    }
    let classed: [(String, [String: Entry.Kind])] = [
      ("venues.tsv", ["building": .venue, "event": .event]),
      ("topics.tsv", ["lead": .topic, "end": .topicEnd]),
      (
        "words.tsv",
        [
          "particle": .particle, "suffix": .suffix, "former": .modifier, "org": .organization,
          "people": .people,
        ]
      ),
    ]
    for (name, kinds) in classed {
      var file = table(texts, name, 3)
      for row in file.rows {
        guard let isEnglish = language(of: row, in: &file) else { continue }
        guard let kind = kinds[row.field(1)] else {
          file.report(
            row.line, "'\(row.field(1))' is none of \(kinds.keys.sorted().joined(separator: ", "))"
          )
          continue
        }
        row.forEachAlternative(2) { add($0, Entry(kind), english: isEnglish) }
      }
      errors += file.errors
    }
    var honorifics = table(texts, "honorifics.tsv", 3)
    for row in honorifics.rows {
      guard let isEnglish = language(of: row, in: &honorifics),
        let gender = gender(of: row, in: &honorifics, field: 1)
      else { continue }
      row.forEachAlternative(2) {
        add($0, Entry(.honorific, gender.rawValue), english: isEnglish)
      }
    }
    var given = table(texts, "given.tsv", 2)
    for row in given.rows {
      guard let gender = gender(of: row, in: &given, field: 0) else { continue }
      row.forEachAlternative(1) { word in
        english.add(word, Entry(.given, gender.rawValue))
        spanish.add(spanish: word, Entry(.given, gender.rawValue))
      }
    }
    errors += honorifics.errors + given.errors
  }

  private mutating func readMeetings(_ texts: [String: String]) {
    var verbFile = table(texts, "meeting-verbs.tsv", 4)
    for row in verbFile.rows {
      guard let isEnglish = language(of: row, in: &verbFile),
        let mode = mode(of: row, in: &verbFile)
      else { continue }
      guard let frame = MeetingVerb.Frame(rawValue: row.field(1)) else {
        verbFile.report(row.line, "'\(row.field(1))' is no frame (see the head of the file)")
        continue
      }
      for form in row.alternatives(3) {
        add(form, Entry(.verb, verbs.count), english: isEnglish)
        verbs.append(MeetingVerb(frame: frame, mode: mode, form: form))
      }
    }
    var nounFile = table(texts, "meeting-nouns.tsv", 4)
    for row in nounFile.rows {
      guard let isEnglish = language(of: row, in: &nounFile),
        let mode = mode(of: row, in: &nounFile)
      else { continue }
      guard let strength = MeetingNoun.Strength(rawValue: row.field(1)) else {
        nounFile.report(row.line, "'\(row.field(1))' is none of strong, weak, event")
        continue
      }
      for form in row.alternatives(3) {
        add(form, Entry(.noun, nouns.count), english: isEnglish)
        nouns.append(MeetingNoun(strength: strength, mode: mode, form: form))
      }
    }
    errors += verbFile.errors + nounFile.errors
  }

  /// Lets each language know the countries, capitals and bodies by the other's names too, where they mean nothing else.
  private mutating func shareNames() {
    for (index, country) in countries.enumerated() {
      for name in country.englishNames where !spanish.has(name) {
        spanish.add(spanish: name, Entry(.country, index))
      }
      for name in country.spanishNames where !english.has(name) {
        english.add(name, Entry(.country, index))
      }
      for name in country.englishCapitals where !spanish.has(name) {
        spanish.add(spanish: name, Entry(.capital, index))
      }
      for name in country.spanishCapitals where !english.has(name) {
        english.add(name, Entry(.capital, index))
      }
    }
    for (index, body) in bodies.enumerated() {
      if !spanish.has(body.englishName) {
        spanish.add(spanish: body.englishName, Entry(.body, index))
      }
      if !english.has(body.spanishName) {
        english.add(body.spanishName, Entry(.body, index))
      }
    }
  }

  private mutating func add(_ phrase: String, _ entry: Entry, english isEnglish: Bool) {
    var phrase = phrase
    phrase.withUTF8 { add($0, entry, english: isEnglish) }
  }

  private mutating func add(
    _ phrase: UnsafeBufferPointer<UInt8>, _ entry: Entry, english isEnglish: Bool
  ) {
    if isEnglish {
      english.add(english: phrase, entry)
    } else {
      spanish.add(spanish: phrase, entry)
    }
  }

  private func language(of row: DataFile.Row, in file: inout DataFile) -> Bool? {
    if row.has(0, "en") { return true }
    if row.has(0, "es") { return false }
    file.report(row.line, "'\(row.field(0))' is no language; write en or es")
    return nil
  }

  private func gender(of row: DataFile.Row, in file: inout DataFile, field: Int) -> WordGender? {
    switch row.field(field) {
    case "m": return .masculine
    case "f": return .feminine
    case "-": return .either
    default:
      file.report(row.line, "'\(row.field(field))' is no gender; write m, f or -")
      return nil
    }
  }

  private func mode(of row: DataFile.Row, in file: inout DataFile) -> MeetingMode?? {
    if row.field(2) == "-" { return .some(nil) }
    guard let mode = MeetingMode(rawValue: row.field(2)) else {
      file.report(row.line, "'\(row.field(2))' is none of in_person, phone, video, -")
      return nil
    }
    return mode
  }
}
