import GeometryValues
import LandRelease
import Testing

@testable import Storage

/// The hashes were worked out by another program from the canonical text as it is described: books
/// that exist hold hashes, so that no change may move one.
@Suite struct ContentHashTests {
  @Test func theHashOfAHazardStays() {
    var hazard = Hazard(
      key: RecordKey(organisation: "Orgé", id: "H-1"), hazardClass: .confirmed,
      contamination: [.ap, .erw], date: CalendarDate("2020-02-29"), recordedAt: "2021-01-01")
    hazard.district = ""
    hazard.evidenceDate = CalendarDate(year: 987, month: 1, day: 5)
    hazard.origin = "legacy"
    hazard.source = "a\nb"
    hazard.isConfirmedChange = true
    hazard.reportedArea = ReportedArea(
      asTyped: Area(squareCentimetres: -7),
      unitCorrected: Area(squareCentimetres: 1_234_567_890_123)
    )
    hazard.polygon = MultiPolygon(rings: [
      [Position(x: 20, y: 40), Position(x: 20.5, y: 40), Position(x: 20.5, y: 40.5)]
    ])
    #expect(
      ContentHash.of(hazard) == "58365fc4663f0aba6a59b598e7051a1fab66b6e64663287eb292078fdfc9b4ad")
  }

  @Test func theHashOfAReleaseStays() {
    let release = Release(
      key: RecordKey(id: "R"), kind: .cleared, hazards: ["H,1", "H\"2", "é"],
      depthCentimetres: 12.5)
    #expect(
      ContentHash.of(release, counts: [.uxo: 0, .apMine: 3])
        == "525ccdb8179df58be4e0d62b3a014c80c5baa47aade73effd706b6c5718d90d6")
  }

  @Test(arguments: [[], ["a"], ["a", "b c/d"], ["\"", "\\", "é", "\u{7F}", "\n"]])
  func listsAreJSON(list: [String]) {
    #expect(JSONText.read(JSONText.write(list: list), as: [String].self) == list)
    #expect(JSONText.write(list: list) == JSONText.write(list))
  }
}
