import Records

/// For whom persons act of whom the article tells no state: heads of state and government known by name, and the office-holders
/// of the state that the article is about ("the foreign minister" of the state where it was written).
struct AgreementHome {
  /// The state that the article speaks of most; nil where two are spoken of alike.
  let state: String?
  /// How often states are spoken of, through their governments and people.
  let counts: [String: Int]
  /// The analysis in which such persons have their states.
  let analysis: Analysis
  /// The persons that need no office to act for their state.
  let leaders: Set<Int>

  init(_ original: Analysis) {
    var analysis = original
    var leaders: Set<Int> = []
    let day = analysis.article.published?.description
    for id in analysis.entities.indices {
      let entity = analysis.entities[id]
      guard entity.kind == .person, let name = entity.name, name.contains(" ") else { continue }
      let known = Leaders.builtIn.country(of: name, on: day)
      if entity.country == nil, let known { analysis.entities[id].country = known }
      if entity.role == nil, known != nil, analysis.entities[id].country == known {
        leaders.insert(id)
      }
    }
    AgreementHome.own(&analysis)
    let counts = AgreementHome.states(analysis)
    let state = AgreementHome.state(counts)
    if let state {
      let abroad = AgreementHome.abroad(analysis, from: state)
      for id in analysis.entities.indices where !abroad.contains(id) {
        let entity = analysis.entities[id]
        guard entity.kind == .person, entity.country == nil, let role = entity.role,
          AgreementHome.isOfState(role)
        else { continue }
        analysis.entities[id].country = state
      }
    }
    self.analysis = analysis
    self.counts = counts
    self.state = state
    self.leaders = leaders
  }

  /// The one that is spoken of most, twice at least, and half as often again as any other.
  private static func state(_ counts: [String: Int]) -> String? {
    let sorted = counts.filter { $0.key != "EU" }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = sorted.first, best.value >= 2,
      sorted.count == 1 || best.value * 2 >= sorted[1].value * 3
    else { return nil }
    return best.key
  }

  /// "Honduras left the group when its foreign minister, X": of the state told before. "In Paris, the minister X": of that of the
  /// capital.
  private static func own(_ analysis: inout Analysis) {
    var last: (sentence: Int, state: String)?
    for mention in analysis.mentions {
      let tokens = analysis.document.sentences[mention.sentence].tokens
      for id in mention.entities {
        let kind = analysis.entities[id].kind
        if kind == .government {
          last = analysis.entities[id].country.map { (mention.sentence, $0) }
        } else if kind == .person, analysis.entities[id].country == nil,
          let role = analysis.entities[id].role, isOfState(role)
        {
          let before = mention.tokens.lowerBound - 1
          let isOwned = [before, before + 1].contains { at in
            tokens.indices.contains(at) && ["its", "su", "Its", "Su"].contains(tokens[at].form)
          }
          if isOwned, let last, last.sentence == mention.sentence {
            analysis.entities[id].country = last.state
          }
        }
      }
    }
  }

  /// The persons who are first told of beside an official of the state or at a place of another: their hosts.
  private static func abroad(_ analysis: Analysis, from state: String) -> Set<Int> {
    var seen: Set<Int> = []
    var out: Set<Int> = []
    for (index, mention) in analysis.mentions.enumerated() {
      for id in mention.entities where seen.insert(id).inserted {
        guard analysis.entities[id].kind == .person, analysis.entities[id].country == nil else {
          continue
        }
        let isAbroad = analysis.places(in: mention.sentence).contains {
          $0.country != nil && $0.country != state && $0.tokens.upperBound <= mention.head
        }
        let isBeside = analysis.mentions[..<index].reversed().prefix {
          $0.sentence == mention.sentence
        }.contains { other in
          other.entities.contains {
            analysis.entities[$0].kind == .person && analysis.entities[$0].country == state
          }
        }
        if isAbroad || isBeside { out.insert(id) }
      }
    }
    return out
  }

  /// "Minister of Trade", "canciller": an office of a state, and none that names a body.
  private static func isOfState(_ role: String) -> Bool {
    let words = DateWords.fold(role).split(separator: " ").map(String.init)
    guard words.contains(where: { word in offices.contains { word.hasPrefix($0) } }) else {
      return false
    }
    return !words.contains { bodies.contains($0) }
  }

  private static let offices = [
    "minist", "canciller", "viceminist", "vicecanciller", "chancellor", "president", "premier",
    "mandatari", "secretar", "embajad", "ambassad", "negotiat", "negociad",
  ]
  private static let bodies: Set<String> = [
    "former", "ex", "exministro", "expresidente", "commission", "comision", "council", "consejo",
    "bank", "banco", "company", "camara", "party", "partido", "parliament", "parlamento",
    "assembly", "asamblea", "congreso", "senado", "association", "asociacion", "court", "tribunal",
    "corte", "group", "grupo", "club", "federation", "federacion", "institute", "instituto",
    "opposition", "general", "secretary-general", "executive", "ejecutivo", "ejecutiva",
    "vice-president", "spokesman", "portavoz", "agency", "junta",
  ]

  /// "South American leaders" are none of the United States.
  static func isOfRegion(_ mention: Mention, _ analysis: Analysis) -> Bool {
    let tokens = analysis.document.sentences[mention.sentence].tokens
    return (max(0, mention.tokens.lowerBound - 1)..<mention.tokens.upperBound).contains { index in
      regionFilter.mayContain(tokens[index].code) && regions.contains(tokens[index].form)
        && index + 1 < tokens.count && tokens[index + 1].form.hasPrefix("American")
    }
  }

  private static let regions: Set<String> = ["South", "Latin", "Central", "North"]
  private static let regionFilter = WordFilter(regions)

  /// How often states are spoken of, through their governments and people.
  static func states(_ analysis: Analysis) -> [String: Int] {
    var counts: [String: Int] = [:]
    var seen: [String] = []
    for mention in analysis.mentions where !isOfRegion(mention, analysis) {
      seen.removeAll(keepingCapacity: true)
      for id in mention.entities where analysis.entities.indices.contains(id) {
        let kind = analysis.entities[id].kind
        guard kind == .government || kind == .person, let code = analysis.entities[id].country,
          !seen.contains(code)
        else { continue }
        seen.append(code)
        counts[code, default: 0] += 1
      }
    }
    return counts
  }
}
