import ArgumentParser
import Language

@main
struct TrainLanguage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-language",
    abstract: "Trains the models of the language layer from treebanks, and scores them.",
    subcommands: [Train.self, Score.self])
}

extension LanguageCode: ExpressibleByArgument {}
