import Gazetteer
import Language
import Records

/// The anchors of one sentence with everyone who may take part in what they tell, described by numbers: what the learned
/// model of meetings is trained on and judges by.
struct MeetingCandidates {
  let context: MeetingContext
  /// The frames that the rules found in the sentence.
  let frames: [MeetingFrame]
  /// Who took part in the meeting told last.
  let current: [Int]
  let isTitleCall: Bool
  /// What meetings were told before.
  let told: ToldMeetings
  /// The words of meeting of the sentence.
  let triggers: [Int]

  /// One party that may have taken part.
  struct Candidate {
    var entity: Int
    var sentence: Int
    var tokens: Range<Int>
    /// Index of the list of mentions in the anchor's sentence that it stands in; -1 for another sentence.
    var chain: Int
    /// Index of its mention.
    var mention: Int
    /// One for each of `argumentFeatures`.
    var features: [Int32]
  }

  /// A candidate's mention before it is described.
  private struct Place {
    var mention: Int
    var sentence: Int
  }

  private var scan: Scan { context.scan }
  private var reading: Reading { context.reading }
  private var analysis: Analysis { context.reading.analysis }

  /// How many sentences before the anchor's own are looked at.
  static let reach = 3

  /// True for B in "A, an adviser to President B": whoever A serves is not there himself.
  private func isServed(_ mention: Int) -> Bool {
    guard mention > 0, isPerson(mention) else { return false }
    let (own, before) = (analysis.mentions[mention], analysis.mentions[mention - 1])
    guard before.sentence == own.sentence, before.tokens.upperBound == own.tokens.lowerBound - 1,
      let offices = reading.phrases[mention - 1]?.offices, !offices.isEmpty
    else { return false }
    return reading.scans[own.sentence].isOne(before.tokens.upperBound, of: CandidateWords.serving)
  }

  /// The candidates of an anchor, sorted by entity.
  func candidates(of anchor: MeetingAnchor) -> [Candidate] {
    var best: [Int: Place] = [:]
    for sentence in [scan.index] + nearby() {
      for mention in reading.mentions(in: sentence) {
        if isServed(mention) { continue }
        for id in analysis.mentions[mention].entities {
          let entity = analysis.entities[id]
          guard entity.name != nil, !entity.isPress else { continue }
          guard let known = best[id] else {
            best[id] = Place(mention: mention, sentence: sentence)
            continue
          }
          if known.sentence == sentence, sentence == scan.index,
            distance(mention, anchor) < distance(known.mention, anchor)
          {
            best[id] = Place(mention: mention, sentence: sentence)
          }
        }
      }
    }
    let own = Set(best.filter { $0.value.sentence == scan.index }.map(\.value.mention)).sorted()
    let absent = best.filter { $0.value.sentence < scan.index }.sorted {
      ($0.value.sentence, isSubject($0.value.mention), -$0.value.mention, -$0.key)
        > ($1.value.sentence, isSubject($1.value.mention), -$1.value.mention, -$1.key)
    }
    var countries: [String: [Int]] = [:]
    for (id, place) in best where place.sentence == scan.index {
      guard let country = analysis.entities[id].country else { continue }
      countries[country, default: [0, 0]][analysis.entities[id].kind == .person ? 0 : 1] += 1
    }
    let counts = Counts(
      persons: best.values.filter { $0.sentence == scan.index && isPerson($0.mention) }.count,
      others: best.values.filter { $0.sentence == scan.index && !isPerson($0.mention) }.count,
      own: own,
      recency: Dictionary(uniqueKeysWithValues: absent.enumerated().map { ($1.key, $0) }),
      countries: countries, ties: AnchorTies(anchor, context))
    return best.keys.sorted().compactMap { id in
      guard let place = best[id] else { return nil }
      return Candidate(
        entity: id, sentence: place.sentence, tokens: analysis.mentions[place.mention].tokens,
        chain: place.sentence == scan.index
          ? context.arguments.chains.firstIndex { $0.mentions.contains(place.mention) } ?? -1 : -1,
        mention: place.mention, features: features(id, place, anchor, counts))
    }
  }

  private func nearby() -> [Int] {
    var out: [Int] = []
    for back in 1...Self.reach where scan.index - back >= 0 { out.append(scan.index - back) }
    if scan.index + 1 < reading.scans.count { out.append(scan.index + 1) }
    return out
  }

  private func isPerson(_ mention: Int) -> Bool {
    analysis.mentions[mention].entities.contains { analysis.entities[$0].kind == .person }
  }

  /// 1 for a mention that no preposition governs.
  private func isSubject(_ mention: Int) -> Int {
    let entry = analysis.mentions[mention]
    return reading.scans[entry.sentence].isOne(
      entry.tokens.lowerBound - 1, of: Resolver.prepositions) ? 0 : 1
  }

