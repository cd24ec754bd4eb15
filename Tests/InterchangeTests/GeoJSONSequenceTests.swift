import Testing

@testable import Interchange

@Suite("GeoJSON sequences")
struct GeoJSONSequenceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func feature(_ id: String) -> String {
    #"{"type":"Feature","properties":{"id":"\#(id)"},"geometry":{"type":"Point","coordinates":[1,2]}}"#
  }

  @Test(
    "reads a feature a line, blank lines and line ends of any kind apart",
    arguments: ["geojsonl", "ndjson", "geojsons", "json"], ["\n", "\r\n"])
  func lines(ending: String, lineEnd: String) throws {
    let text = [Self.feature("a"), "", Self.feature("b"), Self.feature("c")].joined(
      separator: lineEnd)
    let table = try SurveyTable.of(text, ending: ending, in: folder)
    let rows = try table.rows()
    #expect(rows.map(\.cells) == [["a"], ["b"], ["c"]])
    #expect(rows.map(\.line) == [1, 3, 4])
  }

  @Test("reads records parted by RS, which may run over lines")
  func recordSeparators() throws {
    let text = "\u{1E}" + Self.feature("a") + "\n\u{1E}{\n" + Self.feature("b").dropFirst() + "\n"
    let table = try SurveyTable.of(text, ending: "geojsons", in: folder)
    #expect(try table.rows().map(\.cells) == [["a"], ["b"]])
  }

  @Test("reports a broken line as that row's fault and reads on")
  func brokenLine() throws {
    let text = [Self.feature("a"), "{\"type\":", "nonsense", Self.feature("b")].joined(
      separator: "\n")
    let rows = try SurveyTable.of(text, ending: "ndjson", in: folder).rows()
    #expect(rows.map { $0.fault == nil } == [true, false, false, true])
    #expect(rows[1].line == 2)
    #expect(rows[3].cells == ["b"])
  }

  @Test("refuses a last record without an end, naming the last whole feature")
  func cut() throws {
    let text = Self.feature("a") + "\n" + Self.feature("b").prefix(60)
    let fault = try #require(throws: SurveyFault.self) {
      try SurveyTable.of(text, ending: "ndjson", in: folder)
    }
    #expect(fault.message.contains("last whole feature is number 1"))
  }

  @Test("reads features printed over lines, and several on a line")
  func printed() throws {
    let pretty =
      "{\n \"type\": \"Feature\",\n \"properties\": {\"id\": \"a\"},\n \"geometry\": null\n}\n"
    let text = pretty + pretty.replacing("\"a\"", with: "\"b\"") + "\n"
    for ending in ["json", "geojsonl"] {
      let rows = try SurveyTable.of(text, ending: ending, in: folder).rows()
      #expect(rows.map(\.cells) == [["a"], ["b"]])
      #expect(rows.map(\.line) == [1, 6])
    }
    let joined = Self.feature("a") + Self.feature("b") + " " + Self.feature("c") + "\n"
    for ending in ["json", "geojsonl"] {
      let rows = try SurveyTable.of(joined + Self.feature("d"), ending: ending, in: folder).rows()
      #expect(rows.map(\.cells) == [["a"], ["b"], ["c"], ["d"]])
      #expect(rows.map(\.line) == [1, 1, 1, 2])
    }
  }

  @Test("text behind a feature costs its line, not the next")
  func trailing() throws {
    let text = Self.feature("a") + " x\n" + Self.feature("b") + "\n"
    let rows = try SurveyTable.of(text, ending: "geojsonl", in: folder).rows()
    #expect(rows.map { $0.fault == nil } == [false, true])
  }

  @Test("reads a sequence in UTF-16, and one with a mark")
  func encodings() throws {
    let text = Self.feature("Şuşa 💣") + "\n" + Self.feature("b")
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [wide, Array(wide[2...]), [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      let rows = try SurveyFile.open(try folder.file("t.geojsonl", bytes: bytes)).rows()
      #expect(rows.map(\.cells) == [["Şuşa 💣"], ["b"]])
    }
  }
}
