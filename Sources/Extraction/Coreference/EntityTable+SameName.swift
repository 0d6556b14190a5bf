import Gazetteer
import Language
import Records

/// Whether two names can be one person’s.
extension EntityTable {
  /// "KIRIBATI and Tuvalu have signed": a name in capitals that opens an article, not "EE.UU." or "UAE".
  func isShouted(_ name: String?) -> Bool {
    guard let name, name.utf8.count > 4, !name.contains(".") else { return false }
    return name == name.uppercased()
  }

  /// The consonants of a given name before a surname, doubled ones once; nil for one that has fewer than two.
  static func sound(_ name: Range<Int>, _ scan: Scan) -> String? {
    let words = name.filter { scan.keys[$0] != 0 }
    guard words.count == 2, let first = words.first else { return nil }
    var out = ""
    for letter in scan.tokens[first].form.lowercased().unicodeScalars where letter.isASCII {
      if "aeiouyhw".unicodeScalars.contains(letter) || out.unicodeScalars.last == letter {
        continue
      }
      out.unicodeScalars.append(letter)
    }
    return out.utf8.count > 1 ? out : nil
  }

  /// True if two names of several words may be the same person's.
  /// - Parameter isMarried: True for a surname with "de" and another one behind it.
  func sameName(_ a: [WordKey], _ b: [WordKey], isMarried: Bool) -> Bool {
    guard a.count > 1, b.count > 1 else { return a == b }
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if short.allSatisfy(long.contains) { return true }
    // "Fernández de Kirchner" after "Cristina Fernández"; "Robert Smith" is not "Ann Smith", "Li Qiang" not "Stella Li".
    return isMarried && b.dropFirst().contains(a[0]) && !a.dropFirst().contains(b[0])
      && b.count == 2
  }

  /// "Mohamed bin Rashid" is not "Hamdan bin Mohamed bin Rashid": both begin with a given name, with another one.
  func isSon(_ phrase: NounPhrase, _ words: [WordKey], _ scan: Scan, _ id: Int) -> Bool {
    guard let name = phrase.name, scan.has(.given, at: name.lowerBound), facts[id].isGivenFirst,
      words.count > 1, let mine = words.first, let other = facts[id].words.first, mine != other
    else { return false }
    return name.contains { scan.isOne($0, of: EntityTable.patronymics) } || facts[id].isPatronymic
  }

  /// "el rey Salmán" is the father of "Mohamed bin Salmán".
  func isFather(_ phrase: NounPhrase, _ words: [WordKey], _ scan: Scan, _ id: Int) -> Bool {
    guard let name = phrase.name, words.count == 1, facts[id].isPatronymic,
      facts[id].words.count > 1, facts[id].words.last == words.first, !phrase.offices.isEmpty
    else { return false }
    return !name.contains { scan.isOne($0, of: EntityTable.patronymics) }
  }

  static let patronymics = Words.set("bin bint ibn ben binti")

  func agrees(_ phrase: NounPhrase, with id: Int) -> Bool {
    guard let country = phrase.country, let own = facts[id].country, own != country else {
      return true
    }
    // Another country is doubt, unless one of the two is only where an envoy works.
    return phrase.offices.isEmpty || phrase.nameWords > 1
  }

  func agreesInGender(_ phrase: NounPhrase, _ id: Int) -> Bool {
    switch (phrase.gender, entities[id].gender) {
    case (.masculine, .feminine), (.feminine, .masculine): false
    default: true
    }
  }
}
