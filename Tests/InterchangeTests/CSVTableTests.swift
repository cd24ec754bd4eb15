import Foundation
import Testing

@testable import Interchange

@Suite("Delimited text")
struct CSVTableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("a pipe is refused and not waited for", arguments: ["p.csv", "p.geojson", "p.kml", "p"])
  func pipe(name: String) throws {
    let path = "\(folder.path)/\(name)"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(!SurveyFile.isGeoPackage(path))
    let fault = try #require(throws: SurveyFault.self) { try SurveyFile.open(path) }
    #expect(fault.kind == .notUsable && fault.message.contains("a pipe"))
  }

  @Test("finds the separator in the header", arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
  func separators(separator: String, lineEnd: String) throws {
    let text = ["id,note,n", "H1,a b,1", "H2,,2"].map {
      $0.replacing(",", with: separator)
    }.joined(separator: lineEnd)
    for whole in [text, text + lineEnd, text + lineEnd + lineEnd] {
      let table = try SurveyTable.of(whole, in: folder)
      #expect(table.header.columns == ["id", "note", "n"])
      #expect(table.header.reference == .unstated)
      let rows = try table.rows()
      #expect(rows.map(\.cells) == [["H1", "a b", "1"], ["H2", nil, "2"]])
      #expect(rows.map(\.line) == [2, 3])
    }
  }

  @Test("reads quoted cells with quotes, separators and line ends inside")
  func quotes() throws {
    let text = "id,note\n\"H1\",\"a \"\"b\"\", c\nd\"\n\"\",x\n\"H,3\",5\" pipe\n"
    let rows = try SurveyTable.of(text, in: folder).rows()
    #expect(rows.map(\.cells) == [["H1", "a \"b\", c\nd"], [nil, "x"], ["H,3", "5\" pipe"]])
    #expect(rows.map(\.line) == [2, 4, 5])
    #expect(rows[0].originalText == "\"H1\",\"a \"\"b\"\", c\nd\"")
  }

  @Test("reads UTF-8 with its mark and UTF-16 of both orders")
  func encodings() throws {
    let text = "id;ad\nH1;Şuşa – Шуша 💣\n"
    let utf8: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [Array(text.utf8), utf8, little, big] {
      let table = try SurveyFile.open(try folder.file("t.csv", bytes: bytes))
      #expect(table.header.columns == ["id", "ad"])
      #expect(try table.rows().map(\.cells) == [["H1", "Şuşa – Шуша 💣"]])
    }
  }

  @Test("reports rows with too few or too many cells and reads on")
  func wrongCount() throws {
    let rows = try SurveyTable.of("a,b\n1\n1,2,3\n1,2,,\n1,2\n,\n", in: folder).rows()
    #expect(rows.map { $0.fault == nil } == [false, false, true, true])
    #expect(rows[0].fault == "the row has 1 cells, the header 2")
    #expect(rows[1].originalText == "1,2,3")
    #expect(rows[3].line == 5)
  }

  @Test(
    "a broken quote spoils its own line alone",
    arguments: ["H1,\"x\"y", "H1,\"never closed", "\"H1,x"])
  func brokenQuote(line: String) throws {
    let rows = try SurveyTable.of("id,note\n\(line)\nH2,ok\nH3,ok\n", in: folder).rows()
    #expect(rows.map { $0.fault == nil } == [false, true, true])
    #expect(rows[0].originalText == line)
    #expect(rows[2].cells == ["H3", "ok"])
    #expect(rows[2].line == 4)
  }

  @Test("reads a spreadsheet's line that names the separator")
  func namedSeparator() throws {
    let table = try SurveyTable.of("sep=;\r\nid;a,b\r\n1;2,5\r\n", in: folder)
    #expect(table.header.columns == ["id", "a,b"])
    #expect(try table.rows().map(\.cells) == [["1", "2,5"]])
  }

  @Test("reads cells and rows that cross every border of the buffer")
  func large() throws {
    let cell = String(repeating: "ş\"\",\r\n", count: 90_000)
    let text = "id,note\n" + (1...3).map { "\($0),\"\(cell)\"\r\n" }.joined()
    let rows = try SurveyTable.of(text, in: folder).rows()
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.cells[1] == cell.replacing("\"\"", with: "\"") })
  }

  @Test("takes back the mark that keeps text from being a formula")
  func guarded() throws {
    let rows = try SurveyTable.of("id,note\n'-12,'=1+1\n'quoted',it's\n", in: folder).rows()
    #expect(rows.map(\.cells) == [["-12", "=1+1"], ["'quoted'", "it's"]])
  }

  @Test(
    "refuses files without a header that can be read",
    arguments: ["", "\n\n", "\"id,b\n", "a;b,c\n"])
  func noHeader(text: String) throws {
    #expect(throws: SurveyFault.self) { try SurveyTable.of(text, in: folder) }
  }

  @Test("refuses a file that is not text, a missing one and a layer it can't have")
  func notUsable() throws {
    let binary = try folder.file("b.csv", bytes: [0, 1, 2, 3])
    #expect(throws: SurveyFault.self) { try SurveyFile.open(binary) }
    let missing = try #require(throws: SurveyFault.self) {
      try SurveyFile.open("\(folder.path)/no.csv")
    }
    #expect(missing.kind == .notFound)
    let file = try folder.file("t.csv", "id\n1\n")
    let layer = try #require(throws: SurveyFault.self) { try SurveyFile.open(file, layer: "x") }
    #expect(layer.kind == .usage)
  }
}
