import GeometryValues
import Testing

@testable import Interchange

@Suite("What a file says of its coordinates")
struct StatedReferenceTests {
  @Test(
    "a reference as people type it",
    arguments: [
      ("EPSG:32638", "EPSG:32638"), ("32638", "EPSG:32638"), ("epsg 32638", "EPSG:32638"),
      ("UTM 38N", "EPSG:32638"), ("utm38n", "EPSG:32638"), ("WGS 84 / UTM zone 38N", "EPSG:32638"),
      ("utm zone 5 south", "EPSG:32705"), ("WGS84", "EPSG:4326"), ("4326", "EPSG:4326"),
      ("OGC:CRS84", "EPSG:4326"), ("CRS:84", "EPSG:4326"), ("UTM38", "UTM38"),
      ("UTM 61N", "UTM 61N"),
      ("ESRI:102100", "ESRI:102100"), ("urn:ogc:def:crs:EPSG::32638", "EPSG:32638"),
    ])
  func typed(text: String, description: String) {
    #expect(CoordinateReference(typed: text).description == description)
  }

  @Test(
    "columns say what coordinates are, or nothing",
    arguments: [
      (["lat", "lon"], CoordinateReference.wgs84), (["x", "y"], .unstated), (["wkt"], .unstated),
      (["wkt_4326"], .wgs84), (["WKT (EPSG:32638)"], .code("EPSG:32638")), (["geom_wgs84"], .wgs84),
      (["geometry_28408"], .code("EPSG:28408")), (["wkt_2024"], .code("EPSG:2024")),
    ])
  func columns(names: [String], reference: CoordinateReference) throws {
    let header = SurveyTable.Header(file: "t.csv", columns: ["id"] + names)
    let map = try ColumnMap(type: .devices, header: header)
    #expect(map.statedReference == reference)
    #expect(map.hasCoordinateColumns)
    #expect(map.ignored.isEmpty)
  }

  @Test("a column of another purpose is no geometry")
  func others() throws {
    let header = SurveyTable.Header(file: "t.csv", columns: ["id", "geometry_source", "wkt_note"])
    let map = try ColumnMap(type: .devices, header: header)
    #expect(!map.hasCoordinateColumns)
  }

  @Test("a row's geometry as it stands, and the code it names")
  func rows() throws {
    let header = SurveyTable.Header(file: "t.csv", columns: ["id", "wkt"])
    let context = ReadingContext(
      header: header, columns: try ColumnMap(type: .hazards, header: header))
    let row = SurveyRow(number: 1, cells: ["H1", "SRID=32638;POINT (662000 4429000)"])
    #expect(context.geometry(of: row) == .points([Position(x: 662_000, y: 4_429_000)]))
    #expect(context.statedCode(of: row) == 32638)
    #expect(context.geometry(of: SurveyRow(number: 1, cells: ["H1", "POINT (x)"])) == nil)
  }
}
