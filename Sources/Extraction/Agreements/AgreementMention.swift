import Records

/// A place in the text where an agreement is spoken of.
struct AgreementMention {
  /// How the noun phrase begins.
  enum Definiteness { case definite, indefinite, demonstrative, possessed, bare }

  /// Index of the sentence.
  var sentence: Int
  /// The noun that the phrase hangs on.
  var head: Int
  /// The title: the noun phrase without its article and without what a relative clause says.
  var phrase: Range<Int>
  var kind: AgreementRecord.Kind
  var strength: AgreementLexicon.Strength
  var definiteness: Definiteness
  var isPlural: Bool
  /// Capitalized, or known by name.
  var isNamed: Bool
  /// "13 cooperation agreements".
  var count: Int?
  /// The folded words of the title but for the noun and function words.
  var modifiers: Set<String>
  /// Those of the modifiers that stand right at the noun ("trade", "nuclear").
  var close: Set<String> = []
  /// True for letters in brackets behind the name of the agreement told right before.
  var isAlias = false
  /// True for a name behind "called" or "known as", of the agreement told right before.
  var isCalled = false
  /// Those of the modifiers that tell one agreement from another ("final", "second").
  var telling: Set<String>
  /// Parties that the noun phrase itself names.
  var parties: [AgreementParty] = []
  /// True where those parties stand behind "between".
  var isBetween = false
  /// True where those parties stand behind "with": the subject of the signing is another.
  var isWith = false
  var act: AgreementAct?
  /// Parties that the rest of the sentence names.
  var around: [AgreementParty] = []
  /// The date in its name ("the 2015 deal").
  var named: EDTF?
  /// Still to come by its adjective ("the forthcoming deal").
  var isComing = false
  /// Pointed at by what a relative clause tells of it ("the deal that ended the war").
  var isDescribed = false
  /// The folded names of cities behind "in", in its sentence.
  var cities: Set<String> = []
  /// The line of the table of well-known agreements that has its name.
  var known: KnownAgreements.Known?
  /// "In a 1994 agreement": what holds by it is told.
  var isRule = false
  /// Behind "under": what it says is applied.
  var isUnder = false
  /// What was agreed, for "agreed to …"; the noun phrase is then that.
  var isContent = false
}

/// What is done to an agreement where it is mentioned.
struct AgreementAct {
  var status: AgreementLexicon.ActStatus
  /// The verb or noun that says it.
  var token: Int
  /// False for what is wished, planned, possible or denied.
  var isReal: Bool
  var isNegated: Bool
  /// Parties that do it.
  var parties: [AgreementParty] = []
  /// Persons that sign.
  var signatories: [AgreementParty] = []
  /// True for what was signed and is now said to be kept, used or broken ("under the accord signed in May").
  var isKept = false
  /// True for what a finite verb tells, as against a participle or a noun: the article's own news.
  var isTold = false
}

extension [AgreementParty] {
  /// The parties in order, each once.
  var uniquedParties: [AgreementParty] {
    reduce(into: []) { out, party in
      if !out.contains(where: { $0.isSame(party) }) { out.append(party) }
    }
  }
}

/// A party as the article names it.
struct AgreementParty: Equatable {
  /// Its place in `Analysis.entities`; nil where only the gazetteer knows it.
  var entity: Int?
  var record: PartyRecord

  /// True if both are one party.
  func isSame(_ other: AgreementParty) -> Bool {
    if let entity, entity == other.entity { return true }
    if record.name == other.record.name { return true }
    return record.kind == .government && other.record.kind == .government && record.country != nil
      && record.country == other.record.country
  }
}
