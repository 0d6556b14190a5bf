import SQLite

/// Turns the rows of a query into what is told.
struct Presentation {
  let query: Query

  /// Sets the status, says yes and no in the question's language, and countries by name.
  func finish(_ answer: inout Answer) {
    let isYesNo = [.metDid, .agreementDid, .sayDid].contains(query.kind)
    if isYesNo {
      let spanish = query.language == .spanish
      if answer.rows.isEmpty {
        answer.columns = ["value"]
        answer.rows = [[.text("no")]]
      } else if spanish {
        for index in answer.rows.indices { answer.rows[index][0] = .text("sí") }
      }
    }
    if query.attributes["only"] == "country" || query.attributes["grain"] == "country" {
      nameCountries(&answer)
    }
    answer.status = answer.rows.isEmpty ? .none : .answered
  }

  private func nameCountries(_ answer: inout Answer) {
    for index in answer.rows.indices {
      if case .text(let code) = answer.rows[index][0] {
        answer.rows[index][0] = .text(CountryNames.shared.name(of: code, in: query.language))
      }
    }
  }
}
