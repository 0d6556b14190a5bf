import Glibc

/// A file to read.
struct FoundFile {
  /// As it is opened and told in messages.
  var path: String
  /// The path below the folder that was given, or the last part of it: what ids are made from.
  var name: String
}

/// The files of a folder and of the folders in it, by name in the order of their bytes; hidden ones are left out.
struct FolderWalk {
  private var open: [ArraySlice<Entry>] = []
  private let root: String
  private let passedOver: Set<String>
  private var visited: Set<Inode> = []
  /// True once a file was found.
  private(set) var foundAny = false

  private struct Entry {
    var path: String
    var isFolder: Bool
    var isFile: Bool
  }

  private struct Inode: Hashable {
    var device: UInt
    var number: UInt
  }

  /// A walk through a folder. Throws `Refusal` if it cannot be read.
  init(root: String, passedOver: Set<String>) throws {
    self.root = root
    self.passedOver = Set(passedOver.map(Self.canonical))
    open = [try entries(of: root)]
  }

  /// The next file, nil at the end. Throws `Refusal` for a folder that cannot be read and for what is no file;
  /// the walk goes on behind it.
  mutating func next() throws -> FoundFile? {
    while true {
      while open.last?.isEmpty == true { open.removeLast() }
      guard let entry = open.last?.first else { return nil }
      open[open.count - 1] = open[open.count - 1].dropFirst()
      if entry.isFolder {
        open.append(try entries(of: entry.path))
      } else if passedOver.isEmpty || !passedOver.contains(Self.canonical(entry.path)) {
        foundAny = true
        guard entry.isFile else {
          throw Refusal(
            source: entry.path,
            reason: entry.path.unicodeScalars.contains("\u{FFFD}")
              ? "the name of the file is not UTF-8: rename it"
              : "no regular file (a pipe, a socket, a device or a dead link)")
        }
        let prefix = root.hasSuffix("/") ? root : root + "/"
        return FoundFile(path: entry.path, name: String(entry.path.dropFirst(prefix.count)))
      }
    }
  }

  /// The path with the folder's links and dots resolved.
  private static func canonical(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let folder = path.dropLast(name.utf8.count)
    guard let resolved = realpath(folder.isEmpty ? "." : String(folder), nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved) + "/" + name
  }

  /// Nothing for a folder that was seen before, through a link.
  private mutating func entries(of folder: String) throws -> ArraySlice<Entry> {
    var status = stat()
    guard stat(folder, &status) == 0, let stream = opendir(folder) else {
      throw Refusal(source: folder, reason: systemReason(errno))
    }
    defer { closedir(stream) }
    guard visited.insert(Inode(device: UInt(status.st_dev), number: UInt(status.st_ino))).inserted
    else { return [] }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return names.map { name in
      let mode = FileKind.of(prefix + name)
      return Entry(path: prefix + name, isFolder: mode == .folder, isFile: mode == .file)
    }[...]
  }
}

/// What stands at a path, symbolic links followed.
enum FileKind {
  case file, folder, pipe, other, missing

  static func of(_ path: String) -> FileKind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFIFO, S_IFSOCK: return .pipe
    default: return .other
    }
  }

  /// The size of a file in bytes; 0 where it is none.
  static func size(of path: String) -> Int {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return Int(status.st_size)
  }
}
