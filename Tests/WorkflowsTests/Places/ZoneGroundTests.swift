import Foundation
import GeometryEngine
import GeometryValues
import LandRelease
import Reporting
import Testing

@testable import Storage
@testable import Workflows

/// The ground of zones, worked out by hand and by GEOS.
struct ZoneGroundTests {
  /// Of a square of 0.01 degrees the west half is cleared and the east half is open.
  private static func halves() throws -> (folder: TemporaryFolder, book: Book) {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Halves", isSynthetic: false)
    try folder.importText(
      """
      code,name,wkt
      D1,West,"\(box(0, 0, 2, 4))"
      D2,East,"\(box(2, 0, 8, 4))"
      """, as: .districts, into: book)
    try folder.importText(
      """
      id,class,date,wkt
      H1,CHA,2020-01-01,"\(box(0, 0, 2, 2))"
      """, as: .hazards, into: book)
    try folder.importText(
      """
      id,kind,activity,date,review,hazard_id,wkt
      R1,cleared,clearance,2021-01-01,accepted,H1,"\(box(0, 0, 1, 2))"
      """, as: .releases, into: book)
    return (folder, book)
  }

  private static func box(_ west: Int, _ south: Int, _ east: Int, _ north: Int) -> String {
    let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return
      "POLYGON ((\(corners.map { "\(45 + Double($0) / 100) \(Double($1) / 100)" }.joined(separator: ", "))))"
  }

  private static func figures(
    _ book: Book, asOf day: String? = nil, table: String = "zones",
    by dimensions: [LedgerDimension] = [], layer: Layer? = nil
  ) throws -> ZoneFigures {
    var request = ReportRequest(statement: .zones, dimensions: dimensions)
    request.period.to = day.flatMap { CalendarDate($0) }
    request.layer = layer
    return ZoneFigures(try MakeReport(book).run(request), table: table)
  }

  @Test func statesAddUpToTheZoneAndSharedGroundCountsOnce() throws {
    let (folder, book) = try Self.halves()
    try folder.importText(
      """
      id,kind,name,wkt
      Z1,farmland,Lower,"\(Self.box(0, 0, 2, 1))"
      Z2,settlement,All and more,"\(Self.box(0, 0, 4, 2))"
      """, as: .zones, into: book)
    _ = try PostLedger(book).run()
    let figures = try Self.figures(book)
    let square = try #require(figures.area("Z1", "area_m2")) / 2
    func near(_ value: Double?, _ squares: Double) -> Bool {
      // Squares further from the equator are smaller by less than a millionth here.
      value.map { abs($0 - squares * square) <= 1e-6 * squares * square + 1 } ?? false
    }
    #expect(near(figures.area("Z1", "confirmed_m2"), 1))
    #expect(near(figures.area("Z1", "open_m2"), 1))
    #expect(near(figures.area("Z1", "cleared_m2"), 1))
    #expect(figures.area("Z1", "unrecorded_m2") == 0)
    #expect(near(figures.area("Z2", "open_m2"), 2))
    #expect(near(figures.area("Z2", "unrecorded_m2"), 4))
    #expect(figures.cell("Z1", "open_hazards") == .count(1))
    #expect(figures.cell("Z2", "district") == .text("D1"))
    for zone in ["Z1", "Z2"] {
      let sum = figures.states(zone).values.reduce(0, +)
      #expect(abs(sum - (figures.area(zone, "area_m2") ?? 0)) < 1e-4)
    }
    let kinds = try Self.figures(book, table: "kinds")
    #expect(near(kinds.area("Total", "area_m2"), 8))
    #expect(near(kinds.area("Total", "open_m2"), 2))
    #expect(near(kinds.area("farmland", "cleared_m2"), 1))
    #expect(kinds.cell("Total", "zones") == .count(2))
    let before = try Self.figures(book, asOf: "2020-06-30")
    #expect(near(before.area("Z1", "open_m2"), 2))
    #expect(before.area("Z1", "cleared_m2") == 0)
    let districts = try Self.figures(book, table: "zones_cut", by: [.district])
    #expect(near(districts.area("D1", "area_m2"), 4))
    #expect(near(districts.area("D2", "unrecorded_m2"), 4))
  }

