import Glibc
import SQLite

/// What comes in by standard input.
enum StandardInput {
  /// Everything up to its end. Throws `SandboxError.limit` past `limit` bytes, and `Failure` if it cannot be read.
  static func read(limit: Int, what: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(STDIN_FILENO, &piece, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure("cannot read standard input: \(String(cString: strerror(errno)))")
      }
      if count == 0 { return bytes }
      bytes += piece[..<count]
      if bytes.count > limit {
        throw SandboxError.limit("the \(what) is longer than \(limit) bytes")
      }
    }
  }
}
