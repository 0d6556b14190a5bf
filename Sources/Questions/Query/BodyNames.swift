import Gazetteer
import Records

extension Gazetteer {
  /// The names that a body goes by in both languages ("nato", "otan"), folded, the shortest first; none where the words
  /// are no body.
  func bodyNames(_ folded: String) -> [String] {
    var names: Set<String> = []
    for entry in entries(of: folded) where entry.kind == .body {
      let body = bodies[Int(entry.index)]
      names.formUnion(([body.englishName, body.spanishName] + body.names).map { Folding.fold($0) })
    }
    return names.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }
}
