import SQLite

extension KnowledgeBase {
  private struct Trial<T: Sendable>: Error { var result: T }

  /// Changes the base in one transaction and tells what is different then, a line each. With `dryRun` nothing is kept.
  ///
  /// The change is made once for trial and taken back, to learn which rows it touches and what they looked like; so only
  /// these are compared, however large the base is.
  func comparing<T: Sendable>(dryRun: Bool, _ change: (Loader) throws -> T) throws -> (T, [String])
  {
    let log = ChangeLog()
    let outcome: (result: T, after: Contents)
    do {
      _ = try withLoader { loader -> T in
        let result = try database.observing(log.note) { try change(loader) }
        try log.look(database)
        throw Trial(result: result)
      }
      throw KnowledgeBaseError.invalid(reason: "a trial was kept")
    } catch let trial as Trial<T> {
      try log.look(database)
      let before = try log.contents(database)
      guard !dryRun else {
        // Once more, now that it is known of what to tell.
        let after = try trying { loader in
          _ = try change(loader)
          return try log.contents(database)
        }
        return (trial.result, after.changes(since: before))
      }
      outcome = try withLoader { (try change($0), try log.contents(database)) }
      return (outcome.result, outcome.after.changes(since: before))
    }
  }

  /// Runs something and takes it back.
  private func trying<T: Sendable>(_ body: (Loader) throws -> T) throws -> T {
    do {
      _ = try withLoader { loader -> T in throw Trial(result: try body(loader)) }
    } catch let trial as Trial<T> {
      return trial.result
    }
    throw KnowledgeBaseError.invalid(reason: "a trial was kept")
  }
}
