import Records

extension Article {
  /// The article as one line of JSON, without a line end, as the NDJSON format reads it; fields without a value are
  /// left out.
  public var json: String {
    var out = JSONWriter()
    out.object {
      $0.member("id", id)
      $0.member("published", published?.description)
      $0.member("title", title)
      $0.member("language", language)
      $0.member("url", url)
      $0.member("outlet", outlet)
      $0.member("author", author)
      $0.member("text", text)
    }
    return out.text
  }
}
