import CResources
import SQLite

/// The database schema, as `schema.sql` has it.
public enum Schema {
  /// `schema.sql`, whole.
  public static var sql: String {
    String(
      decoding: UnsafeBufferPointer(start: chancery_schema_sql, count: chancery_schema_sql_length),
      as: UTF8.self)
  }
  /// What `PRAGMA application_id` says in a Chancery database: 'CHNC'.
  public static let applicationID: Int64 = 1_128_812_099
  /// The schema version of this program, as in `PRAGMA user_version`.
  public static let version: Int64 = 5
  /// The oldest version that can be read as it is: what questions and views ask for is the same in it.
  static let oldestReadable: Int64 = 1
}
