import Foundation
import GRDB
import GeometryValues
import LandRelease
import Testing

@testable import Storage

@Suite struct CurrentLayerTests {
  @Test(
    arguments: [
      (HazardStatus.open, nil, "suspected"), (.workedOn, nil, "suspected"),
      (.closed, nil, "given_up"), (.withdrawn, nil, "given_up"), (.withdrawn, "", "given_up"),
      (.withdrawn, "never mined", nil),
    ] as [(HazardStatus, String?, String?)])
  func standingFollowsTheStatus(status: HazardStatus, reason: String?, standing: String?) throws {
    let temporary = try TemporaryBook()
    let changed = hazard("H", "2021-01-01") {
      $0.status = status
      $0.reason = reason
    }
    try temporary.write { _ = try $0.store(hazard("H")) }
    try temporary.write { _ = try $0.store(changed) }
    let shown = try temporary.sql { try String.fetchAll($0, sql: "SELECT standing FROM hazard") }
    #expect(shown == [standing].compactMap { $0 })
  }

  @Test func theLatestDateIsShownWithTheLastPolygon() throws {
    let temporary = try TemporaryBook()
    try temporary.write {
      _ = try $0.store(hazard("H", "2022-01-01", x: nil))
      _ = try $0.store(hazard("H", "2021-01-01", x: 30), measured: area(9))
      _ = try $0.store(hazard("H", nil, x: 10), measured: area(1))
      _ = try $0.store(hazard("N", x: nil))
    }
    let row = try temporary.sql {
      try Row.fetchOne(
        $0, sql: "SELECT date, area_m2, ST_MinX(geom), fid FROM hazard WHERE id = 'H'")
    }
    #expect(row == ["date": "2022-01-01", "area_m2": 9.0, "ST_MinX(geom)": 30.0, "fid": 1])
    let unplaced = try temporary.sql {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM hazard WHERE geom IS NULL")
    }
    #expect(unplaced == 1)
  }

  @Test func aRowKeepsItsNumberAndOthersDoNotTakeIt() throws {
    let temporary = try TemporaryBook()
    try temporary.write {
      for id in ["A", "B", "C"] { _ = try $0.store(hazard(id)) }
    }
    let kept = try numbers(temporary)
    try temporary.write {
      _ = try $0.store(hazard("0", x: 5))
      _ = try $0.store(hazard("C", "2023-01-01", x: 6))
    }
    let after = try numbers(temporary)
    #expect(kept.allSatisfy { after[$0.key] == $0.value })
    #expect(after.count == 4)
  }

  @Test func ofContradictingContentsNeitherIsShown() throws {
    let temporary = try TemporaryBook()
    for donor in ["one", "two"] {
      try temporary.write("releases") {
        var release = Release(key: RecordKey(id: "R"), kind: .cleared, recordedAt: "2022-01-01")
        release.donor = donor
        _ = try $0.store(release)
      }
    }
    let shown = { try temporary.sql { try String.fetchAll($0, sql: "SELECT donor FROM release") } }
    try #expect(shown() == [])
    try temporary.write("releases") {
      _ = try $0.store(
        Release(
          key: RecordKey(id: "R"), kind: .cleared, recordedAt: "2022-01-02", hazards: ["H1", "H2"],
          donor: "three"))
    }
    try #expect(shown() == ["three"])
    let hazards = try temporary.sql { try String.fetchOne($0, sql: "SELECT hazards FROM release") }
    #expect(hazards == "H1, H2")
  }

  private func numbers(_ temporary: TemporaryBook) throws -> [String: Int64] {
    let rows = try temporary.sql { try Row.fetchAll($0, sql: "SELECT id, fid FROM hazard") }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  private func area(_ squareMetres: Double) -> Measured {
    Measured(area: Area(squareMetres: squareMetres), isValid: true)
  }
}
