import Foundation
import Testing

@testable import Interchange

@Suite(
  "Files that are cut short",
  .enabled(if: OtherWriters.canRead && OtherWriters.ogr2ogr != nil, "needs formats and gdal-bin"))
struct CutFileTests {
  /// Thirty rows of points, which every format takes.
  private static let rows = 30

  private static let source =
    "{\"type\":\"FeatureCollection\",\"features\":["
    + (0..<rows).map {
      "{\"type\":\"Feature\",\"properties\":{\"name\":\"H\($0)\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[46.\($0),39]}}"
    }.joined(separator: ",") + "]}"

  @Test(
    "give all their rows or an error, never some of them",
    arguments: [
      ("FlatGeobuf", ["c.fgb"]), ("KML", ["c.kml"]), ("LIBKML", ["c.kmz"]), ("XLSX", ["c.xlsx"]),
      ("ODS", ["c.ods"]), ("GPX", ["c.gpx"]), ("MapInfo File", ["c.mif", "c.mid"]),
      ("MapInfo File", ["c.tab", "c.dat", "c.map", "c.id"]),
      ("ESRI Shapefile", ["c.shp", "c.shx", "c.dbf"]),
    ])
  func cut(driver: String, parts: [String]) throws {
    let folder = try TemporaryFolder()
    let source = try folder.file("source.geojson", Self.source)
    let path = "\(folder.path)/\(parts[0])"
    try #require(
      try OtherWriters.run(
        OtherWriters.ogr2ogr, ["-f", driver, path, source], in: folder.path))
    #expect(try SurveyFile.open(path).rows().count == Self.rows)
    for part in parts {
      let whole = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(part)"))
      for share in [0.3, 0.7, 0.97] {
        try whole.prefix(Int(Double(whole.count) * share))
          .write(to: URL(fileURLWithPath: "\(folder.path)/\(part)"))
        let count = try? SurveyFile.open(path).rows().count
        #expect(count == nil || count == Self.rows, "\(part) at \(share): \(count ?? 0) rows")
      }
      try whole.write(to: URL(fileURLWithPath: "\(folder.path)/\(part)"))
    }
  }
}