  @Test func theCorridorOfALineAndTheCircleOfAPointAreTheirGround() throws {
    let (folder, book) = try Self.halves()
    let outcome = try folder.importText(
      """
      id,kind,width_m,radius_m,wkt
      L1,road,20,,"LINESTRING (45.001 0.01, 45.019 0.01)"
      P1,heritage_site,,50,POINT (45.015 0.01)
      L2,road,,,"LINESTRING (45.001 0.01, 45.019 0.01)"
      P2,heritage_site,,,POINT (45.015 0.01)
      W1,road,wide,,"LINESTRING (45.001 0.01, 45.019 0.01)"
      """, as: .zones, into: book)
    #expect(outcome.stored == 2)
    #expect(outcome.refusals.map(\.field) == ["width_m", "radius_m", "width_m"])
    _ = try PostLedger(book).run()
    let figures = try Self.figures(book)
    let length = Geodesic.distance(
      from: Position(x: 45.001, y: 0.01), to: Position(x: 45.019, y: 0.01))
    let road = try #require(figures.area("L1", "area_m2"))
    #expect(abs(road - (length * 20 + Double.pi * 100)) < 1e-4 * road)
    let circle = try #require(figures.area("P1", "area_m2"))
    #expect(abs(circle - Double.pi * 2500) < 5e-4 * circle)
    #expect(figures.area("P1", "open_m2") == circle)
    let cleared = try #require(figures.area("L1", "cleared_m2"))
    #expect(abs(cleared - road / 2) < 1e-4 * road)
    // What was drawn stays.
    let drawn = try book.store.read { try $0.zones() }.map(\.content.drawn.kind)
    #expect(drawn == ["line", "point"])
  }

  /// Every state of every zone and of all zones together, against what GEOS cuts and unites.
  @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 30, 31])
  func areasAreThoseThatGEOSCuts(seed: Int) throws {
    let folder = try TemporaryFolder()
    let random = RandomBook(seed: seed)
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Random", isSynthetic: false)
    for table in random.tables where !table.rows.isEmpty {
      try folder.importText(
        ([table.header] + table.rows).joined(separator: "\n"), as: table.subject, into: book)
    }
    var box = Envelope()
    for ground in random.grounds { box.add(ground.envelope) }
    let zones = Self.zones(in: box, seed: UInt64(seed))
    try folder.importText(
      (["id,kind,wkt"]
        + zones.enumerated().map {
          "Z\($0),\($0 % 2 == 0 ? "farmland" : "water"),\"\(Self.text($1))\""
        })
        .joined(separator: "\n"), as: .zones, into: book)
    _ = try PostLedger(book).run()
    let map = try MapBook(book)
    let projector = try PlaneProjector(map.ground.plane)
    let overlay = try GroundOverlay()
    let planar = try zones.map { try projector.project($0) }
    let days = map.ground.history.days
    for (day, layer) in [(nil, Layer.land), (days.isEmpty ? nil : days[days.count / 2], .ap)] {
      let features =
        try map.features(.remaining, asOf: day, layer: layer).filter { $0.group.state.isOpen }
        + map.features(.released, asOf: day, layer: layer)
      let drawn = try features.map { ($0.group.state, try projector.project($0.polygon)) }
      func cut(_ zone: MultiPolygon) throws -> [LandState: Double] {
        var areas: [LandState: Double] = [:]
        for (state, ground) in drawn {
          areas[state, default: 0] += PlanarArea.area(
            of: try overlay.intersection(try overlay.union([zone]), ground))
        }
        return areas
      }
      let figures = try Self.figures(book, asOf: day?.description, layer: layer)
      for (number, zone) in planar.enumerated() {
        Self.expect(figures.states("Z\(number)"), try cut(zone), "Z\(number) of \(seed)")
      }
      let together = try Self.figures(
        book, asOf: day?.description, table: "kinds", layer: layer)
      Self.expect(together.states("Total"), try cut(overlay.union(planar)), "all of \(seed)")
      let water = planar.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      Self.expect(together.states("water"), try cut(overlay.union(water)), "water of \(seed)")
    }
  }

  private static func expect(
    _ has: [LandState: Double], _ should: [LandState: Double], _ name: String
  ) {
    #expect(has.count == LandState.allCases.count)
    for state in LandState.allCases where state != .unrecorded {
      let (one, other) = (has[state] ?? -1, should[state] ?? 0)
      #expect(abs(one - other) <= 1e-6 * other + 1, "\(state) in \(name): \(one), not \(other)")
    }
  }

  /// Triangles over the records, some of them over each other.
  private static func zones(in box: Envelope, seed: UInt64) -> [MultiPolygon] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31)
    }
    let (width, height) = (box.maxX - box.minX, box.maxY - box.minY)
    return (0..<6).map { _ in
      let (x, y) = (box.minX + next() * width, box.minY + next() * height)
      let reach = 0.1 + 0.5 * next()
      let corners = (0..<3).map { corner in
        let angle = (Double(corner) + 0.7 * next()) * 2 * Double.pi / 3
        return Position(x: x + reach * width * cos(angle), y: y + reach * height * sin(angle))
      }
      return MultiPolygon(rings: [corners])
    }
  }

  private static func text(_ ground: MultiPolygon) -> String {
    let places = ground.vertices(ofRing: 0).map { ground.vertex($0) }
    return "POLYGON ((\(places.map { "\($0.x) \($0.y)" }.joined(separator: ", "))))"
  }
}
