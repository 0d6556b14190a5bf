import ArgumentParser
import Dispatch
import Glibc
import SQLite

/// Ctrl-C and the last resort while a query runs.
///
/// Ctrl-C interrupts the query, which then ends in `SandboxError.interrupted`. A single step of SQLite's virtual
/// machine, such as a LIKE over a giant text, hears neither interrupts nor deadlines; if the query has not ended a
/// second after either, the process ends at once. It only reads, so nothing is left half done.
final class Interruption {
  private let signals: any DispatchSourceSignal
  private let watchdog: any DispatchSourceTimer

  /// Watches over the queries of one connection, from now until it is released.
  init(_ interrupter: Interrupter, deadline: Deadline) {
    let queue = DispatchQueue(label: "interruption")
    signal(SIGINT, SIG_IGN)
    signals = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
    watchdog = DispatchSource.makeTimerSource(queue: queue)
    signals.setEventHandler {
      interrupter.interrupt()
      queue.asyncAfter(deadline: .now() + 1) {
        // While the output is written or paged nothing hangs, and a pager must not be left alone.
        if !deadline.isPaused { _exit(ExitCode.interrupted.rawValue) }
      }
    }
    watchdog.setEventHandler {
      guard deadline.hasPassed(grace: 1) else { return }
      complain("chancery: stopped after the time limit; --timeout SECONDS allows more")
      _exit(ExitCode.limit.rawValue)
    }
    watchdog.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(200))
    signals.activate()
    watchdog.activate()
  }

  deinit {
    signals.cancel()
    watchdog.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
