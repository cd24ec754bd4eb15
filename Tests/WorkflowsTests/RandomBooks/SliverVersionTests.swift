import GeometryEngine
import GeometryValues
import LandRelease
import Testing

@testable import Workflows

/// A version that leaves hardly anything of its hazard.
struct SliverVersionTests {
  private func version(
    _ number: Int64, _ year: Int, _ ground: MultiPolygon
  ) throws -> Stored<Hazard> {
    let hazard = Hazard(
      key: RecordKey(id: "H1"), date: CalendarDate(year: year, month: 1, day: 1), polygon: ground)
    return Stored(
      version: number, content: hazard, recordedAt: "2023", contentHash: "\(number)",
      measuredArea: Area(squareMetres: GeodesicArea.squareMetres(of: ground)))
  }

  /// 22.7 ha, then a corner of 3 by 2 cm: all the rest is given up.
  @Test func theGroundLostKeepsItsArea() throws {
    let whole = MultiPolygon(rings: [RandomShapes.box(0, 0, 6, 4)])
    let corner = MultiPolygon(rings: [RandomShapes.box(0, 0, 0.00035, 0.00018)])
    let input = try LedgerInput(
      hazards: [try version(1, 2020, whole), try version(2, 2021, corner)], releases: [],
      tasks: [], districts: [])
    let register = input.register()
    let movements = input.computation(register).ledger().movements(of: register)
      .filter { $0.layer == .land }
    let lost = movements.filter { $0.cause == .givenUp }.reduce(0) { $0 + $1.area.squareMetres }
    let expected = GeodesicArea.squareMetres(of: whole) - GeodesicArea.squareMetres(of: corner)
    #expect(abs(lost - expected) <= 1e-6 * expected + 1)
  }
}
