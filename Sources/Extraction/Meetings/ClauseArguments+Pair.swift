import Gazetteer
import Language
import Records

/// The two of whom an article has told one after the other: "A arrived on Monday. B hopes for progress. Their talks lasted an
/// hour", "A llegó el lunes. B espera avances. Se reunieron el martes".
extension ClauseArguments {
  /// Two persons of two countries, each the only one whom a sentence is about, in the last sentences; nil if they are more, or
  /// it is not clear who they are.
  func lastPair(before sentence: Int) -> [Int]? {
    var found: [Int] = []
    for back in 1...4 where sentence - back >= 0 {
      let subjects = subjects(of: sentence - back)
      guard subjects.count <= 1 else {
        return found.isEmpty && subjects.count == 2 ? pair(subjects) : nil
      }
      for id in subjects where !found.contains(id) { found.append(id) }
      if found.count == 2 { return pair(found) }
    }
    return nil
  }

  /// "...; los mismos ministros se entrevistaron": the clause has a subject of its own, whoever that is.
  func hasOwnSubject(before verb: Int) -> Bool {
    var start = verb
    while start > 0, !scan.shapes[start - 1].contains(.punctuation), verb - start < 14 {
      start -= 1
    }
    let dates = reading.analysis.dates(in: scan.index)
    // "miles de personas se reunieron"
    var last = verb - 1
    while last > start, scan.isSign(last, "se") || scan.has(.stop, at: last) { last -= 1 }
    if last > start, scan.isOne(last - 1, of: Words.of), scan.shapes[last].contains(.lower),
      !dates.contains(where: { $0.tokens.contains(last) })
    {
      return true
    }
    return scan.span(start, verb).contains { at in
      scan.isOne(at, of: UnspokenWords.articles) && at + 1 < verb
        && scan.shapes[at + 1].contains(.lower) && !scan.isOne(at + 1, of: UnspokenWords.times)
        && (at == 0 || !scan.isOne(at - 1, of: Resolver.prepositions))
        && !dates.contains { $0.tokens.contains(at) || $0.tokens.contains(at + 1) }
    }
  }

  private func pair(_ ids: [Int]) -> [Int]? {
    let countries = ids.map { reading.analysis.entities[$0].country }
    guard countries.allSatisfy({ $0 == nil }) || countries[0] != countries[1] else { return nil }
    return ids.sorted()
  }

  /// The known persons of a sentence that no preposition governs and who own nothing.
  private func subjects(of sentence: Int) -> [Int] {
    let other = reading.scans[sentence]
    var out: [Int] = []
    for mention in reading.mentions(in: sentence) {
      let entry = reading.analysis.mentions[mention]
      guard reading.phrases[mention]?.isOwner != true,
        !other.isOne(entry.tokens.lowerBound - 1, of: Resolver.prepositions)
      else { continue }
      for id in entry.entities where reading.analysis.entities[id].kind == .person {
        if isKnown(id), !out.contains(id) { out.append(id) }
      }
    }
    return out
  }
}
