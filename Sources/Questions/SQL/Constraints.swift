import Records
import SQLite

/// Conditions that questions put on meetings, agreements and statements, as SQL over a row with a short name.
struct Constraints {
  let query: Query
  let sets: WordSets

  /// The dates asked for: some part of the row's interval must lie in one of the stretches.
  func time(_ row: String, _ sql: inout BoundSQL) -> String? {
    var all: [String] = []
    for case .spans(let spans) in query.times {
      var either: [String] = []
      for span in spans {
        var both: [String] = []
        if let last = span.last {
          both.append("\(row).earliest <= \(sql.bind("last", .text(last.description)))")
        }
        if let first = span.first {
          both.append("\(row).latest >= \(sql.bind("first", .text(first.description)))")
        }
        if both.isEmpty { both.append("\(row).earliest IS NOT NULL") }
        either.append(both.joined(separator: " AND "))
      }
      all.append(
        either.count == 1
          ? either[0] : "(" + either.map { "(\($0))" }.joined(separator: " OR ") + ")")
    }
    return all.isEmpty ? nil : all.joined(separator: " AND ")
  }

  /// The dates asked for, of the report `r` of an agreement: its EDTF date is compared as far as it goes.
  func reportTime(_ sql: inout BoundSQL) -> String? {
    let date = "(r.terms ->> '$.date')"
    var all: [String] = []
    for case .spans(let spans) in query.times {
      let either = spans.map { span in
        var both: [String] = ["\(date) IS NOT NULL"]
        if let first = span.first {
          both.append(
            "\(date) >= substr(\(sql.bind("first", .text(first.description))), 1, length(\(date)))")
        }
        if let last = span.last {
          both.append(
            "\(date) <= substr(\(sql.bind("last", .text(last.description))), 1, length(\(date)))")
        }
        return both.joined(separator: " AND ")
      }
      all.append("(" + either.joined(separator: " OR ") + ")")
    }
    return all.isEmpty ? nil : all.joined(separator: " AND ")
  }

  /// 1 where the row's interval lies only partly in the stretches asked for, else 0; nil where no time is asked.
  func partly(_ row: String, _ sql: inout BoundSQL) -> String? {
    var inside: [String] = []
    for case .spans(let spans) in query.times {
      let either = spans.map { span in
        var both: [String] = []
        if let first = span.first {
          both.append("\(row).earliest >= \(sql.bind("first", .text(first.description)))")
        }
        if let last = span.last {
          both.append("\(row).latest <= \(sql.bind("last", .text(last.description)))")
        }
        return both.isEmpty ? "1" : both.joined(separator: " AND ")
      }
      inside.append("(" + either.joined(separator: " OR ") + ")")
    }
    return inside.isEmpty ? nil : "NOT (" + inside.joined(separator: " AND ") + ")"
  }

  /// The places asked for, of meetings (`m`) only: by name in both languages, and by country.
  func places(_ row: String, _ sql: inout BoundSQL) -> [String] {
    query.places.map { place in
      let match = Places.standard.match(place)
      let words = match.names.map { FullText.phrase($0.split(separator: " ").map(String.init)) }
      let together = Places.standard.words(place, sets).map {
        words.isEmpty ? [$0] : words + ["(\($0))"]
      }
      let text = sql.bind("place", .text((together ?? words).joined(separator: " OR ")))
      let named = "\(row).id IN (SELECT rowid FROM meetings_fts WHERE meetings_fts MATCH \(text))"
      if !match.region.isEmpty {
        return
          "(\(row).country IN \(sql.bindAll("country", match.region.map(Value.text))) OR \(named))"
      }
      guard let country = match.country else { return named }
      return "(\(row).country = \(sql.bind("country", .text(country))) OR \(named))"
    }
  }

  /// Places of agreements, which have no index of their own.
  func agreementPlaces(_ row: String, _ sql: inout BoundSQL) -> [String] {
    query.places.map { place in
      let match = Places.standard.match(place)
      var either = match.names.map { name in
        "\(row).place GLOB \(sql.bind("place", .text(Constraints.pattern(name))))"
      }
      if !match.region.isEmpty {
        either.append(
          "\(row).country IN \(sql.bindAll("country", match.region.map(Value.text)))")
      }
      if let country = match.country {
        either.append("\(row).country = \(sql.bind("country", .text(country)))")
      }
      return "(" + either.joined(separator: " OR ") + ")"
    }
  }

