import Glibc

/// The terminal behind standard output, if there is one.
public struct Terminal: Sendable {
  /// Whether standard output is a terminal.
  public let isTerminal: Bool
  /// Its size in character cells, or what `COLUMNS` says, else 80; meaningless where there is no terminal.
  public let columns: Int
  /// Its height in lines, 24 where that is not known.
  public let lines: Int
  /// Whether colour is wanted: a terminal that is not dumb, and `NO_COLOR` unset or empty (https://no-color.org).
  public let colour: Bool

  /// What standard output is now.
  public static func standardOutput() -> Terminal {
    Terminal(descriptor: STDOUT_FILENO)
  }

  init(descriptor: Int32) {
    isTerminal = isatty(descriptor) == 1
    var size = winsize()
    let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    let told = Self.environment("COLUMNS").flatMap { Int($0) } ?? 0
    columns = known && size.ws_col > 0 ? Int(size.ws_col) : told > 0 ? told : 80
    lines = known && size.ws_row > 0 ? Int(size.ws_row) : 24
    let isDumb = Self.environment("TERM").map { $0 == "dumb" || $0.isEmpty } ?? true
    colour = isTerminal && !isDumb && (Self.environment("NO_COLOR") ?? "").isEmpty
  }

  /// A variable of the environment, nil if unset.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
