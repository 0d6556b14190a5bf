import CResources

/// The texts of the data files, by name.
public enum DataTexts {
  /// As they are compiled into the program.
  public static var embedded: [String: String] {
    Dictionary(uniqueKeysWithValues: files.map { ($0.name, Resource.text($0.bytes, $0.length)) })
  }

  /// FNV-1a over words of eight bytes of those that name countries, places, bodies and offices: tells what was made of other
  /// texts of them.
  public static var digestOfNames: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in files where named.contains(file.name) {
      let raw = UnsafeRawBufferPointer(start: file.bytes, count: file.length)
      hash = (hash ^ UInt64(file.length)) &* 0x100_0000_01b3
      var index = 0
      while index + 8 <= raw.count {
        hash =
          (hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
          &* 0x100_0000_01b3
        index += 8
      }
      for byte in raw[index...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return hash
  }

  private static let named: Set<String> = [
    "countries.tsv", "cities.tsv", "seats.tsv", "bodies.tsv", "groupings.tsv", "offices.tsv",
    "portfolios.tsv", "honorifics.tsv", "groups.tsv", "words.tsv",
  ]

  private static var files: [(name: String, bytes: UnsafePointer<UInt8>, length: Int)] {
    [
      ("countries.tsv", chancery_data_countries, chancery_data_countries_length),
      ("cities.tsv", chancery_data_cities, chancery_data_cities_length),
      ("seats.tsv", chancery_data_seats, chancery_data_seats_length),
      ("bodies.tsv", chancery_data_bodies, chancery_data_bodies_length),
      ("groupings.tsv", chancery_data_groupings, chancery_data_groupings_length),
      ("offices.tsv", chancery_data_offices, chancery_data_offices_length),
      ("portfolios.tsv", chancery_data_portfolios, chancery_data_portfolios_length),
      ("honorifics.tsv", chancery_data_honorifics, chancery_data_honorifics_length),
      ("topics.tsv", chancery_data_topics, chancery_data_topics_length),
      ("groups.tsv", chancery_data_groups, chancery_data_groups_length),
      ("venues.tsv", chancery_data_venues, chancery_data_venues_length),
      ("given.tsv", chancery_data_given, chancery_data_given_length),
      ("stopnames.tsv", chancery_data_stopnames, chancery_data_stopnames_length),
      ("words.tsv", chancery_data_words, chancery_data_words_length),
      ("meeting-verbs.tsv", chancery_data_meeting_verbs, chancery_data_meeting_verbs_length),
      ("meeting-nouns.tsv", chancery_data_meeting_nouns, chancery_data_meeting_nouns_length),
    ]
  }
}
