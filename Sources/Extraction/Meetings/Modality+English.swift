import Language

/// What English tells before the subject or right before the verb: "denied that he had met B", "is open to meeting B", "had been due to
/// meet B".
extension Modality {
  /// The word that denies what is told of a subject that begins at a token: "denied that A had met B", "dismissed reports that A met B".
  func denial(before start: Int) -> String? {
    guard !scan.isSpanish, start > 0 else { return nil }
    let at = scan.isSign(start - 1, "that") ? start - 2 : start - 1
    if scan.isOne(at, of: SoughtWords.denying) { return scan.tokens[at].form }
    guard at < start - 1,
      scan.isOne(at, of: SoughtWords.reports) || scan.isOne(at, of: SoughtWords.rumours),
      let verb = scan.span(at - 4, at).first(where: { scan.isOne($0, of: SoughtWords.denying) })
    else { return nil }
    return scan.tokens[verb].form
  }

  /// "is open to meeting B", "opposed to meeting B": right before the verb.
  func isOpen(_ at: Int, to verb: Int) -> Bool {
    !scan.isSpanish && scan.isOne(at, of: EnglishModalWords.open) && scan.isSign(at + 1, "to")
      && verb - at <= 3
  }

  /// "It will be the first time A and B have met since January": the meeting is to come.
  func isFirstToCome(_ verb: Int) -> Bool {
    guard !scan.isSpanish,
      let time = scan.span(verb - 20, verb).last(where: {
        scan.isSign($0, "time") && scan.isSign($0 - 1, "first")
      })
    else { return false }
    return scan.span(time - 5, time).contains {
      scan.isSign($0, "be") && (scan.isSign($0 - 1, "will") || scan.isSign($0 - 1, "would"))
    }
  }

  /// Past "but": "had been expected to resign but met B".
  func pastBut(_ verb: Int) -> Int {
    guard !scan.isSpanish else { return 0 }
    return scan.span(verb - 9, verb).last { scan.isSign($0, "but") } ?? 0
  }

  /// "denied the charges after meeting B", "declined to comment after speaking with B": whatever was refused, they met.
  func isDoneBefore(_ verb: Int, from lower: Int) -> Bool {
    guard !scan.isSpanish, verb < scan.count, scan.tokens[verb].form.hasSuffix("ing"),
      scan.isOne(verb - 1, of: ModalWords.afters)
    else { return false }
    let before = scan.span(lower, verb - 1)
    return before.contains {
      scan.isOne($0, of: ModalWords.refusals) || scan.isOne($0, of: ModalWords.negations)
    }
      && !before.contains {
        scan.isOne($0, of: ModalWords.plans) || scan.isOne($0, of: ModalWords.wishes)
      }
  }

  /// "will have lunch with B", "is to have dinner with B": not yet.
  func isToHave(_ at: Int) -> Bool {
    !scan.isSpanish && scan.isSign(at, "have")
      && (scan.isOne(at - 1, of: ModalWords.futures)
        || scan.isSign(at - 1, "to") && !isParticiple(at + 1))
  }

  /// "had been due to meet", "had originally planned to meet": it did not come to it.
  func isFormerPlan(_ at: Int) -> Bool {
    guard !scan.isSpanish, scan.isSign(at + 1, "to") else { return false }
    let isBeen = scan.isSign(at - 1, "been") && scan.isOne(at, of: EnglishModalWords.due)
    return isBeen || scan.isOne(at, of: EnglishModalWords.planned)
      ? scan.span(isBeen ? at - 4 : at - 2, at).contains { scan.isSign($0, "had") } : false
  }
}

enum EnglishModalWords {
  static let open = Words.set("open opposed averse amenable receptive")
  static let due = Words.set("due scheduled set supposed expected slated planning")
  static let planned = Words.set("planned intended meant")
}
