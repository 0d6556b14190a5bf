import Foundation

/// Runs the program that was built beside these tests.
struct Program {
  /// What a run left.
  struct Result {
    let status: Int32
    let output: Data
    let errors: String
    /// The output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The path of the built `chancery`.
  static var path: String {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return own.deletingLastPathComponent().appending(path: "chancery").path
  }

  /// Runs `chancery` with these arguments and waits for its end. Input and output go through files, so that neither
  /// side can block the other. `variables` are added to the environment, without `CHANCERY_*` of the outside.
  static func run(
    _ arguments: [String], input: Data = Data(), variables: [String: String] = [:],
    folder: URL? = nil
  ) throws -> Result {
    try shell(
      ["exec", "\"$0\"", "\"$@\""].joined(separator: " "), [path] + arguments,
      input: input, variables: variables, folder: folder)
  }

  /// Runs a line of shell, in which `$0` is the first of the arguments.
  static func shell(
    _ line: String, _ arguments: [String], input: Data = Data(), variables: [String: String] = [:],
    folder: URL? = nil
  ) throws -> Result {
    let scratch = try Scratch()
    let names = ["in", "out", "err"].map { scratch.file($0) }
    try input.write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line] + arguments
    process.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("CHANCERY") }.merging(variables) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try Data(contentsOf: names[1]),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }
}

/// A folder of its own for one test, gone with the value.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "chancery-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A path in the folder.
  func file(_ name: String) -> URL { folder.appending(path: name) }
}
