import Gazetteer
import Language

/// A list of those who took part, set apart from the text: "Participants:", then items that begin with a dash or a bullet.
struct ParticipantList {
  let reading: Reading

  /// The persons named by the items below a heading; nil if the sentence is no such heading.
  /// - Parameter isSecond: True behind another list of the same meeting, where any heading will do.
  func persons(below heading: Int, isSecond: Bool) -> (ids: [Int], end: Int)? {
    let scan = reading.scans[heading]
    guard scan.count <= 16, scan.isSign(scan.count - 1, ":") || isEmphasized(scan) else {
      return nil
    }
    let isTelling = (0..<scan.count).contains {
      scan.isOne($0, of: ListWords.headings) || scan.has(.group, at: $0)
        || scan.match(.office, at: $0).map { Gazetteer.shared.offices[Int($0.index)].isPlural }
          == true
    }
    guard isTelling || isSecond else { return nil }
    var ids: [Int] = []
    var at = heading + 1
    while at < reading.scans.count, at <= heading + 60, isItem(reading.scans[at]) {
      for id in persons(in: at) where !ids.contains(id) { ids.append(id) }
      at += 1
    }
    return ids.count > 1 ? (ids, at) : nil
  }

  private func isEmphasized(_ scan: Scan) -> Bool {
    scan.count > 1 && scan.isSign(scan.count - 2, ":")
  }

  private func isItem(_ scan: Scan) -> Bool { isMark(0, scan) }

  /// A dash or a bullet that opens an item.
  private func isMark(_ at: Int, _ scan: Scan) -> Bool {
    guard at < scan.count, scan.shapes[at].contains(.punctuation), !scan.shapes[at].contains(.glue)
    else { return false }
    return ["-", "–", "—", "•", "*", "·", "‣"].contains(scan.tokens[at].form)
  }

  /// The first person of each item.
  private func persons(in sentence: Int) -> [Int] {
    let scan = reading.scans[sentence]
    var out: [Int] = []
    var isOpen = false
    var next = 0
    let mentions = Array(reading.mentions(in: sentence))
    for token in 0..<scan.count {
      if isMark(token, scan) { isOpen = true }
      while next < mentions.count,
        reading.analysis.mentions[mentions[next]].tokens.lowerBound <= token
      {
        let mention = reading.analysis.mentions[mentions[next]]
        next += 1
        guard isOpen, mention.form == .name, let id = mention.entities.first,
          reading.analysis.entities[id].kind == .person, reading.analysis.entities[id].name != nil
        else { continue }
        out.append(id)
        isOpen = false
      }
    }
    return out
  }
}

enum ListWords {
  static let headings = Words.set(
    "participants participant attendees attendance speakers guests joining attended present represented included participantes asistentes asistencia invitados presentes"
  )
}