  /// Where the other words of meeting of the sentence stand.
  private func others(_ anchor: MeetingAnchor) -> [Int] {
    triggers.filter { !anchor.tokens.contains($0) }
  }

  private func isNearest(_ mention: Mention, _ anchor: MeetingAnchor) -> Bool {
    let own = abs(mention.head - anchor.head)
    return others(anchor).allSatisfy { abs(mention.head - $0) >= own }
  }

  private func distance(_ mention: Int, _ anchor: MeetingAnchor) -> Int {
    let tokens = analysis.mentions[mention].tokens
    if tokens.upperBound <= anchor.head { return anchor.head - tokens.upperBound }
    return max(0, tokens.lowerBound - anchor.head)
  }

  private struct Counts {
    var persons: Int
    var others: Int
    /// The mentions of the sentence, in order.
    var own: [Int]
    /// Those who are not in the sentence, by how lately they were spoken of: 0 for the last.
    var recency: [Int: Int]
    /// For each country how many persons and how many others of it the sentence speaks of.
    var countries: [String: [Int]]
    /// Who stands where in the clause of the anchor.
    var ties: AnchorTies
  }

  // MARK: Features

  /// What the numbers of a candidate are, in order.
  static let argumentFeatures = [
    "class", "verb", "spanish", "sentences", "distance", "mentions_between", "commas_between",
    "preposition", "chain_preposition", "chain_size", "chain_place", "form", "kind", "owner",
    "group", "rule", "rule_nearby", "rule_attends", "persons", "others", "role", "country",
    "count", "first_sentence", "in_title", "opens", "current", "quotes", "attend_between",
    "place", "office", "determiner", "order_before", "order_after", "doubtful", "words",
    "relative_between", "anchor_place", "recency", "own_country", "seat", "phrase",
    "anchors_between", "nearest", "earlier", "given", "acronym", "name_words", "subject",
    "companion", "following", "unspoken", "hero", "met", "met_ago",
  ]

  private func features(_ id: Int, _ place: Place, _ anchor: MeetingAnchor, _ counts: Counts)
    -> [Int32]
  {
    let mention = analysis.mentions[place.mention]
    let entity = analysis.entities[id]
    let isOwn = place.sentence == scan.index
    let other = reading.scans[place.sentence]
    let between = isOwn ? mention.tokens.gap(to: anchor.tokens) : 0..<0
    let chain =
      isOwn
      ? context.arguments.chains.first { $0.mentions.contains(place.mention) } : nil
    let own = frames.filter { $0.trigger.overlaps(anchor.tokens) }
    var out: [Int32] = []
    out.reserveCapacity(Self.argumentFeatures.count)
    func add(_ value: Int) { out.append(Int32(clamping: value)) }
    func add(_ value: Bool) { out.append(value ? 1 : 0) }
    add(anchor.kind.rawValue)
    add(anchor.isVerb)
    add(scan.isSpanish)
    add(place.sentence - scan.index)
    if isOwn {
      add(
        mention.tokens.upperBound <= anchor.tokens.lowerBound
          ? mention.tokens.upperBound - anchor.tokens.lowerBound - 1
          : mention.tokens.lowerBound - anchor.tokens.upperBound + 1)
    } else {
      add(mention.tokens.lowerBound)
    }
    add(
      isOwn
        ? counts.own.filter { between.contains(analysis.mentions[$0].tokens.lowerBound) }.count
        : -1)
    add(between.filter { scan.isSign($0, ",") }.count)
    add(
      other.preposition(before: mention.tokens.lowerBound, among: CandidateWords.prepositions))
    add(
      chain.map {
        scan.preposition(before: $0.tokens.lowerBound, among: CandidateWords.prepositions)
      } ?? -1)
    add(chain?.mentions.count ?? 0)
    add(chain?.mentions.firstIndex(of: place.mention) ?? 0)
    add(mention.form == .name ? 0 : mention.form == .description ? 1 : 2)
    add(kind(entity))
    add(
      reading.phrases[place.mention]?.isOwner == true
        || other.isPossessive(mention.tokens.upperBound))
    add(mention.entities.count > 1)
    add(own.contains { $0.principals.contains(id) } ? 2 : own.isEmpty ? 1 : 0)
    add(frames.contains { $0.principals.contains(id) } ? 2 : frames.isEmpty ? 1 : 0)
    add(frames.contains { $0.attendees.contains(id) || $0.mediators.contains(id) })
    add(counts.persons)
    add(counts.others)
    add(entity.role != nil)
    add(entity.country != nil)
    add(mentionCounts[id] ?? 0)
    add(mentionFirsts[id] ?? 0)
    add(isInTitle(entity))
    add(opens(mention, other))
    add(current.contains(id))
    add(isOwn && isQuoteBetween(between))
    add(
      between.contains {
        MeetingCues.builtIn.kind(of: scan.keys[$0], isSpanish: scan.isSpanish) == .attend
      })
    add(
      analysis.places(in: place.sentence).contains { $0.tokens.overlaps(mention.tokens) })
    add(office(place.mention))
    add(scan.determiner(before: anchor.tokens.lowerBound, untilSign: true))
    add(order(place, anchor, counts, isBefore: true))
    add(order(place, anchor, counts, isBefore: false))
    add(isDoubtful(entity))
    add(mention.tokens.count)
    add(between.filter { scan.isOne($0, of: Words.relative) }.count)
    add(anchor.head)
    add(counts.recency[id] ?? (isOwn ? -1 : 99))
    add(counts.countries[entity.country ?? ""]?[entity.kind == .person ? 1 : 0] ?? 0)
    let phrase = reading.phrases[place.mention]
    add(phrase?.isSeat == true)
    add(phrase.map { CandidateWords.phraseKinds.firstIndex(of: $0.kind) ?? -1 } ?? -1)
    add(others(anchor).filter { between.contains($0) }.count)
    add(isOwn && isNearest(mention, anchor))
    let last = told.last[id]
    add(last != nil)
    let name = entity.name ?? ""
    add(isGiven(name))
    add(name.utf8.allSatisfy { $0 < 0x61 || $0 > 0x7A })
    add(name.utf8.filter { $0 == 0x20 }.count + 1)
    add(counts.ties.subject.contains(id))
    add(counts.ties.companions.contains(id))
    add(counts.ties.following.contains(id))
    add(counts.ties.unspoken.contains(id))
    add(reading.salience.rank(id))
    add(last?.count ?? 0)
    add(last.map { min(20, scan.index - $0.sentence) } ?? 99)
    return out
  }

