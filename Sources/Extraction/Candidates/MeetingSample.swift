import Records

/// An anchor of an article with its candidates, by which the model of meetings is trained: see `train-extraction`.
public struct MeetingSample: Sendable {
  /// A party that may have taken part.
  public struct Party: Sendable {
    public var entity: Int
    public var name: String
    public var kind: PartyKind
    /// ISO 3166-1 alpha-2 or `EU`, where the article makes it plain.
    public var country: String?
    /// The list of mentions that it stands in; -1 for another sentence.
    public var chain: Int
    /// Its mention; several may share one ("the two leaders").
    public var mention: Int
    /// Where its mention stands, in code points of the article's text.
    public var start: Int
    /// Exclusive.
    public var end: Int
    public var features: [Int32]
  }

  /// Where the anchor stands, in code points of the article's text.
  public var start: Int
  /// Exclusive.
  public var end: Int
  public var features: [Int32]
  public var parties: [Party]
}

/// A meeting that was read, with the places that may be its own, by which the model of places is trained.
public struct PlaceSample: Sendable {
  /// A place.
  public struct Choice: Sendable {
    public var name: String
    public var features: [Int32]
  }

  /// Index of the meeting in the article's record.
  public var meeting: Int
  public var places: [Choice]
}

/// What an article gives for the training of the models of places and of occasions.
public struct MeetingSamples: Sendable {
  public var meetings: [MeetingRecord]
  public var places: [PlaceSample]
  public var frames: [FrameSample]
  public var pairs: [PairSample]
}

extension MeetingCandidates {
  /// The anchors of the sentence, described.
  func samples() -> [MeetingSample] {
    let anchors = MeetingAnchor.find(context.scan)
    guard !anchors.isEmpty else { return [] }
    let tokens = context.scan.tokens
    return anchors.map { anchor in
      let parties = candidates(of: anchor).map { candidate in
        let entity = context.entities[candidate.entity]
        let words = context.reading.scans[candidate.sentence].tokens
        return MeetingSample.Party(
          entity: candidate.entity, name: entity.name ?? "", kind: entity.kind,
          country: entity.country, chain: candidate.chain,
          mention: candidate.mention, start: words[candidate.tokens.lowerBound].start,
          end: words[candidate.tokens.upperBound - 1].end, features: candidate.features)
      }
      return MeetingSample(
        start: tokens[anchor.tokens.lowerBound].start,
        end: tokens[anchor.tokens.upperBound - 1].end,
        features: event(anchor, anchors: anchors.count, modality(of: anchor)), parties: parties)
    }
  }

  /// What the words around an anchor say of whether it took place.
  func modality(of anchor: MeetingAnchor) -> Modality.Answer {
    if anchor.isVerb {
      // "urged B to meet C": the verb above an infinitive stands before its subject.
      let isInfinitive = context.scan.isSign(anchor.head - 1, "to")
      let subject = isInfinitive ? nil : context.arguments.subject(of: anchor.head)
      return context.modality.verb(anchor.head, from: subject?.tokens.upperBound ?? 0)
    }
    let rule = NounRule(context: context)
    return rule.modality(
      anchor.tokens.lowerBound, anchor.tokens.upperBound,
      rule.supportVerb(anchor.tokens.lowerBound))
  }
}
