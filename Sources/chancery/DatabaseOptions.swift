import ArgumentParser
import FoundationEssentials
import KnowledgeBase
import SQLite

/// Which database file a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "The database (default: $CHANCERY_DB, else ./chancery.db).", valueName: "file"),
    completion: .file())
  var file: String?

  /// The path of the file: `--db`, else `$CHANCERY_DB`, else `./chancery.db`.
  var path: String {
    let told = file ?? ProcessInfo.processInfo.environment["CHANCERY_DB"].flatMap(Self.nonEmpty)
    return told ?? "./chancery.db"
  }

  /// Opens the database for reading only. Throws `Failure` if there is none, or if it is not one of ours.
  func openReadOnly() throws -> Database {
    let path = path
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        "there is no database \(path): make one with `chancery import PATH`, or name one with --db")
    }
    do {
      // A name that begins with file: is a name here, and no URI.
      let database = try Database(
        path: path.hasPrefix("file:") ? "./" + path : path, mode: .readOnly)
      guard try database.scalar("PRAGMA application_id") == .integer(Schema.applicationID) else {
        throw Failure("\(path) is not a Chancery database", code: .notChancery)
      }
      return database
    } catch let error as SQLiteError where error.isDamaged {
      throw Failure(
        "\(path) is not a Chancery database, or damaged: \(error.message)", code: .notChancery)
    } catch let error as SQLiteError {
      throw Failure("cannot open \(path): \(error.message)")
    }
  }

  private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
