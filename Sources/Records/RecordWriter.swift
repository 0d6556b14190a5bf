extension ArticleRecord {
  /// The record as one line of JSON, without a line end. The same record gives the same bytes: members stand in a
  /// fixed order, and those without a value are left out, except the three lists.
  public var json: String {
    var out = JSONWriter()
    out.object {
      $0.member("id", id)
      $0.member("language", language)
      $0.member("published", published)
      $0.member("title", title)
      $0.member("author", author)
      $0.member("outlet", outlet)
      $0.member("url", url)
      $0.list("meetings", meetings) { meeting, out in meeting.write(to: &out) }
      $0.list("agreements", agreements) { agreement, out in agreement.write(to: &out) }
      $0.list("statements", statements) { statement, out in statement.write(to: &out) }
      $0.member("origin", origin)
      $0.member("source", source)
      $0.member("text", text)
    }
    return out.text
  }
}

extension MeetingRecord {
  fileprivate func write(to out: inout JSONWriter) {
    out.object {
      $0.member("status", status.rawValue)
      $0.member("mode", mode.rawValue)
      $0.member("date", date)
      $0.member("date_basis", dateBasis?.rawValue)
      $0.member("place", place)
      $0.list("participants", participants) { party, out in party.write(to: &out) }
      $0.strings("topics", topics)
      $0.strings("evidence", evidence)
      $0.member("meeting", key)
    }
  }
}

extension AgreementRecord {
  fileprivate func write(to out: inout JSONWriter) {
    out.object {
      $0.member("title", title)
      $0.member("kind", kind.rawValue)
      $0.member("status", status.rawValue)
      $0.member("count", count)
      $0.member("date", date)
      $0.member("date_basis", dateBasis?.rawValue)
      $0.member("place", place)
      $0.list("parties", parties) { party, out in party.write(to: &out) }
      if let signatories {
        $0.list("signatories", signatories) { party, out in party.write(to: &out) }
      }
      $0.strings("evidence", evidence)
      $0.member("agreement", key)
    }
  }
}

extension StatementRecord {
  fileprivate func write(to out: inout JSONWriter) {
    out.object {
      $0.member("kind", kind.rawValue)
      $0.list("speakers", speakers) { party, out in party.write(to: &out) }
      $0.member("text", text)
      $0.member("start", start)
      $0.member("end", end)
      $0.member("medium", medium)
      $0.member("date", date)
    }
  }
}

extension PartyRecord {
  fileprivate func write(to out: inout JSONWriter) {
    out.object {
      $0.member("name", name)
      $0.member("kind", kind?.rawValue)
      $0.member("role", role)
      $0.member("country", country)
      $0.member("capacity", capacity?.rawValue)
      $0.strings("also", also)
      $0.member("entity", entity)
    }
  }
}
