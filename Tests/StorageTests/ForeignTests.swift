import Foundation
import GRDB
import GeometryValues
import Testing

@testable import Storage

@Suite struct ForeignTests {
  /// A GeoPackage by hand, with one layer of the columns and rows that the SQL adds.
  private func file(_ sql: String) throws -> Scratch {
    let scratch = try Scratch()
    let queue = try DatabaseQueue(path: scratch.path("f.gpkg"))
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE gpkg_spatial_ref_sys (srs_name, srs_id, organization,
            organization_coordsys_id, definition, description);
          INSERT INTO gpkg_spatial_ref_sys VALUES
            ('utm', 1, 'epsg', 32638, 'PROJCS[...]', ''), ('own', 2, 'NONE', 7, 'LOCAL_CS["x"]', ''),
            ('none', 0, 'NONE', 0, 'undefined', '');
          CREATE TABLE gpkg_contents (table_name, data_type, identifier);
          CREATE TABLE gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id);
          \(sql)
          """)
    }
    try queue.close()
    return scratch
  }

  private func rows(_ scratch: Scratch, layer: Int = 0) throws -> [ForeignRow] {
    let package = try ForeignGeoPackage(path: scratch.path("f.gpkg"))
    var rows: [ForeignRow] = []
    try package.forEachRow(of: package.layers[layer]) { rows.append($0) }
    return rows
  }

  @Test func aFileOfGDALIsRead() throws {
    let scratch = try Scratch()
    let csv = """
      id,hectares,when,note,WKT
      H-1,1.5,2020-01-02,"a ""b"", c","POLYGON ((20 40,21 40,21 41,20 40))"
      H-2,200,,,"MULTIPOLYGON (((30 40,31 40,31 41,30 40)))"
      H-3,,2021-05-06,x,
      """
    try Data(csv.utf8).write(to: URL(fileURLWithPath: scratch.path("in.csv")))
    let arguments = [
      "-f", "GPKG", scratch.path("f.gpkg"), scratch.path("in.csv"), "-oo", "AUTODETECT_TYPE=YES",
      "-oo", "KEEP_GEOM_COLUMNS=NO", "-a_srs", "EPSG:4326", "-nln", "areas \"2020\"",
    ]
    guard let made = try run("/usr/bin/ogr2ogr", arguments) else { return }
    #expect(made.code == 0, "\(made.output)")
    let before = try scratch.bytes("f.gpkg")
    let package = try ForeignGeoPackage(path: scratch.path("f.gpkg"))
    let layer = try #require(package.layers.first)
    #expect(layer.name == "areas \"2020\"")
    #expect(layer.columns == ["id", "hectares", "when", "note"])
    #expect(layer.geometryColumn == "geom" && layer.reference?.authority == "EPSG:4326")
    let rows = try rows(scratch)
    #expect(rows.map(\.number) == [1, 2, 3])
    #expect(rows[0].cells == ["H-1", "1.5", "2020-01-02", "a \"b\", c"])
    #expect(rows[1].cells == ["H-2", "200", nil, ""])
    guard case .success(.polygons(let polygons)) = rows[0].geometry else {
      Issue.record("the polygon was not read: \(String(describing: rows[0].geometry))")
      return
    }
    #expect(polygons.vertexCount == 4)
    #expect(rows[2].geometry == nil)
    try #expect(scratch.bytes("f.gpkg") == before)
    try #expect(scratch.files() == ["f.gpkg", "in.csv"])
  }

  @Test func cellsAreTextAndBytesAreNamed() throws {
    let scratch = try file(
      """
      CREATE TABLE t (fid INTEGER PRIMARY KEY, a TEXT, b, c REAL, photo BLOB);
      INSERT INTO t VALUES (7, 'x', x'00FF', 0.1, x'01'), (9, NULL, 12345678901, 5, NULL),
        (10, 'é', 'text', 1e300, NULL);
      INSERT INTO gpkg_contents VALUES ('t', 'attributes', 'T');
      """)
    let rows = try rows(scratch)
    #expect(rows.map(\.number) == [7, 9, 10])
    #expect(rows[0].cells == ["x", nil, "0.1"] && rows[0].unreadable == ["b"])
    #expect(rows[1].cells == [nil, "12345678901", "5"])
    #expect(rows[2].cells == ["é", "text", "1e+300"])
  }

  @Test func referencesAreNamedOrGivenAsText() throws {
    let tables = (1...3).map { "CREATE TABLE t\($0) (fid INTEGER PRIMARY KEY, g BLOB, id INT);" }
    let scratch = try file(
      tables.joined() + """
        INSERT INTO gpkg_contents VALUES ('t1', 'features', 'A'), ('T2', 'features', 'B'),
          ('t3', 'features', 'C'), ('t4', 'features', 'gone'), ('sqlite_master', 'attributes', ''),
          (x'00', 'features', ''), (NULL, NULL, NULL), ('gpkg_contents', 'tiles', '');
        INSERT INTO gpkg_geometry_columns VALUES ('t1', 'g', 'POINT', 1), ('t2', 'g', 'POINT', 2),
          ('t3', 'g', 'POINT', 0);
        """)
    let layers = try ForeignGeoPackage(path: scratch.path("f.gpkg")).layers
    #expect(layers.map(\.title) == ["A", "B", "C"])
    #expect(layers.map { $0.reference?.authority } == ["EPSG:32638", nil, nil])
    #expect(layers.map { $0.reference?.definition } == ["PROJCS[...]", "LOCAL_CS[\"x\"]", nil])
    #expect(layers.allSatisfy { $0.columns == ["id"] })
  }

  @Test func featuresWithoutAGeometryColumnAreKnown() throws {
    let scratch = try file(
      """
      CREATE TABLE h (fid INTEGER PRIMARY KEY, geom BLOB, id TEXT);
      CREATE TABLE t (fid INTEGER PRIMARY KEY, id TEXT);
      INSERT INTO gpkg_contents VALUES ('h', 'features', 'h'), ('t', 'attributes', 't');
      """)
    let layers = try ForeignGeoPackage(path: scratch.path("f.gpkg")).layers
    #expect(layers.map(\.hasLostGeometry) == [true, false])
  }

  @Test func aViewIsReadLikeATable() throws {
    let scratch = try file(
      """
      CREATE TABLE t (fid INTEGER PRIMARY KEY, shape BLOB, id TEXT);
      INSERT INTO t VALUES (3, x'475000010000000001010000000000000000000840000000000000F03F', 'a');
      CREATE VIEW v AS SELECT fid AS "the ""k"" one", shape, id || '!' AS id FROM t;
      INSERT INTO gpkg_contents VALUES ('v', 'features', 'V');
      INSERT INTO gpkg_geometry_columns VALUES ('v', 'SHAPE', 'POINT', 1);
      """)
    let rows = try rows(scratch)
    #expect(rows.map(\.cells.last) == ["a!"])
    #expect(rows.map(\.geometry) == [.success(.points([Position(x: 3, y: 1)]))])
  }

  @Test func geometryThatCannotBeReadIsAFaultOfItsRow() throws {
    let scratch = try file(
      """
      CREATE TABLE t (fid INTEGER PRIMARY KEY, g BLOB);
      INSERT INTO t VALUES (1, 'POINT (1 2)'), (2, x'4750'), (3, x''), (4, 5),
        (5, x'475000010000000001030000000F00000F');
      INSERT INTO gpkg_contents VALUES ('t', 'features', '');
      INSERT INTO gpkg_geometry_columns VALUES ('t', 'g', 'POINT', 1);
      """)
    for row in try rows(scratch) {
      guard case .failure(let fault) = row.geometry else {
        Issue.record("row \(row.number) was taken")
        continue
      }
      #expect(!fault.description.isEmpty)
    }
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      // A view without end that gives no row, and one that gives rows without end.
      """
      CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT i FROM n WHERE i < 0;
      """,
      """
      CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT i FROM n;
      """,
      "CREATE VIEW v AS SELECT load_extension('x') AS i;",
      "CREATE VIEW v AS SELECT hex(zeroblob(400000000)) AS i;",
      "CREATE VIEW v AS SELECT i FROM nowhere;", "CREATE VIEW v AS SELECT * FROM v;",
    ])
  func aHostileViewIsStopped(view: String) throws {
    let scratch = try file(view + "INSERT INTO gpkg_contents VALUES ('v', 'attributes', '');")
    let kind = bookError { _ = try rows(scratch) }
    #expect(kind == .damaged || kind == .tooLong)
  }

  @Test func aSpoiltFileGivesAnErrorOrRowsButNeverACrash() throws {
    let scratch = try file(
      """
      CREATE TABLE t (fid INTEGER PRIMARY KEY, g BLOB, id TEXT);
      INSERT INTO gpkg_contents VALUES ('t', 'features', '');
      INSERT INTO gpkg_geometry_columns VALUES ('t', 'g', 'POINT', 1);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300)
      INSERT INTO t SELECT i, zeroblob(90), printf('%050d', i) FROM n;
      """)
    let whole = try scratch.bytes("f.gpkg")
    var random = Weyl(state: 7)
    for _ in 0..<150 {
      var spoilt = whole
      for _ in 0..<20 {
        let place = Int(random.next() % UInt64(whole.count - 16)) + 16
        spoilt[place] = UInt8(truncatingIfNeeded: random.next())
      }
      if random.next() % 3 == 0 { spoilt = spoilt.prefix(Int(random.next() % UInt64(whole.count))) }
      try spoilt.write(to: URL(fileURLWithPath: scratch.path("f.gpkg")))
      let package = try? ForeignGeoPackage(path: scratch.path("f.gpkg"))
      for layer in package?.layers ?? [] { try? package?.forEachRow(of: layer) { _ in } }
    }
  }

  @Test func whatIsNoGeoPackageIsRefused() throws {
    let scratch = try Scratch()
    try DatabaseQueue(path: scratch.path("f.gpkg")).write {
      try $0.execute(sql: "CREATE TABLE t (x)")
    }
    let kind = bookError { _ = try ForeignGeoPackage(path: scratch.path("f.gpkg")) }
    #expect(kind == .notABook)
    let none = bookError { _ = try ForeignGeoPackage(path: scratch.path("none.gpkg")) }
    #expect(none == .missing)
  }
}

/// A folder that goes when the test ends.
private final class Scratch {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "foreign-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }

  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

/// Numbers that look random and are the same each time.
private struct Weyl: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
