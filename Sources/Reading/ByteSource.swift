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
  private let tally: ByteTally

  /// Opens a file for reading; `-` is standard input. Throws `Refusal`: also for what is neither a file nor a pipe.
  init(path: String, tally: ByteTally) throws {
    self.path = path
    self.tally = tally
    guard path != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal(source: path, reason: systemReason(errno)) }
  }

  deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        tally.bytes += count
        return count
      }
      guard errno == EINTR else { throw Refusal(source: path, reason: systemReason(errno)) }
    }
  }
}

/// How many bytes of the inputs were read so far, as they lie on disk.
final class ByteTally {
  var bytes = 0
}

/// Bytes read beforehand, then the rest of the stream that they came from.
final class PrefixedSource: ByteSource {
  private var prefix: ArraySlice<UInt8>
  private let rest: any ByteSource

  init(_ prefix: ArraySlice<UInt8>, then rest: any ByteSource) {
    self.prefix = prefix
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !prefix.isEmpty else { return try rest.read(into: buffer) }
    let count = min(prefix.count, buffer.count)
    buffer.copyBytes(from: prefix.prefix(count))
    prefix = prefix.dropFirst(count)
    return count
  }
}

/// Bytes that are at hand.
final class BytesSource: ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(rest.count, buffer.count)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}

extension ByteSource {
  /// The next bytes of the stream, as many as asked for or all that are left.
  func take(_ count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      while filled < count {
        let got = try read(into: UnsafeMutableRawBufferPointer(rebasing: raw[filled...]))
        guard got > 0 else { break }
        filled += got
      }
    }
  }

  /// All bytes of the stream; nil if they are more than `limit`.
  func takeAll(limit: Int) throws -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let piece = try take(min(1 << 18, limit + 1 - bytes.count))
      bytes += piece
      if bytes.count > limit { return nil }
      if piece.isEmpty { return bytes }
    }
  }
}

/// The system's words for an error number.
func systemReason(_ number: Int32) -> String {
  switch number {
  case ENOENT: "no such file or folder"
  case EACCES: "no permission to read it"
  case EISDIR: "is a folder"
  case ELOOP: "symbolic links that lead in a circle"
  default: String(cString: strerror(number))
  }
}
