import Glibc

/// A pager on the terminal: `$PAGER`, else `less`, which shows at once what fits on one screen.
public final class Pager {
  private let stream: UnsafeMutablePointer<FILE>

  /// Where to write what is to be paged.
  public var descriptor: Int32 { fileno(stream) }

  /// Starts the pager; nil where none is wanted (`PAGER` empty or `cat`, `TERM` dumb or unset) or found.
  public init?() {
    let command = Terminal.environment("PAGER") ?? "less"
    let term = Terminal.environment("TERM") ?? "dumb"
    guard command != "", command != "cat", term != "dumb", term != "", Self.isInstalled(command)
    else { return nil }
    // F: leave if one screen holds it; R: colours; X: leave the text on the screen.
    setenv("LESS", "FRX", 0)
    setenv("LESSCHARSET", "utf-8", 0)
    guard let stream = popen(command, "w") else { return nil }
    self.stream = stream
  }

  /// Says that all is written, and waits until the reader leaves.
  public func close() { pclose(stream) }

  /// Whether the first word of the command is a program that can be run.
  private static func isInstalled(_ command: String) -> Bool {
    let program = command.prefix { $0 != " " }
    if program.contains("/") { return access(String(program), X_OK) == 0 }
    return (Terminal.environment("PATH") ?? "/usr/bin:/bin").split(separator: ":").contains {
      access("\($0)/\(program)", X_OK) == 0
    }
  }
}
