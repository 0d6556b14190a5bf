/// How much there is to read.
public enum ReadingSize {
  /// The bytes of the files at these paths and in these folders, as they lie on disk; 0 if something is no file, so
  /// that it cannot be known.
  public static func of(_ paths: [String]) -> Int {
    var total = 0
    for path in paths {
      switch FileKind.of(path) {
      case .file: total += FileKind.size(of: path)
      case .folder:
        guard var walk = try? FolderWalk(root: path, passedOver: []) else { continue }
        while true {
          do {
            guard let file = try walk.next() else { break }
            total += FileKind.size(of: file.path)
          } catch {
            continue
          }
        }
      default: return 0
      }
    }
    return total
  }
}
