import CEdit
import FoundationEssentials
import Glibc
import Questions
import Records
import SQLite

/// The prompt of `chancery ask` on a terminal: libedit's line editing, a history kept between sessions, and Tab for names.
struct AskPrompt {
  let database: Database

  /// More words than anyone pages through, and quick to load.
  private static let maximumWords = 50_000

  /// Reads questions until Ctrl-D and gives each to `body`.
  ///
  /// The history is `$XDG_STATE_HOME/chancery/history`, else `~/.local/state/chancery/history`; it is not kept where that
  /// cannot be written. Throws what `body` throws.
  func run(_ body: (String) throws -> Void) throws {
    setlocale(LC_CTYPE, "C.UTF-8")
    chancery_edit_begin()
    try loadWords()
    let history = historyFile()
    if let history { read_history(history) }
    complain("Ask in English or Spanish; Tab completes names, Ctrl-D ends.")
    while let line = readline("ask> ") {
      defer { free(line) }
      let question = String(cString: line)
      if question.allSatisfy(\.isWhitespace) { continue }
      add_history(line)
      // At once: Ctrl-C ends the program.
      if let history { write_history(history) }
      try body(question)
    }
    complain("")
  }

  /// The words of the base's names, those of most articles first among as many as are kept.
  private func loadWords() throws {
    var words: [(folded: String, shown: String)] = []
    var seen: Set<String> = []
    try database.query(
      "SELECT name FROM names ORDER BY articles DESC, id LIMIT ?",
      [.integer(Int64(Self.maximumWords))]
    ) { row in
      for part in (row.text(0) ?? "").split(separator: " ") where part.utf8.count > 2 {
        if seen.insert(String(part)).inserted { words.append((Folding.fold(part), String(part))) }
      }
    }
    words.sort { $0.shown < $1.shown }
    let table = chancery_completions().pointee
    guard table.count == 0 else { return }
    let folded = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: words.count)
    let shown = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: words.count)
    for (index, word) in words.enumerated() {
      folded[index] = strdup(word.folded)
      shown[index] = strdup(word.shown)
    }
    // libedit reads them until the program ends.
    chancery_completions().pointee = chancery_words(
      folded: folded, shown: shown, count: words.count)
  }

  private func historyFile() -> String? {
    let environment = ProcessInfo.processInfo.environment
    let state = environment["XDG_STATE_HOME"] ?? environment["HOME"].map { $0 + "/.local/state" }
    guard let state, !state.isEmpty else { return nil }
    let folder = state + "/chancery"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder + "/history"
  }
}
