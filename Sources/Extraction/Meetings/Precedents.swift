import Language

/// "had candid talks, building on the summit between C and D in Bali in 2022": what stands behind the occasion that went before is
/// told of that one.
struct Precedents {
  let context: MeetingContext

  /// Takes days and places behind a later meeting of the sentence from those before it, where the words tell that it is another one.
  func part(_ frames: inout [MeetingFrame]) {
    for index in frames.indices {
      let first = frames[index]
      guard
        let later = frames.first(where: { other in
          other.trigger.lowerBound > first.trigger.upperBound
            && Set(other.principals).isDisjoint(with: first.principals)
            && isLed(from: first.trigger.upperBound, to: other.trigger.lowerBound)
        })
      else {
        forgetWhat(follows: &frames[index])
        continue
      }
      let end = later.trigger.lowerBound
      if let date = first.date, date == later.date, isBehind(end, context.dateTokens(of: date)) {
        frames[index].forgetDate()
      }
      if let place = first.place, place == later.place,
        isBehind(end, context.placeTokens(of: place))
      {
        frames[index].forgetPlace()
      }
    }
  }

  /// "met B for lunch, following B's meetings with mediators in Qatar": a place behind an earlier occasion of which nobody makes a
  /// meeting.
  private func forgetWhat(follows frame: inout MeetingFrame) {
    let scan = context.scan
    guard !scan.isSpanish, let place = frame.place,
      let lead = scan.span(frame.trigger.upperBound, scan.count).first(where: {
        scan.isSign($0, "following") || scan.isSign($0, "after")
      }),
      let noun = scan.span(lead + 1, lead + 7).first(where: { scan.has(.noun, at: $0) }),
      scan.isOne(noun + 1, of: ArgumentWords.withWords),
      isBehind(noun, context.placeTokens(of: place))
    else { return }
    frame.setPlace(nil, isSure: true)
  }

  /// True if words such as "building on" and "following" lead from one meeting to the other.
  private func isLed(from: Int, to: Int) -> Bool {
    let scan = context.scan
    return scan.span(from, to).contains {
      scan.isOne($0, of: PrecedentWords.leads)
        || scan.isOne($0, of: PrecedentWords.builds) && scan.isOne($0 + 1, of: PrecedentWords.on)
    }
  }

  /// True if there are such tokens, all of them behind a token.
  private func isBehind(_ end: Int, _ tokens: [Int]) -> Bool {
    !tokens.isEmpty && tokens.allSatisfy { $0 > end }
  }
}

enum PrecedentWords {
  static let leads = Words.set(
    """
    following after since before prepare preparing preparations tras después luego siguiendo antes preparar preparativos \
    preparación
    """)
  static let follows = Words.set("follows followed builds previous previously earlier")
  static let builds = Words.set("building built builds ahead basan basa continuidad seguimiento")
  static let on = Words.set("on upon of en a al de")
}
