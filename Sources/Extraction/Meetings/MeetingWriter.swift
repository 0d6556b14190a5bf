import Language
import Records

/// Makes a record of a frame.
struct MeetingWriter {
  let reading: Reading
  let topics: Topics

  /// Nil if fewer than two parties have a name.
  func record(_ frame: MeetingFrame) -> MeetingRecord? {
    var participants: [PartyRecord] = []
    var used: Set<Int> = []
    func add(_ ids: [Int], _ capacity: Capacity) {
      for id in ids where used.insert(id).inserted {
        let entity = reading.analysis.entities[id]
        guard let name = houseName(of: id, frame) ?? entity.name else { continue }
        participants.append(
          PartyRecord(
            name: name, kind: entity.kind, role: entity.role, country: entity.country,
            capacity: capacity))
      }
    }
    add(frame.mediators, .mediator)
    let mediators = participants
    participants = []
    add(withoutOwnGovernments(frame.principals), .principal)
    guard participants.count > 1 || (participants.count == 1 && !mediators.isEmpty) else {
      return nil
    }
    add(frame.attendees, .attendee)
    participants += mediators
    let sentences = ([frame.sentence] + frame.evidence.sorted()).uniqued()
    let told = topics.topics(of: frame)
    return MeetingRecord(
      status: frame.status, mode: frame.mode ?? .inPerson, date: frame.date?.description,
      dateBasis: frame.date == nil ? nil : frame.dateBasis,
      place: isRemote(frame) ? nil : frame.place,
      participants: participants, topics: told.isEmpty ? nil : told,
      evidence: sentences.map(text))
  }

  /// "White House officials met with mayors", "La Casa Blanca recibió a empresarios": the house by which the sentence tells a
  /// government, where it meets nobody of another country; nil elsewhere.
  private func houseName(of id: Int, _ frame: MeetingFrame) -> String? {
    let entities = reading.analysis.entities
    let others = frame.principals.filter { $0 != id }
    guard entities[id].kind == .government, let country = entities[id].country,
      others.contains(where: { entities[$0].kind == .delegation })
        || others.count(where: { entities[$0].kind == .organization }) > 2,
      others.allSatisfy({
        entities[$0].kind != .government && entities[$0].country ?? country == country
      })
    else { return nil }
    let scan = reading.scans[frame.sentence]
    for index in reading.mentions(in: frame.sentence) {
      let mention = reading.analysis.mentions[index]
      guard mention.entities == [id] else { continue }
      for at in mention.tokens {
        guard let seat = scan.match(.seat, at: at), scan.isCapital(at),
          scan.match(.country, at: at) == nil, scan.match(.capital, at: at) == nil
        else { continue }
        return scan.surface(seat.range)
      }
    }
    return nil
  }

  /// A Spanish call is nowhere, whatever else the sentences behind it tell of.
  private func isRemote(_ frame: MeetingFrame) -> Bool {
    reading.isSpanish && (frame.mode == .phone || frame.mode == .video)
  }

  /// A government whose person is named is represented by the person.
  private func withoutOwnGovernments(_ ids: [Int]) -> [Int] {
    let entities = reading.analysis.entities
    return ids.filter { id in
      guard entities[id].kind == .government, let country = entities[id].country else {
        return true
      }
      return !ids.contains { entities[$0].kind == .person && entities[$0].country == country }
    }
  }

  private func text(_ sentence: Int) -> String {
    let entry = reading.analysis.document.sentences[sentence]
    return reading.text(entry.start..<entry.end)
  }
}
