import SQLite

/// A query kept in a file, with what its header says of it (docs/queries.md).
public struct CannedQuery: Sendable, Equatable {
  /// The file's name without `.sql`: lower-case letters, digits and hyphens.
  public let name: String
  /// Where it was read from, for messages.
  public let file: String
  /// One line.
  public var title = ""
  /// A few sentences; may be empty.
  public var description = ""
  /// In the order of the header.
  public var parameters: [QueryParameter] = []
  /// What a column means, where its name does not tell: name and description.
  public var columns: [ColumnNote] = []
  /// Tables that the query has to read whole, as it says itself; the tests check that it reads no other so.
  public var scans: [String] = []
  /// The SQL after the header.
  public var sql = ""
  /// How many lines of the file come before the SQL.
  public var headerLines = 0
  /// The file as it stands.
  public let text: String

  /// What a column of the result means.
  public struct ColumnNote: Sendable, Equatable {
    public let name: String
    public let description: String
  }

  /// The values for the query's parameters, from texts by name. Throws `ParameterError` for a name that it does not
  /// have, a value that is not of its type, or a missing one that has no default.
  public func values(_ given: [String: String]) throws -> [String: Value] {
    for name in given.keys.sorted() where !parameters.contains(where: { $0.name == name }) {
      let known = parameters.isEmpty ? "none" : parameters.map(\.name).joined(separator: ", ")
      throw ParameterError("query \(self.name) has no parameter \(name) (it has: \(known))")
    }
    var values: [String: Value] = [:]
    for parameter in parameters {
      if let text = given[parameter.name] {
        values[parameter.name] = try parameter.value(text)
      } else if let standard = parameter.defaultValue {
        values[parameter.name] = standard
      } else {
        throw ParameterError(
          "query \(name) needs a \(parameter.name), \(parameter.type.words): "
            + "add -p \(parameter.name)=VALUE")
      }
    }
    return values
  }
}

/// A parameter that has no value, or a wrong one.
public struct ParameterError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, with the remedy.
  public let description: String
  init(_ description: String) { self.description = description }
}
