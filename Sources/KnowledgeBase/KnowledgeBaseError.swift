/// Why a file cannot be used as a knowledge base, or a request cannot be carried out.
public enum KnowledgeBaseError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no file at that path.
  case missing(path: String)
  /// The file cannot be opened or read; the system's word is given.
  case unreadable(path: String, reason: String)
  /// The file is something else: another program's database, or no database.
  case notChancery(path: String)
  /// The file is a Chancery database that SQLite finds damaged.
  case damaged(path: String, reason: String)
  /// The file was written by a later version of the program.
  case newer(path: String, version: Int64)
  /// Nothing goes by that id, key or name; `near` are names that are written nearly so.
  case notFound(what: String, name: String, near: [String] = [])
  /// Several go by that name; each is told by id and name.
  case ambiguous(name: String, choices: [String])
  /// What was asked for makes no sense, and why.
  case invalid(reason: String)

  /// One line: what is wrong, and what helps.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such file; `chancery import` makes a database"
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .notChancery(let path): "\(path): not a Chancery database; choose another file with --db"
    case .damaged(let path, let reason):
      "\(path): damaged (\(reason)); make it again by importing the articles into a new file"
    case .newer(let path, let version):
      "\(path): written by a newer chancery (schema version \(version), this program knows \(Schema.version)); "
        + "use the newer program"
    case .notFound(let what, let name, let near):
      "no \(what) goes by \"\(name)\"" + (near.isEmpty ? "" : "; \(near.joined(separator: ", "))?")
    case .ambiguous(let name, let choices):
      "\"\(name)\" may be: \(choices.joined(separator: "; ")); give the id"
    case .invalid(let reason): reason
    }
  }

  /// True if the file is no Chancery database that this program can use.
  public var concernsFile: Bool {
    switch self {
    case .notChancery, .damaged, .newer: true
    default: false
    }
  }
}
