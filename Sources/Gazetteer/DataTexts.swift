import CResources

/// The texts of the data files, by name.
public enum DataTexts {
  /// As they are compiled into the program.
  public static var embedded: [String: String] {
    Dictionary(uniqueKeysWithValues: files.map { ($0.name, Resource.text($0.bytes, $0.length)) })
  }

  /// Tells what was made of other texts of those files that name countries, places, bodies and offices.
  public static var digestOfNames: UInt64 {
    var digest = TextDigest()
    for file in files where named.contains(file.name) {
      digest.add(UInt64(file.length))
      digest.add(UnsafeRawBufferPointer(start: file.bytes, count: file.length))
    }
    return digest.value
  }

  private static let named: Set<String> = [
    "countries.tsv", "combining.tsv", "cities.tsv", "seats.tsv", "bodies.tsv", "groupings.tsv",
    "offices.tsv",
    "portfolios.tsv", "honorifics.tsv", "groups.tsv", "words.tsv",
  ]

  private static var files: [(name: String, bytes: UnsafePointer<UInt8>, length: Int)] {
    [
      ("countries.tsv", chancery_data_countries, chancery_data_countries_length),
      ("combining.tsv", chancery_data_combining, chancery_data_combining_length),
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
