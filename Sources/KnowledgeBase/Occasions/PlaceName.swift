import Gazetteer
import Records

/// A place as an article writes it, and what the gazetteer knows of it.
struct PlaceName {
  let text: String
  /// Codes of the countries that its words tell of.
  let countries: Set<String>
  /// Codes of the countries whose capital it names.
  private let capitals: Set<String>
  /// Cities that are no capitals, folded.
  private let cities: Set<String>
  /// True if some word is no city and no country: a venue.
  private let hasVenue: Bool

  init(_ text: String, _ gazetteer: Gazetteer) {
    self.text = text
    var countries: Set<String> = []
    var capitals: Set<String> = []
    var cities: Set<String> = []
    var hasVenue = false
    for piece in Phrases(text, gazetteer).pieces {
      if let entry = piece.entries.first(where: { $0.kind == .country }) {
        countries.insert(gazetteer.countries[Int(entry.index)].code)
      } else if let entry = piece.entries.first(where: { $0.kind == .capital }) {
        countries.insert(gazetteer.countries[Int(entry.index)].code)
        capitals.insert(gazetteer.countries[Int(entry.index)].code)
      } else if let entry = piece.entries.first(where: { $0.kind == .city }) {
        countries.insert(gazetteer.countries[Int(entry.index)].code)
        cities.insert(piece.text)
      } else if let entry = piece.entries.first(where: { $0.kind == .seat }) {
        countries.insert(gazetteer.countries[Int(entry.index)].code)
        hasVenue = true
      } else if piece.text.utf8.count > 3 {
        hasVenue = true
      }
    }
    self.countries = countries
    self.capitals = capitals
    self.cities = cities
    self.hasVenue = hasVenue
  }

  /// True if they cannot be one place: other countries, or a capital and another city.
  func contradicts(_ other: PlaceName) -> Bool {
    if countries.count == 1, other.countries.count == 1, countries != other.countries {
      return true
    }
    if capitals.isEmpty, !cities.isEmpty, !other.capitals.isEmpty, other.cities.isEmpty {
      return true
    }
    return !capitals.isEmpty && cities.isEmpty && other.capitals.isEmpty && !other.cities.isEmpty
  }

  /// The only country that it tells of.
  var country: String? { countries.count == 1 ? countries.first : nil }

  /// 3 for a venue in a city, 2 for one of them, 1 for a country, 0 for anything else.
  var precision: Int {
    let hasCity = !capitals.isEmpty || !cities.isEmpty
    return hasVenue && hasCity ? 3 : hasVenue || hasCity ? 2 : countries.isEmpty ? 0 : 1
  }
}
