// What Swift cannot import from sqlite3.h: macros that cast, and variadic functions.
#ifndef CHANCERY_CSQLITE_SHIM_H
#define CHANCERY_CSQLITE_SHIM_H

#if !__has_include(<sqlite3.h>)
#error "sqlite3.h not found: apt-get install libsqlite3-dev"
#endif
#include <sqlite3.h>

/// Binds UTF-8 text; SQLite takes a copy (SQLITE_TRANSIENT).
static inline int chancery_bind_text(sqlite3_stmt *statement, int index, const char *text,
                                     sqlite3_uint64 length) {
  return sqlite3_bind_text64(statement, index, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Binds bytes; SQLite takes a copy. An empty blob stays a blob and does not become NULL.
static inline int chancery_bind_blob(sqlite3_stmt *statement, int index, const void *bytes,
                                     sqlite3_uint64 length) {
  if (length == 0) return sqlite3_bind_zeroblob(statement, index, 0);
  return sqlite3_bind_blob64(statement, index, bytes, length, SQLITE_TRANSIENT);
}

/// sqlite3_db_config() for the options that take an int and give one back.
static inline int chancery_db_config(sqlite3 *database, int option, int value, int *now) {
  return sqlite3_db_config(database, option, value, now);
}

/// The result of an SQL function, copied (SQLITE_TRANSIENT).
static inline void chancery_result_text(sqlite3_context *context, const char *text,
                                        sqlite3_uint64 length) {
  sqlite3_result_text64(context, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

#endif
