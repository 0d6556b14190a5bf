import Records
import SQLite

/// Answers questions from one database.
public final class Asker {
  private let database: Database
  private let reader: QuestionReader
  private let offices: Offices
  private let sets: WordSets
  private let index: FullTextIndex

  /// Asks a database that is open for reading. Throws if the compiled-in grammar is broken, which the tests rule out.
  public init(_ database: Database) throws {
    index = FullTextIndex(database)
    // SQLite reads the schema here, while another thread may still be at the grammar.
    index.prepare("names_fts")
    guard let reader = QuestionReader(), let offices = Offices.standard,
      let sets = WordSets.standard
    else { throw GrammarUnreadable() }
    self.database = database
    self.reader = reader
    self.offices = offices
    self.sets = sets
  }

  /// The answer to a question; `today` settles "last year". Attendees are taken for those who met only `withAttendees`.
  /// `listing` answers what is counted with the rows that are counted.
  ///
  /// All that is looked up is of one state of the base, though others write to it. Throws `SQLiteError`.
  public func ask(
    _ question: String, today: Day, withAttendees: Bool = false, listing: Bool = false
  ) throws -> Answer {
    try database.transaction(.deferred) {
      try answer(question, today: today, withAttendees: withAttendees, listing: listing)
    }
  }

  private func answer(
    _ question: String, today: Day, withAttendees: Bool, listing: Bool
  ) throws -> Answer {
    let names = NameResolver(database: database, sets: sets, index: index)
    let roles = OfficeResolver(database: database, offices: offices, sets: sets)
    guard
      var query = reader.read(
        question, today: today, isKnownName: names.isKnown, isKnownPlace: names.isKnownPlace,
        isWholeName: names.isWhole, isKnownRole: roles.isRole,
        isKnownTopic: { names.hasPhrase($0, in: "topics_fts") },
        isKnownTitle: { names.hasPhrase($0, in: "agreement_titles_fts") })
    else {
      return refused(question, "this is no question that can be read")
    }
    if listing, let listed = Asker.listed[query.kind] {
      query.kind = listed
      query.attributes["per"] = nil
    }
    for case .yearMissing(let words) in query.times {
      var answer = refused(question, "\"\(words)\": the year is missing")
      answer.query = query
      return answer
    }
    if let word = query.unused {
      var answer = refused(question, "\"\(word)\" is not understood in this question")
      answer.query = query
      return answer
    }
    var resolution = Resolution(
      query: query, names: names, offices: roles, database: database, sets: sets)
    let outcome = try resolution.run()
    var answer = Answer(question: question, status: .none)
    answer.query = query
    answer.notes = resolution.notes
    switch outcome {
    case .refused(let reason):
      answer.status = .refused
      answer.notes.append(reason)
      answer.nearest = Forms.nearest(to: question)
    case .ambiguous(let name, let choices):
      answer.status = .ambiguous
      answer.notes.append("\"\(name)\" may be any of \(choices.count)")
      answer.choices = choices
    case .resolved(var writer):
      writer.withAttendees = withAttendees
      writer.hasTallies = try hasTallies(for: query.kind)
      try run(writer, &answer)
      if query.kind == .sayDid, query.mayBeMeeting, answer.rows.first?.first == .text("no"),
        !query.topics.isEmpty,
        let spoke = try conversation(query, names, today, withAttendees)
      {
        answer = spoke
        answer.question = question
      }
    }
    return answer
  }

  /// True if the base keeps rankings of a kind.
  private func hasTallies(for kind: Query.Kind) throws -> Bool {
    guard [.metTop, .metTopPairs].contains(kind) else { return false }
    return try database.scalar("SELECT 1 FROM sqlite_schema WHERE name = 'pair_meetings'") != nil
  }

  /// What lists the rows that a count counts.
  private static let listed: [Query.Kind: Query.Kind] = [
    .metCount: .metList, .metCountPeople: .metWho, .agreementCount: .agreementList,
    .sayCount: .sayWhat,
  ]

  /// "Did X talk about T": also at a meeting that was about it. Nil if there is none.
  private func conversation(
    _ said: Query, _ names: NameResolver, _ today: Day, _ withAttendees: Bool
  ) throws -> Answer? {
    var query = said
    query.kind = .metDid
    query.attributes["manner"] = "talk"
    var resolution = Resolution(
      query: query, names: names,
      offices: OfficeResolver(database: database, offices: offices, sets: sets),
      database: database, sets: sets)
    guard case .resolved(var writer) = try resolution.run() else { return nil }
    writer.withAttendees = withAttendees
    var answer = Answer(question: "", status: .none)
    answer.query = query
    answer.notes = resolution.notes
    try run(writer, &answer)
    return answer.rows.first?.first == .text("no") ? nil : answer
  }

  private func refused(_ question: String, _ note: String) -> Answer {
    var answer = Answer(question: question, status: .refused)
    answer.notes = [note]
    answer.nearest = Forms.nearest(to: question)
    return answer
  }

  private func run(_ writer: SQLWriter, _ answer: inout Answer) throws {
    let sql = writer.write()
    answer.sql = sql
    let statement = try database.prepare(sql.text)
    for parameter in sql.parameters {
      if let index = statement.parameterIndex(":" + parameter.name) {
        try statement.bind(parameter.value, at: index)
      }
    }
    answer.columns = statement.columnNames
    if writer.asksForUnknown { return }
    while try statement.step() { answer.rows.append(statement.values()) }
    Presentation(query: writer.query).finish(&answer)
  }
}

/// The data files of the grammar cannot be read.
public struct GrammarUnreadable: Error, CustomStringConvertible {
  public var description: String { "the grammar of questions that is compiled in cannot be read" }
}
