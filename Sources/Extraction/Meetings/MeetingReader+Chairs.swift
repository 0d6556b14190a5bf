import Language
import Records

/// What sentences that name the chairs of a meeting add to it.
extension MeetingReader {
  /// "A and B chaired the meeting for Peru" of one that was told before: what other rules read of these words is that one.
  mutating func seat(
    _ chairs: ChairRule.Finding, _ context: MeetingContext, _ found: inout [MeetingFrame]
  ) -> Bool {
    guard chairs.isReference, let current,
      isNear(current, context.sentence)
        // "The dialogue was led by": the only meeting of the article, some sentences on.
        || occasions.frames.count == 1 && context.sentence - occasions.frames[0].sentence <= 8
    else { return false }
    let known = Set(chairs.persons + occasions.frames[current].principals)
    guard seat(chairs, at: current, context) else { return false }
    found.removeAll { frame in
      frame.principals.contains(where: chairs.persons.contains)
        && Set(frame.principals).isSubset(of: known) && !frame.isSurelyDated
    }
    return true
  }

  /// Puts those who lead a meeting in the place of the sides that they lead it for; false if none of them is of a side of which
  /// nobody is named.
  mutating func seat(_ found: ChairRule.Finding, at index: Int, _ context: MeetingContext) -> Bool {
    let entities = context.entities
    let frame = occasions.frames[index]
    var sides = frame.principals.filter {
      isUnnamedSide($0) || entities[$0].kind == .organization
    }
    guard !sides.isEmpty else { return false }
    var seats: [Int: [Int]] = [:]
    var others: [Int] = []
    var strangers: [Int] = []
    for group in found.groups {
      for person in group.persons where !frame.principals.contains(person) {
        let code = group.side.map(\.code) ?? entities[person].country
        let side = sides.first { id in
          group.side?.entity == id || code != nil && entities[id].country == code
        }
        if let side {
          seats[side, default: []].append(person)
        } else if code == nil {
          others.append(person)
        } else {
          strangers.append(person)
        }
      }
    }
    sides.removeAll { seats[$0] != nil }
    // "The meeting of A and B was chaired by X and Y", of whom no country is told: one for each, or all for the only one left.
    if sides.count == 1, !others.isEmpty,
      !seats.isEmpty || others.count == 1 && frame.principals.count == 2
    {
      seats[sides[0]] = others
    } else if sides.count > 1, sides.count == others.count {
      for (side, person) in zip(sides, others) { seats[side] = [person] }
    } else if seats.isEmpty, others.isEmpty, sides.count > 1, strangers.count == 1 {
      return mediate(strangers[0], at: index, found.trigger, context)
    }
    guard !seats.isEmpty else { return false }
    occasions.update(index) { frame in
      frame.principals = frame.principals.flatMap { seats[$0] ?? [$0] }
      let seated = Set(seats.values.joined())
      frame.attendees.removeAll { seated.contains($0) }
      frame.cite(context.sentence)
    }
    note("ChairRule", context.scan, found.trigger, nil, index)
    return true
  }

  /// "Serbia and Kosovo held talks. They were chaired by the EU envoy X": who is of neither side mediates.
  private mutating func mediate(
    _ person: Int, at index: Int, _ trigger: Range<Int>, _ context: MeetingContext
  ) -> Bool {
    occasions.update(index) { frame in
      if !frame.mediators.contains(person) { frame.mediators.append(person) }
      frame.cite(context.sentence)
    }
    note("ChairRule", context.scan, trigger, nil, index)
    return true
  }
}
