import GeometryValues
import LandRelease
import Testing

@testable import Storage

/// Zones and checks of the environment come back as they were stored, and the newest counts.
struct PlaceRecordTests {
  private static let corridor = MultiPolygon(rings: [
    [
      Position(x: 45, y: 40), Position(x: 45.01, y: 40), Position(x: 45.01, y: 40.001),
      Position(x: 45, y: 40.001),
    ]
  ])

  private static func zone(width: Double) -> Zone {
    var zone = Zone(
      key: RecordKey(organisation: "OP", id: "Z1"), kind: .road,
      drawn: .lines([[Position(x: 45, y: 40.0005), Position(x: 45.01, y: 40.0005)]]))
    zone.name = "Upper road"
    zone.date = CalendarDate("2024-01-31")
    zone.source = "cadastre"
    zone.widthMetres = width
    zone.sensitivity = .moderate
    zone.ground = corridor
    return zone
  }

  @Test func aZoneKeepsWhatWasDrawnAndItsGround() throws {
    let temporary = try TemporaryBook()
    let (first, second) = (Self.zone(width: 20), Self.zone(width: 25))
    let area = Area(squareCentimetres: 12_345)
    try temporary.write { writer in
      #expect(try writer.store(first, area: area).isFirst)
      guard case .unchanged = try writer.store(first, area: area) else {
        Issue.record("the same zone is new")
        return
      }
      guard case .stored(_, .version) = try writer.store(second, area: area) else {
        Issue.record("another width is no version")
        return
      }
    }
    let zones = try temporary.book.read { try $0.zones() }
    #expect(zones.map(\.content) == [second])
    #expect(zones.map(\.measuredArea) == [area])
    #expect(
      try temporary.book.read { try $0.statedSensitivities(of: .zone) } == [second.key: .moderate])
  }

  @Test func aCheckKeepsZerosApartFromBlanks() throws {
    let temporary = try TemporaryBook()
    var check = EnvironmentCheck(key: RecordKey(organisation: "OP", id: "E1"))
    check.release = "R1"
    check.task = "T1"
    check.date = CalendarDate("2024-01-31")
    check.district = "D1"
    check.vegetationRemoved = .zero
    check.detonationsInPlace = 0
    check.isWasteTaken = false
    check.isErosionSeen = true
    check.remarks = "craters"
    try temporary.write { writer in _ = try writer.store(check) }
    #expect(try temporary.book.read { try $0.environmentChecks() }.map(\.content) == [check])
  }
}

extension StoreOutcome {
  fileprivate var isFirst: Bool { if case .stored(_, .first) = self { true } else { false } }
}
