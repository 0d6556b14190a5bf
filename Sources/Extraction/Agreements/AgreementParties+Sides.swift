import Language
import Records

/// The parties of "between A and B", each with its whole name.
extension AgreementParties {
  /// The parties of "between A and B", each with its whole name: where no mention covers all of one that begins with a
  /// capital ("the Institute of International Affairs of Ireland"), its words are the name of an organization.
  func sides(in range: Range<Int>, of sentence: AgreementSentence) -> [AgreementParty] {
    var out: [AgreementParty] = []
    for side in split(range, sentence) {
      if let country = ownCountry(side, sentence) {
        add(country, to: &out)
        continue
      }
      let own = named(in: side, of: sentence, capitals: true)
      let mention = mentions(in: sentence.index).first {
        $0.tokens.lowerBound <= side.lowerBound + 1 && $0.tokens.upperBound >= side.upperBound
      }
      let isName =
        side.count >= 3 && sentence.isCapitalized(side.lowerBound)
        && side.filter { sentence.isCapitalized($0) }.count >= 2
        && (sentence.upos(side.lowerBound) != .adj || !isPlace(side.lowerBound, in: sentence))
      let isWhole =
        mention != nil
        || !isDescribed(side, sentence) && own.isEmpty == false
          && own.allSatisfy { $0.record.kind == .government } && !isName
      if isWhole || !isName && !isDescribed(side, sentence)
        || own.contains(where: { $0.record.kind == .person }) && !isBody(side, sentence)
      {
        for party in own { add(party, to: &out) }
        continue
      }
      let span = sentence.span(side)
      add(
        AgreementParty(
          entity: nil, record: PartyRecord(name: analysis.text(span), kind: .organization)),
        to: &out)
    }
    return out
  }

  /// "The Argentine ports administration": a body that is told by what it is.
  private func isDescribed(_ side: Range<Int>, _ sentence: AgreementSentence) -> Bool {
    guard sentence.language == .english, side.count >= 3, let last = side.last,
      isPlace(side.lowerBound, in: sentence), sentence.upos(side.lowerBound) == .adj
    else { return false }
    return sentence.isA(.institution, last)
  }

  /// "Her country", "su país": the state of the person whom the sentence tells of first.
  private func ownCountry(_ side: Range<Int>, _ sentence: AgreementSentence) -> AgreementParty? {
    guard side.count <= 2, let last = side.last,
      ["country", "government", "nation", "pais", "gobierno", "nacion"].contains(
        sentence.word(last)),
      (side.lowerBound - 1..<last).contains(where: {
        ["her", "his", "its", "our", "su", "nuestro"].contains(sentence.word($0))
      })
    else { return nil }
    for mention in mentions(in: sentence.index) where mention.head < side.lowerBound {
      for id in mention.entities where analysis.entities[id].kind == .person {
        if let code = analysis.entities[id].country { return government(code, sentence.language) }
      }
    }
    return nil
  }

  /// True if words hold a preposition or a quotation, as names of bodies do and names of people do not.
  private func isBody(_ side: Range<Int>, _ sentence: AgreementSentence) -> Bool {
    side.contains {
      ["of", "for", "de", "del", "para"].contains(sentence.word($0)) || sentence.isQuote($0)
    }
  }

