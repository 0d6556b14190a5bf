import FoundationEssentials
import Questions

/// Makes the images of the grammar of questions, from its text, and of names, from the data files that are compiled in:
/// `compile-grammar TEXT IMAGE NAMES`.
@main
struct CompileGrammar {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 3 else { throw Usage() }
    let (text, image, names) = (arguments[0], arguments[1], arguments[2])
    let made = try GrammarImage.make(text: Array(Data(contentsOf: URL(filePath: text))))
    try Data(made).write(to: URL(filePath: image))
    try Data(NamesImage.make()).write(to: URL(filePath: names))
  }
}

/// The arguments are not what is wanted.
struct Usage: Error, CustomStringConvertible {
  var description: String { "usage: compile-grammar TEXT IMAGE NAMES" }
}
