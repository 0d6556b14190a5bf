import ArgumentParser
import KnowledgeBase

/// What a field is to say.
struct SetField: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Set the date, the place, the status or another field of a meeting or an agreement.",
    discussion: """
      Fields of meetings: date, place, status, mode. Of agreements: date, place, status, kind, title, count. \
      Dates are EDTF. Without a value, or with null, the field is empty.

      EXAMPLES
        chancery set meeting 12 date 2023-10-16
        chancery set meeting 12 place "Miraflores Palace, Caracas" --reason "as the ministry says"
        chancery set agreement 3 date null
      """)

  @Argument(help: "meeting or agreement")
  var what: SubjectWord
  @Argument(help: "Id or stable id; for an agreement also words of its title.")
  var name: String
  @Argument(help: "The field.")
  var field: String
  @Argument(help: "The value; null for none.")
  var value: String?
  @OptionGroup var correction: CorrectionArguments

  func run() throws {
    guard what == .meeting || what == .agreement else {
      throw ValidationError("only fields of a meeting or an agreement can be set")
    }
    try correction.decide { base in
      .set(
        what.subject, try base.find(what.subject, name), field: field,
        value: value == "null" || value == "" ? nil : value)
    }
  }
}
