import ArgumentParser
import KnowledgeBase
import SQLite

extension DatabaseOptions {
  /// Opens the knowledge base. Throws `Failure` with the exit code that fits.
  ///
  /// `busyTimeout` is how long another program's lock is waited for, in milliseconds.
  func open(_ mode: KnowledgeBase.Mode, busyTimeout: Int = 5_000) throws -> KnowledgeBase {
    let path = path
    return try explained {
      try KnowledgeBase(
        path: path.hasPrefix("file:") ? "./" + path : path, mode: mode, busyTimeout: busyTimeout)
    }
  }
}

/// Runs something on the knowledge base; its errors become failures with the exit code that fits.
func explained<T>(_ body: () throws -> T) throws -> T {
  do {
    return try body()
  } catch let error as KnowledgeBaseError {
    throw Failure("\(error)", code: error.exitCode)
  }
}

extension KnowledgeBaseError {
  /// How the program ends.
  var exitCode: ExitCode {
    if concernsFile { return .notChancery }
    if case .ambiguous = self { return .notUnderstood }
    return .failure
  }
}
