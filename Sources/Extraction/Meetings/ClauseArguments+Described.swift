import Gazetteer
import Language

/// Spanish phrases that lead to a name: "una delegación encabezada por A", "la filántropa B".
extension ClauseArguments {
  /// "Una delegación encabezada por A se reunió", "Delegations led by A and B met": who leads the group that is the subject
  /// stands for it.
  func isLeader(_ chain: Chain) -> Bool {
    var at = chain.tokens.lowerBound - 1
    while at >= 0, scan.isFiller(at) { at -= 1 }
    guard scan.isOne(at, of: ArgumentWords.byWords),
      scan.isOne(at - 1, of: DelegationWords.leads)
        || scan.isOne(at - 1, of: DelegationWords.composed),
      let group = scan.span(at - 14, at - 1).last(where: {
        scan.isOne($0, of: DelegationWords.groups)
      }),
      !(group + 1..<max(group + 1, at - 1)).contains(where: {
        scan.isSign($0, ";") || scan.has(.verb, at: $0)
      })
    else { return false }
    var before = group - 1
    while before >= 0,
      scan.isFiller(before) || scan.isDeterminer(before)
        || scan.isOne(before, of: NounWords.meetingAdjectives)
    {
      before -= 1
    }
    // "en los próximos días una delegación ..."
    if let day = reading.analysis.dates(in: scan.index).first(where: {
      $0.tokens.upperBound == before + 1
    }) {
      before = day.tokens.lowerBound - 1
      while before >= 0, scan.isDeterminer(before) || scan.isOne(before, of: PlaceWords.inAt) {
        before -= 1
      }
    }
    // At the head of a clause only: "recibió una delegación encabezada por A" has a subject of its own.
    return before < 0 || scan.shapes[before].contains(.punctuation)
      || scan.isOne(before, of: ArgumentWords.that) || scan.isOne(before, of: Words.and)
  }

  /// "Un grupo de senadores estadounidenses llegó y se reunirá": those whom "de" would govern are the group at the head.
  func isOfGroup(_ preposition: Int) -> Bool {
    guard scan.isSpanish, scan.isOne(preposition, of: Words.of),
      scan.isOne(preposition - 1, of: DelegationWords.groups)
    else { return false }
    var before = preposition - 2
    while before >= 0, scan.isFiller(before) || scan.isDeterminer(before) { before -= 1 }
    return before < 0
  }

