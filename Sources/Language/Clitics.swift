/// Spanish pronouns written together with an infinitive or a gerund: reunirse, diciéndole, dárselo.
enum Clitics {
  /// The verb and its pronouns as words of their own; nil if the word is not such a form.
  static func split(_ text: CodePoints, _ range: Range<Int>) -> [String]? {
    // Cheap look first: the last letter of a pronoun, and an r or an o before it.
    let last = Characters.lowercase(text[range.upperBound - 1])
    guard last == 0x65 || last == 0x6F || last == 0x61 || last == 0x73 else { return nil }
    guard range.count <= 24 else { return nil }
    let word = range.map { Characters.lowercase(text[$0]) }
    for pronouns in Self.endings {
      let length = pronouns.reduce(0) { $0 + $1.count }
      guard word.count >= length + 3, ends(word, pronouns) else { continue }
      let stem = Array(word.dropLast(length))
      guard let host = host(stem, pronouns) else { continue }
      var forms: [String] = [verbForm(text, range, host)]
      var start = range.lowerBound + stem.count
      for pronoun in pronouns {
        forms.append(text.string(start..<start + pronoun.count))
        start += pronoun.count
      }
      return forms
    }
    return nil
  }

  private enum Host { case infinitive, gerund }

  private static func ends(_ word: [UInt32], _ pronouns: [[UInt32]]) -> Bool {
    var end = word.count
    for pronoun in pronouns.reversed() {
      guard word[(end - pronoun.count)..<end].elementsEqual(pronoun) else { return false }
      end -= pronoun.count
    }
    return true
  }

  /// What the letters before the pronouns are, if they are a verb that can carry them.
  private static func host(_ stem: [UInt32], _ pronouns: [[UInt32]]) -> Host? {
    let count = stem.count
    // ...ándo, ...iéndo, ...yéndo
    if count >= 5, stem[count - 1] == 0x6F, stem[count - 2] == 0x64, stem[count - 3] == 0x6E,
      stem[count - 4] == 0xE1 || stem[count - 4] == 0xE9
    {
      return .gerund
    }
    guard count >= 3, stem[count - 1] == 0x72 else { return nil }
    let vowel = stem[count - 2]
    let accented = vowel == 0xE1 || vowel == 0xE9 || vowel == 0xED
    guard accented || vowel == 0x61 || vowel == 0x65 || vowel == 0x69 else { return nil }
    // Two pronouns want an accent, one does not (save "oírse"): else it is another word.
    if pronouns.count == 2 { return accented ? .infinitive : nil }
    if accented { return vowel == 0xED ? .infinitive : nil }
    let pronoun = pronouns[0]
    if pronoun == Self.se { return .infinitive }
    // parte, fuerte, firme, charla, Carlos: nouns and verbs that only look like it.
    let whole = stem + pronoun
    if exceptions.contains(hash(whole)) { return nil }
    if pronoun == Self.me || pronoun == Self.te {
      return VerbList.shared.contains(hash(stem)) ? .infinitive : nil
    }
    return count >= 5 || VerbList.shared.contains(hash(stem)) ? .infinitive : nil
  }

  /// The verb without the accent that the pronouns brought.
  private static func verbForm(_ text: CodePoints, _ range: Range<Int>, _ host: Host) -> String {
    var points: [UInt32] = []
    let lower = range.map { Characters.lowercase(text[$0]) }
    let size: Int
    switch host {
    case .gerund:
      size =
        (lower.lastIndex(of: 0x6F).map { index in
          // The o of -ndo, not that of the pronoun lo.
          var end = index
          while end > 1, !(lower[end] == 0x6F && lower[end - 1] == 0x64 && lower[end - 2] == 0x6E) {
            end -= 1
          }
          return end + 1
        }) ?? range.count
    case .infinitive:
      var end = range.count - 2
      while end > 1, !(lower[end - 1] == 0x72) { end -= 1 }
      size = end
    }
    for index in range.lowerBound..<range.lowerBound + size {
      let point = text[index]
      let fromEnd = range.lowerBound + size - index
      let position = host == .gerund ? 4 : 2
      if fromEnd == position {
        switch point {
        case 0xE1: points.append(0x61)
        case 0xE9: points.append(0x65)
        case 0xED:
          // oír, reír, sonreír keep theirs.
          let before = points.last ?? 0
          points.append(before == 0x6F || before == 0x65 || before == 0x61 ? 0xED : 0x69)
        default: points.append(point)
        }
      } else {
        points.append(point)
      }
    }
    var form = ""
    for point in points {
      if let scalar = Unicode.Scalar(point) { form.unicodeScalars.append(scalar) }
    }
    return form
  }

  private static func hash(_ word: [UInt32]) -> UInt64 {
    word.reduce(WordHash.seed) { WordHash.add($1, to: $0) }
  }

  private static func letters(_ word: String) -> [UInt32] { word.unicodeScalars.map(\.value) }
  private static let se = letters("se")
  private static let me = letters("me")
  private static let te = letters("te")

  /// Two pronouns first, longer ones before shorter.
  private static let endings: [[[UInt32]]] = {
    let objects = ["los", "las", "lo", "la"]
    let persons = ["nos", "me", "te", "se"]
    var endings: [[[UInt32]]] = []
    for person in persons {
      for object in objects { endings.append([letters(person), letters(object)]) }
    }
    for one in ["les", "los", "las", "nos", "le", "lo", "la", "se", "me", "te"] {
      endings.append([letters(one)])
    }
    return endings
  }()

  private static let exceptions: Set<UInt64> = Set(
    [
      "carlos", "charla", "charlas", "charles", "perla", "perlas", "burla", "merlo", "parla",
      "orla",
      "arles", "carla", "carles", "berlo", "mirlo", "mirlos", "montecarlo", "tarlo", "darla",
      "birla",
      "garla", "merle", "sterle", "gobiernos", "inviernos", "infiernos", "cuadernos", "modernos",
      "internos",
      "externos", "eternos", "bouterse",
    ].map { WordHash.of($0) })
}

/// Infinitives that take the pronouns me and te, which too many other words end in.
struct VerbList: Sendable {
  private let hashes: Set<UInt64>

  static let shared = VerbList(
    hashes: Set(
      """
      dar ver ser ir hacer decir poner tener venir traer saber poder querer estar haber llevar llamar dejar
      ayudar ofrecer permitir pedir preguntar contar mandar enviar mostrar enseñar explicar recordar creer
      entender escuchar oír conocer encontrar buscar esperar seguir quedar sentir reunir reservar retirar
      comunicar dirigir referir acercar sumar unir dedicar ocupar encargar presentar preparar sentar levantar
      acordar olvidar quejar relajar ganar comprar vender pagar cobrar prestar devolver servir matar
      """
      .utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }).map { WordHash.of(Substring($0)) }))

  /// True if the infinitive with this folded hash is one of them.
  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}
