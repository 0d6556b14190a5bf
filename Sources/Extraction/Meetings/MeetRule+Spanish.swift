import Gazetteer
import Language

/// What Spanish verbs of meeting need to mean one: "se", company, another word.
extension MeetRule {
  func hasReflexive(_ token: Int) -> Bool {
    let scan = context.scan
    for at in [token - 2, token - 1, token + 1] where at >= 0 && at < scan.count {
      if ["se", "nos", "me"].contains(scan.tokens[at].form.lowercased()) { return true }
    }
    return false
  }

  /// "verse de nuevo", "verse las caras", "encontrarse nuevamente".
  func isAgain(_ token: Int) -> Bool {
    let scan = context.scan
    return scan.span(token + 1, token + 4).contains {
      scan.isSign($0, "nuevamente") || scan.isSign($0, "caras")
        || scan.isSign($0, "de") && scan.isSign($0 + 1, "nuevo")
    }
  }

  func isSpanishMeeting(_ token: Int, _ verb: MeetingVerb) -> Bool {
    let scan = context.scan
    let form = scan.tokens[token].form.lowercased()
    // "consultó la operación con la familia" is advice.
    if form.hasPrefix("consult") { return hasCompanion(token, limit: 2) }
    if form.hasPrefix("intercambi") || form.hasPrefix("comunic") {
      // "intercambió mensajes", "comunicó la decisión" are no talks.
      return (form.hasPrefix("i") || hasReflexive(token)) && hasCompanion(token, limit: 4)
        || verb.frame == .discuss
        || form.hasPrefix("comunic") && hasReflexive(token) && hasCompanion(token, limit: 9)
    }
    guard verb.frame == .meet else { return true }
    // "acordaron volver a verse en agosto": the tokenizer parts the pronoun.
    if form == "ver" || form == "encontrar" && scan.isSign(token + 1, "se") {
      return scan.isOne(token - 2, of: MeetWords.again) || hasCompanion(token, limit: 6)
        || isAgain(token)
    }
    if hasReflexive(token) {
      // "se encuentra en Cuba" is where someone is.
      if form.hasPrefix("encuentr") || form.hasPrefix("encontrab") {
        return scan.isOne(token + 1, of: ArgumentWords.withWords)
      }
      if form.hasPrefix("encontr") {
        return hasCompanion(token, limit: 8)
          || (form.hasSuffix("aron") || form.hasSuffix("arán")) && !isParticiple(token + 1)
      }
      if form.hasPrefix("v") {
        return hasCompanion(token, limit: 8)
          || form == "vieron" && !isParticiple(token + 1) && !isParticiple(token + 2)
          || context.arguments.isPlural(token) && isAgain(token)
      }
      return true
    }
    if form.hasPrefix("v") || form.hasPrefix("encerr") { return false }
    if form.hasPrefix("reun"), assembled(token, token + 1) != nil { return true }
    if form.hasPrefix("alm") || form.hasPrefix("cen") || form.hasPrefix("desayun") { return true }
    if form.hasPrefix("com") { return hasCompanion(token, limit: 6) }
    return form.hasPrefix("reunid") || form.hasSuffix("se")
  }
}
