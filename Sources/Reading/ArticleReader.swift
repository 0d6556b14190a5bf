import Records

/// Reads the articles of files and folders, one after the other, holding one of them at a time.
public struct ArticleReader {
  private let options: ReadingOptions
  private let tally = ByteTally()
  private var paths: ArraySlice<String>
  private var folder: (path: String, walk: FolderWalk)?
  private var current: (path: String, reader: any InputReader)?
  private var waiting: ArraySlice<ReadingEvent> = []
  private var isSilent = true
  private var ids: Set<String> = []

  /// A reader of the files and folders at `paths`, in that order; `-` is standard input.
  public init(paths: [String], options: ReadingOptions = ReadingOptions()) {
    self.paths = paths[...]
    self.options = options
  }

  /// A reader of one input that is at hand as bytes, as if it were a file of that name.
  public init(bytes: [UInt8], name: String, options: ReadingOptions = ReadingOptions()) {
    self.options = options
    paths = []
    do {
      let file = FoundFile(path: name, name: name)
      try open(file, OpenedInput(BytesSource(bytes), file, options: options))
    } catch {
      waiting = [.refused(error as? Refusal ?? Refusal(source: name, reason: "\(error)"))]
    }
  }

  /// How many bytes of the inputs were read so far, as they lie on disk.
  public var bytesRead: Int { tally.bytes }

  /// The next article, refusal or note; nil when all inputs are read.
  public mutating func next() -> ReadingEvent? {
    while true {
      if let event = waiting.popFirst() { return event }
      do {
        guard try advance() else { return nil }
      } catch let refusal as Refusal {
        return .refused(refusal)
      } catch {
        return .refused(Refusal(source: current?.path ?? "-", reason: "\(error)"))
      }
    }
  }

  /// Does one step towards the next event; false when there are none.
  private mutating func advance() throws -> Bool {
    if let (path, opened) = current {
      var reader = opened
      current = nil
      guard let events = try reader.next() else {
        if isSilent { throw Refusal(source: path, reason: "no articles in it") }
        return true
      }
      if !events.isEmpty { isSilent = false }
      waiting = events[...]
      current = (path, reader)
      return true
    }
    if let (path, begun) = folder {
      var walk = begun
      folder = nil
      var file: FoundFile?
      do {
        file = try walk.next()
      } catch {
        folder = (path, walk)
        throw error
      }
      guard let file else {
        if !walk.foundAny, !options.awaitsArticles {
          throw Refusal(source: path, reason: "no articles in the folder")
        }
        return true
      }
      folder = (path, walk)
      try open(file)
      return true
    }
    guard let path = paths.popFirst() else { return false }
    switch FileKind.of(path) {
    case .folder: folder = (path, try FolderWalk(root: path, passedOver: options.passedOver))
    case .other where path != "-":
      throw Refusal(source: path, reason: "a device, no file")
    default:
      let name = path.split(separator: "/").last.map(String.init) ?? path
      try open(FoundFile(path: path, name: name))
    }
    return true
  }

  private mutating func open(_ file: FoundFile) throws {
    try open(
      file, OpenedInput(FileSource(path: file.path, tally: tally), file, options: options))
  }

  private mutating func open(_ file: FoundFile, _ input: OpenedInput) throws {
    let builder = ArticleBuilder(path: file.path, name: uniqueID(file.idStem), options: options)
    let reader: any InputReader =
      switch input.format {
      case .ndjson: NDJSONReader(input.source, builder: builder)
      case .json: JSONReader(input.source, builder: builder)
      case .csv: CSVReader(input.source, builder: builder)
      case .text, .markdown, .html, .feed:
        SingleArticleReader(input.source, format: input.format, builder: builder)
      }
    isSilent = true
    current = (file.path, reader)
  }

  /// The name, or the name and a number where another input had it.
  private mutating func uniqueID(_ name: String) -> String {
    var unique = name
    var number = 2
    while !ids.insert(unique).inserted {
      unique = "\(name)-\(number)"
      number += 1
    }
    return unique
  }
}
