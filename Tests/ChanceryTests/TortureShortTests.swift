import Foundation
import Testing

/// The short form of `make torture`: in CI, and with CHANCERY_TORTURE_SHORT=1.
@Suite struct TortureShortTests {
  private static let isWanted = ["CI", "CHANCERY_TORTURE_SHORT"].contains {
    ProcessInfo.processInfo.environment[$0] != nil
  }

  @Test(.enabled(if: isWanted))
  func importsHold() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scripts/torture")
      .path
    let result = try Program.shell("nice -n 10 \"$0\" \"$1\" --short", [script, Program.path])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }
}
