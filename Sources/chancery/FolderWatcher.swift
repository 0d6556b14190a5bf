import Glibc

/// Waits for files that are put into folders (inotify): written and closed, or moved there.
final class FolderWatcher {
  private let descriptor: Int32
  private var folders: [Int32: String] = [:]

  /// Watches folders and the folders in them. Throws `Failure` where one cannot be watched.
  init(folders paths: [String]) throws {
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw Failure("cannot watch folders: \(Self.reason)") }
    for path in paths { try watch(path) }
  }

  deinit { close(descriptor) }

  /// The files that have come since, at least one, sorted; waits for them. Nil if no folder is left.
  func next() throws -> [String]? {
    while !folders.isEmpty {
      var found = try read()
      // What is put there together is imported together: wait until nothing has come for a fifth of a second.
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      while !found.isEmpty, Glibc.poll(&poll, 1, 200) > 0 { found.formUnion(try read()) }
      if !found.isEmpty { return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    }
    return nil
  }

  private func watch(_ path: String) throws {
    let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_ONLYDIR)
    let watch = inotify_add_watch(descriptor, path, mask)
    guard watch >= 0 else { throw Failure("\(path): cannot be watched: \(Self.reason)") }
    folders[watch] = path
    guard let stream = opendir(path) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), Self.isFolder(path + "/" + name) {
        try self.watch(Self.join(path, name))
      }
    }
  }

  private func read() throws -> Set<String> {
    var found: Set<String> = []
    try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 {
        guard errno == EINTR else { throw Failure("cannot watch folders: \(Self.reason)") }
        return
      }
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= count {
        let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
        let start = offset + MemoryLayout<inotify_event>.size
        let name = String(
          decoding: UnsafeRawBufferPointer(rebasing: buffer[start..<start + Int(event.len)]).prefix
          { $0 != 0 },
          as: UTF8.self)
        offset = start + Int(event.len)
        try take(event, name: name, into: &found)
      }
    }
    return found
  }

  private func take(_ event: inotify_event, name: String, into found: inout Set<String>) throws {
    guard let folder = folders[event.wd] else { return }
    if event.mask & UInt32(IN_DELETE_SELF | IN_IGNORED) != 0 { folders[event.wd] = nil }
    guard !name.isEmpty, !name.hasPrefix(".") else { return }
    let path = Self.join(folder, name)
    if event.mask & UInt32(IN_ISDIR) != 0 {
      // A new folder may hold files already, from before it was watched.
      guard event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0, Self.isFolder(path) else { return }
      try watch(path)
      found.insert(path)
    } else if event.mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0 {
      found.insert(path)
    }
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
