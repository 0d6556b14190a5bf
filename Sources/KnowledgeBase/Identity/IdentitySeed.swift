/// What an article calls someone or something, told apart as far as a name, a country and a role tell it.
struct IdentitySeed: Equatable {
  /// `person:nicolas-maduro:VE`; stable and readable (docs/schema.md).
  var key: String
  /// `person`, `government`, `organization` or `delegation`.
  var kind: String
  var country: String?
  /// Classes of the offices that it is reported in, sorted.
  var roles: Set<String>
  /// As the article spells it.
  var names: Set<String>
}
