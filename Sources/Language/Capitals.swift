extension Unicode.Scalar {
  /// True for a capital letter: `properties.isUppercase`, without asking the tables of Unicode for the letters and signs
  /// that our languages have.
  public var isCapital: Bool {
    switch value {
    case 0..<0x80: value >= 0x41 && value <= 0x5A
    case 0x80..<0x100: value >= 0xC0 && value <= 0xDE && value != 0xD7
    case 0x2000..<0x2070: false
    default: properties.isUppercase
    }
  }
}

extension String {
  /// In small letters: `lowercased()`, without a copy of a word that is so already.
  public var small: String {
    let isSmall = withBytes { bytes in
      for byte in bytes where byte >= 0x80 || byte >= 0x41 && byte <= 0x5A { return false }
      return true
    }
    return isSmall ? self : lowercased()
  }
}
