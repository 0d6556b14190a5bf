/// A date in Extended Date/Time Format (ISO 8601-2), as records use it: level 0 and the parts of level 1 that
/// news needs: `2023`, `2023-10`, `2023-10-16`, each with `~` (approximate), `?` (uncertain) or `%` (both) behind
/// it, and an interval of two of these, `2023-10-16/2023-10-18`.
///
/// Source: https://www.loc.gov/standards/datetime/ (seasons, unspecified digits and open ends are not read).
public struct EDTF: Sendable, Hashable, CustomStringConvertible {
  /// The text as it is written.
  public let description: String
  /// The first day that the date may mean.
  public let earliest: Day
  /// The last day that the date may mean.
  public let latest: Day

  /// Reads a date; nil if the text is none of the forms above, or the interval ends before it begins.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let start = EDTF.span(first),
      let end = parts.count == 2 ? EDTF.span(parts[1]) : start, start.lowerBound <= end.lowerBound
    else { return nil }
    description = String(text)
    earliest = start.lowerBound
    latest = max(start.upperBound, end.upperBound)
  }

  /// One day.
  public init(_ day: Day) {
    description = day.description
    earliest = day
    latest = day
  }

  /// The days from `first` to `last`; written as one day where they are the same. Nil if `last` is before `first`.
  public init?(_ first: Day, _ last: Day) {
    guard first <= last else { return nil }
    description = first == last ? first.description : "\(first)/\(last)"
    earliest = first
    latest = last
  }

  /// A month of a year (`2023-10`); nil if the month is not in 1...12 or the year not in 1...9999.
  public init?(year: Int, month: Int) {
    self.init(Day.padded(year, 4) + "-" + Day.padded(month, 2))
  }

  /// A year (`2023`); nil if it is not in 1...9999.
  public init?(year: Int) { self.init(Day.padded(year, 4)) }

  /// The same date as an approximate one (`~`).
  public var approximate: EDTF { EDTF(description + "~") ?? self }

  /// True if some part is marked approximate or uncertain.
  public var isApproximate: Bool { description.contains { "~?%".contains($0) } }

  private static func span(_ text: some StringProtocol) -> ClosedRange<Day>? {
    let bytes = Array(text.utf8)
    let plain = bytes.last.map { "~?%".utf8.contains($0) } == true ? bytes.dropLast() : bytes[...]
    let fields = plain.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), fields[0].count == 4,
      fields.dropFirst().allSatisfy({ $0.count == 2 }), let year = Day.digits(fields[0])
    else { return nil }
    guard fields.count > 1 else {
      return bounds(Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31))
    }
    guard let month = Day.digits(fields[1]) else { return nil }
    guard fields.count > 2 else {
      let last = Day.length(ofMonth: month, year: year)
      return bounds(Day(year: year, month: month, day: 1), Day(year: year, month: month, day: last))
    }
    guard let number = Day.digits(fields[2]) else { return nil }
    let day = Day(year: year, month: month, day: number)
    return bounds(day, day)
  }

  private static func bounds(_ first: Day?, _ last: Day?) -> ClosedRange<Day>? {
    guard let first, let last else { return nil }
    return first...last
  }
}
