import Glibc

/// Why output ended before its time.
public enum OutputError: Error, Equatable, CustomStringConvertible {
  /// The reader has gone (EPIPE), as with `| head`. Not worth a word.
  case closed
  /// The write failed; the system's reason.
  case failed(String)

  /// The reason, in one line.
  public var description: String {
    switch self {
    case .closed: "output: the reader has gone"
    case .failed(let reason): "cannot write the output: \(reason)"
    }
  }
}

/// A buffer of bytes before a file descriptor, or one in memory.
///
/// Appending never throws: the first failed write is kept in `failure`, later bytes are dropped, and `flush`
/// throws it. Not thread-safe.
public final class ByteSink {
  private let buffer: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private var count = 0
  private let descriptor: (() -> Int32)?
  private var memory: [UInt8] = []

  /// The first failure, if there was one.
  public private(set) var failure: OutputError?
  /// Called with true before a write, which may block as long as the reader likes, and with false after it.
  public var whileWriting: ((Bool) -> Void)?

  /// A sink that writes to an open file descriptor, which it does not close.
  public convenience init(descriptor: Int32, capacity: Int = 1 << 16) {
    self.init(capacity: capacity) { descriptor }
  }

  /// A sink that asks for the file descriptor before each write, so that a pager can be begun with the first of them.
  public init(capacity: Int = 1 << 16, descriptor: @escaping () -> Int32) {
    self.descriptor = descriptor
    self.capacity = max(64, capacity)
    buffer = .allocate(capacity: self.capacity)
  }

  /// A sink that keeps everything in memory.
  public init() {
    descriptor = nil
    capacity = 1 << 12
    buffer = .allocate(capacity: capacity)
  }

  deinit {
    drain()
    buffer.deallocate()
  }

  /// Everything that a sink in memory was given.
  public var bytes: [UInt8] {
    drain()
    return memory
  }

  /// The same as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends one byte.
  public func append(_ byte: UInt8) {
    if count == capacity { drain() }
    buffer[count] = byte
    count += 1
  }

  /// Appends bytes.
  public func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    if bytes.count > capacity - count {
      drain()
      if bytes.count >= capacity {
        write(start, bytes.count)
        return
      }
    }
    (buffer + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Appends text as UTF-8.
  public func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends text that is known when compiling.
  public func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends an integer in decimal.
  public func append(decimal number: Int64) {
    if capacity - count < 20 { drain() }
    var magnitude = number.magnitude
    var digits = 1
    var bound: UInt64 = 10
    while magnitude >= bound {
      digits += 1
      let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
      if overflow { break }
      bound = next
    }
    if number < 0 {
      buffer[count] = UInt8(ascii: "-")
      count += 1
    }
    var position = count + digits
    count = position
    repeat {
      position -= 1
      buffer[position] = UInt8(truncatingIfNeeded: magnitude % 10) &+ 0x30
      magnitude /= 10
    } while magnitude > 0
  }

  /// Appends the same byte several times.
  public func append(_ byte: UInt8, times: Int) {
    for _ in 0..<max(0, times) { append(byte) }
  }

  /// Writes out what is buffered. Throws the first failure of any write so far.
  public func flush() throws(OutputError) {
    drain()
    if let failure { throw failure }
  }

  private func drain() {
    guard count > 0 else { return }
    write(UnsafePointer(buffer), count)
    count = 0
  }

  private func write(_ start: UnsafePointer<UInt8>, _ length: Int) {
    guard failure == nil else { return }
    guard let descriptor else {
      memory.append(contentsOf: UnsafeBufferPointer(start: start, count: length))
      return
    }
    whileWriting?(true)
    defer { whileWriting?(false) }
    let target = descriptor()
    var done = 0
    while done < length {
      let written = Glibc.write(target, start + done, length - done)
      if written > 0 {
        done += written
      } else if written < 0, errno != EINTR {
        failure = errno == EPIPE ? .closed : .failed(String(cString: strerror(errno)))
        break
      }
    }
  }
}
