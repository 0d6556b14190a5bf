import Foundation
import Records
import Testing

@testable import Extraction

/// "A, the president of B, said at a dinner that …": every form of a report with every speaker and what may stand beside the verb,
/// in both languages. Such products find what single articles do not.
@Suite struct SayingPositionsTests {
  struct Words: Sendable {
    var language: String
    /// A speaker as a sentence begins with, and a word of the name that a record has.
    var speakers: [(said: String, name: String)]
    var verbs: [String]
    var besides: [String]
    var contents: [String]
    /// {A} the speaker, {a} the same inside a sentence, {V} the verb, {B} what stands beside it, {T} and {t} the content.
    var forms: [(kind: StatementRecord.Kind, text: String)]
  }

  static let english = Words(
    language: "en",
    speakers: [
      ("Foreign Minister Lena Voss", "Voss"), ("Olaf Tarrant, the president of Norway,", "Tarrant"),
      ("The president of Norway, Olaf Tarrant,", "Tarrant"), ("Lena Voss, 52,", "Voss"),
      ("State Department spokesman Ned Pryce", "Pryce"),
      ("The Iranian Foreign Ministry", "Ministry"),
      ("Olaf Tarrant, who took office in May,", "Tarrant"), ("A senior U.S. official", "official"),
      ("U.N. Secretary-General Rui Amaral", "Amaral"),
    ],
    verbs: [
      "said", "added", "warned", "declared", "argued", "stressed", "told reporters", "noted",
    ],
    besides: [
      "", " on Monday", " in Oslo", " at a dinner", " after the meeting", " during a visit to Oslo",
      " in a telephone interview", " through a spokesman", " before leaving for Oslo",
      " on Twitter",
      " on the sidelines of a summit", " in a joint statement with Peru", " by phone from Oslo",
      " at the end of the talks", " following talks in Oslo", " at the White House",
    ],
    contents: [
      "the talks had been long but useful", "there was no military solution",
      "Norway would not accept the terms",
    ],
    forms: [
      (.direct, "{A} {V}{B}, “{T}.”"), (.direct, "“{T},” {a} {V}{B}."),
      (.indirect, "{A} {V}{B} that {t}."), (.direct, "{A} {V}{B}: “{T}.”"),
      (.direct, "{A} {V}{B} that “{t}.”"),
    ])

  static let spanish = Words(
    language: "es",
    speakers: [
      ("La canciller Lena Vega", "Vega"), ("El presidente de Noruega, Olaf Tarrant,", "Tarrant"),
      ("El portavoz del Kremlin, Dmitri Orlov,", "Orlov"), ("La OTAN", "OTAN"),
      ("El Ministerio de Exteriores iraní", "Ministerio"),
      ("Un alto funcionario estadounidense", "funcionario"),
      ("Kwame Boateng, jefe de la diplomacia de Ghana,", "Boateng"),
    ],
    verbs: [
      "dijo", "afirmó", "señaló", "advirtió", "sostuvo", "recalcó", "explicó", "reconoció",
    ],
    besides: [
      "", " el lunes", " en Oslo", " en una cena", " a los periodistas", " tras la reunión",
      " durante una visita a Oslo", " en una entrevista telefónica", " por videoconferencia",
      " antes de partir a Oslo", " en X", " al margen de una cumbre", " ante el Parlamento",
      " en un comunicado conjunto con Perú", " al término de las conversaciones",
    ],
    contents: [
      "las conversaciones fueron largas pero útiles", "no hay una solución militar",
      "Noruega no aceptará las condiciones",
    ],
    forms: [
      (.direct, "{A} {V}{B}: “{T}”."), (.direct, "“{T}”, {V} {a}{B}."),
      (.indirect, "{A} {V}{B} que {t}."), (.direct, "{A} {V}{B} que “{t}”."),
    ])

  @Test(arguments: [english, spanish]) func everyPositionHasSpeakerAndWords(_ words: Words) {
    var wrong: [String] = []
    var count = 0
    for (n, speaker) in words.speakers.enumerated() {
      for (m, beside) in words.besides.enumerated() {
        for (k, form) in words.forms.enumerated() {
          let verb = words.verbs[(n + m + k) % words.verbs.count]
          let content = words.contents[(n + m) % words.contents.count]
          let text = form.text.replacing("{A}", with: speaker.said)
            .replacing("{a}", with: inside(speaker.said, words.language))
            .replacing("{V}", with: verb).replacing("{B}", with: beside)
            .replacing("{T}", with: content.prefix(1).uppercased() + content.dropFirst())
            .replacing("{t}", with: content)
          let article = Article(
            id: "saying", text: text, published: EDTF("2024-05-16"), language: words.language)
          let found = Extractor().extract(article).statements
          count += 1
          let isRight =
            found.count == 1 && found[0].kind == form.kind
            && found[0].speakers.contains { $0.name.contains(speaker.name) }
            && bare(found[0].text) == content.lowercased()
          if !isRight { wrong.append(text) }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(count)")
  }

  /// The speaker without the capital of an article and, in Spanish, without the comma behind.
  private func inside(_ speaker: String, _ language: String) -> String {
    let first = speaker.prefix(while: { $0 != " " })
    let opens = ["The", "A", "El", "La", "Un"].contains(first)
    let small = opens ? speaker.prefix(1).lowercased() + speaker.dropFirst() : speaker
    return language == "es" && small.hasSuffix(",") ? String(small.dropLast()) : small
  }

  private func bare(_ text: String) -> String {
    text.trimmingCharacters(in: [" ", ".", ",", "“", "”"]).lowercased()
  }
}
