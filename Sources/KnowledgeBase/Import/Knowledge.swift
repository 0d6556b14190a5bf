import CResources
import SQLite

/// The word lists and rules by which this program tells who is who. A file keeps the digest of those that it was derived
/// by.
enum Knowledge {
  /// Raised when the code reads a name otherwise than before, or files identities and reports under other keys; the word
  /// lists tell by themselves.
  private static let rules = 4

  /// 64 bits of FNV-1a over all word lists that stable ids depend on, in hexadecimal.
  static let digest: String = {
    var state = KeyHash.bytes(String(rules).utf8)
    for (start, length) in [
      (chancery_data_countries, chancery_data_countries_length),
      (chancery_data_cities, chancery_data_cities_length),
      (chancery_data_seats, chancery_data_seats_length),
      (chancery_data_bodies, chancery_data_bodies_length),
      (chancery_data_offices, chancery_data_offices_length),
      (chancery_data_portfolios, chancery_data_portfolios_length),
      (chancery_data_honorifics, chancery_data_honorifics_length),
      (chancery_data_groupings, chancery_data_groupings_length),
      (chancery_data_groups, chancery_data_groups_length),
      (chancery_data_given, chancery_data_given_length),
      (chancery_data_stopnames, chancery_data_stopnames_length),
      (chancery_data_words, chancery_data_words_length),
      (chancery_nicknames, chancery_nicknames_length),
      (chancery_title_words, chancery_title_words_length),
    ] {
      state = KeyHash.bytes(UnsafeBufferPointer(start: start, count: length), state)
    }
    return String(state, radix: 16)
  }()

  /// True if what the file holds was derived by them.
  static func isCurrent(_ statements: StatementCache) throws -> Bool {
    try statements.first("SELECT digest FROM knowledge", []) { $0.text(0) } == digest
  }

  /// Notes that all was derived by them.
  static func note(_ statements: StatementCache) throws {
    try statements.run(
      "INSERT INTO knowledge (id, digest) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET digest = ?1",
      [.text(digest)])
  }
}
