import Gazetteer
import Language
import Records

/// Frames that are left out, whatever rule made them.
extension MeetingReader {
  /// "agreed to consult with regional partners": what is meant to be done with people of whom nothing is told, on no day.
  func isIntent(_ frame: MeetingFrame) -> Bool {
    frame.status == .planned && !frame.isSurelyDated && frame.rule == "MeetRule"
      && reading.scans[frame.sentence].isOne(frame.trigger.lowerBound, of: TitleWords.intents)
      && frame.principals.contains { reading.analysis.entities[$0].kind == .delegation }
  }

  /// "A and B declined to take part in the meeting": who stays away meets nobody.
  func isDeclined(_ frame: MeetingFrame) -> Bool {
    let scan = reading.scans[frame.sentence]
    return frame.rule == LearnedRule.name
      && scan.span(0, frame.trigger.lowerBound).contains {
        scan.isOne($0, of: TitleWords.declining) && scan.isSign($0 + 1, "to")
          && scan.span($0 + 2, $0 + 4).contains { scan.isOne($0, of: TitleWords.coming) }
      }
  }

  /// "hosting the Amazon Summit and Amazon Dialogues": occasions are no bodies that meet.
  func isOfOccasions(_ frame: MeetingFrame) -> Bool {
    frame.rule == LearnedRule.name && frame.principals.count == 2
      && frame.principals.contains { id in
        let entity = reading.analysis.entities[id]
        return entity.kind == .organization
          && entity.name.map { name in
            TitleWords.occasions.contains { name.hasSuffix($0) }
          } == true
      }
  }

  /// "led the meeting of the Consultative Group": beside bodies that no list knows there must be two others.
  func isOfUnknownBodies(_ frame: MeetingFrame) -> Bool {
    guard !reading.isSpanish, frame.rule != "MeetRule", frame.rule != "ReceiveRule" else {
      return false
    }
    let known = frame.principals.filter { id in
      let entity = reading.analysis.entities[id]
      return entity.kind != .organization || entity.country != nil
        || isToldByPeople(id, frame.sentence)
        || entity.name?.hasPrefix("Departments of") == true
        || entity.name?.hasPrefix("Ministries of") == true
        || entity.name.map {
          !Gazetteer.shared.english.entries(of: $0).filter { $0.kind == .body }.isEmpty
        } == true
    }
    // "held talks with the Moro Front": beside somebody known.
    let sides = frame.principals.filter {
      !known.contains($0) && isNamedAsSide($0, frame.sentence)
    }
    return known.isEmpty || known.count + sides.count < 2
  }

  /// "held talks with the Moro Front", "Spain and the Lithium Council held talks": a body that no list knows, told as a side.
  private func isNamedAsSide(_ id: Int, _ sentence: Int) -> Bool {
    let scan = reading.scans[sentence]
    guard
      reading.analysis.entities[id].name.map({ name in
        !TitleWords.occasions.contains { name.hasSuffix($0) }
      }) == true
    else { return false }
    return reading.mentions(in: sentence).contains { mention in
      guard reading.analysis.mentions[mention].entities == [id] else { return false }
      var before = reading.analysis.mentions[mention].tokens.lowerBound - 1
      while scan.isDeterminer(before) { before -= 1 }
      return before < 0 || scan.isOne(before, of: ArgumentWords.withWords)
        || scan.isOne(before, of: ArgumentWords.betweenWords) || scan.isOne(before, of: Words.and)
    }
  }

  /// "talks with officials of the Ministry of Education": there are people who meet.
  private func isToldByPeople(_ id: Int, _ sentence: Int) -> Bool {
    reading.mentions(in: sentence).contains { mention in
      guard reading.analysis.mentions[mention].entities == [id],
        let phrase = reading.phrases[mention],
        let name = phrase.name
      else { return false }
      return phrase.range.lowerBound < name.lowerBound
        && reading.scans[sentence].span(phrase.range.lowerBound, name.lowerBound).contains {
          reading.scans[sentence].has(.group, at: $0)
        }
    }
  }
}
