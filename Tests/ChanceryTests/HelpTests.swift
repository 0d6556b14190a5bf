import Foundation
import Testing

@Suite struct HelpTests {
  /// The subcommands that the help lists.
  private func subcommands() throws -> [String] {
    let text = try Program.run(["--help"]).text
    let list = try #require(text.split(separator: "SUBCOMMANDS:").last)
    return list.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
      let name = line.split(separator: " ").first.map(String.init)
      return name == "See" ? nil : name
    }
  }

  @Test func everyCommandHasExamples() throws {
    let names = try subcommands()
    #expect(names.count >= 8)
    for name in names {
      let help = try Program.run([name, "--help"])
      #expect(help.status == 0)
      #expect(help.text.contains("EXAMPLES"), "\(name)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsNameEveryCommand(_ shell: String) throws {
    let script = try Program.run(["--generate-completion-script", shell])
    #expect(script.status == 0)
    for name in try subcommands() { #expect(script.text.contains(name), "\(shell): \(name)") }
    if shell == "bash" {
      let check = try Program.shell("exec bash -n /dev/stdin", [], input: script.output)
      #expect(check.status == 0, "\(check.errors)")
    }
  }

  @Test func wrongUsageIs64() throws {
    #expect(try Program.run(["sql", "--format", "xml", "SELECT 1"]).status == 64)
    #expect(try Program.run(["nonsense"]).status == 64)
    #expect(try Program.run(["--version"]).text.hasPrefix("0."))
  }

  /// Commands are read by themselves, but help and mistakes are told as of one program.
  @Test(arguments: ["ask", "query", "search", "show", "sql"])
  func usageNamesTheProgram(_ name: String) throws {
    let help = try Program.run([name, "--help"])
    #expect(help.status == 0)
    #expect(help.text.contains("USAGE: chancery \(name) "), "\(help.text)")
    #expect(try Program.run(["help", name]).text == help.text)
    let mistake = try Program.run([name, "--nonsense", "word"])
    #expect(mistake.status == 64)
    #expect(mistake.errors.contains("Usage: chancery \(name) "), "\(mistake.errors)")
    #expect(mistake.errors.contains("See 'chancery \(name) --help'"), "\(mistake.errors)")
    #expect(try Program.run([name, "--version"]).text.hasPrefix("0."))
  }
}
