import CResources
import Language

/// The parties of well-known agreements (`Sources/CResources/agreements/known.tsv`), by words of their names: of "the Good
/// Friday Agreement" they are the United Kingdom and Ireland, whoever else speaks of it.
struct KnownAgreements: Sendable {
  /// An agreement of the table.
  struct Known: Sendable, Equatable {
    /// The line of the table, the same for all names of one agreement.
    var line: Int
    /// The codes of its parties.
    var parties: Set<String>
  }

  private var names: [(words: [Substring], known: Known)] = []
  /// By its first word: where a name stands in `names`.
  private var byFirst: [Substring: [Int]] = [:]

  /// The agreement whose title has certain folded words, the first of the table if it has those of several; nil for one that is not known.
  func agreement(ofTitle words: [String]) -> Known? {
    var title = ""
    for word in words {
      // "T-MEC", "Belfast/Good Friday": one word or three, as the words are cut.
      let isTied = word == "-" || title.hasSuffix("-")
      title +=
        (title.isEmpty || isTied ? "" : " ") + word.split(separator: "/").joined(separator: " ")
    }
    let cut = title.split(separator: " ", omittingEmptySubsequences: false)
    var found: Int?
    for start in cut.indices {
      for name in byFirst[cut[start]] ?? []
      where name < found ?? names.count && cut[start...].starts(with: names[name].words) {
        found = name
      }
    }
    return found.map { names[$0].known }
  }

  /// The table compiled into the program; the tests read the file strictly.
  static let builtIn: KnownAgreements = {
    let bytes = UnsafeBufferPointer(
      start: chancery_agreements_known, count: chancery_agreements_known_length)
    return (try? KnownAgreements(String(decoding: bytes, as: UTF8.self))) ?? KnownAgreements()
  }()

  private init() {}

  /// Reads the table; throws `AgreementLexicon.Failure` with the line that is wrong.
  init(_ text: String) throws {
    try AgreementLexicon.rows("known.tsv", text, columns: 2) { row in
      let parties = Set(row.fields[1].split(separator: " ").map(String.init))
      guard parties.count >= 2, parties.allSatisfy({ $0.count == 2 }) else {
        throw AgreementLexicon.Failure(
          file: row.file, line: row.line, reason: "two or more codes of two letters are needed")
      }
      for words in row.alternatives(0) {
        let cut = words.split(separator: " ", omittingEmptySubsequences: false)
        byFirst[cut[0], default: []].append(names.count)
        names.append((cut, Known(line: row.line, parties: parties)))
      }
    }
  }
}
