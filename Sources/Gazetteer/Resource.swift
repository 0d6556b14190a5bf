import CResources

/// A text compiled into the program.
enum Resource {
  /// The bytes of an embedded file as text; they are valid UTF-8, which the tests check.
  static func text(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }
}
