import Foundation
import GeometryValues
import Testing

@testable import Interchange

@Suite(
  "Files that other programs made",
  .enabled(if: OtherWriters.canRead && OtherWriters.ogr2ogr != nil, "needs formats and gdal-bin"))
struct ForeignFormatTests {
  private let folder: TemporaryFolder
  private let source: String

  init() throws {
    folder = try TemporaryFolder()
    source = try folder.file("source.geojson", OtherWriters.hazards)
  }

  private func made(_ name: String, _ options: String...) throws -> String {
    let path = "\(folder.path)/\(name)"
    #expect(
      try OtherWriters.run(OtherWriters.ogr2ogr, options + [path, source], in: folder.path))
    return path
  }

  private func fault(_ path: String, layer: String? = nil) throws -> SurveyFault {
    try #require(throws: SurveyFault.self) { try SurveyFile.open(path, layer: layer).rows() }
  }

  @Test(
    "every format gives both rows, their texts and shapes",
    arguments: [
      ("a.shp", "ESRI Shapefile"), ("a.fgb", "FlatGeobuf"), ("a.gdb", "OpenFileGDB"),
      ("a.tab", "MapInfo File"), ("a.mif", "MapInfo File"), ("a.kml", "KML"), ("b.kml", "LIBKML"),
      ("a.kmz", "LIBKML"), ("a.xlsx", "XLSX"), ("a.ods", "ODS"),
    ])
  func formats(name: String, driver: String) throws {
    let table = try SurveyFile.open(try made(name, "-f", driver))
    let rows = try table.rows()
    #expect(rows.count == 2)
    let texts = rows.flatMap { $0.cells.compactMap(\.self) }
    for text in ["CHA", "SHA", "Füzuli"] { #expect(texts.contains(text), "\(name) lacks \(text)") }
    guard driver != "XLSX", driver != "ODS" else { return }
    for row in rows { #expect(try row.geometry?.get().kind == "polygon") }
    #expect(table.header.reference == .wgs84)
  }

  @Test(
    "a name may hold anything",
    arguments: ["a:b.shp", "-x.shp", "Ağ dam.shp", "a\nb.shp", "'q\".shp"])
  func names(name: String) throws {
    let plain = try made("plain.shp")
    for ending in ["shp", "shx", "dbf", "prj"] {
      try FileManager.default.copyItem(
        atPath: plain.replacing(".shp", with: ".\(ending)"),
        toPath: "\(folder.path)/\(name.replacing(".shp", with: ".\(ending)"))")
    }
    #expect(try SurveyFile.open("\(folder.path)/\(name)").rows().count == 2)
    #expect(
      try SurveyFile.open(
        "\(folder.path)/../\(folder.path.split(separator: "/").last ?? "")/\(name)"
      ).rows().count == 2)
  }

  @Test("a Shapefile's parts are held against each other")
  func shapefileParts() throws {
    let path = try made("s.shp")
    func part(_ ending: String) -> String { path.replacing(".shp", with: ending) }
    let table = try Data(contentsOf: URL(fileURLWithPath: part(".dbf")))
    try table.dropLast(40).write(to: URL(fileURLWithPath: part(".dbf")))
    #expect(try fault(path).message.contains("its .dbf announces 2 rows"))
    try FileManager.default.removeItem(atPath: part(".dbf"))
    #expect(try fault(path).message.contains("s.dbf is missing"))
    try table.write(to: URL(fileURLWithPath: part(".dbf")))
    let other = try made("one.shp", "-limit", "1").replacing(".shp", with: ".dbf")
    try FileManager.default.removeItem(atPath: part(".dbf"))
    try FileManager.default.copyItem(atPath: other, toPath: part(".dbf"))
    #expect(try fault(path).message.contains("its .shp has 2 shapes and its .dbf 1 rows"))
    try FileManager.default.removeItem(atPath: part(".shx"))
    #expect(try fault(path).message.contains("s.shx is missing"))
    let bare = try SurveyFile.open(try noReference())
    #expect(bare.header.reference == .unstated)
  }

  private func noReference() throws -> String {
    let path = try made("bare.shp")
    try FileManager.default.removeItem(atPath: path.replacing(".shp", with: ".prj"))
    return path
  }

  @Test(
    "the encoding that is taken is told, with why",
    arguments: [
      ("UTF-8", "UTF-8", "Füzuli", nil), ("UTF-8", nil, "Füzuli", "there is no .cpg that says so"),
      ("UTF-8", "1252", "Füzuli", "though the .cpg says CP1252"),
      ("CP1254", "1254", "Füzuli", "Texts are read as CP1254, as the .cpg says"),
      ("CP1254", "UTF-8", "Füzuli", "the .cpg says UTF-8 and they are not"),
      ("CP1252", nil, "Füzuli", "Windows-1252 (Western): there is no .cpg"),
    ] as [(String, String?, String, String?)])
  func encodings(written: String, stated: String?, name: String, told: String?) throws {
    let path = try made("e.shp", "-lco", "ENCODING=\(written)")
    let page = path.replacing(".shp", with: ".cpg")
    try? FileManager.default.removeItem(atPath: page)
    if let stated { try stated.write(toFile: page, atomically: true, encoding: .utf8) }
    let table = try SurveyFile.open(path)
    let rows = try table.rows()
    #expect(rows[1].cell("name", in: table) == name)
    if let told {
      #expect(table.notes.sentences.contains { $0.contains(told) }, "\(table.notes.sentences)")
    } else {
      #expect(table.notes.sentences.isEmpty)
    }
  }

  @Test("Cyrillic without a word on its encoding is read as such, and told")
  func cyrillic() throws {
    let text = OtherWriters.hazards.replacing("Ağdam", with: "Агдам").replacing(
      "Füzuli", with: "Физули")
    let cyrillic = try folder.file("c.geojson", text)
    let path = "\(folder.path)/c.shp"
    try OtherWriters.run(
      OtherWriters.ogr2ogr, ["-lco", "ENCODING=CP1251", path, cyrillic], in: folder.path)
    try? FileManager.default.removeItem(atPath: path.replacing(".shp", with: ".cpg"))
    let handle = try #require(FileHandle(forWritingAtPath: path.replacing(".shp", with: ".dbf")))
    try handle.seek(toOffset: 29)
    try handle.write(contentsOf: [0])
    try handle.close()
    let table = try SurveyFile.open(path)
    #expect(try table.rows()[1].cell("name", in: table) == "Физули")
    #expect(
      table.notes.sentences.contains { $0.contains("Windows-1251 (Cyrillic), by their look") })
  }

  @Test("of several layers the one with rows is taken, else they are listed")
  func layers() throws {
    let path = try made("l.gdb", "-f", "OpenFileGDB", "-nln", "empty", "-where", "id='none'")
    #expect(
      try OtherWriters.run(
        OtherWriters.ogr2ogr, ["-f", "OpenFileGDB", "-update", path, source, "-nln", "hazards"],
        in: folder.path))
    #expect(try SurveyFile.open(path).header.layer == "hazards")
    try OtherWriters.run(
      OtherWriters.ogr2ogr, ["-f", "OpenFileGDB", "-update", path, source, "-nln", "more"],
      in: folder.path)
    #expect(try fault(path).message.contains("hazards (2 features), more (2 features)"))
    #expect(try SurveyFile.open(path, layer: "more").rows().count == 2)
  }

  @Test("ESRI JSON and TopoJSON are read, whatever their ending")
  func otherJSON() throws {
    let esri = try folder.file(
      "e.json",
      """
      {"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":4326},
      "fields":[{"name":"id","type":"esriFieldTypeString"}],
      "features":[{"attributes":{"id":"H1"},"geometry":{"rings":[[[46,39],[46,39.01],[46.01,39],[46,39]]]}}]}
      """)
    let table = try SurveyFile.open(esri)
    #expect(try table.rows()[0].cell("id", in: table) == "H1")
    #expect(try table.rows()[0].geometry?.get().kind == "polygon")
    let topo = try folder.file(
      "t.json",
      """
      {"type":"Topology","objects":{"h":{"type":"GeometryCollection","geometries":[{"type":"Polygon",
      "properties":{"id":"H1"},"arcs":[[0]]}]}},"arcs":[[[46,39],[46.01,39],[46,39.01],[46,39]]]}
      """)
    #expect(try SurveyFile.open(topo).rows().count == 1)
  }
}