  /// "con el primer ministro reconocido por todos, | B,", "con la presidenta del Consejo, magistrada | B": the person whose name is set
  /// off behind an office that tells nobody by itself.
  func nameBehind(_ office: Chain) -> Chain? {
    let end = office.tokens.upperBound
    guard scan.isSpanish,
      let comma = scan.span(end, end + 5).first(where: { scan.isSign($0, ",") }),
      scan.span(end, comma).allSatisfy({
        scan.shapes[$0].contains(.lower) && !scan.has(.verb, at: $0)
          && !scan.isOne($0, of: Words.relative)
      }),
      let chain = chains.first(where: { $0.tokens.lowerBound > comma }),
      chain.tokens.lowerBound - comma == 1
        || chain.tokens.lowerBound - comma == 2 && scan.shapes[comma + 1].contains(.lower),
      chain.entities.count == 1,
      chain.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person })
    else { return nil }
    let next = chain.tokens.upperBound
    return next >= scan.count || scan.shapes[next].contains(.punctuation)
      || scan.isOne(next, of: Words.and) || scan.isOne(next, of: Resolver.prepositions)
      ? chain : nil
  }

  /// "against Democratic rival B", "with his counterparts A and B", "with their colleagues, A and B": the names right behind a
  /// noun that tells nobody by itself.
  private func besideNoun(_ start: Int) -> Chain? {
    // "met the co-chairs of the Water Commission, A and B": whom the names behind the comma tell.
    let leaders = scan.span(start + 1, start + 5).contains { scan.isOne($0, of: TeamWords.chairs) }
    guard
      let chain = chains.first(where: { chain in
        chain.tokens.lowerBound > start
          && (!leaders
            || chain.entities.allSatisfy { reading.analysis.entities[$0].kind == .person })
      }), chain.tokens.lowerBound - start <= (leaders ? 16 : 4)
    else { return nil }
    let isApposed =
      chain.mentions.count > 1
      && (scan.isSign(chain.tokens.lowerBound - 1, ",")
        || scan.isSign(chain.tokens.lowerBound - 1, ":")
        || leaders && scan.isSign(chain.tokens.lowerBound - 1, "("))
    guard
      isApposed
        ? leaders || scan.isOne(chain.tokens.lowerBound - 2, of: ArgumentWords.peers)
        : scan.isOne(chain.tokens.lowerBound - 1, of: ArgumentWords.rivals)
          || scan.isOne(chain.tokens.lowerBound - 1, of: ArgumentWords.peers),
      let mention = chain.mentions.first, reading.analysis.mentions[mention].form == .name,
      chain.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person })
    else { return nil }
    return chain
  }

  /// "the two ministers, A and B", "both leaders, A and B": the names behind a counted group that nobody can be told by.
  func counted(_ start: Int) -> Chain? {
    guard
      scan.isSign(start, "both")
        || (scan.isDeterminer(start) || scan.isOne(start, of: Words.possessives))
          && scan.isOne(start + 1, of: ArgumentWords.numbers),
      let comma = scan.span(start + 1, start + 8).first(where: {
        scan.isSign($0, ",") || scan.isSign($0, ":")
      }), scan.span(start + 1, comma).allSatisfy({ scan.shapes[$0].contains(.lower) }),
      let chain = chains.first(where: { $0.tokens.lowerBound == comma + 1 }),
      chain.mentions.count > 1,
      chain.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person })
    else { return nil }
    return chain
  }

  /// "con la filántropa B", "al magnate chino B": the name right behind words that no list has.
  func described(_ start: Int) -> Chain? {
    guard scan.isSpanish else { return besideNoun(start) }
    guard scan.isDeterminer(start) || scan.isSign(start - 1, "al"),
      let chain = chains.first(where: { $0.tokens.lowerBound > start }),
      chain.tokens.lowerBound - start <= 4, scan.isCapital(chain.tokens.lowerBound),
      let mention = chain.mentions.first, reading.analysis.mentions[mention].form == .name,
      chain.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person })
    else { return nil }
    let words = (scan.isDeterminer(start) ? start + 1 : start)..<chain.tokens.lowerBound
    let areNouns = words.allSatisfy {
      scan.shapes[$0].contains(.lower) && !scan.has(.verb, at: $0) && !scan.has(.group, at: $0)
        && !scan.isOne($0, of: Words.of) && !scan.isOne($0, of: Resolver.prepositions)
        && !scan.isOne($0, of: Words.relative) && !scan.isOne($0, of: Words.and)
    }
    return areNouns && !words.isEmpty ? chain : nil
  }

  /// "recibió a la filántropa B": true for a name that such words lead to behind "a".
  func describedObject(_ chain: Chain) -> Chain? {
    let start = chain.tokens.lowerBound
    guard
      let marker = (max(0, start - 5)..<start).last(where: {
        scan.isOne($0, of: ArgumentWords.objectMarkers)
      }), described(marker + 1)?.tokens == chain.tokens
    else { return nil }
    return chain
  }

  /// "Suecia, donde": a country whose clause begins behind it does nothing there.
  func isPlaceOfClause(_ chain: Chain) -> Bool {
    scan.isSpanish && scan.isSign(chain.tokens.upperBound, ",")
      && scan.isOne(chain.tokens.upperBound + 1, of: PlaceWords.where)
      && chain.entities.allSatisfy { reading.analysis.entities[$0].kind != .person }
  }
}
