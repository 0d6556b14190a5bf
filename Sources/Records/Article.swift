/// One article as it comes in, before anything is read from it.
public struct Article: Sendable, Equatable {
  /// A name for the article that is unique in its batch: what the input said, else made from its source.
  public var id: String
  /// The body. Offsets in records count its Unicode code points.
  public var text: String
  /// When it was published, in EDTF; nil where it is not known.
  public var published: EDTF?
  /// The headline.
  public var title: String?
  /// ISO 639-1 (`en`, `es`); nil where it is to be found from the text.
  public var language: String?
  /// The canonical address of the article.
  public var url: String?
  /// The paper, agency or office that published it.
  public var outlet: String?
  /// Who wrote it.
  public var author: String?
  /// Where the article was read from: a path, with `:line` or `#n` for one of many; `-` for standard input.
  public var source: String?

  /// An article of at least an id and a text.
  public init(
    id: String, text: String, published: EDTF? = nil, title: String? = nil, language: String? = nil,
    url: String? = nil, outlet: String? = nil, author: String? = nil, source: String? = nil
  ) {
    self.id = id
    self.text = text
    self.published = published
    self.title = title
    self.language = language
    self.url = url
    self.outlet = outlet
    self.author = author
    self.source = source
  }
}
