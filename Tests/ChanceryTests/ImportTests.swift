import Foundation
import SQLite
import Testing

/// `chancery import` of files as they come.
@Suite struct ImportTests {
  static let text = """
    The foreign minister of Spain met her Norwegian counterpart in Oslo on Monday to speak about fish, ships and the \
    price of ice, and both said that the talks had been useful for their countries and for the sea between them.
    """

  func scalar(_ sql: String, _ scratch: Scratch) throws -> Value {
    let database = try Database(path: scratch.file("chancery.db").path, mode: .readOnly)
    return try database.scalar(sql) ?? .null
  }

  func run(_ arguments: [String], _ scratch: Scratch, input: String = "") throws -> Program.Result {
    try Program.run(["import"] + arguments, input: Data(input.utf8), folder: scratch.folder)
  }

  @Test func anArticleIsThereOnce() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", Self.text)
    try scratch.write("in/b.txt", " date 2023-10-16 Another text about nothing.")
    let first = try run(["in"], scratch)
    #expect(first.status == 0)
    #expect(first.text.hasPrefix("articles: 2 new;"))
    let again = try run(["in"], scratch)
    #expect(again.status == 0)
    #expect(again.text.hasPrefix("articles: 0 new, 2 already there;"))
    #expect(try scalar("SELECT count(*) FROM articles", scratch) == 2)
    #expect(
      try scalar("SELECT published FROM articles WHERE record_id = 'b'", scratch) == "2023-10-16")
    #expect(
      try scalar("SELECT text FROM articles WHERE record_id = 'b'", scratch)
        == " date 2023-10-16 Another text about nothing.")
  }

  @Test func dateAndLanguageAreForArticlesThatTellNone() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", Self.text)
    try scratch.write("b.txt", "date 2020-01-02\n\nEl ministro viajó a Quito para una reunión.")
    #expect(
      try run(["--date", "2021-05", "--language", "en", "a.txt", "b.txt"], scratch).status == 0)
    #expect(
      try scalar("SELECT published FROM articles WHERE record_id = 'a'", scratch) == "2021-05")
    #expect(
      try scalar("SELECT published FROM articles WHERE record_id = 'b'", scratch) == "2020-01-02")
    #expect(try scalar("SELECT language FROM articles WHERE record_id = 'a'", scratch) == "en")
  }

  @Test func badInputsAreNamedAndTheGoodOnesImported() throws {
    let scratch = try Scratch()
    try scratch.write("in/good.txt", Self.text)
    try scratch.write("in/empty.txt", "")
    try scratch.write("in/blank.txt", " \n\n \t")
    try scratch.write("in/binary.txt", Data((0..<600).map { UInt8($0 % 7) }))
    try scratch.write("in/invalid.txt", Data("Text \u{E9}".utf8) + [0xFF, 0xFE] + Data("x".utf8))
    try scratch.write("in/old.doc", Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]))
    try scratch.write("in/paper.pdf", "%PDF-1.7 ...")
    try FileManager.default.createDirectory(
      at: scratch.file("nothing"), withIntermediateDirectories: true)
    let result = try run(["in", "nothing", "missing.txt"], scratch)
    #expect(result.status == 2)
    #expect(result.text.hasPrefix("articles: 1 new;"))
    for words in [
      "in/empty.txt: an empty file", "in/blank.txt: an empty file", "in/binary.txt: a binary file",
      "in/invalid.txt:1: byte 0xFF at offset 7", "in/old.doc: an old Office document",
      "in/paper.pdf: a PDF: convert it first, for example with pdftotext",
      "nothing: no articles in the folder", "missing.txt: no such file or folder", "refused: 8",
    ] {
      #expect(result.errors.contains(words), "\(words)")
    }
    #expect(try run(["--quiet", "in/good.txt"], scratch).text.isEmpty)
  }

  @Test func aFolderWithoutPermissionIsNamed() throws {
    let scratch = try Scratch()
    try scratch.write("in/a/x.txt", Self.text)
    try scratch.write("in/b/y.txt", "Another.")
    let closed = scratch.file("in/b").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: closed)
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o777], ofItemAtPath: scratch.folder.path)
    // Root may read everything: become nobody, if nobody may run the program where it lies.
    let line = """
      [ "$(id -u)" != 0 ] && exec "$0" "$@"
      setpriv --reuid=65534 --clear-groups test -x "$0" || exit 77
      exec setpriv --reuid=65534 --clear-groups "$0" "$@"
      """
    let result = try Program.shell(line, [Program.path, "import", "in"], folder: scratch.folder)
    if result.status == 77 { return }
    #expect(result.status == 2, "\(result.errors)")
    #expect(result.errors.contains("in/b: no permission to read it"))
    #expect(result.text.hasPrefix("articles: 1 new;"))
  }

  @Test func aDatabaseThatIsSomethingElseIsLeftAlone() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", Self.text)
    try scratch.write("other.db", Self.text)
    let result = try run(["--db", "other.db", "a.txt"], scratch)
    #expect(result.status == 4)
    #expect(result.errors.contains("other.db: not a Chancery database"))
    #expect(try String(contentsOf: scratch.file("other.db"), encoding: .utf8) == Self.text)
    #expect(try run([], scratch).status == 64)
  }

  @Test func anImportOfNothingLeavesNoFile() throws {
    let scratch = try Scratch()
    #expect(try run(["missing.txt"], scratch).status == 2)
    #expect(try run(["--records", "missing.jsonl"], scratch).status == 1)
    #expect(!FileManager.default.fileExists(atPath: scratch.file("chancery.db").path))
  }

  @Test func summaryAsJSON() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", "{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"y\"}\n")
    let result = try run(["--json", "a.jsonl"], scratch)
    #expect(result.status == 2)
    let object = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    #expect(object?["new"] as? Int == 1)
    #expect(object?["refused"] as? Int == 1)
    let refusal = (object?["refusals"] as? [[String: Any]])?.first
    #expect(refusal?["line"] as? Int == 2)
  }

  @Test func recordsAreToldOfLikeArticles() throws {
    let scratch = try Scratch()
    let record = "{\"id\":\"r1\",\"meetings\":[],\"agreements\":[],\"statements\":[]}\n"
    try scratch.write("records.jsonl", record + "{\"id\":7}\n")
    let quiet = try run(["--quiet", "--records", "records.jsonl"], scratch)
    #expect(quiet.status == 2)
    #expect(quiet.text.isEmpty)
    #expect(quiet.errors.contains("records.jsonl:2:"))
    let json = try run(["--json", "--records", "records.jsonl"], scratch)
    let object = try JSONSerialization.jsonObject(with: json.output) as? [String: Any]
    #expect(object?["read"] as? Int == 1)
    #expect(object?["already_there"] as? Int == 1)
    #expect(object?["refused"] as? Int == 1)
    #expect((object?["refusals"] as? [[String: Any]])?.first?["line"] as? Int == 2)
  }

  @Test func aLaterVersionSupersedesAndNearCopiesAreLinked() throws {
    let scratch = try Scratch()
    func line(_ id: String, _ text: String, _ url: String, _ day: String) -> String {
      "{\"id\":\"\(id)\",\"text\":\"\(text)\",\"url\":\"\(url)\",\"published\":\"\(day)\"}\n"
    }
    let one = line("one", Self.text, "https://a.example/1?utm_source=x#top", "2023-01-02")
    let two = line("two", "CORRECTED: " + Self.text, "https://a.example/1", "2023-01-03")
    let copy = line("copy", "Oslo (Wire) - " + Self.text, "https://b.example/9", "2023-01-01")
    let other = line(
      "other", "A short text about other things.", "https://b.example/", "2023-01-01")
    var contents: [String] = []
    for order in [[one, two, copy, other], [other, copy, two, one], [two, other, one, copy]] {
      try? FileManager.default.removeItem(at: scratch.file("chancery.db"))
      for line in order { #expect(try run(["-"], scratch, input: line).status == 0) }
      #expect(try scalar("SELECT count(*) FROM articles", scratch) == 4)
      let sql = """
        SELECT group_concat(a.record_id || ' ' || ifnull(b.record_id, '-') || ' ' || ifnull(c.record_id, '-'), '; ')
        FROM (SELECT * FROM articles ORDER BY record_id) AS a LEFT JOIN articles AS b ON b.id = a.superseded_by
        LEFT JOIN articles AS c ON c.id = a.same_story_as
        """
      contents.append("\(try scalar(sql, scratch))")
    }
    #expect(Set(contents).count == 1)
    #expect(contents[0].contains("copy - -; one two copy; other - -; two - copy"))
  }

  @Test func whatIsPutIntoAWatchedFolderIsImported() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", Self.text)
    let script = """
      "$0" import --watch in & program=$!
      rows() { sqlite3 -cmd '.timeout 2000' chancery.db 'SELECT count(*) FROM articles' 2>/dev/null; }
      wait_for() { for i in $(seq 1 200); do [ "$(rows)" = "$1" ] && return 0; sleep 0.05; done; return 1; }
      wait_for 1 && echo "A second text." > in/b.txt && mkdir in/deep && echo "A third." > in/deep/c.txt
      wait_for 3; echo "rows $(rows)"
      kill -KILL $program
      """
    let result = try Program.shell(script, [Program.path], folder: scratch.folder)
    #expect(result.text.contains("rows 3"), "\(result.text) \(result.errors)")
  }

  @Test func aWatchedFolderMayBeEmptyAtFirst() throws {
    let scratch = try Scratch()
    try scratch.write("in/.hidden", "")
    let script = """
      "$0" import --watch in 2>errors & program=$!
      for i in $(seq 1 200); do grep -q waiting errors && break; sleep 0.05; done
      kill -KILL $program; cat errors
      """
    let result = try Program.shell(script, [Program.path], folder: scratch.folder)
    #expect(result.text.contains("waiting for articles"), "\(result.text)")
    #expect(!result.text.contains("no articles"), "\(result.text)")
  }
}
