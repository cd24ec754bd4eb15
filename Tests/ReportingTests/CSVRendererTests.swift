import LandRelease
import Testing

@testable import Reporting

struct CSVRendererTests {
  @Test(arguments: AreaUnit.allCases)
  func theWholeFileWhateverTheUnit(unit: AreaUnit) {
    let expected = """
      district,since,tasks,released_m2,share_of_open,items_per_ha,depth
      Ağdam,2021-03-04,1234,12345678.9012,0.333333333333333,12.5,12.25
      Şuşa,,0,0.0000,,,
      أغدام,,-5,-500.0001,-0.125,0,-0.04
      Closing,,7,20000.0000,,,1000000

      """
    let text = OutputFormat.csv.render(everyKind, Presentation(unit: unit, width: 10))
    #expect(
      text
        == expected.split(separator: "\n", omittingEmptySubsequences: false).joined(
          separator: "\r\n"))
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", #""a,b""#),
    (#"the "old" field"#, #""the ""old"" field""#),
    ("two\nlines", "\"two\nlines\""), ("two\r\nlines", "\"two\r\nlines\""),
    ("quote\"\u{301}", "\"quote\"\"\u{301}\""), (" spaced ", " spaced "),
    ("=1+1", "'=1+1"), ("+44", "'+44"), ("-5", "'-5"), ("@sum", "'@sum"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("\r\nx", "\"'\r\nx\""), ("=\u{301}1", "'=\u{301}1"),
    (#"=HYPERLINK("http://x")"#, #""'=HYPERLINK(""http://x"")""#), ("a=1", "a=1"),
  ])
  func textsAreQuotedAndGuarded(text: String, field: String) {
    let table = Table(
      id: "t", title: "", columns: [Column("a", "", .text), Column("b", "", .text)],
      rows: [Row(.body, [.text(text), .text("z")])])
    #expect(
      CSVRenderer.render(table).unicodeScalars.elementsEqual("a,b\r\n\(field),z\r\n".unicodeScalars)
    )
  }

  @Test func headersAreGuardedAndQuotedToo() {
    let table = Table(
      id: "t", title: "",
      columns: [Column("=cmd|' /C calc'!A0", "", .text), Column("a,b", "", .count)], rows: [])
    #expect(CSVRenderer.render(table) == "'=cmd|' /C calc'!A0,\"a,b\"\r\n")
  }

  @Test func negativeFiguresAreNotGuarded() {
    let table = oneColumn("a_m2", .area, [.area(Area(squareCentimetres: -1))])
    #expect(CSVRenderer.render(table) == "a_m2\r\n-0.0001\r\n")
  }

  @Test func aTableIsAskedForByName() throws {
    #expect(OutputFormat.csv.render(try everyKind.narrowed(toTable: "empty")) == "record\r\n")
    #expect(try everyKind.narrowed(toTable: nil) == everyKind)
    let error = #expect(throws: NoSuchTable.self) { try everyKind.narrowed(toTable: "areas") }
    #expect(error?.description == "The report has no table 'areas'. It has: release, empty.")
  }

  @Test func theMainTableStandsForTheReport() {
    var report = everyKind
    report.mainTable = "empty"
    #expect(OutputFormat.csv.render(report) == "record\r\n")
    #expect(OutputFormat.csv.render(Report(title: "Nothing")) == "")
  }
}
