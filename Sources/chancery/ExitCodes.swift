import ArgumentParser
import CHeap
import Output
import Questions
import SQLite

extension ExitCode {
  /// Some of the inputs were refused; the others are done.
  static let someRefused = ExitCode(2)
  /// The question was not understood, or a name in it is ambiguous.
  static let notUnderstood = ExitCode(3)
  /// The file is no Chancery database, or is damaged.
  static let notChancery = ExitCode(4)
  /// A limit was hit.
  static let limit = ExitCode(5)
  /// Ctrl-C, as a shell reports it.
  static let interrupted = ExitCode(130)
}

/// The end of a command that failed: what the user is told, with the remedy, and the exit code.
struct Failure: Error, CustomStringConvertible {
  let description: String
  let code: ExitCode

  /// A failure with a message of one line, or of a few.
  init(_ description: String, code: ExitCode = .failure) {
    self.description = description
    self.code = code
  }
}

extension Chancery {
  /// Runs the command that the arguments name. Errors go to standard error as `chancery: …`; the exit code tells
  /// what kind of end it was.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // What a question needs is read while its arguments are.
    if arguments.first == Ask.configuration.commandName {
      chancery_heap_for_short_run()
      QuestionReader.prepare()
    }
    do {
      var command = try command(arguments)
      try command.run()
    } catch let failure as Failure {
      complain("chancery: \(failure)")
      exit(withError: failure.code)
    } catch let error as SandboxError {
      complain("chancery: \(error)")
      exit(withError: error.exitCode)
    } catch let error as SQLiteError {
      complain("chancery: \(error)")
      exit(withError: error.exitCode)
    } catch let error as OutputError {
      complain("chancery: \(error)")
      exit(withError: ExitCode.failure)
    } catch {
      exit(withError: error)
    }
  }
}

extension SQLiteError {
  /// How the program ends.
  var exitCode: ExitCode { isDamaged ? .notChancery : .failure }
}

extension SandboxError {
  /// How the program ends.
  var exitCode: ExitCode {
    switch self {
    case .refused: .failure
    case .limit: .limit
    case .interrupted: .interrupted
    }
  }
}
