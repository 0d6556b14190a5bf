import ArgumentParser

extension Chancery {
  /// The command that the arguments name, with its values.
  ///
  /// A command that is named first is read by itself: the parser makes the arguments of every command on the way anew, several
  /// times, which takes longer than a question does. Whatever is no plain command line (help, completions, a mistake) is read
  /// through the whole tree, whose messages and usages are the ones to be told. Throws what the argument parser throws.
  static func command(_ arguments: [String]) throws -> ParsableCommand {
    let named = configuration.subcommands.first {
      $0.configuration.commandName == arguments.first
    }
    if let named, let command = try? named.parseAsRoot(Array(arguments.dropFirst())),
      type(of: command) == named
    {
      return command
    }
    return try parseAsRoot(arguments)
  }
}
