import Glibc

/// A stream of bytes, read in pieces.
protocol ByteSource: AnyObject {
  /// Fills part of the buffer and returns how many bytes, 0 at the end. Throws `Refusal`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// The bytes of a file, or of standard input.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let path: String

  /// Opens a file for reading; `-` is standard input. Throws `Refusal`.
  init(path: String) throws {
    self.path = path
    guard path != "-" else {
      descriptor = 0
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal(source: path, reason: systemReason(errno)) }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw Refusal(source: path, reason: systemReason(errno)) }
    }
  }
}

/// The system's words for an error number.
func systemReason(_ number: Int32) -> String { String(cString: strerror(number)) }
