import CSQLite

extension Database {
  private final class Observer {
    let note: (String, Int64) -> Void
    init(_ note: @escaping (String, Int64) -> Void) { self.note = note }
  }

  /// Calls `note` with the table and the row id of every row that `body` inserts, changes or deletes, also by foreign
  /// keys; tables without row ids are left out (https://www.sqlite.org/c3ref/update_hook.html). `note` must not use the
  /// connection.
  public func observing<T>(
    _ note: @escaping (String, Int64) -> Void, _ body: () throws -> T
  ) rethrows -> T {
    let observer = Observer(note)
    return try withExtendedLifetime(observer) {
      sqlite3_update_hook(
        handle,
        { context, _, _, table, row in
          guard let context, let table else { return }
          Unmanaged<Observer>.fromOpaque(context).takeUnretainedValue()
            .note(String(cString: table), row)
        }, Unmanaged.passUnretained(observer).toOpaque())
      defer { sqlite3_update_hook(handle, nil, nil) }
      return try body()
    }
  }
}
