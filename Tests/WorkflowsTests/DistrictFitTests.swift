import GeometryValues
import LandRelease
import Testing

@testable import Workflows

/// Overlaps and gaps between districts are listed with their areas.
struct DistrictFitTests {
  static func district(
    _ code: String, _ west: Double, _ south: Double, _ east: Double, _ north: Double,
    parent: String? = nil
  ) -> District {
    let ring = [
      Position(x: west, y: south), Position(x: east, y: south), Position(x: east, y: north),
      Position(x: west, y: north),
    ]
    return District(
      code: code, name: code, parent: parent, polygon: MultiPolygon(rings: [ring]))
  }

  @Test func districtsThatMeetHaveNoFinding() throws {
    let found = try DistrictFit.findings(
      [Self.district("B", 45.1, 40, 45.2, 40.1), Self.district("A", 45, 40, 45.1, 40.1)], file: "d")
    #expect(found.isEmpty)
  }

  @Test func anOverlapIsBookedToTheLowerCode() throws {
    let found = try DistrictFit.findings(
      [Self.district("B", 45.09, 40, 45.2, 40.1), Self.district("A", 45, 40, 45.1, 40.1)],
      file: "d")
    #expect(found.map(\.rule) == ["LR12"])
    #expect(found[0].message.contains("districts A and B overlap"))
    // A hundredth by a tenth of a degree at 40 N is 9.48 km2.
    let area = try #require(found[0].areaEffect)
    #expect(abs(area.squareMetres - 9.48e6) < 0.01e6)
  }

  @Test func aGapIsListedAndTheParentIsNot() throws {
    let ring = [
      Self.district("W", 45, 40, 45.1, 40.3, parent: "P"),
      Self.district("E", 45.2, 40, 45.3, 40.3, parent: "P"),
      Self.district("S", 45.1, 40, 45.2, 40.1, parent: "P"),
      Self.district("N", 45.1, 40.2, 45.2, 40.3, parent: "P"),
      Self.district("P", 45, 40, 45.3, 40.3),
    ]
    let found = try DistrictFit.findings(ring, file: "d")
    #expect(found.map(\.rule) == ["LR13"])
    let area = try #require(found[0].areaEffect)
    #expect(abs(area.squareMetres - 94.7e6) < 0.1e6)
  }
}
