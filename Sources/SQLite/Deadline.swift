import Glibc
import Synchronization

/// The time that queries may take, on the monotonic clock; the clock stands still while it is paused.
public final class Deadline: Sendable {
  private struct State {
    /// Nanoseconds that ran before the last pause.
    var spent: UInt64 = 0
    /// When the clock began to run again; nil while it is paused.
    var since: UInt64?
  }

  /// The bound in seconds; nil for none.
  public let seconds: Double?
  private let state: Mutex<State>

  /// A bound of `seconds` from now; none if nil.
  public init(seconds: Double?) {
    self.seconds = seconds
    state = Mutex(State(since: Self.now()))
  }

  /// Stops the clock, as while a reader holds up the output.
  public func pause() {
    let now = Self.now()
    state.withLock {
      if let since = $0.since { $0.spent += now - since }
      $0.since = nil
    }
  }

  /// Lets the clock run again.
  public func resume() {
    let now = Self.now()
    state.withLock { if $0.since == nil { $0.since = now } }
  }

  /// True while the clock stands still.
  public var isPaused: Bool { state.withLock { $0.since == nil } }

  /// True once the time is over, and `grace` more seconds have passed.
  public func hasPassed(grace: Double = 0) -> Bool {
    guard let seconds else { return false }
    let now = Self.now()
    let spent = state.withLock { $0.spent + ($0.since.map { now > $0 ? now - $0 : 0 } ?? 0) }
    return Double(spent) > (seconds + grace) * 1e9
  }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }
}
