import Records
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("maduro", "maduro", 0), ("maduro", "madruo", 1), ("maduro", "maduor", 1), ("kerry", "kery", 1),
    ("kerry", "karri", 2), ("", "abc", 3), ("zelensky", "selenskyy", 2), ("ab", "ba", 1),
  ])
  func alignment(_ one: String, _ other: String, _ distance: Int) {
    let (a, b) = (Array(one.utf8), Array(other.utf8))
    #expect(EditDistance.alignment(a, b, limit: 9) == distance)
    #expect(EditDistance.alignment(b, a, limit: distance) == distance)
    #expect(EditDistance.alignment(a, b, limit: distance - 1) == nil)
  }
}
