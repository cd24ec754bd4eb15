import GeometryValues
import Testing

@testable import Interchange

@Suite("GeoJSON")
struct GeoJSONTableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ text: String, ending: String = "geojson") throws -> SurveyTable {
    try SurveyTable.of(text, ending: ending, in: folder)
  }

  private static let collection = """
    {"type":"FeatureCollection","name":"hazards","features":[
    {"type":"Feature","properties":{"id":"H1","area":1234.50,"n":3},
     "geometry":{"type":"Polygon","coordinates":[[[46.5,39.8],[46.6,39.8],[46.6,39.9],[46.5,39.8]]]}},
    {"type":"Feature","geometry":{"type":"Point","coordinates":[46.5,39.8,812.25]},"properties":{"id":"H2","late":true}},
    {"type":"Feature","properties":null,"geometry":null}
    ]}
    """

  @Test("reads a collection row by row, with the columns of every feature")
  func collection() throws {
    let table = try open(Self.collection)
    #expect(table.header.columns == ["id", "area", "n", "late"])
    #expect(table.header.layer == "hazards")
    #expect(table.header.reference == .wgs84)
    let rows = try table.rows()
    #expect(
      rows.map(\.cells) == [
        ["H1", "1234.5", "3", nil], ["H2", nil, nil, "true"], [nil, nil, nil, nil],
      ])
    #expect(rows.map(\.number) == [1, 2, 3])
    #expect(rows.map(\.line) == [2, 4, 5])
    #expect(try rows[1].geometry?.get() == .points([Position(x: 46.5, y: 39.8)]))
    #expect(rows[2].geometry == nil)
  }

  @Test("an open ring is closed by its first vertex, and it is said")
  func openRings() throws {
    let polygon = #"{"type":"Polygon","coordinates":[[[46,39],[47,39],[47,40]RING]]}"#
    let features = [",[46,39]", ""].map { ring in
      #"{"type":"Feature","properties":{},"geometry":"# + polygon.replacing("RING", with: ring)
        + "}"
    }
    let rows = try open(
      #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
    ).rows()
    #expect(try rows[0].geometry?.get() == rows[1].geometry?.get())
    #expect(rows.map { $0.geometryFindings.map(\.rule) } == [[], ["RD21"]])
  }

  @Test("can be read twice")
  func twice() throws {
    let table = try open(Self.collection)
    #expect(try table.rows().count == 3)
    #expect(try table.rows().count == 3)
  }

  @Test("is cut short at every byte: every cut is an error, none is a crash")
  func truncation() throws {
    let bytes = Array(Self.collection.utf8)
    for length in 0..<bytes.count {
      let file = try folder.file("cut.geojson", bytes: Array(bytes[..<length]))
      #expect(throws: SurveyFault.self, "\(length) bytes") {
        try SurveyFile.open(file).rows()
      }
    }
  }

  @Test("names the last whole feature of a file that is cut short")
  func cutMessage() throws {
    let cut = String(Self.collection.prefix(while: { $0 != "]" })) + "],[46.6"
    let before = Self.collection.components(separatedBy: "\n")[..<4].joined(separator: "\n")
    #expect(throws: SurveyFault.self) { try open(cut) }
    let fault = try #require(throws: SurveyFault.self) { try open(before + "{\"type\":") }
    #expect(fault.message.contains("cut short"))
    #expect(fault.message.contains("last whole feature is number 2"))
  }

  @Test("offers a feature's own id as a column, unless a property has that name")
  func featureID() throws {
    let own = try open(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","id":12345678901234567890,"properties":{"a":1},"geometry":null}]}"#
    )
    #expect(own.header.columns == ["a", "id"])
    #expect(own.header.featureIDColumn == 1)
    #expect(try own.rows()[0].cells == ["1", "12345678901234567890"])
    let property = try open(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"properties":{"ID":"x"},"geometry":null}]}"#
    )
    #expect(property.header.columns == ["ID"])
    #expect(property.header.featureIDColumn == nil)
  }

  @Test(
    "keeps values as the file means them",
    arguments: [
      ("12.50", "12.5"), ("1e3", "1000"), ("-0.25", "-0.25"), ("007.5e0", "7.5"), ("1E-7", "1e-07"),
      ("123456789012345678901234", "123456789012345678901234"), ("true", "true"),
      ("false", "false"),
      ("null", nil), ("NaN", "NaN"), ("-Infinity", "-Infinity"), ("1e400", "1e400"),
      ("1.0", "1"), ("0.12345678901234567890", "0.12345678901234567890"), (#""""#, ""),
      (#"" a b ""#, " a b "),
      (#""q\"\\\/\b\n\u0041\u015f""#, "q\"\\/\u{8}\nAş"),
      (#""\ud83d\udca3""#, "💣"), (#""\ud83d""#, "\u{FFFD}"),
      (#"{"a":[1, "]"]}"#, #"{"a":[1, "]"]}"#),
      ("[1,{\"b\":2}]", "[1,{\"b\":2}]"),
    ] as [(String, String?)])
  func values(json: String, cell: String?) throws {
    let table = try open(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"v":\#(json)},"geometry":null}]}"#
    )
    #expect(try table.rows()[0].cells == [cell])
  }

  @Test("reads members in any order, and the old statement of a reference")
  func order() throws {
    let table = try open(
      #"""
      {"features":[{"geometry":{"coordinates":[[[0,0],[1,0],[1,1],[0,0]]],"type":"Polygon"},"properties":{"features":[1]},"bbox":[0,0,1,1],"type":"Feature"}],
       "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32638"}},"type":"FeatureCollection"}
      """#)
    #expect(table.header.reference == .code("EPSG:32638"))
    #expect(try table.rows()[0].geometry?.get().kind == "polygon")
  }

  @Test(
    "knows WGS 84 by its names",
    arguments: [
      "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326", "OGC:CRS84",
    ])
  func references(name: String) throws {
    let table = try open(
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"\#(name)"}},"features":[]}"#
    )
    #expect(table.header.reference == .wgs84)
  }

  @Test(
    "reports a broken feature as that row's fault and reads on",
    arguments: [
      #"{"type":"Feature","properties":{"id":tru},"geometry":null}"#,
      #"{"type":"Feature","properties":{"id" 1},"geometry":null}"#,
      #"{"type":"Feature","properties":[1],"geometry":null}"#,
      #"{"type":"Nonsense"}"#, #"{}"#, #"7"#, #""text""#, #"[1]"#,
      #"{"type":"Feature","properties":{"id":"a\x"},"geometry":null}"#,
    ])
  func brokenFeature(text: String) throws {
    let table = try open(
      #"{"type":"FeatureCollection","features":[\#(text),{"type":"Feature","properties":{"id":"ok"},"geometry":null}]}"#
    )
    let rows = try table.rows()
    #expect(rows.count == 2)
    #expect(rows[0].fault != nil)
    #expect(rows[1].cell("id", in: table) == "ok")
  }

  @Test(
    "reports a nonsense geometry and keeps the row's properties",
    arguments: [
      #"{"type":"Polygon","coordinates":[[["a",1]]]}"#, #"{"type":"Polygon","coordinates":[1,2]}"#,
      #"{"type":"Circle","coordinates":[1,2]}"#, #"{"type":"Polygon"}"#, #"{"coordinates":[1,2]}"#,
      #"{"type":"Point","coordinates":[1]}"#, #"{"type":"Point","coordinates":[1,null]}"#,
      #"{"type":"Point","coordinates":[1e999,2]}"#, #"{"type":"Polygon","coordinates":[[]]}"#, "5",
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}"#,
    ])
  func brokenGeometry(text: String) throws {
    let table = try open(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":\#(text),"properties":{"id":"H"}}]}"#
    )
    let row = try table.rows()[0]
    #expect(row.cell("id", in: table) == "H")
    #expect(throws: GeometryFault.self) { try row.geometry?.get() }
  }

  @Test(
    "reads every kind of geometry",
    arguments: [
      (#"{"type":"Point","coordinates":[1,2]}"#, "POINT (1 2)"),
      (#"{"type":"Point","coordinates":[]}"#, "POINT EMPTY"),
      (#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#, "MULTIPOINT (1 2, 3 4)"),
      (#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, "LINESTRING (1 2, 3 4)"),
      (
        #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#,
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))"
      ),
      (
        #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4]],[[1,1],[2,1],[2,2],[1,1]]]}"#,
        "POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))"
      ),
      (
        #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}"#,
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"
      ),
      (#"{"type":"Polygon","coordinates":[]}"#, "POLYGON EMPTY"),
      (
        #"{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}]}"#,
        "POLYGON ((0 0, 1 0, 1 1, 0 0))"
      ),
    ])
  func kinds(json: String, text: String) throws {
    for whole in [json, #"{"type":"Feature","properties":{},"geometry":\#(json)}"#] {
      #expect(try open(whole).rows()[0].geometry?.get() == WKT.read(text))
    }
  }

  @Test(
    "refuses files that are not JSON, with the place",
    arguments: [
      #"{"type":"FeatureCollection","features":[{"geometry":{"coordinates":[1,2}]}}]}"#,
      "", "   ", "hello", "[1,2]", #"{"type":"FeatureCollection","features":[} ]}"#,
      #"{"type":"FeatureCollection","features":[]} x"#,
    ])
  func notJSON(text: String) throws {
    #expect(throws: SurveyFault.self) { try open(text) }
  }

  @Test("reads features that are larger than the first look at the file")
  func large() throws {
    let ring = (0..<60_000).map { "[\(Double($0) / 1000),\($0 % 7)]" }.joined(separator: ",")
    let feature =
      #"{"type":"Feature","properties":{"id":"big"},"geometry":{"type":"Polygon","coordinates":[[\#(ring)]]}}"#
    let table = try open(#"{"type":"FeatureCollection","features":[\#(feature),\#(feature)]}"#)
    for row in try table.rows() {
      guard case .polygons(let polygon) = try row.geometry?.get() else {
        Issue.record("no polygon")
        continue
      }
      #expect(polygon.vertexCount == 60_001)
    }
  }

  @Test("survives deep nesting")
  func deep() throws {
    let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
    let table = try open(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":\#(deep)},"geometry":{"type":"Point","coordinates":\#(deep)}}]}"#
    )
    #expect(throws: GeometryFault.self) { try table.rows()[0].geometry?.get() }
  }

  @Test("a property that stands twice with two values makes its feature no row to use")
  func doubled() throws {
    let table = try open(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"H1","id":"H2"},"geometry":null},{"type":"Feature","properties":{"id":"H3","id":"H3"},"geometry":null}]}"#
    )
    let rows = try table.rows()
    #expect(rows[0].fault?.contains("stands twice") == true)
    #expect(rows[1].cells == ["H3"])
  }

  @Test("knows members by names written with escapes, in files of UTF-16 too")
  func escapes() throws {
    let text =
      #"{"\u0074ype":"FeatureCollection","features":[{"type":"Feature","\u0070roperties":{"\u0069d":"H1","id":"H1"},"geometry":{"t\u0079pe":"Point","coordinates":[1,2]}}]}"#
    let wide = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [Array(text.utf8), wide, [0xFE, 0xFF] + wide] {
      let table = try SurveyFile.open(try folder.file("t.geojson", bytes: bytes))
      #expect(table.header.columns == ["id"])
      let row = try table.rows()[0]
      #expect(row.cells == ["H1"])
      #expect(try row.geometry?.get() == .points([Position(x: 1, y: 2)]))
    }
  }

  @Test("names what a file is that is not JSON at all")
  func otherKinds() throws {
    let page = try #require(throws: SurveyFault.self) { try open("<html><body>404</body></html>") }
    #expect(page.message.contains("HTML"))
    let zip = try folder.file("t.geojson", bytes: [0x50, 0x4B, 3, 4, 0, 0])
    #expect(throws: SurveyFault.self) { try SurveyFile.open(zip) }
  }
}
