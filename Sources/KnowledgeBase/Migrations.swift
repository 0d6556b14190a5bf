import CSQLite
import SQLite

/// Brings files of older schema versions forward, one version at a time, in one transaction.
enum Migrations {
  /// What turns version `index + 1` into the next. A published step is never changed.
  static let steps: [@Sendable (Database) throws -> Void] = [
    // 1 -> 2: identities and reports are filed under other keys.
    { try Loader(StatementCache($0), .shared).fileAnew() },
    // 2 -> 3: it is kept by which word lists who is who was told. Of what is there it is not known: all is derived anew
    // before the next write.
    {
      try $0.execute(
        """
        CREATE TABLE knowledge (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          digest TEXT NOT NULL
        ) STRICT
        """)
    },
    // 3 -> 4: the meetings of a person, and who met most, are read from the index alone.
    {
      try $0.execute("DROP INDEX participants_by_entity")
      try $0.execute(
        "CREATE INDEX participants_by_entity ON participants (entity, meeting, capacity)")
    },
    // 4 -> 5: it is kept how many meetings each two and each country held.
    {
      try $0.execute(
        """
        CREATE TABLE pair_meetings (
          a INTEGER NOT NULL,
          b INTEGER NOT NULL,
          meetings INTEGER NOT NULL,
          PRIMARY KEY (a, b)
        ) STRICT, WITHOUT ROWID
        """)
      try $0.execute(
        """
        CREATE TABLE country_meetings (
          country TEXT PRIMARY KEY,
          meetings INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """)
      try MeetingTally(StatementCache($0)).recount()
    },
  ]

  static func run(_ database: Database, from version: Int64) throws {
    // The loader keeps the full-text indexes itself.
    try database.configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, false)
    defer { try? database.configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, true) }
    try database.transaction(.exclusive) {
      for step in steps.dropFirst(max(0, Int(version) - 1)) { try step(database) }
      try database.execute("PRAGMA user_version = \(Schema.version)")
    }
  }
}
