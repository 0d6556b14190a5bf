import CSQLite

/// What SQL that is not ours may do: read tables and views, with functions that touch nothing else.
enum SandboxPolicy {
  /// True if the access is on the allow-list; all else is refused.
  static func allows(_ access: Access) -> Bool {
    switch access.action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: true
    // SQLite asks this when it connects a virtual table, whose CREATE TABLE it parses and never runs. A statement
    // that would do it is refused all the same: the schema is not writable, and the statement not read-only.
    case SQLITE_UPDATE: access.first == "sqlite_master" || access.first == "sqlite_temp_master"
    case SQLITE_FUNCTION: functions.contains(lowercased(access.second))
    case SQLITE_PRAGMA:
      readingPragmas.contains(lowercased(access.first))
        || (access.second == nil && askingPragmas.contains(lowercased(access.first)))
    default: false
    }
  }

  /// What was refused, in words.
  static func refusal(_ access: Access) -> String {
    let first = access.first ?? ""
    switch access.action {
    case SQLITE_FUNCTION: return "the function \(access.second ?? "") is refused"
    case SQLITE_PRAGMA:
      let argument = access.second == nil ? "" : " with an argument"
      return "PRAGMA \(first)\(argument) is refused"
    case SQLITE_INSERT: return "INSERT into \(first) is refused"
    case SQLITE_UPDATE: return "UPDATE of \(first) is refused"
    case SQLITE_DELETE: return "DELETE from \(first) is refused"
    case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: return "\(first) is refused"
    default: return "\(words[access.action] ?? "this statement") is refused"
    }
  }

  private static func lowercased(_ name: String?) -> String { (name ?? "").lowercased() }

  /// Pragmas that only read, with or without an argument.
  static let readingPragmas: Set<String> = [
    "collation_list", "compile_options", "database_list", "foreign_key_check", "foreign_key_list",
    "function_list", "index_info", "index_list", "index_xinfo", "integrity_check", "module_list",
    "pragma_list", "quick_check", "table_info", "table_list", "table_xinfo",
  ]

  /// Pragmas that read when they have no argument, and change something with one.
  static let askingPragmas: Set<String> = [
    "application_id", "auto_vacuum", "cache_size", "data_version", "encoding", "foreign_keys",
    "freelist_count", "journal_mode", "page_count", "page_size", "query_only", "schema_version",
    "trusted_schema", "user_version",
  ]

  /// The functions of SQLite 3.40 that depend on nothing but their arguments, the clock and chance, and those of
  /// FTS5. Not among them: load_extension, fts3_tokenizer, fts5, sqlite_log, rtreecheck and what the shell adds.
  static let functions: Set<String> = [
    "->", "->>", "abs", "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "avg", "bm25",
    "ceil", "ceiling", "changes", "char", "coalesce", "concat", "concat_ws", "cos", "cosh", "count",
    "cume_dist", "current_date", "current_time", "current_timestamp", "date", "datetime", "degrees",
    "dense_rank", "exp", "first_value", "floor", "format", "glob", "group_concat", "hex",
    "highlight", "ifnull", "iif", "instr", "json", "json_array", "json_array_length",
    "json_error_position", "json_extract", "json_group_array", "json_group_object", "json_insert",
    "json_object", "json_patch", "json_quote", "json_remove", "json_replace", "json_set",
    "json_type", "json_valid", "julianday", "lag", "last_insert_rowid", "last_value", "lead",
    "length", "like", "likelihood", "likely", "ln", "log", "log10", "log2", "lower", "ltrim",
    "match", "max", "min", "mod", "nth_value", "ntile", "nullif", "octet_length", "percent_rank",
    "pi", "pow", "power", "printf", "quote", "radians", "random", "randomblob", "rank", "replace",
    "round", "row_number", "rtrim", "sign", "sin", "sinh", "snippet", "soundex",
    "sqlite_compileoption_get", "sqlite_compileoption_used", "sqlite_source_id", "sqlite_version",
    "sqrt", "strftime", "string_agg", "substr", "substring", "subtype", "sum", "tan", "tanh",
    "time", "timediff", "total", "total_changes", "trim", "trunc", "typeof", "unhex", "unicode",
    "unixepoch", "unlikely", "upper", "zeroblob",
  ]

  private static let words: [Int32: String] = [
    SQLITE_ALTER_TABLE: "ALTER TABLE", SQLITE_ANALYZE: "ANALYZE", SQLITE_ATTACH: "ATTACH",
    SQLITE_CREATE_INDEX: "CREATE INDEX", SQLITE_CREATE_TABLE: "CREATE TABLE",
    SQLITE_CREATE_TEMP_INDEX: "CREATE INDEX", SQLITE_CREATE_TEMP_TABLE: "CREATE TEMP TABLE",
    SQLITE_CREATE_TEMP_TRIGGER: "CREATE TEMP TRIGGER",
    SQLITE_CREATE_TEMP_VIEW: "CREATE TEMP VIEW", SQLITE_CREATE_TRIGGER: "CREATE TRIGGER",
    SQLITE_CREATE_VIEW: "CREATE VIEW", SQLITE_CREATE_VTABLE: "CREATE VIRTUAL TABLE",
    SQLITE_DETACH: "DETACH", SQLITE_DROP_INDEX: "DROP INDEX", SQLITE_DROP_TABLE: "DROP TABLE",
    SQLITE_DROP_TEMP_INDEX: "DROP INDEX", SQLITE_DROP_TEMP_TABLE: "DROP TABLE",
    SQLITE_DROP_TEMP_TRIGGER: "DROP TRIGGER", SQLITE_DROP_TEMP_VIEW: "DROP VIEW",
    SQLITE_DROP_TRIGGER: "DROP TRIGGER", SQLITE_DROP_VIEW: "DROP VIEW",
    SQLITE_DROP_VTABLE: "DROP TABLE", SQLITE_REINDEX: "REINDEX",
  ]
}
