import Foundation
import GeometryValues
import Testing

@testable import Interchange

/// Whether the reader program is there and was built with formats.
private let hasFormats: Bool = {
  guard let program = ReaderProgram.find() else { return false }
  let process = Process()
  process.executableURL = program
  process.arguments = ["read", "/nowhere.shp"]
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus != ReaderProgram.withoutFormats
}()

@Suite(
  "Other formats",
  .enabled(
    if: hasFormats, "landbook-reader was built without formats: swift build --traits Formats"))
struct ReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "what is written reads back the same", arguments: ["shp", "fgb", "gpkg", "kml", "xlsx", "ods"])
  func roundTrip(ending: String) throws {
    let isSheet = ["xlsx", "ods"].contains(ending)
    let path = "\(folder.path)/out.\(ending)"
    let rows = ending == "fgb" ? [WritingTests.rows[0]] : WritingTests.rows
    let written = try LayerWriter.write(WritingTests.table(rows, hasGeometry: !isSheet), to: path)
    #expect(written.rows == rows.count)
    #expect(FileManager.default.fileExists(atPath: path))
    if ending == "gpkg" {
      #expect(SurveyFile.isGeoPackage(path))
      return
    }
    let table = try SurveyFile.open(path)
    let read = try table.rows()
    #expect(read.count == rows.count)
    #expect(read[0].cell("id", in: table)?.hasPrefix("Ş \"1\"") == true)
    #expect(read[0].cell("area_m2", in: table) == "-12.0003")
    if !isSheet {
      #expect(table.header.reference == .wgs84)
      #expect(try read[0].geometry?.get().envelope == WritingTests.square.envelope)
    }
  }

  @Test("long column names that a Shapefile cuts are told")
  func renamed() throws {
    let table = ExportTable(
      name: "x", columns: [.init("id"), .init("reported_area_m2", .decimal)], hasGeometry: false
    ) { visit in try visit(ExportRow(cells: [.text("a"), .decimal("5")])) }
    let written = try LayerWriter.write(table, to: "\(folder.path)/x.shp")
    #expect(written.renamings.map(\.column) == ["reported_area_m2"])
    #expect(written.renamings.map(\.written) == ["reported_a"])
  }

  @Test("can be read twice, and stopped half way")
  func twice() throws {
    let path = "\(folder.path)/out.fgb"
    let rows = (0..<5000).map { number in
      ExportRow(
        cells: [.text("H\(number)"), .integer(number), .empty, .empty, .empty],
        geometry: WritingTests.square)
    }
    _ = try LayerWriter.write(WritingTests.table(rows), to: path)
    let table = try SurveyFile.open(path)
    #expect(try table.rows().count == 5000)
    struct Stop: Error {}
    #expect(throws: Stop.self) { try table.forEachRow { if $0.number == 10 { throw Stop() } } }
    #expect(try table.rows().count == 5000)
  }

  @Test("several layers without a choice are one error that lists them")
  func layers() throws {
    let gpx = """
      <gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="39.5" lon="46.5"><name>A</name></wpt>
      <rte><name>R</name><rtept lat="39" lon="46"/><rtept lat="39.1" lon="46"/></rte></gpx>
      """
    let path = try folder.file("t.gpx", gpx)
    let fault = try #require(throws: SurveyFault.self) { try SurveyFile.open(path) }
    #expect(fault.message.contains("waypoints (1 features)"))
    #expect(try SurveyFile.open(path, layer: "waypoints").rows().count == 1)
    let missing = try #require(throws: SurveyFault.self) { try SurveyFile.open(path, layer: "x") }
    #expect(missing.message.contains("no layer \"x\""))
  }

  @Test("a Shapefile that is cut short is an error before the first feature")
  func cutShapefile() throws {
    let path = "\(folder.path)/cut.shp"
    let rows = (0..<50).map { number in
      ExportRow(
        cells: [.text("H\(number)"), .empty, .empty, .empty, .empty], geometry: WritingTests.square)
    }
    _ = try LayerWriter.write(WritingTests.table(rows), to: path)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 3000)
    try handle.close()
    let fault = try #require(throws: SurveyFault.self) { try SurveyFile.open(path) }
    #expect(fault.message.contains("it is cut short: its .shp announces"))
  }

  @Test("a broken file is one clear error")
  func broken() throws {
    let path = try folder.file(
      "broken.shp", "this is no Shapefile at all, whatever its ending says")
    let fault = try #require(throws: SurveyFault.self) { try SurveyFile.open(path).rows() }
    #expect(fault.kind == .notUsable)
    #expect(fault.message.contains("broken.shp"))
    let csv = try folder.file("t.xyz", "id\n1\n")
    #expect(throws: SurveyFault.self) { try SurveyFile.open(csv) }
  }
}
