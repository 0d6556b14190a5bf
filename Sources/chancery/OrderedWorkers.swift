import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// Runs a function over a stream on several threads; results come back in the order of the stream, and only a
/// bounded number of items is under way at any time.
struct OrderedWorkers<Input: Sendable, Output: Sendable> {
  /// How many threads work. With 1 all runs on the calling thread.
  let threads: Int
  /// What each of them does with an item.
  let work: @Sendable (Input) -> Output

  /// As many threads as there are cores that this process may use, unless told otherwise.
  init(threads: Int? = nil, work: @escaping @Sendable (Input) -> Output) {
    self.threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    self.work = work
  }

  /// Takes items from `next` until it gives nil, and hands each result to `take`; both run on the calling thread.
  func run(next: () throws -> Input?, take: (Output) throws -> Void) throws {
    guard threads > 1 else {
      while let input = try next() { try take(work(input)) }
      return
    }
    let queue = JobQueue()
    for _ in 0..<threads { WorkerThread.start { queue.runJobs() } }
    defer { queue.finish(workers: threads) }

    var pending: [Slot<Output>] = []
    var first = 0
    var exhausted = false
    while true {
      while !exhausted, pending.count - first < threads * 8 {
        guard let input = try next() else {
          exhausted = true
          break
        }
        let slot = Slot<Output>()
        let work = work
        queue.add { slot.fill(work(input)) }
        pending.append(slot)
      }
      guard first < pending.count else { return }
      let slot = pending[first]
      first += 1
      if first == 256 {
        pending.removeFirst(first)
        first = 0
      }
      if let output = slot.wait() { try take(output) }
    }
  }
}

/// A place for one result.
private final class Slot<Output: Sendable>: Sendable {
  private let value = Mutex<Output?>(nil)
  private let ready = DispatchSemaphore(value: 0)

  func fill(_ output: Output) {
    value.withLock { $0 = output }
    ready.signal()
  }

  func wait() -> Output? {
    ready.wait()
    return value.withLock { $0 }
  }
}

/// Jobs for the workers; an empty one ends a worker.
private final class JobQueue: Sendable {
  private let jobs = Mutex<[(@Sendable () -> Void)?]>([])
  private let available = DispatchSemaphore(value: 0)

  func add(_ job: @escaping @Sendable () -> Void) { put(job) }

  func finish(workers: Int) { for _ in 0..<workers { put(nil) } }

  func runJobs() {
    while true {
      available.wait()
      guard let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
      job()
    }
  }

  private func put(_ job: (@Sendable () -> Void)?) {
    jobs.withLock { $0.append(job) }
    available.signal()
  }
}

/// Detached threads with a stack of the main thread's size: Dispatch gives its own 512 KB only.
private enum WorkerThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  static func start(_ run: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 16 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let body = Unmanaged.passRetained(Body(run))
    pthread_create(
      &thread, &attributes,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
    pthread_attr_destroy(&attributes)
  }
}
