// How fast the language layer is: swift run -c release language-benchmark [FILE...]
// Reads the files (the seeds if none is given) over and over, on one core.
import FoundationEssentials
import Glibc
import Language

/// The processor's time that a piece of work takes, so that other programs on the machine do not count.
func seconds(_ body: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  body()
  return now() - start
}

/// The most memory that the process has had, from the line VmHWM of the kernel; 0 where there is none.
func peakMegabytes() -> Int {
  let status = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
  let line = String(decoding: status, as: UTF8.self).split(separator: "\n")
    .first { $0.hasPrefix("VmHWM:") }
  return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) / 1024
}

func report(_ what: String, _ tokens: Int, _ time: Double) {
  print(
    "\(what): \(tokens) tokens in \(Int(time * 1000)) ms, \(Int(Double(tokens) / time)) tokens/s")
}

var paths = Array(CommandLine.arguments.dropFirst())
if paths.isEmpty {
  paths = ["seeds/000_e7b5c976d4d3a4fe.txt", "seeds/004_499a4b70f703f964.txt"]
}
let texts = paths.compactMap { path -> String? in
  guard let data = FileManager.default.contents(atPath: path) else {
    print("\(path): cannot be read")
    return nil
  }
  return String(decoding: data, as: UTF8.self)
}
guard !texts.isEmpty else { exit(1) }

let annotator = Annotator()
var first = annotator.segment("The minister met the president in Lima.")
print("first sentence: \(Int(seconds { annotator.parse(&first.sentences[0]) } * 1_000_000)) µs")

let rounds = max(1, 400_000 / max(1, texts.reduce(0) { $0 + $1.utf8.count }))
var tokens = 0
var time = seconds {
  for _ in 0..<rounds * 4 {
    for text in texts {
      tokens += annotator.segment(text).sentences.reduce(0) { $0 + $1.tokens.count }
    }
  }
}
report("sentences and words", tokens, time)
tokens = 0
time = seconds {
  for _ in 0..<rounds {
    for text in texts {
      for var sentence in annotator.segment(text).sentences {
        annotator.tag(&sentence)
        tokens += sentence.tokens.count
      }
    }
  }
}
report("with tags, lemmas and morphology", tokens, time)
tokens = 0
time = seconds {
  for _ in 0..<rounds {
    for text in texts {
      for var sentence in annotator.segment(text).sentences {
        annotator.parse(&sentence)
        tokens += sentence.tokens.count
      }
    }
  }
}
report("the whole layer", tokens, time)

// A text with no stop at all: time grows with its length, memory stays bounded.
let words = "the minister of trade and the president of the republic "
for size in [1, 10] {
  let text = String(repeating: words, count: size * 1_000_000 / words.utf8.count)
  tokens = 0
  time = seconds {
    for var sentence in annotator.segment(text).sentences {
      annotator.parse(&sentence)
      tokens += sentence.tokens.count
    }
  }
  report("\(size) MB with no stop", tokens, time)
}
print("peak memory: \(peakMegabytes()) MB")
