import Testing

@testable import Interchange

@Suite("Near words")
struct NearWordsTests {
  @Test(
    "the nearest known word, if it is near",
    arguments: [
      ("clered", ["cleared"]), ("celared", ["cleared"]), ("Cleared ", ["cleared"]),
      ("cancled", ["cancelled"]), ("done", []), ("", []), ("x", []), ("redcued", ["reduced"]),
      ("mine clearing company", []),
    ])
  func nearest(word: String, known: [String]) {
    #expect(NearWords.nearest(to: word, among: ["cancelled", "reduced", "cleared"]) == known)
  }

  @Test("several as near are all named")
  func several() {
    #expect(NearWords.nearest(to: "tortar", among: ["Tartar", "Tortur"]) == ["Tartar", "Tortur"])
    #expect(NearWords.question(["a", "b"]) == "did you mean a or b?")
  }

  @Test(
    "slips are letters wrong, left out, put in or exchanged",
    arguments: [
      ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "abxc", 1),
      ("abc", "acb", 1), ("abcd", "badc", 2), ("", "abc", 3), ("ca", "abc", 3),
    ])
  func slips(a: String, b: String, count: Int) {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    #expect(NearWords.slips(a, b) == count)
    #expect(NearWords.slips(b, a) == count)
  }

  @Test("an unknown code is asked for with the words to type")
  func question() throws {
    let fault = try #require(throws: ValueFault.self) {
      try Words.releaseKind.read("clered", as: .kind)
    }
    #expect(fault.reason == "\"clered\" is not a known word here")
    #expect(
      fault.remedy
        == "Did you mean cleared? Say --code kind:clered=cleared, or correct the file.")
  }

  @Test(
    "a word of another language is asked for, never taken",
    arguments: ["Déminé", "разминировано", "təmizlənmiş", "despejado", "تطهير"])
  func foreign(word: String) throws {
    let fault = try #require(throws: ValueFault.self) {
      try Words.releaseKind.read(word, as: .kind)
    }
    #expect(fault.remedy.contains("kind:\(word)=cleared"))
  }

  @Test("foreign words stand for codes that some list has")
  func foreignCodes() {
    for word in ["annulé", "сокращено", "подозрительный", "təsdiqlənmiş", "muerto"] {
      let code = ForeignWords.meaning(of: word)
      let lists = [
        Words.releaseKind.code(code ?? "")?.rawValue, Words.hazardClass.code(code ?? "")?.rawValue,
        Words.victimOutcome.code(code ?? "")?.rawValue,
      ]
      #expect(lists.contains(code), "\(word)")
    }
  }

  @Test("--code takes a word for a code, whatever its case")
  func codes() throws {
    let header = SurveyTable.Header(
      file: "t.csv", columns: ["id", "kind", "contamination"], reference: .wgs84)
    var context = ReadingContext(
      header: header, columns: try ColumnMap(type: .releases, header: header))
    context.codes = [.kind: ["clered": "cleared"], .contamination: ["mins": "ap"]]
    let row = SurveyRow(number: 1, cells: ["R1", "Clered", "Mins; UXO"])
    let release = try ReleaseReading(context).read(row).record.release
    #expect(release.kind == .cleared)
    #expect(release.contamination == [.ap, .erw])
  }

  @Test("a column near to a field's name is asked for")
  func columns() throws {
    let header = SurveyTable.Header(file: "t.csv", columns: ["haz_idd", "class", "date"])
    let map = try ColumnMap(type: .hazards, header: header)
    #expect(map.nearestColumns(to: .id) == ["haz_idd"])
    #expect(map.nearestColumns(to: .reopens).isEmpty)
  }
}
