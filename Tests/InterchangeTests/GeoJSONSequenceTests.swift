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
}
