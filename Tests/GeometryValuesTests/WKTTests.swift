import GeometryValues
import Testing

@Suite("Well-known text")
struct WKTTests {
  @Test("reads what it writes", arguments: WKBTests.samples)
  func roundTrip(geometry: Geometry) throws {
    #expect(try WKT.read(WKT.write(geometry)) == geometry)
  }

  @Test(
    "writes digits that give the same number back",
    arguments: [1e-7, Double.leastNonzeroMagnitude, 0.1 + 0.2, 1e21, -179.99999999999997])
  func digits(value: Double) throws {
    let geometry = Geometry.points([Position(x: value, y: -value)])
    #expect(try WKT.read(WKT.write(geometry)) == geometry)
  }

  @Test(
    "writes empty geometries as EMPTY",
    arguments: [Geometry.points([]), .lines([]), .lines([[]]), .polygons(MultiPolygon()), .empty])
  func empties(geometry: Geometry) throws {
    #expect(WKT.write(geometry).hasSuffix(" EMPTY"))
    #expect(try WKT.read(WKT.write(geometry)) == .empty)
  }

  @Test(
    "reads every spelling of a point",
    arguments: [
      "POINT (1 2)", "point(1 2)", "  Point  Z ( 1 2 3 ) ", "POINTZ(1 2 3)", "POINT M (1 2 3)",
      "POINT ZM (1 2 3 4)", "POINTZM(1 2 3 4)", "SRID=4326;POINT(1 2)", "POINT(1e0 +2.0)",
      "MULTIPOINT (1 2)", "MULTIPOINT ((1 2))", "MULTIPOINTM((1 2 9))", "POINT\n(\t1\r\n2)",
      "GEOMETRYCOLLECTION (POINT (1 2), POLYGON EMPTY)", "GEOMETRYCOLLECTIONZ(POINTZ(1 2 3))",
      "MULTIPOINT (EMPTY, (1 2))", "srid=0; POINT (1 2)",
    ])
  func points(text: String) throws {
    #expect(try WKT.read(text) == .points([Position(x: 1, y: 2)]))
  }

  @Test(
    "reads every spelling of a polygon",
    arguments: [
      "POLYGON ((0 0, 1 0, 1 1, 0 0))", "POLYGON((0 0,1 0,1 1))", "POLYGONZ((0 0 1,1 0 1,1 1 1))",
      "POLYGON ZM((0 0 1 1,1 0 1 1,1 1 1 1))", "MULTIPOLYGON (((0 0,1 0,1 1,0 0)))",
      "MULTIPOLYGON (EMPTY, ((0 0,1 0,1 1,0 0)))", "MULTIPOLYGON Z (((0 0 9,1 0 9,1 1 9)))",
    ])
  func polygons(text: String) throws {
    let ring = [
      Position(x: 0, y: 0), Position(x: 1, y: 0), Position(x: 1, y: 1), Position(x: 0, y: 0),
    ]
    #expect(try WKT.read(text) == .polygons(MultiPolygon(rings: [ring])))
  }

  @Test(
    "reads lines, alone and in collections",
    arguments: [
      "LINESTRING (0 0, 1 1)", "LINESTRING M (0 0 5, 1 1 6)",
      "MULTILINESTRINGZM((0 0 1 1,1 1 1 1))",
      "GEOMETRYCOLLECTION(LINESTRING(0 0,1 1))",
    ])
  func lines(text: String) throws {
    #expect(try WKT.read(text) == .lines([[Position(x: 0, y: 0), Position(x: 1, y: 1)]]))
  }

  @Test(
    "refuses what is not a usable geometry",
    arguments: [
      "", " ", "EMPTY", "POINT", "POINT (1)", "POINT (1 2", "POINT (1 2))", "POINT (1 2) x",
      "POINT (1 2, 3 4)", "POINT (1,2)", "POINT (a b)", "POINT (nan nan)", "POINT (1 inf)",
      "POINT (1e999 0)", "POINT (0x1 2)", "POINT (1 2 3 4 5)", "FOO EMPTY", "FOO (1 2)",
      "LINESTRING (0 0)", "LINESTRING (0 0 1 1)", "LINESTRING (0 0, 1 1 1)",
      "POLYGON ((0 0, 1 1))", "POLYGON (0 0, 1 0, 1 1)", "POLYGON ((0 0, 1 0, 1 1)",
      "POLYGON ((0 0 1 0 1 1))", "POLYGON ((0 0,, 1 0, 1 1))", "POLYGON ()", "POLYGON (())",
      "CIRCULARSTRING (0 0, 1 1, 2 0)", "CURVEPOLYGON ((0 0, 1 1, 2 0, 0 0))", "TIN EMPTY",
      "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))", "SRID=4326 POINT (1 2)",
    ])
  func refused(text: String) {
    #expect(throws: GeometryFault.self) { try WKT.read(text) }
  }

  @Test("is cut short at every character without harm")
  func truncation() {
    let whole =
      "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0), (0.1 0.1, 0.2 0.1, 0.2 0.2)), ((5 5, 6 5, 6 6)))"
    for length in 0..<whole.count {
      #expect(throws: GeometryFault.self, "\(whole.prefix(length))") {
        try WKT.read(String(whole.prefix(length)))
      }
    }
  }

  @Test("refuses nesting without end")
  func nesting() {
    let deep = String(repeating: "GEOMETRYCOLLECTION(", count: 10_000)
    #expect(throws: GeometryFault.self) { try WKT.read(deep) }
  }

  @Test("names the place and what stood there")
  func message() throws {
    let fault = try #require(throws: GeometryFault.self) {
      try WKT.read("POLYGON ((0 0, 1 x, 1 1))")
    }
    #expect(fault.description == "WKT at character 18: expected a number, found \"x, 1 1))\"")
  }

  @Test("tells the number of a spatial reference")
  func referenceNumber() {
    #expect(WKT.referenceNumber("SRID=32638;POINT(1 2)") == 32638)
    #expect(WKT.referenceNumber("POINT(1 2)") == nil)
  }
}
