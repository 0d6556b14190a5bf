/// What the scrapers, feeds and content systems call the fields of an article. The first name that has a value wins;
/// names are compared without case, `_`, `-`, `.` and blanks.
enum Field: CaseIterable, Hashable {
  case id, text, markup, published, title, language, url, outlet, author

  /// In the order of preference.
  var names: [String] {
    switch self {
    case .id: ["id", "_id", "guid", "uuid", "identifier", "articleid", "docid"]
    case .text:
      [
        "text", "body", "content", "articlebody", "maintext", "fulltext", "bodytext", "contenttext",
        "articletext", "rawtext", "plaintext", "texto", "cuerpo", "contenido",
      ]
    case .markup: ["contenthtml", "html", "bodyhtml", "articlehtml", "rawhtml"]
    case .published:
      [
        "published", "date", "publishedat", "datepublished", "pubdate", "publicationdate",
        "publishdate", "datepublish", "publisheddate", "publishedtime", "webpublicationdate",
        "publishtime", "datetime", "timestamp", "fecha", "fechapublicacion",
      ]
    case .title: ["title", "headline", "webtitle", "heading", "titulo", "título", "titular"]
    case .language: ["language", "lang", "inlanguage", "languagecode", "idioma"]
    case .url:
      [
        "url", "canonicalurl", "canonical", "link", "permalink", "weburl", "articleurl",
        "sourceurl",
        "externalurl", "href",
      ]
    case .outlet:
      [
        "outlet", "publisher", "source", "sourcename", "sitename", "site", "newspaper",
        "publication", "sourcedomain", "medio", "fuente", "agency",
      ]
    case .author: ["author", "authors", "byline", "creator", "writer", "autor", "autores"]
    }
  }

  /// The field that a name stands for, and its place in the order of preference; nil for a name that is none.
  static func named(_ name: String) -> (field: Field, rank: Int)? { table[key(name)] }

  private static let table: [String: (field: Field, rank: Int)] = {
    var table: [String: (field: Field, rank: Int)] = [:]
    for field in allCases {
      for (rank, name) in field.names.enumerated() { table[key(name)] = (field, rank) }
    }
    return table
  }()

  private static func key(_ name: String) -> String {
    var key = ""
    for scalar in name.unicodeScalars where !"_-. :".unicodeScalars.contains(scalar) {
      key.unicodeScalars.append(scalar)
    }
    return key.lowercased()
  }
}

/// The fields of one article as they were found, before they are read.
struct ArticleFields {
  private var values: [Field: (rank: Int, value: String)] = [:]

  /// The value of a field; nil where there is none.
  subscript(_ field: Field) -> String? { values[field]?.value }

  /// How far down the order of preference the name of the value stands; nil where there is no value.
  func rank(of field: Field) -> Int? { values[field]?.rank }

  /// Forgets a field.
  mutating func remove(_ field: Field) { values[field] = nil }

  /// Keeps a value, unless one of a name that is preferred is there already. Blanks alone are no value.
  mutating func set(_ field: Field, _ value: String, rank: Int = 0) {
    guard value.utf8.contains(where: { $0 > 0x20 }) else { return }
    if let present = values[field], present.rank <= rank { return }
    values[field] = (rank, value)
  }
}
