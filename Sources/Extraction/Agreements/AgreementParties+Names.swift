import Language
import Records

/// Parties of which no list knows more than that they are names.
extension AgreementParties {
  /// "With France's Naval Group", "con la alemana ACI Systems": a body and the state that only tells where it is from.
  func owned(in range: Range<Int>, of sentence: AgreementSentence) -> [(
    state: AgreementParty, body: AgreementParty
  )] {
    var out: [(state: AgreementParty, body: AgreementParty)] = []
    for index in range {
      guard let state = country(in: index..<index + 1, of: sentence) else { continue }
      let start: Int
      if sentence.language == .english {
        guard ["'s", "’s"].contains(sentence.word(index + 1)) else { continue }
        start = index + 2
      } else {
        guard !sentence.isCapitalized(index), sentence.isDeterminer(index - 1) else { continue }
        start = index + 1
      }
      var end = start
      while end < range.upperBound, sentence.isCapitalized(end), sentence.isNominal(end) {
        end += 1
      }
      // "Kenya's ICT ministry" is of the state.
      guard end > start, !sentence.isNoun(end) || sentence.language == .spanish else { continue }
      let known = mentions(in: sentence.index).first {
        $0.tokens.contains(start) && $0.head >= start
      }
      if let known {
        guard known.entities.count == 1, let party = party(known.entities[0]),
          party.record.kind == .organization
        else { continue }
        out.append((state, party))
      } else {
        let name = analysis.text(sentence.span(start..<end))
        out.append(
          (
            state,
            AgreementParty(entity: nil, record: PartyRecord(name: name, kind: .organization))
          ))
      }
    }
    return out
  }
}
