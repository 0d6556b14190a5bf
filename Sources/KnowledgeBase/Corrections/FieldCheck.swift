import Records

/// Which fields people may set, and to what.
enum FieldCheck {
  static let meeting: [String: [String]?] = [
    "date": nil, "place": nil, "status": MeetingRecord.Status.allCases.map(\.rawValue),
    "mode": MeetingRecord.Mode.allCases.map(\.rawValue),
  ]
  static let agreement: [String: [String]?] = [
    "date": nil, "place": nil, "title": nil, "count": nil,
    "kind": AgreementRecord.Kind.allCases.map(\.rawValue),
    "status": AgreementRecord.Status.allCases.map(\.rawValue),
  ]

  static func check(_ subject: Subject, _ field: String, _ value: String?) throws {
    let fields = subject == .meeting ? meeting : agreement
    guard let choices = fields[field] else {
      throw KnowledgeBaseError.invalid(
        reason:
          "a \(subject.rawValue) has no field \(field) to set; it has: \(fields.keys.sorted().joined(separator: ", "))"
      )
    }
    guard let value else {
      if choices != nil || field == "title" {
        throw KnowledgeBaseError.invalid(reason: "\(field) cannot be empty")
      }
      return
    }
    if let choices, !choices.contains(value) {
      throw KnowledgeBaseError.invalid(
        reason: "\(field) is one of: \(choices.joined(separator: ", ")); not \(value)")
    }
    if field == "date", EDTF(value) == nil {
      throw KnowledgeBaseError.invalid(
        reason: "\(value) is no EDTF date; write 2023-10-16, 2023-10, 2023 or 2023-10-16/2023-10-18"
      )
    }
    if field == "count", Int(value) == nil {
      throw KnowledgeBaseError.invalid(reason: "\(value) is no number")
    }
  }
}