  /// Cut at "and" and commas behind which an article or a capital begins anew; without leading articles.
  private func split(_ range: Range<Int>, _ sentence: AgreementSentence) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = range.lowerBound
    func close(_ end: Int) {
      var first = start
      while first < end, sentence.isDeterminer(first) || sentence.word(first) == "," { first += 1 }
      if first < end { out.append(first..<end) }
    }
    for index in range {
      let word = sentence.word(index)
      let isJoint = ["and", "y", "e"].contains(word) && !sentence.isCapitalized(index)
      guard isJoint || word == ",", index + 1 < range.upperBound else { continue }
      // "the Academy of Arts and Letters": no article behind "and" within a name that "of" opened.
      let opensName = (start..<index).contains { ["of", "de", "del"].contains(sentence.word($0)) }
      if isJoint, opensName, !sentence.isDeterminer(index + 1),
        (index + 1..<range.upperBound).contains(where: {
          ["and", "y", "e"].contains(sentence.word($0))
        })
      {
        continue
      }
      close(index)
      start = index + 1
    }
    close(range.upperBound)
    return out
  }

  /// Groups without a name that come to terms ("the Tigray rebels", "los transportistas"), as organizations.
  func groups(in range: Range<Int>, of sentence: AgreementSentence) -> [AgreementParty] {
    var out: [AgreementParty] = []
    for index in range
    where (sentence.isA(.side, index) || isArmed(index, sentence)) && sentence.isNoun(index)
      && !sentence.isTie(index + 1)
    {
      // "The shippers' chamber CAFyM": its name.
      if sentence.isCapitalized(index + 1), sentence.upos(index + 1) == .propn {
        var end = index + 2
        while sentence.isCapitalized(end), sentence.isNominal(end) { end += 1 }
        add(
          AgreementParty(
            entity: nil,
            record: PartyRecord(
              name: analysis.text(sentence.span(index + 1..<end)), kind: .organization)),
          to: &out)
        continue
      }
      // "El movimiento libanés Hezbolá": its name stands behind.
      let isNamed =
        sentence.language == .spanish && sentence.upos(index + 1) == .adj
        && sentence.isCapitalized(index + 2)
      let isKnown = mentions(in: sentence.index).contains { $0.tokens.contains(index) }
      if isKnown || isNamed { continue }
      var start = index
      while start > range.lowerBound,
        sentence.isNominal(start - 1) && !sentence.isDeterminer(start - 1)
          || sentence.isTie(start - 1) || isGenitive(start - 1, sentence)
          || sentence.isTie(start) && sentence.isVerb(start - 1)
          || start < index && sentence.isTie(start - 2) && sentence.isVerb(start - 1)
      { start -= 1 }
      var end = index + 1
      if sentence.language == .spanish {
        while end < range.upperBound, sentence.upos(end) == .adj { end += 1 }
      } else {
        // "Rebel leaders"
        while end < range.upperBound, sentence.upos(end) == .noun, !sentence.isCapitalized(end) {
          end += 1
        }
      }
      if ["of", "de"].contains(sentence.word(end)) {
        var last = end + 1
        while last < range.upperBound, sentence.isNominal(last) || sentence.isDeterminer(last) {
          last += 1
        }
        if last > end + 1 { end = last }
      }
      // "A consortium led by X"
      if ["led", "headed", "encabezado", "liderado"].contains(sentence.word(end)),
        ["by", "por"].contains(sentence.word(end + 1)), sentence.isCapitalized(end + 2)
      {
        end += 2
        while sentence.isCapitalized(end) { end += 1 }
      }
      let name = analysis.text(sentence.span(start..<end))
      add(
        AgreementParty(entity: nil, record: PartyRecord(name: name, kind: .organization)), to: &out)
    }
    return out
  }

  /// "Armed groups", "grupos armados"
  private func isArmed(_ index: Int, _ sentence: AgreementSentence) -> Bool {
    !sentence.isCapitalized(index + 1)
      && ["group", "groups", "grupo", "grupos"].contains(sentence.word(index))
      && [sentence.word(index - 1), sentence.word(index + 1)].contains {
        ["armed", "rebel", "armado", "armados", "rebelde", "rebeldes"].contains($0)
      }
  }

  /// The mark of a possessor ("the dockworkers' union", "the region's traders").
  private func isGenitive(_ index: Int, _ sentence: AgreementSentence) -> Bool {
    sentence.language == .english
      && ["'", "’", "'s", "’s"].contains(sentence.word(index)) && sentence.isNoun(index - 1)
      && !sentence.isCapitalized(index - 1)
  }

  /// Those of the subject of a verb, up to the verb or comma before.
  func groups(before verb: Int, in sentence: AgreementSentence) -> [AgreementParty] {
    var start = verb
    while start > 0, verb - start < 14, !sentence.isVerb(start - 1),
      ![",", ";"].contains(sentence.word(start - 1)), !sentence.isRelative(start - 1)
    { start -= 1 }
    return groups(in: start..<verb, of: sentence)
  }

  /// "BP and the Iraqi government signed", "Petrobras y la china CNOOC": a name of which no list knows more, joined to a party
  /// in the subject of a verb, as an organization.
  func unknownNames(before verb: Int, in sentence: AgreementSentence) -> [AgreementParty] {
    var start = verb
    while start > 0, verb - start < 16, !sentence.isVerb(start - 1),
      ![",", ";"].contains(sentence.word(start - 1)), !sentence.isRelative(start - 1)
    { start -= 1 }
    let own = mentions(in: sentence.index).filter {
      $0.tokens.lowerBound >= start && $0.tokens.upperBound <= verb
    }
    func isFree(_ index: Int) -> Bool {
      index >= start && index < verb && sentence.upos(index) == .propn
        && sentence.isCapitalized(index) && !isPlace(index, in: sentence)
        && !own.contains { $0.tokens.contains(index) }
    }
    func name(_ range: Range<Int>) -> AgreementParty {
      AgreementParty(
        entity: nil,
        record: PartyRecord(name: analysis.text(sentence.span(range)), kind: .organization))
    }
    var out: [AgreementParty] = []
    for joint in start..<verb where ["and", "y", "e"].contains(sentence.word(joint)) {
      // "The Rio Tinto group and"
      let isGroup = ["group", "company", "firm"].contains(sentence.word(joint - 1))
      let last = isGroup ? joint - 1 : joint
      var first = last
      while isFree(first - 1) { first -= 1 }
      let hasRight = own.contains { (joint + 1...joint + 3).contains($0.tokens.lowerBound) }
      if first < last, hasRight { out.append(name(first..<last)) }
      let hasLeft = own.contains { $0.tokens.upperBound == joint }
      var second = joint + 1
      while second < min(verb, joint + 4), !isFree(second), !sentence.isCapitalized(second),
        sentence.isDeterminer(second) || sentence.isNominal(second)
      { second += 1 }
      var end = second
      while isFree(end) { end += 1 }
      if hasLeft, end > second { out.append(name(second..<end)) }
    }
    return out
  }

  /// The two states that act in one of the two sentences before, none if they are more or fewer.
  func told(before sentence: AgreementSentence) -> [AgreementParty] {
    for back in 1...2 where sentence.index >= back {
      var codes: [String] = []
      for mention in mentions(in: sentence.index - back) {
        for id in mention.entities where analysis.entities[id].kind != .organization {
          if let code = analysis.entities[id].country, !codes.contains(code) { codes.append(code) }
        }
      }
      if codes.count == 2 { return codes.map { government($0, sentence.language) } }
      if codes.count > 2 { return [] }
    }
    return []
  }

  /// "Received the vice president, with whom he plans to sign", "con quien suscribió": who stands before, and the subject of the
  /// clause or of the verb that governs it.
  func withWhom(_ verb: Int, in sentence: AgreementSentence) -> [Int] {
    guard
      let whom = (max(0, verb - 8)..<verb).last(where: {
        ["whom", "quien", "quienes", "cual"].contains(sentence.word($0))
      }),
      let with = [whom - 1, whom - 2].first(where: {
        ["with", "con"].contains(sentence.word($0))
      }),
      let partner = entities(in: max(0, with - 16)..<with, of: sentence, subjectOnly: false).last
    else { return [] }
    var subject = entities(in: whom + 1..<verb, of: sentence, subjectOnly: true)
    let ofPronoun = subject.allSatisfy { analysis.entities[$0].kind == .person }
    if subject.isEmpty || ofPronoun && subject.contains(partner),
      let main = (0..<with).last(where: { sentence.isVerb($0) && sentence.isFinite($0) })
    {
      subject = self.subject(of: main, in: sentence).filter { $0 != partner }
    }
    return subject + [partner]
  }
}

