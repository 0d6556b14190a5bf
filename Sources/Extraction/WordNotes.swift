import Language
import Synchronization

/// What was worked out of single words, kept as long as their place is not needed for another: a function of the word alone, so
/// that nothing depends on which words were met before.
final class WordNotes<Note: Sendable>: Sendable {
  private struct Entry {
    var form: String
    var note: Note
  }

  private static var places: Int { 4096 }
  private let entries = Mutex<[Entry?]>(Array(repeating: nil, count: WordNotes.places))

  /// The note of a word, worked out if it is not there. Forms are told apart by their bytes.
  func note(of form: String, _ make: (String) -> Note) -> Note {
    let place = Int(truncatingIfNeeded: WordCode(form).word) & (WordNotes.places - 1)
    let known = entries.withLock { entries -> Note? in
      guard let entry = entries[place], entry.form.utf8.elementsEqual(form.utf8) else { return nil }
      return entry.note
    }
    if let known { return known }
    let note = make(form)
    entries.withLock { $0[place] = Entry(form: form, note: note) }
    return note
  }
}