  /// True for a name that begins with a given name that the lexicon knows.
  private func isGiven(_ name: String) -> Bool {
    guard let first = WordKeys.keys(name).first else { return false }
    return reading.givenKeys.contains(first)
  }

  private func kind(_ entity: Entity) -> Int {
    switch entity.kind {
    case .person: 0
    case .government: 1
    case .organization: 2
    case .delegation: 3
    }
  }

  private func isInTitle(_ entity: Entity) -> Bool {
    guard let name = entity.name, let last = WordKeys.keys(name).last else { return false }
    return reading.titleKeys.contains(last)
  }

  /// True for what its sentence begins with.
  private func opens(_ mention: Mention, _ scan: Scan) -> Bool {
    mention.tokens.lowerBound <= 2
      && !scan.isOne(mention.tokens.lowerBound - 1, of: Resolver.prepositions)
  }

  private func isQuoteBetween(_ range: Range<Int>) -> Bool {
    !range.filter { scan.shapes[$0].contains(.quote) }.count.isMultiple(of: 2)
  }

  private func office(_ mention: Int) -> Int {
    guard let office = reading.phrases[mention]?.offices.first else { return -1 }
    return CandidateWords.classes.firstIndex(of: office.kind) ?? 50
  }

  /// The how-manieth mention from the anchor, on one side of it; 0 on the other side and in other sentences.
  private func order(_ place: Place, _ anchor: MeetingAnchor, _ counts: Counts, isBefore: Bool)
    -> Int
  {
    guard place.sentence == scan.index else { return 0 }
    let start = analysis.mentions[place.mention].tokens.lowerBound
    guard (start < anchor.head) == isBefore else { return 0 }
    let range = isBefore ? start..<anchor.head : anchor.head..<(start + 1)
    return counts.own.filter { range.contains(analysis.mentions[$0].tokens.lowerBound) }.count
  }

  private func isDoubtful(_ entity: Entity) -> Bool {
    guard entity.kind == .person, entity.role == nil, entity.gender == nil, entity.country == nil,
      let name = entity.name
    else { return false }
    return !name.utf8.contains(0x20)
  }

  private var mentionCounts: [Int: Int] { reading.salience.counts }
  private var mentionFirsts: [Int: Int] { reading.salience.firsts }
}

enum CandidateWords {
  static let serving = Words.set("to of for de del")
  /// Prepositions by what they make of the phrase behind them.
  static let prepositions: [WordSet] = [
    Words.set("with con"), Words.set("between entre among"), Words.set("by por"),
    Words.set("to a al"), Words.set("of de del"), Words.set("from desde"),
    Words.set("in en at on"), Words.set("for para"), Words.set("and y e"),
    Words.set("against contra"), Words.set("about sobre over"),
    Words.set("that que who quien whom which"),
    Words.set("including incluidos incluyendo alongside junto as como"),
    Words.set("after before tras when cuando while mientras where donde"),
    Words.set("told said dijo says"), Words.set("because if si but pero"),
  ]
  static let classes: [Office.Class] = Array(Office.Class.allCases)
  static let phraseKinds: [NounPhrase.Kind] = [
    .person, .office, .country, .body, .organization, .group, .grouping, .people,
  ]
}