extension AgreementParties {
  /// Bodies and states that a hyphen ties before or behind the noun, of which one at least is no state ("EU-Mercosur").
  func tied(in phrase: Range<Int>, of sentence: AgreementSentence) -> [AgreementParty] {
    let own = mentions(in: sentence.index).filter { phrase.contains($0.head) }
    for hyphen in phrase where sentence.isTie(hyphen) {
      let left = own.first { $0.tokens.upperBound == hyphen }.flatMap { single($0, of: sentence) }
      let right = own.first { $0.tokens.lowerBound == hyphen + 1 }.flatMap {
        single($0, of: sentence)
      }
      let pair = [
        left ?? states(endingAt: hyphen, in: sentence),
        right ?? states(startingAt: hyphen + 1, in: sentence),
      ].compactMap { $0 }
      if pair.count == 2, pair.contains(where: { $0.record.kind == .organization }) { return pair }
    }
    return []
  }

  /// True for a body that a list knows, as against words that look like the name of one.
  private func isBody(_ mention: Mention, of sentence: AgreementSentence) -> Bool {
    let lexicon = sentence.language == .english ? gazetteer.english : gazetteer.spanish
    return lexicon.entries(of: analysis.text(sentence.span(mention.tokens))).contains {
      $0.kind == .body || $0.kind == .grouping
    }
  }

  /// The body or state that a mention names.
  private func single(_ mention: Mention, of sentence: AgreementSentence) -> AgreementParty? {
    guard mention.entities.count == 1, let party = party(mention.entities[0]) else { return nil }
    switch party.record.kind {
    case .government: return party
    case .organization: return isBody(mention, of: sentence) ? party : nil
    default: return nil
    }
  }

  /// The state whose name or adjective ends right before a token ("U.S." before the hyphen of "U.S.-Philippine").
  func states(endingAt end: Int, in sentence: AgreementSentence) -> AgreementParty? {
    named(in: max(0, end - 1)..<end, of: sentence, capitals: false).first {
      $0.record.kind == .government
    }
      ?? country(in: max(0, end - 1)..<end, of: sentence)
  }

  /// The state whose name or adjective begins at a token ("Philippine" behind that hyphen).
  func states(startingAt start: Int, in sentence: AgreementSentence) -> AgreementParty? {
    guard start < sentence.count else { return nil }
    return country(in: start..<start + 1, of: sentence)
  }
}
