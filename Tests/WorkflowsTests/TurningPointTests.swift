import Foundation
import GeometryEngine
import GeometryValues
import LandRelease
import Testing

@testable import Workflows

/// Tables whose rows are turning points, taken into a book as polygons.
struct TurningPointTests {
  private struct Taken {
    var outcome: ImportOutcome
    var polygons: [String: MultiPolygon]
    var rejects: String

    func vertices(_ id: String) -> [Position] {
      let polygon = polygons[id] ?? MultiPolygon()
      return (0..<polygon.vertexCount).map(polygon.vertex)
    }

    func findings(_ rule: String) -> [Finding] { outcome.findings.filter { $0.rule == rule } }
  }

  private func take(
    _ rows: [String], subject: ImportRequest.Subject = .hazards,
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> Taken {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "B", isSynthetic: false)
    let path = folder.path("points.csv")
    try Data(rows.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    var request = ImportRequest(subject: subject, file: path)
    request.rejects = folder.path("rejects.csv")
    change(&request)
    var records = ImportRecords(request, into: book)
    let outcome = try records.run()
    #expect(outcome.rowsIn == outcome.stored + outcome.unchanged + outcome.refused)
    let stored = try book.store.read { try $0.hazards() }
    let polygons = stored.map { ($0.content.key.id, $0.content.polygon ?? MultiPolygon()) }
    let rejects = (try? String(contentsOfFile: outcome.rejectsFile ?? "", encoding: .utf8)) ?? ""
    return Taken(
      outcome: outcome, polygons: Dictionary(polygons) { first, _ in first }, rejects: rejects)
  }

  private let header = "id,class,date,point_no,point_type,latitude,longitude"

  @Test func rowsOfARecordBecomeItsPolygonInTheOrderOfNumbers() throws {
    let taken = try take([
      header, "H1,SHA,2021-01-01,1,start,40.1,46.1", "H2,CHA,2021-01-02,TP1,,40.5,46.5",
      "H1,,,3,turning,40.2,46.2", "H1,,,2,turning,40.1,46.2", "H2,,,TP2,,40.5,46.6",
      "H2,,,TP3,end,40.6,46.6", "H1,,,BM,benchmark,40.05,46.05",
    ])
    #expect(taken.outcome.rowsIn == 2 && taken.outcome.stored == 2)
    #expect(taken.outcome.notes.contains("Read as turning points: 7 point rows make 2 polygons."))
    #expect(taken.outcome.ignoredColumns.isEmpty)
    #expect(
      taken.vertices("H1") == [
        Position(x: 46.1, y: 40.1), Position(x: 46.2, y: 40.1), Position(x: 46.2, y: 40.2),
        Position(x: 46.1, y: 40.1),
      ])
    #expect(taken.vertices("H2").count == 4)
    #expect(
      taken.outcome.findings.map(\.rule).filter { $0.hasPrefix("RD") } == ["RD35", "RD36", "RD36"])
    #expect(taken.findings("RD35")[0].place.row == 7)
    #expect(taken.findings("RD36")[0].message.contains("written to 11100.00 m at best"))
  }

  @Test func partsAndHolesAreDrawn() throws {
    func square(_ part: String, _ ring: String, _ x: Double, _ size: Double) -> [String] {
      [(0.0, 0.0), (0, 1), (1, 1), (1, 0)].enumerated().map { corner, at in
        "H1,SHA,2021-01-01,\(corner + 1),,\(40 + at.0 * size + x),\(46 + at.1 * size + x),\(part),\(ring)"
      }
    }
    let taken = try take(
      [header + ",part,ring"] + square("1", "", 0, 0.01) + square("1", "hole 1", 0.002, 0.001)
        + square("1", "hole 2", 0.005, 0.001) + square("2", "outer", 0.1, 0.01))
    let polygon = try #require(taken.polygons["H1"])
    #expect(polygon.polygonCount == 2 && polygon.ringCount == 4)
    #expect(Array(polygon.rings(ofPolygon: 0)) == [0, 1, 2])
    #expect(taken.outcome.findings.map(\.rule) == ["RD36"])
  }

  @Test(arguments: [
    // Two points; a number twice; contradicting classes; half a place; nothing at all.
    (["H1,SHA,,1,,40.1,46.1", "H1,,,2,,40.1,46.2"], "2 turning points (rows 1, 2)"),
    (
      ["H1,SHA,,1,,40.1,46.1", "H1,,,2,,40.1,46.2", "H1,,,2,,40.2,46.2", "H1,,,3,,40.2,46.1"],
      "rows 2 and 3 are both point 2"
    ),
    (
      ["H1,SHA,,1,,40.1,46.1", "H1,CHA,,2,,40.1,46.2", "H1,,,3,,40.2,46.2"],
      "row 1 says \"SHA\" and row 2 \"CHA\""
    ),
    (["H1,SHA,,1,,40.1,46.1", "H1,,,2,,40.1,", "H1,,,3,,40.2,46.2"], "row 2: there is a latitude"),
    (["H1,SHA,,1,,40.1,46.1", "H1,,,2,,,", "H1,,,3,,40.2,46.2"], "row 2: it has neither"),
    (
      ["H1,SHA,,1,,40.1,46.1", "H1,,,2,,40.1,46.2", "H1,,,3,,95,46.2"],
      "row 3: \"95 46.2\" is outside"
    ),
    (
      ["H1,SHA,,1,gate,40.1,46.1", "H1,,,2,,40.1,46.2", "H1,,,3,,40.2,46.2"], "\"gate\" is no type"
    ),
    (
      ["H1,SHA,,1,,40.1,46.1", "H1,,,2,,40.1,46.2", "H1,,,3,,40.2,46.2", "H1,,,1,,40.3,46.3"],
      "rows 1 and 4 are both point 1"
    ),
  ]) func aRecordThatCannotBeDrawnIsRefusedWithItsRows(rows: [String], reason: String) throws {
    let good = ["H9,SHA,,1,,41.1,46.1", "H9,,,2,,41.1,46.2", "H9,,,3,,41.2,46.2"]
    let taken = try take([header] + rows + good)
    #expect(taken.outcome.stored == 1 && taken.outcome.refused == 1)
    let refusal = try #require(taken.outcome.refusals.first)
    #expect(refusal.reason.contains(reason), "\(refusal.reason)")
    #expect(!refusal.remedy.isEmpty)
    for row in rows { #expect(taken.rejects.contains(row), "\(taken.rejects)") }
    #expect(!taken.rejects.contains("H9"))
  }

  @Test func gapsRepeatsAndEndsOutOfPlaceAreFound() throws {
    let taken = try take([
      header, "H1,SHA,2021-01-01,1,,40.1,46.1", "H1,,,2,end,40.1,46.2", "H1,,,5,,40.2,46.2",
      "H1,,,6,,40.1,46.1", "H2,SHA,2021-01-01,1,,41.1,46.1", "H2,,,2,,41.1,46.2",
      "H2,,,3,,41.2,46.2", "H2,,,1,,41.1,46.1",
    ])
    #expect(taken.findings("RD34").map(\.severity) == [.error, .warning])
    #expect(taken.findings("RD34")[0].message.contains("no turning point 3 to 4"))
    #expect(taken.findings("RD30").map(\.place.row) == [4, 8])
    #expect(taken.vertices("H1").count == 4 && taken.vertices("H2").count == 4)
  }

  @Test func everyRowCanBeInAnotherReference() throws {
    let taken = try take([
      "id,class,date,point_no,latitude,longitude,zone,easting,northing,mgrs,x,y,crs",
      "H1,SHA,2021-01-01,1,40.2,45.1,,,,,,,", "H1,,,2,,,38T,512345,4451234,,,,",
      "H1,,,3,,,,,,38TNK 12345 51334,,,", "H1,,,4,,,,,,,4451300,8512300,CK-42",
    ])
    let vertices = taken.vertices("H1")
    try #require(vertices.count == 5)
    // cs2cs of PROJ 9.1.1.
    #expect(abs(vertices[1].x - 45.145072) < 1e-5 && abs(vertices[1].y - 40.211426) < 1e-5)
    #expect(Geodesic.distance(from: vertices[1], to: vertices[2]) - 99.96 < 0.1)
    #expect(taken.outcome.operation.contains("EPSG:28408 by"))
    #expect(taken.outcome.operation.contains("accuracy 4.5 m"))
  }

  @Test(arguments: [
    ("38Q,312345,4451234", "its band goes from"), ("38T,4451234,512345", "look swapped"),
    ("38S,512345,4000000", "band S"), (",512345,4451234", "nothing says"),
    ("38,512345,4451234", "which half"), ("38C,512345,4451234", "its band goes from"),
  ]) func gridsThatCannotBeReadAreRefused(cells: String, reason: String) throws {
    let taken = try take([
      "id,class,date,point_no,zone,easting,northing", "H1,SHA,2021-01-01,1,\(cells)",
      "H1,,,2,\(cells)", "H1,,,3,\(cells)",
    ])
    let refusal = try #require(taken.outcome.refusals.first)
    #expect((refusal.reason + refusal.remedy).contains(reason), "\(refusal)")
  }

  @Test func theOptionNamesTheReferenceOfPlainMetres() throws {
    let rows = ["512345,4451234", "512445,4451234", "512445,4451334"]
    let taken = try take(
      ["id,class,date,point_no,x,y"]
        + rows.enumerated().map { "H1,SHA,2021-01-01,\($0.offset + 1),\($0.element)" }
    ) { $0.crs = "EPSG:32638" }
    #expect(taken.outcome.stored == 1)
    #expect(abs(GeodesicArea.squareMetres(of: try #require(taken.polygons["H1"])) - 5004) < 1)
  }

  @Test func legsAreSolvedAndTheirMisclosureIsTold() throws {
    let rows = [
      "id,class,date,to,from,point_type,latitude,longitude,bearing_gon,distance_ft,north",
      "L1,SHA,2021-01-01,BM,,benchmark,40.2,46.5,,,", "L1,,,SP,BM,start,,,100,65.6167979,true",
      "L1,,,1,SP,,,,0,328.0839895,true", "L1,,,2,1,,,,100,328.0839895,true",
      "L1,,,3,2,,,,200,328.0839895,true", "L1,,,SP,3,,,,300,321.5223097,true",
    ]
    let plain = try take(rows)
    let misclosure = try #require(plain.findings("RD32").first)
    #expect(
      misclosure.severity == .note && misclosure.message.contains("1:198 of 398.00 m in 4 legs"))
    #expect(plain.findings("RD33").isEmpty)
    let area = GeodesicArea.squareMetres(of: try #require(plain.polygons["L1"]))
    #expect(abs(area - 10_000) < 1)
    let adjusted = try take(rows) { $0.legs.adjustment = .bowditch }
    let less = GeodesicArea.squareMetres(of: try #require(adjusted.polygons["L1"]))
    #expect(abs(less - 9_900) < 1)
    #expect(
      adjusted.findings("RD32")[0].message.contains(
        "unadjusted it is \(String(format: "%.2f", area))"))
  }

  @Test func magneticBearingsNeedADeclination() throws {
    let rows = [
      "id,class,date,point_no,latitude,longitude,bearing,distance",
      "L1,SHA,2021-01-01,1,40.2,46.5,,",
      "L1,,,2,,,0,100", "L1,,,3,,,90,100",
    ]
    #expect(try take(rows).outcome.refusals[0].reason.contains("which north"))
    let bare = try take(rows) { $0.legs.north = "magnetic" }
    #expect(bare.findings("RD31")[0].message.contains("141.42 m from the known point, by 2.47 m"))
    #expect(bare.findings("RD33").count == 1)
    let turned = try take(rows) {
      $0.legs.north = "magnetic"
      $0.legs.declination = "6°30'E"
    }
    #expect(turned.findings("RD31").isEmpty)
    let line = Geodesic.line(from: turned.vertices("L1")[0], to: turned.vertices("L1")[1])
    #expect(abs(line.azimuth - 6.5) < 1e-6 && abs(line.distance - 100) < 1e-6)
  }

  @Test func aLegBackThatIsNotCalledOneIsAskedFor() throws {
    let taken = try take([
      "id,class,date,point_no,latitude,longitude,bearing,distance,north",
      "L1,SHA,2021-01-01,1,40.20000,46.50000,,,", "L1,,,2,,,0,100,true", "L1,,,3,,,90,100,true",
      "L1,,,4,,,225,141,true",
    ])
    #expect(taken.findings("RD33").count == 2)
    #expect(taken.findings("RD33")[1].message.contains("0.42 m from the start"))
  }

  @Test func theLegBackMayStandInTheRowOfTheStart() throws {
    let taken = try take([
      "id,class,date,point_no,latitude,longitude,from_point,bearing,distance,north",
      "L1,SHA,2021-01-01,1,40.20000,46.50000,3,225,141,true", "L1,,,2,,,,0,100,true",
      "L1,,,3,,,,90,100,true",
    ])
    #expect(taken.findings("RD32")[0].message.contains("1:809 of 341.00 m in 3 legs"))
    #expect(taken.findings("RD33").isEmpty && taken.vertices("L1").count == 4)
  }

  @Test func aLegFromNowhereIsRefused() throws {
    let taken = try take([
      "id,class,date,point_no,latitude,longitude,bearing,distance,north",
      "L1,SHA,2021-01-01,1,40.2,46.5,0,100,true", "L1,,,2,,,90,100,true", "L1,,,3,,,225,141,true",
    ])
    #expect(taken.outcome.refusals[0].reason.contains("point 1 (row 1): its leg does not say"))
  }

  @Test func columnsOfPointsCanBeMapped() throws {
    let taken = try take([
      "Nr,Sort,Tag,Ecke,Breite,Laenge", "H1,SHA,2021-01-01,1,40.1,46.1", "H1,,,2,40.1,46.2",
      "H1,,,3,40.2,46.2",
    ]) {
      $0.map = [
        "id=Nr", "class=Sort", "date=Tag", "point_no=Ecke", "latitude=Breite", "longitude=Laenge",
      ]
    }
    #expect(taken.outcome.stored == 1 && taken.vertices("H1").count == 4)
  }

  @Test func gridBearingsNeedTheirGrid() throws {
    let rows = [
      "id,class,date,point_no,latitude,longitude,bearing,distance",
      "L1,SHA,2021-01-01,1,40.2,46.5,,",
      "L1,,,2,,,0,100", "L1,,,3,,,90,100",
    ]
    let bare = try take(rows) { $0.legs.north = "grid" }
    #expect(bare.outcome.refusals[0].reason.contains("of which grid"))
    let taken = try take(rows) {
      $0.legs.north = "grid"
      $0.crs = "EPSG:32638"
    }
    // Meridian convergence at 1.5 degrees east of the zone's middle: 1.5 sin 40.2.
    let line = Geodesic.line(from: taken.vertices("L1")[0], to: taken.vertices("L1")[1])
    #expect(abs(line.azimuth - 0.9683) < 1e-3)
  }

  @Test func legsBesideCoordinatesAreCompared() throws {
    let taken = try take([
      "id,class,date,point_no,latitude,longitude,bearing,distance,north",
      "L1,SHA,2021-01-01,1,40.2,46.5,,,", "L1,,,2,40.201,46.5,0,111.04,true",
      "L1,,,3,40.201,46.501,90,120,true", "L1,,,1,,,210,180,true",
    ])
    let found = try #require(taken.findings("RD37").first)
    #expect(found.severity == .error && found.message.hasPrefix("3 legs of hazard L1"))
    #expect(found.place.row == 4)
  }

  @Test func aTableWithoutRowsSaysSo() throws {
    let error = try #require(throws: WorkflowError.self) { try take([header]) }
    #expect(error.message.hasSuffix("holds no rows"))
  }

  @Test func tablesOfRecordsStayTablesOfRecords() throws {
    let taken = try take([
      "id,class,date,point_no,latitude,longitude,wkt",
      "H1,SHA,2021-01-01,4,40.1,46.1,\"POLYGON ((46 40, 46.1 40, 46.1 40.1, 46 40))\"",
    ]) { $0.crs = "EPSG:4326" }
    #expect(taken.outcome.stored == 1 && taken.vertices("H1").count == 4)
  }

  @Test func oneRowARecordIsNoPerimeter() throws {
    let taken = try take([
      header, "H1,SHA,2021-01-01,4,,40.1,46.1", "H2,SHA,2021-01-01,5,,40.1,46.2",
    ])
    #expect(taken.outcome.stored == 2 && taken.outcome.refused == 0)
    #expect(taken.outcome.notes.contains { $0.contains("each record has one row") })
  }

  @Test func degreesInAGridAreRefused() throws {
    for (cells, crs) in [("40.1,46.1", "EPSG:3857"), ("40.1,46.1", "EPSG:32638")] {
      let taken = try take([
        "id,class,date,point_no,latitude,longitude,crs", "H1,SHA,2021-01-01,1,\(cells),\(crs)",
        "H1,,,2,40.1,46.2,\(crs)", "H1,,,3,40.2,46.2,\(crs)",
      ])
      #expect(taken.outcome.refused == 1 && taken.outcome.stored == 0)
    }
    let metres = try take([
      "id,class,date,point_no,easting,northing", "H1,SHA,2021-01-01,1,512345,4451234",
      "H1,,,2,512445,4451234", "H1,,,3,512445,4451334",
    ]) { $0.crs = "EPSG:4326" }
    #expect(metres.outcome.refusals[0].reason.contains("in metres, and EPSG:4326 in degrees"))
  }

  @Test func theStatedDatumOfDegreesCounts() throws {
    let rows = [
      header, "H1,SHA,2021-01-01,1,,40.1,46.1", "H1,,,2,,40.1,46.2", "H1,,,3,,40.2,46.2",
    ]
    let pulkovo = try take(rows) { $0.crs = "EPSG:4284" }
    let plain = try take(rows)
    let apart = Geodesic.distance(
      from: pulkovo.vertices("H1")[0], to: plain.vertices("H1")[0])
    #expect((50...200).contains(apart))
    #expect(pulkovo.outcome.operation.contains("EPSG:4284 by"))
    #expect(!pulkovo.outcome.notes.contains { $0.contains("WGS 84 is taken") })
  }

  @Test func twoWaysToOnePerimeterAreFound() throws {
    // PROJ takes another operation north of 41.19 degrees, where Russia's begins.
    let taken = try take([
      "id,class,date,point_no,x,y,crs", "H1,SHA,2021-01-01,1,4561000.0,8600000.0,CK-42",
      "H1,,,2,4561000.0,8600500.0,CK-42", "H1,,,3,4567000.0,8600500.0,CK-42",
    ])
    #expect(taken.findings("RD38").count == 1)
    #expect(taken.outcome.operation.contains(" or "))
  }

  @Test func devicesHaveGridPlacesToo() throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "B", isSynthetic: false)
    let outcome = try folder.importText(
      """
      id,date,category,quantity,mgrs,zone,easting,northing
      D1,2021-01-01,ap_mine,1,38TNK 12345 51234,,,
      D2,2021-01-01,ap_mine,1,,38N,512345,4451234
      D3,2021-01-01,ap_mine,1,,,,
      D4,2021-01-01,ap_mine,1,38TAL 1 1,,,
      """, as: .devices, into: book)
    #expect(outcome.stored == 3 && outcome.refusals.map(\.row) == [4])
    let places = try book.store.read { try $0.devices() }.map(\.content.position)
    let known = Position(x: 45.14507167, y: 40.21142639)
    for place in places.prefix(2) {
      #expect(Geodesic.distance(from: try #require(place), to: known) < 0.01)
    }
    #expect(places.last == .some(nil))
  }

  @Test func whatElseStandsBesideTheDegreesOfADeviceDoesNotCount() throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "B", isSynthetic: false)
    let outcome = try folder.importText(
      """
      id,date,category,quantity,latitude,longitude,coordinates
      D1,2021-01-01,ap_mine,1,40.1,46.1,see map
      D2,2021-01-01,ap_mine,1,,,"N40 6 0, E46 6 0"
      D3,2021-01-01,ap_mine,1,,,see map
      """, as: .devices, into: book)
    #expect(outcome.stored == 2 && outcome.refusals.map(\.row) == [3])
    let zones = try folder.importText(
      "id,date,category,quantity,x,y,zone\nD9,2021-01-01,ap_mine,1,46.1,40.1,Zone A",
      as: .devices, into: book)
    #expect(zones.stored == 1)
  }

  @Test func releasesAreDrawnToo() throws {
    let taken = try take(
      [
        "id,kind,date,point_no,latitude,longitude", "R1,cleared,2021-01-01,1,40.1,46.1",
        "R1,,,2,40.1,46.2", "R1,,,3,40.2,46.2",
      ], subject: .releases)
    #expect(taken.outcome.stored == 1 && taken.outcome.hasGeometry)
  }
}