  /// A GLOB pattern for a text that has the folded words in it, with any marks and in any case.
  static func pattern(_ folded: String) -> String {
    var out = "*"
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "a"..."z":
        let letter = Character(scalar)
        out += "[\(letter)\(letter.uppercased())\(marked[letter] ?? "")]"
      case " ": out += "?"
      case "*", "?", "[", "]": out += "?"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "*"
  }

  /// Letters with marks, in both cases, by the letter that they are folded to.
  private static let marked: [Character: String] = [
    "a": "áàâäãåāăąÁÀÂÄÃÅĀĂĄ", "c": "çćčÇĆČ", "d": "ďđĎĐ", "e": "éèêëēėęěÉÈÊËĒĖĘĚ", "g": "ğĞ",
    "i": "íìîïīıİÍÌÎÏĪ", "l": "łŁ", "n": "ñńňÑŃŇ", "o": "óòôöõøōőÓÒÔÖÕØŌŐ", "r": "řŘ",
    "s": "śşšșŚŞŠȘ", "t": "ťțŤȚ", "u": "úùûüūůűÚÙÛÜŪŮŰ", "y": "ýÿÝŸ", "z": "źżžŹŻŽ",
  ]

  /// A full-text query for the words of a topic: all of them, a country's name as any of its names.
  func words(of topic: String) -> String {
    var parts: [String] = []
    var words = topic.split(separator: " ").map(String.init)[...]
    let countries = CountryNames.shared.speaking(query.language)
    let isLoose = query.looseWords.contains(topic)
    while let first = words.first {
      if let match = countries.match(Array(words)), match.isName || isLoose,
        words.count >= match.count
      {
        let adjective = match.isName ? [] : [words.prefix(match.count).joined(separator: " ")]
        let names = (countries.names(of: match.code) + adjective).map {
          FullText.phrase($0.split(separator: " ").map(String.init))
        }
        parts.append(names.count == 1 ? names[0] : "(" + names.joined(separator: " OR ") + ")")
        words = words.dropFirst(match.count)
      } else {
        if !sets.contains("stop", first) {
          parts.append(isLoose ? Numbers.either(first) : FullText.phrase([first]))
        }
        words = words.dropFirst()
      }
    }
    if parts.isEmpty {
      return FullText.all(topic.split(separator: " ").map(String.init))
    }
    return parts.joined(separator: " AND ")
  }

  /// Topics of meetings.
  func meetingTopics(_ row: String, _ sql: inout BoundSQL) -> [String] {
    query.topics.map { topic in
      let text = sql.bind("topic", .text(words(of: topic)))
      return
        "\(row).id IN (SELECT t.meeting FROM topics_fts AS f JOIN topics AS t ON t.id = f.rowid WHERE topics_fts MATCH \(text))"
    }
  }

  /// Topics of statements: the words of their text.
  func statementTopics(_ row: String, _ sql: inout BoundSQL) -> [String] {
    query.topics.map { topic in
      let text = sql.bind("topic", .text(words(of: topic)))
      return "\(row).id IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH \(text))"
    }
  }

  /// Topics of agreements: the words of their title.
  func agreementTopics(_ row: String, _ sql: inout BoundSQL) -> [String] {
    query.topics.map { topic in
      let text = sql.bind("topic", .text(words(of: topic)))
      return Constraints.agreement(row, titled: text)
    }
  }

  /// Agreements by any of the titles that articles give them.
  static func agreement(_ row: String, titled words: String) -> String {
    "\(row).id IN (SELECT r.agreement FROM agreement_titles_fts AS f JOIN agreement_reports AS r ON r.id = f.rowid "
      + "WHERE agreement_titles_fts MATCH \(words))"
  }

  /// Whether a meeting was held.
  func status(_ row: String) -> String {
    switch query.attributes["status"] {
    case "planned": "\(row).status = 'planned'"
    case "cancelled": "\(row).status = 'cancelled'"
    case "supposed": "\(row).status IN ('planned', 'cancelled')"
    default: "\(row).status = 'held'"
    }
  }

  /// How people met. Meeting someone is not calling them; talking is both.
  func manner(_ row: String) -> String? {
    switch query.attributes["manner"] {
    case "meet", "host": "\(row).mode <> 'phone'"
    case "phone": "\(row).mode = 'phone'"
    case "video": "\(row).mode = 'video'"
    case "person": "\(row).mode = 'in_person'"
    default: nil
    }
  }
}
