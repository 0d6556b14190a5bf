import Glibc

/// One line on standard error, written over and over; only where a terminal is there to see it.
struct ProgressLine {
  private let total: Int
  private let started = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var isShown = false

  /// A line for an input of `total` bytes, 0 if that is not known; nil where standard error is no terminal.
  init?(total: Int) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    self.total = total
  }

  /// Shows articles, megabytes a second, and the time that is left; at most ten times a second.
  mutating func show(articles: Int, bytes: Int) {
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    let seconds = Self.seconds(now - started)
    guard seconds > 0 else { return }
    let rate = Double(bytes) / seconds
    var line = "\(articles) articles, \(Self.oneDecimal(rate / 1e6)) MB/s"
    if total > 0, bytes > 0 {
      let share = min(1, Double(bytes) / Double(total))
      line += ", \(Int(share * 100)) %"
      if seconds > 1 { line += ", \(Self.time(Double(max(0, total - bytes)) / rate)) left" }
    }
    try? writeAll(Array("\r\u{1B}[K\(line)".utf8), to: STDERR_FILENO)
    isShown = true
  }

  /// Takes the line away, so that something else can be said.
  mutating func clear() {
    guard isShown else { return }
    try? writeAll(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
    isShown = false
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func oneDecimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 359_999))
    let (minutes, rest) = (whole / 60, whole % 60)
    return "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
  }
}
