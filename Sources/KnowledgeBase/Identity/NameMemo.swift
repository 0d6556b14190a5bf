import Gazetteer
import Records

/// Names and roles as they were read; articles tell of the same people over and over. Not thread-safe.
final class NameMemo {
  private struct Named: Hashable {
    var name: String
    var kind: PartyKind?
    var country: String?
  }

  private let names: Memo<Named, PartyName>
  private let roles: Memo<String, [String]>
  private let folded: Memo<String, String>

  init(_ gazetteer: Gazetteer) {
    names = Memo {
      PartyName(PartyRecord(name: $0.name, kind: $0.kind, country: $0.country), gazetteer)
    }
    roles = Memo { RoleClass.classes(of: $0, gazetteer) }
    folded = Memo { Folding.fold($0) }
  }

  /// What a party's name tells.
  func name(of party: PartyRecord) -> PartyName {
    names[Named(name: party.name, kind: party.kind, country: party.country)]
  }

  /// The classes of the offices in a role.
  func classes(of role: String) -> [String] { roles[role] }

  /// The folded form of a name.
  func fold(_ name: String) -> String { folded[name] }
}
