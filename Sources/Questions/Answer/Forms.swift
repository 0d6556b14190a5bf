import CResources
import Records

/// Questions that can be read, to show to those who asked one that cannot.
enum Forms {
  private static let all: [(language: String, question: String, words: Set<String>)] =
    Resources.rows(Resources.text(chancery_questions_forms, chancery_questions_forms_length))
    .compactMap {
      _, fields in
      guard fields.count == 2 else { return nil }
      return (fields[0], fields[1], words(fields[1]))
    }

  private static func words(_ text: String) -> Set<String> {
    Set(Folding.fold(text).split(separator: " ").map(String.init))
  }

  /// The three forms that share most words with a question.
  static func nearest(to question: String) -> [String] {
    let asked = words(question)
    let ranked = all.enumerated().map { order, form in
      let shared = form.words.intersection(asked).count
      let score = Double(shared) / Double(form.words.union(asked).count)
      return (score: score, order: order, question: form.question)
    }
    return ranked.sorted { ($1.score, $0.order) < ($0.score, $1.order) }.prefix(3).map(\.question)
  }
}
