import Foundation
import FuzzTargets
import Testing

/// What `scripts/fuzz` found, and other inputs that are hard to take: files of `Cases/TARGET`, run again.
@Suite struct FuzzCaseTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Cases")

  static let cases: [(target: FuzzTarget, name: String)] = FuzzTarget.allCases.flatMap { target in
    let files =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: target.rawValue).path)) ?? []
    return files.sorted().map { (target, $0) }
  }

  @Test func everyFolderIsThatOfATarget() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(folders).isSubset(of: Set(FuzzTarget.allCases.map(\.rawValue))))
    #expect(Self.cases.count >= 7)
  }

  /// A target traps where something does not hold, which ends the tests.
  @Test(arguments: cases.indices)
  func isTaken(index: Int) throws {
    let (target, name) = Self.cases[index]
    let file = Self.folder.appending(path: target.rawValue).appending(path: name)
    target.run(try Array(Data(contentsOf: file)))
  }
}
