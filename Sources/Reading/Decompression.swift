import CZlib
import CZstd

/// Refuses what unpacks to far more than any text does.
struct UnpackingGuard {
  private let path: String
  private let limits: ReadingLimits
  private var packed = 0
  private var unpacked = 0

  init(path: String, limits: ReadingLimits) {
    self.path = path
    self.limits = limits
  }

  mutating func count(packed: Int) { self.packed += packed }

  mutating func count(unpacked: Int) throws {
    self.unpacked += unpacked
    guard self.unpacked <= limits.unpackedFreely || self.unpacked <= packed * limits.ratio else {
      throw Refusal(
        source: path,
        reason:
          "unpacks to more than \(limits.ratio) times its size (\(self.unpacked >> 20) MiB so far): "
          + "no text does; unpack it yourself if it is to be trusted")
    }
  }
}

/// What a gzip file holds; several members one after the other are one stream.
final class GzipSource: ByteSource {
  private let source: any ByteSource
  private let path: String
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var atEnd = false
  private var inMember = false
  private var check: UnpackingGuard

  init(_ source: any ByteSource, path: String, limits: ReadingLimits) throws {
    self.source = source
    self.path = path
    check = UnpackingGuard(path: path, limits: limits)
    input = .allocate(byteCount: 1 << 16, alignment: 16)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard chancery_inflate_init(stream) == Z_OK else {
      throw Refusal(source: path, reason: "zlib could not be started")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let output = buffer.bindMemory(to: UInt8.self)
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(clamping: output.count)
    let wanted = stream.pointee.avail_out
    while !atEnd, stream.pointee.avail_out == wanted {
      if stream.pointee.avail_in == 0 {
        let count = try source.read(into: input)
        check.count(packed: count)
        guard count > 0 else {
          if inMember { throw Refusal(source: path, reason: "the gzip file is cut short") }
          atEnd = true
          break
        }
        stream.pointee.next_in = input.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_in = UInt32(count)
      }
      inMember = true
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END:
        inMember = false
        inflateReset(stream)
      default:
        let reason = stream.pointee.msg.map { String(cString: $0) } ?? "not gzip"
        throw Refusal(source: path, reason: "damaged gzip file: \(reason)")
      }
    }
    let count = Int(wanted - stream.pointee.avail_out)
    try check.count(unpacked: count)
    return count
  }
}

/// What a Zstandard file holds; several frames one after the other are one stream.
final class ZstdSource: ByteSource {
  private let source: any ByteSource
  private let path: String
  private let context: OpaquePointer
  private let input: UnsafeMutableRawBufferPointer
  private var filled = 0
  private var used = 0
  private var atEnd = false
  private var inFrame = false
  private var check: UnpackingGuard

  init(_ source: any ByteSource, path: String, limits: ReadingLimits) throws {
    self.source = source
    self.path = path
    check = UnpackingGuard(path: path, limits: limits)
    guard let context = ZSTD_createDCtx() else {
      throw Refusal(source: path, reason: "zstd could not be started")
    }
    self.context = context
    // The window that `zstd` itself accepts without being told: 128 MiB.
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 27)
    input = .allocate(byteCount: 1 << 16, alignment: 16)
  }

  deinit {
    ZSTD_freeDCtx(context)
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
    while !atEnd, output.pos == 0 {
      if used == filled {
        filled = try source.read(into: input)
        used = 0
        check.count(packed: filled)
        guard filled > 0 else {
          if inFrame { throw Refusal(source: path, reason: "the zstd file is cut short") }
          atEnd = true
          break
        }
      }
      var packed = ZSTD_inBuffer(src: UnsafeRawPointer(input.baseAddress), size: filled, pos: used)
      let result = ZSTD_decompressStream(context, &output, &packed)
      used = packed.pos
      guard ZSTD_isError(result) == 0 else {
        let reason = String(cString: ZSTD_getErrorName(result))
        throw Refusal(source: path, reason: "damaged zstd file: \(reason)")
      }
      inFrame = result != 0
    }
    try check.count(unpacked: output.pos)
    return output.pos
  }
}
