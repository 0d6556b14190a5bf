import Glibc

/// Writes to standard output in large pieces. What could not be written is an error, a closed pipe a quiet end.
struct OutputStream: ~Copyable {
  private var buffer: [UInt8] = []

  /// Adds bytes, and writes when enough have come together.
  mutating func write(_ bytes: some Collection<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes all that is held back. Throws `WriteError`.
  mutating func flush() throws {
    try writeAll(buffer, to: STDOUT_FILENO)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// What the system said when it would not write.
struct WriteError: Error, CustomStringConvertible {
  let number: Int32
  var description: String { "cannot write: \(String(cString: strerror(number)))" }
}

/// Writes a line to standard error.
func complain(_ line: String) { try? writeAll(Array((line + "\n").utf8), to: STDERR_FILENO) }

func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws {
  try bytes.withUnsafeBytes { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        guard errno == EINTR else { throw WriteError(number: errno) }
      } else {
        rest = rest.dropFirst(count)
      }
    }
  }
}
