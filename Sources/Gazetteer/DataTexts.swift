import CResources

/// The texts of the data files, by name.
public enum DataTexts {
  /// As they are compiled into the program.
  public static var embedded: [String: String] {
    names.merging(offices) { $1 }.merging(words) { $1 }
  }

  /// What names countries, places and bodies.
  static var names: [String: String] {
    [
      "countries.tsv": Resource.text(
        chancery_data_countries, chancery_data_countries_length),
      "cities.tsv": Resource.text(
        chancery_data_cities, chancery_data_cities_length),
      "seats.tsv": Resource.text(
        chancery_data_seats, chancery_data_seats_length),
      "bodies.tsv": Resource.text(
        chancery_data_bodies, chancery_data_bodies_length),
      "groupings.tsv": Resource.text(
        chancery_data_groupings, chancery_data_groupings_length),
    ]
  }

  /// What names offices.
  static var offices: [String: String] {
    [
      "offices.tsv": Resource.text(
        chancery_data_offices, chancery_data_offices_length)
    ]
  }

  /// Parts of names and the words of meetings.
  private static var words: [String: String] {
    [
      "portfolios.tsv": Resource.text(
        chancery_data_portfolios, chancery_data_portfolios_length),
      "honorifics.tsv": Resource.text(
        chancery_data_honorifics, chancery_data_honorifics_length),
      "topics.tsv": Resource.text(
        chancery_data_topics, chancery_data_topics_length),
      "groups.tsv": Resource.text(
        chancery_data_groups, chancery_data_groups_length),
      "venues.tsv": Resource.text(
        chancery_data_venues, chancery_data_venues_length),
      "given.tsv": Resource.text(
        chancery_data_given, chancery_data_given_length),
      "stopnames.tsv": Resource.text(
        chancery_data_stopnames, chancery_data_stopnames_length),
      "words.tsv": Resource.text(
        chancery_data_words, chancery_data_words_length),
      "meeting-verbs.tsv": Resource.text(
        chancery_data_meeting_verbs, chancery_data_meeting_verbs_length),
      "meeting-nouns.tsv": Resource.text(
        chancery_data_meeting_nouns, chancery_data_meeting_nouns_length),
    ]
  }
}
