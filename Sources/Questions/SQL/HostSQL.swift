/// Who received whom, as far as the place tells: a meeting in the country of the one was not hosted by the other.
extension SQLWriter {
  /// The condition that the meeting `meeting` had the host that the question tells: one of those whom it names, or those of the
  /// row `row` whom it asks for. Nil where it tells none.
  ///
  /// What was held in neither's country, or nobody knows where, is left in.
  func hosted(_ meeting: String, asked row: String? = nil) -> String? {
    switch (query.host, row) {
    case ("asked", let row?):
      unless(named(0, in: meeting), isHome(row, meeting))
    case ("x", let row?) where parties.count == 1:
      unless(isHome(row, meeting), named(0, in: meeting))
    case ("x", nil) where parties.count == 2:
      unless(named(1, in: meeting), named(0, in: meeting))
    case ("y", nil) where parties.count == 2:
      unless(named(0, in: meeting), named(1, in: meeting))
    default: nil
    }
  }

  /// Leaves out what was held where the guest was at home and the host was not.
  private func unless(_ guest: String?, _ host: String?) -> String? {
    guard let guest, let host else { return nil }
    return "NOT (\(guest) AND NOT (\(host)))"
  }

  /// An ambassador receives abroad, and is a guest at home.
  private func isHome(_ row: String, _ meeting: String) -> String {
    "coalesce(\(row).country, (SELECT country FROM entities WHERE id = \(row).entity), '') = coalesce(\(meeting).country, '-')"
      + " AND coalesce(\(row).role, '') NOT LIKE '%mba%ador%'"
  }

  /// True where one of those whom the question names there is at home.
  private func named(_ index: Int, in meeting: String) -> String? {
    guard parties.indices.contains(index) else { return nil }
    return
      "EXISTS (SELECT 1 FROM x\(index + 1) AS x JOIN participants AS h ON h.meeting = x.meeting AND h.entity = x.entity "
      + "WHERE x.meeting = \(meeting).id AND \(isHome("h", meeting)))"
  }
}
