import FoundationEssentials

/// Cases in files that people add to: fields separated by tabs, `#` begins a comment line.
enum CaseFile {
  static func rows(_ name: String, path: String = #filePath) -> [[String]] {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    guard let data = FileManager.default.contents(atPath: "/\(folder)/Cases/\(name)") else {
      return []
    }
    return String(decoding: data, as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}

/// A generator of numbers that a seed determines (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
