import FuzzTargets
import Glibc

/// libFuzzer's own main function: reads the arguments and calls `body` until a limit or a finding.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutableRawPointer,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

// By the environment, as libFuzzer starts this program again with its own arguments.
private let target = getenv("FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

private func runOne(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  target?.run(Array(UnsafeBufferPointer(start: bytes, count: size)))
  return 0
}

/// `FUZZ_TARGET=NAME fuzz [libFuzzer's arguments]`: see `scripts/fuzz`.
@main enum Fuzz {
  static func main() {
    guard target != nil else {
      print("FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
      return
    }
    let count = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    count.initialize(to: CommandLine.argc)
    let arguments = UnsafeMutablePointer<UnsafeMutableRawPointer>.allocate(capacity: 1)
    arguments.initialize(to: UnsafeMutableRawPointer(CommandLine.unsafeArgv))
    _ = runDriver(count, arguments, runOne)
  }
}
