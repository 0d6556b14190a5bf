import CResources
import FoundationEssentials

/// All canned queries: those of the program, and those in folders of the user's own.
public struct QueryCatalog: Sendable {
  /// Those of the program in its order, then the user's by name. A user's query takes the place of one of the same name.
  public private(set) var queries: [CannedQuery]
  /// Files that cannot be used.
  public private(set) var errors: [QueryFileError]

  /// The queries of the program and those of these folders, in which every `NAME.sql` is one; a later folder wins.
  public init(folders: [String] = []) {
    (queries, errors) = Self.builtIn()
    for folder in folders { load(folder) }
  }

  /// The folders that `$CHANCERY_QUERIES` names, with colons between.
  public static func folders(_ variable: String?) -> [String] {
    (variable ?? "").split(separator: ":").map(String.init)
  }

  /// The query of a name.
  public func query(named name: String) -> CannedQuery? { queries.first { $0.name == name } }

  /// The error in the file of a name, if it has one.
  public func error(named name: String) -> QueryFileError? {
    errors.first { Self.fileName($0.file) == name + ".sql" }
  }

  private static func builtIn() -> ([CannedQuery], [QueryFileError]) {
    var queries: [CannedQuery] = []
    var errors: [QueryFileError] = []
    for index in 0..<chancery_queries_count {
      guard let file = chancery_query(index)?.pointee else { continue }
      let name = String(cString: file.name)
      let text = String(
        decoding: UnsafeBufferPointer(start: file.bytes, count: file.length), as: UTF8.self)
      do throws(QueryFileError) {
        queries.append(try CannedQuery(name: name, file: name + ".sql", text: text))
      } catch {
        errors.append(error)
      }
    }
    return (queries, errors)
  }

  private mutating func load(_ folder: String) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      errors.append(
        QueryFileError(file: folder, line: 0, message: "cannot read the folder of queries"))
      return
    }
    for file in names where file.hasSuffix(".sql") && !file.hasPrefix(".") {
      let path = folder + "/" + file
      let name = String(file.dropLast(4))
      do throws(QueryFileError) {
        let query = try CannedQuery(name: name, file: path, text: try Self.read(path))
        if let index = queries.firstIndex(where: { $0.name == name }) {
          queries[index] = query
        } else {
          queries.append(query)
        }
      } catch {
        errors.append(error)
      }
    }
  }

  private static func read(_ path: String) throws(QueryFileError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw QueryFileError(file: path, line: 0, message: "cannot read the file")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw QueryFileError(file: path, line: 0, message: "the file is not UTF-8")
    }
    return text
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
