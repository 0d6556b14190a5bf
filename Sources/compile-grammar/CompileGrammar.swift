import FoundationEssentials
import Questions

/// Makes the image of the grammar of questions from its text: `compile-grammar TEXT IMAGE`.
@main
struct CompileGrammar {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let text = arguments.first, let image = arguments.last, arguments.count == 2 else {
      throw Usage()
    }
    let made = try GrammarImage.make(text: Array(Data(contentsOf: URL(filePath: text))))
    try Data(made).write(to: URL(filePath: image))
  }
}

/// The arguments are not what is wanted.
struct Usage: Error, CustomStringConvertible {
  var description: String { "usage: compile-grammar TEXT IMAGE" }
}
