import Glibc
import Output

/// Writes to standard output in large pieces. What could not be written is an error, a closed pipe a quiet end. On a
/// terminal the control characters of articles are pictured.
struct OutputStream: ~Copyable {
  private var buffer: [UInt8] = []
  private let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Adds bytes, and writes when enough have come together.
  mutating func write(_ bytes: some Collection<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes all that is held back. Throws `WriteError`.
  mutating func flush() throws {
    if isTerminal {
      let text = String(decoding: buffer, as: UTF8.self)
      buffer = Array(Controls.pictured(text, keepingLines: true).utf8)
    }
    try writeAll(buffer, to: STDOUT_FILENO)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// What the system said when it would not write.
struct WriteError: Error, CustomStringConvertible {
  let number: Int32
  var description: String { "cannot write: \(String(cString: strerror(number)))" }
}

/// Writes a line to standard error; control characters, which names of files and words of articles may hold, are
/// pictured.
func complain(_ line: String) {
  let text = Controls.pictured(line, keepingLines: true) + "\n"
  try? writeAll(Array(text.utf8), to: STDERR_FILENO)
}

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
