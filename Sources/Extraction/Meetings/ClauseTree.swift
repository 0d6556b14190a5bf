import Language

/// The tree of a sentence, made when a rule first asks for it: most sentences are read without.
///
/// What the tree says is checked against the order of words by those who ask: the parser errs in one relation of six.
final class ClauseTree {
  private let source: Sentence
  private var parsed: Sentence?

  init(_ sentence: Sentence) { source = sentence }

  /// The words with tags, heads and relations; without heads where the sentence is in neither language.
  var tokens: [Token] {
    if let parsed { return parsed.tokens }
    var sentence = source
    // A sentence longer than this is a list or a table, and its tree says nothing.
    if sentence.tokens.count <= 160 { Annotator().parse(&sentence) }
    parsed = sentence
    return sentence.tokens
  }

  /// The verb that a word hangs on, through the nouns and prepositions between; nil if there is none.
  func governor(of token: Int) -> Int? {
    let tokens = tokens
    var at = token
    for _ in 0..<6 {
      guard at >= 0, at < tokens.count else { return nil }
      let head = tokens[at].head
      guard head >= 0, head < tokens.count, head != at else { return nil }
      at = head
      if tokens[at].upos == .verb { return at }
    }
    return nil
  }

  /// The heads of the subjects of a verb: its own, or those of the verb that it is coordinated with or completes.
  func subjects(of verb: Int) -> [Int] {
    let tokens = tokens
    var at = verb
    for _ in 0..<4 {
      guard at >= 0, at < tokens.count else { return [] }
      let own = tokens.indices.filter { tokens[$0].head == at && tokens[$0].relation.isSubject }
      if !own.isEmpty {
        // "A, who met B": the noun before the relative clause.
        if tokens[at].relation == .aclRelcl, own.allSatisfy({ Self.isRelative(tokens[$0]) }) {
          return [tokens[at].head]
        }
        return own
      }
      switch tokens[at].relation {
      case .conj, .xcomp, .advcl: at = tokens[at].head
      case .acl, .aclRelcl: return [tokens[at].head]
      default: return []
      }
    }
    return []
  }

  /// The heads of the objects of a verb, direct or indirect.
  func objects(of verb: Int) -> [Int] {
    let tokens = tokens
    return tokens.indices.filter {
      tokens[$0].head == verb && (tokens[$0].relation == .obj || tokens[$0].relation == .iobj)
    }
  }

  private static func isRelative(_ token: Token) -> Bool {
    ["who", "whom", "which", "that", "que", "quien", "quienes"].contains(token.form.lowercased())
  }
}

extension Relation {
  /// True for what does or undergoes the action of a finite verb.
  var isSubject: Bool { self == .nsubj || self == .nsubjPass || self == .nsubjOuter }
}
