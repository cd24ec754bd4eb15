import Foundation
import Testing

@testable import Interchange

@Suite("Workbooks", .enabled(if: OtherWriters.canRead, "needs formats"))
struct SheetTests {
  private let folder: TemporaryFolder

  private static let content = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  init() throws { folder = try TemporaryFolder() }

  /// A workbook of sheets, each a list of rows; a cell that begins with `<` is taken as it is.
  private func workbook(_ sheets: [[[String]]], after: String = "") throws -> String {
    let open = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var entries = [
      ZipBytes.Entry(
        name: "[Content_Types].xml",
        text:
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(Self.content).sheet.main+xml\"/>"
          + sheets.indices.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"\(Self.content).worksheet+xml\"/>"
          }.joined() + "</Types>"
      ),
      ZipBytes.Entry(
        name: "xl/workbook.xml",
        text: "<workbook \(open) xmlns:r=\"\(relations)\"><sheets>"
          + sheets.indices.map {
            "<sheet name=\"S\($0 + 1)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>"
          }.joined() + "</sheets></workbook>"),
      ZipBytes.Entry(
        name: "xl/_rels/workbook.xml.rels",
        text:
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + sheets.indices.map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
          }.joined() + "</Relationships>"),
    ]
    for (number, rows) in sheets.enumerated() {
      let lines = rows.enumerated().map { row, cells in
        "<row r=\"\(row + 1)\">"
          + cells.enumerated().map { column, cell in
            let place = "r=\"\(["A", "B", "C", "D"][column])\(row + 1)\""
            if cell.isEmpty { return "" }
            if cell.hasPrefix("<") { return cell.replacing("<c>", with: "<c \(place)>") }
            return "<c \(place) t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
          }.joined() + "</row>"
      }.joined()
      entries.append(
        ZipBytes.Entry(
          name: "xl/worksheets/sheet\(number + 1).xml",
          text: "<worksheet \(open)><sheetData>\(lines)</sheetData>\(after)</worksheet>"))
    }
    return try folder.file("w.xlsx", bytes: ZipBytes(entries: entries).bytes)
  }

  @Test("texts, numbers and numbers as text keep what they are")
  func cells() throws {
    let path = try workbook([
      [
        ["id", "area", "note"], ["H1", "<c><v>1200.5</v></c>", "007"],
        ["H2", "<c><v>3</v></c>", "x"],
      ]
    ])
    let table = try SurveyFile.open(path)
    let rows = try table.rows()
    #expect(rows.map { $0.cell("area", in: table) } == ["1200.5", "3"])
    #expect(rows[0].cell("note", in: table) == "007")
  }

  @Test("column names below a title are found, and told")
  func titleAbove() throws {
    let path = try workbook([
      [
        ["Hazards of 2020"], [""], ["id", "class", "area"], ["H1", "CHA", "5"], ["H2", "SHA", "6"],
      ]
    ])
    let table = try SurveyFile.open(path)
    #expect(table.header.columns.prefix(3) == ["id", "class", "area"])
    #expect(try table.rows().map { $0.cell("id", in: table) } == ["H1", "H2"])
    #expect(table.notes.sentences.contains { $0.contains("Row 3 of the sheet \"S1\"") })
  }

  @Test("formulas without results are refused, those with them are read")
  func formulas() throws {
    let unsolved = try workbook([[["id", "area"], ["H1", "<c><f>1+1</f></c>"]]])
    let fault = try #require(throws: SurveyFault.self) { try SurveyFile.open(unsolved) }
    #expect(
      fault.message.contains("1 cells of sheet1.xml hold formulas whose results are not stored"))
    let solved = try workbook([[["id", "area"], ["H1", "<c><f>1+1</f><v>2</v></c>"]]])
    let table = try SurveyFile.open(solved)
    #expect(try table.rows()[0].cell("area", in: table) == "2")
  }

  @Test("merged cells and blank rows are told")
  func mergedAndBlank() throws {
    let path = try workbook(
      [[["id", "area"], ["H1", "5"], ["", ""], ["H2", "6"]]],
      after: "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>")
    let table = try SurveyFile.open(path)
    let rows = try table.rows()
    #expect(rows.compactMap { $0.cell("id", in: table) } == ["H1", "H2"])
    #expect(table.notes.sentences.contains { $0.contains("1 merged cells") })
  }

  @Test("of several sheets one is chosen by name")
  func sheets() throws {
    let path = try workbook([
      [["id", "a"], ["H1", "5"]], [["id", "a"], ["H2", "6"], ["H3", "7"]],
    ])
    let fault = try #require(throws: SurveyFault.self) { try SurveyFile.open(path) }
    #expect(fault.message.contains("S1 (1 features), S2 (2 features)"))
    #expect(try SurveyFile.open(path, layer: "S2").rows().count == 2)
  }
}
