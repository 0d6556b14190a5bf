import Language

/// A value for each language that has one: a dictionary of two keys, without the hashing.
struct ByLanguage<Value: Sendable>: Sendable {
  private var english: Value?
  private var spanish: Value?

  /// With a value for each language, or none yet.
  init(english: Value? = nil, spanish: Value? = nil) {
    self.english = english
    self.spanish = spanish
  }

  /// The values that are there.
  var values: [Value] { [english, spanish].compactMap { $0 } }

  subscript(language: LanguageCode) -> Value? {
    _read {
      switch language {
      case .english: yield english
      case .spanish: yield spanish
      }
    }
    _modify {
      switch language {
      case .english: yield &english
      case .spanish: yield &spanish
      }
    }
  }

  subscript(language: LanguageCode, default value: @autoclosure () -> Value) -> Value {
    get { self[language] ?? value() }
    _modify {
      var changed = self[language].take() ?? value()
      defer { self[language] = changed }
      yield &changed
    }
  }
}
