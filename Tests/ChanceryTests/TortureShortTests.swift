import Foundation
import Testing

/// The short form of `make torture`: with CHANCERY_TORTURE_SHORT=1, as it takes minutes with a debug build.
@Suite struct TortureShortTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["CHANCERY_TORTURE_SHORT"] != nil))
  func importsHold() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scripts/torture")
      .path
    let result = try Program.shell("\"$0\" \"$1\" --short", [script, Program.path])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }
}
