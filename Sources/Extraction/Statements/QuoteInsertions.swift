/// Cuts quotations where words of saying stand between dashes inside the marks: «No es el final —añadió—, sino el
/// principio», “Lo grave -documentó- es la pobreza”. The words between the dashes are then outside of the quotation.
struct QuoteInsertions {
  let words: [Passage.Word]
  let lexicon: SpeechLexicon
  /// How many words may stand between the dashes.
  private static let longest = 12

  /// The quotations in the order in which they open, those with an insertion cut in two or more.
  func cut(_ quotes: [Quotation]) -> [Quotation] {
    var out: [Quotation] = []
    out.reserveCapacity(quotes.count)
    var word = 0
    for quote in quotes {
      guard quote.depth == 0 else {
        out.append(quote)
        continue
      }
      while word < words.count, words[word].start < quote.inner.lowerBound { word += 1 }
      var rest = quote
      var at = word
      while at < words.count, words[at].end <= quote.inner.upperBound {
        guard let insertion = insertion(at: at, before: quote.inner.upperBound) else {
          at += 1
          continue
        }
        var first = rest
        let end = words[insertion.lowerBound - 1].end
        guard end > rest.inner.lowerBound else {
          at = insertion.upperBound
          continue
        }
        first.inner = rest.inner.lowerBound..<end
        first.outer = rest.outer.lowerBound..<end
        first.isClosed = true
        out.append(first)
        var next = insertion.upperBound
        while next < words.count, [",", ".", ";", ":"].contains(words[next].key) { next += 1 }
        guard next < words.count, words[next].start < quote.inner.upperBound else {
          rest.inner = 0..<0
          break
        }
        rest.inner = words[next].start..<quote.inner.upperBound
        rest.outer = words[next].start..<quote.outer.upperBound
        rest.continues = false
        at = next
      }
      if !rest.inner.isEmpty || quote.inner.isEmpty { out.append(rest) }
    }
    return out
  }

  /// Speech that a dash opens instead of marks, with the words of saying between dashes or behind one: "—No es el final —añadió
  /// el ministro—. Es el principio". A paragraph without words of saying is a point of a list, or of no known speaker.
  /// - Parameters:
  ///   - paragraph: The words of a paragraph.
  func spoken(in paragraph: Range<Int>) -> [Quotation] {
    let dash = paragraph.lowerBound
    guard dash + 1 < paragraph.upperBound, isDash(dash), words[dash].end == words[dash + 1].start
    else { return [] }
    var out: [Quotation] = []
    var from = dash + 1
    var at = from + 1
    while at + 1 < paragraph.upperBound {
      guard isDash(at), words[at - 1].end < words[at].start, words[at].end == words[at + 1].start,
        tells(at + 1)
      else {
        at += 1
        continue
      }
      out.append(quotation(from..<at, opening: out.isEmpty ? dash : from))
      var close = at + 2
      while close < paragraph.upperBound,
        !isDash(close) || words[close - 1].end < words[close].start
      {
        close += 1
      }
      from = close + 1
      while from < paragraph.upperBound, [",", ".", ";", ":"].contains(words[from].key) {
        from += 1
      }
      at = from + 1
    }
    if !out.isEmpty, from < paragraph.upperBound {
      out.append(quotation(from..<paragraph.upperBound, opening: from))
    }
    return out
  }

  private func quotation(_ inner: Range<Int>, opening: Int) -> Quotation {
    let end = words[inner.upperBound - 1].end
    return Quotation(
      outer: words[opening].start..<end, inner: words[inner.lowerBound].start..<end, depth: 0,
      continues: false, isClosed: true, isOpened: true)
  }

  /// From the opening dash to behind the closing one, if a verb of saying or a source follows the first.
  private func insertion(at open: Int, before limit: Int) -> Range<Int>? {
    guard isDash(open), open > 0, words[open - 1].end < words[open].start, open + 1 < words.count,
      tells(open + 1)
    else { return nil }
    var close = open + 2
    while close < words.count, close - open <= Self.longest, words[close].end <= limit {
      if isDash(close), words[close - 1].end == words[close].start || isSpaceBehind(close) {
        return open..<close + 1
      }
      close += 1
    }
    return nil
  }

  private func isSpaceBehind(_ index: Int) -> Bool {
    index + 1 >= words.count || words[index + 1].start > words[index].end
  }

  private func isDash(_ index: Int) -> Bool {
    switch words[index].key.utf8.first {
    case UInt8(ascii: "-"), 0xE2: ["-", "–", "—", "--"].contains(words[index].key)
    default: false
    }
  }

  /// True for a finite verb of saying, also behind "según", "como", a pronoun or "he" and "she".
  private func tells(_ index: Int) -> Bool {
    for at in index..<min(words.count, index + 3) {
      let key = words[at].key
      for forms in lexicon.forms.values {
        if let hits = forms[key], hits.contains(where: { $0.form == .finite }) { return true }
      }
      guard ["según", "como", "se", "le", "les", "me", "lo", "he", "she", "as"].contains(key) else {
        return false
      }
    }
    return false
  }
}
