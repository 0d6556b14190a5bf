import Gazetteer
import Language

/// The places that may be those of a meeting.
extension DetailCandidates {
  /// What the numbers of a place are, in order.
  static let placeFeatures =
    commonFeatures + [
      "venue", "kind", "same_country", "dateline", "count", "where", "travels", "tokens", "party",
      "occasion", "joined", "government",
    ]

  /// The places around the meeting, a venue with the town behind it as one besides.
  func places() -> [Candidate<String>] {
    var out: [Candidate<String>] = []
    var number = 0
    for sentence in sentences {
      let all = Array(reading.analysis.places(in: sentence))
      for (index, mention) in all.enumerated() {
        if sentence == frame.sentence { number += 1 }
        out.append(candidate(mention.name, mention, number, isJoined: false))
        if mention.isVenue, index + 1 < all.count, !all[index + 1].isVenue,
          all[index + 1].tokens.lowerBound - mention.tokens.upperBound <= 4
        {
          out.append(
            candidate(mention.name + ", " + all[index + 1].name, mention, number, isJoined: true))
        }
      }
    }
    for sentence in [0] where !sentences.contains(sentence) {
      if let first = reading.analysis.places(in: sentence).first, first.tokens.lowerBound == 0 {
        out.append(candidate(first.name, first, 0, isJoined: false))
      }
    }
    if let name = frame.place, !out.contains(where: { $0.value == name }) {
      out.append(candidate(name, nil, 0, isJoined: false))
    }
    return out
  }

  private func candidate(_ name: String, _ mention: PlaceMention?, _ number: Int, isJoined: Bool)
    -> Candidate<String>
  {
    var out = common(
      mention?.sentence, mention?.tokens ?? 0..<0, number,
      isChoice: frame.place.map { $0 == name })
    func add(_ value: Int) { out.append(Int32(clamping: value)) }
    func add(_ value: Bool) { out.append(value ? 1 : 0) }
    let scan = mention.map { reading.scans[$0.sentence] }
    let tokens = mention?.tokens ?? 0..<0
    let entities = reading.analysis.entities
    add(mention?.isVenue ?? false)
    add(kind(tokens, scan))
    add(
      mention?.country.map { code in
        frame.principals.filter { entities[$0].country == code }.count
      } ?? -1)
    add(mention?.sentence == 0 && tokens.lowerBound == 0)
    add(mention.map { one in reading.analysis.places.filter { $0.name == one.name }.count } ?? 0)
    add(
      scan.map {
        $0.isOne(tokens.upperBound, of: PlaceWords.where)
          || $0.isSign(tokens.upperBound, ",")
            && $0.isOne(tokens.upperBound + 1, of: PlaceWords.where)
      } ?? false)
    add(
      scan.map { scan in
        (max(0, tokens.lowerBound - 9)..<tokens.lowerBound).contains {
          scan.isOne($0, of: PlaceWords.travels)
        }
      } ?? false)
    add(tokens.count)
    add(
      mention.map { place in
        reading.mentions(in: place.sentence).contains { index in
          let one = reading.analysis.mentions[index]
          return one.tokens.overlaps(tokens)
            && one.entities.contains(where: frame.principals.contains)
        }
      } ?? false)
    add(scan.map { scan in tokens.contains { scan.has(.event, at: $0) } } ?? false)
    add(isJoined)
    add(
      mention.map { place in
        reading.mentions(in: place.sentence).contains { index in
          let one = reading.analysis.mentions[index]
          return one.tokens.overlaps(tokens)
            && one.entities.contains { entities[$0].kind == .government }
        }
      } ?? false)
    return Candidate(value: name, features: out)
  }

  private func kind(_ tokens: Range<Int>, _ scan: Scan?) -> Int {
    guard let scan, !tokens.isEmpty else { return -1 }
    let kinds: [Entry.Kind] = [.country, .capital, .city, .seat, .body, .venue]
    for (code, kind) in kinds.enumerated() where scan.has(kind, at: tokens.lowerBound) {
      return code
    }
    return 9
  }
}
