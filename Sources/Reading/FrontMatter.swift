/// Reads YAML front matter.
enum FrontMatter {
  static func read(_ yaml: String, path: String, into fields: inout ArticleFields) throws {}
}
