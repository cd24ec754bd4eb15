import Foundation
import GRDB
import GeometryValues
import LandRelease
import Testing

@testable import Storage

@Suite struct StoreTests {
  @Test func everyFieldOfAHazardComesBack() throws {
    let temporary = try TemporaryBook()
    let full = Hazard(
      key: RecordKey(organisation: "Org", id: "H/1"), hazardClass: .confirmed, status: .workedOn,
      reason: "r", approver: "a", contamination: [.ap, .erw], date: CalendarDate("2020-02-29"),
      recordedAt: "2021-01-01T00:00:00.000Z", district: "D1",
      evidenceDate: CalendarDate("2019-01-01"), reopens: "R1", origin: "legacy", source: "s",
      isConfirmedChange: true,
      reportedArea: ReportedArea(
        asTyped: Area(squareCentimetres: 7), unitCorrected: Area(squareCentimetres: 70_000)),
      polygon: square(20, 40))
    try temporary.write {
      let measured = Measured(
        area: Area(squareCentimetres: 5), isValid: false, invalidReason: "self-crossing",
        original: square(21, 41))
      try #expect($0.store(full, row: 3, measured: measured) == .stored(version: 1, .first))
    }
    let stored = try temporary.book.read { try $0.hazards() }
    #expect(stored.map(\.content) == [full])
    try #require(stored.count == 1)
    #expect(stored[0].measuredArea == Area(squareCentimetres: 5))
    #expect(stored[0].recordedAt == "2021-01-01T00:00:00.000Z")
    #expect(stored[0].contentHash == ContentHash.of(full))
    try #expect(temporary.book.read { try $0.hazards(of: full.key) } == stored)
    let bare = hazard("H2", nil, x: nil)
    try temporary.write { _ = try $0.store(bare) }
    try #expect(temporary.book.read { try $0.hazards(of: bare.key).map(\.content) } == [bare])
  }

  @Test func everyFieldOfAReleaseComesBack() throws {
    let temporary = try TemporaryBook()
    let full = Release(
      key: RecordKey(organisation: "O", id: "R1"), kind: .reduced, activity: .battleAreaClearance,
      stage: .completion, review: .revoked, revokedOn: CalendarDate("2022-02-02"),
      contamination: [.cmr], date: CalendarDate("2021-01-01"),
      approvedOn: CalendarDate("2021-02-01"), district: "D", hazards: ["H,1", "H\"2"], task: "T",
      releaseMethod: "m", operatorName: "o", donor: "d", depthCentimetres: 12.5, landUse: "farm",
      handedOverOn: CalendarDate("2021-03-01"),
      reportedArea: ReportedArea(asTyped: Area(squareCentimetres: 1)), polygon: square(20, 40))
    let counts: [DeviceCategory: Int] = [.apMine: 3, .uxo: 0]
    try temporary.write("releases") { _ = try $0.store(full, counts: counts) }
    try temporary.book.read {
      try #expect($0.releases().map(\.content) == [full])
      try #expect($0.releaseCounts() == [1: counts])
    }
    let bare = Release(key: RecordKey(id: "R2"), kind: .cleared)
    try temporary.write("releases") {
      try #expect($0.store(bare) == .stored(version: 2, .first))
    }
    try #expect(temporary.book.read { try $0.releases(of: bare.key).map(\.content) } == [bare])
  }

  @Test func theSameAgainLeavesNoTrace() throws {
    let temporary = try TemporaryBook()
    try temporary.write { _ = try $0.store(hazard("H1")) }
    let before = try temporary.bytes()
    let again = try temporary.write {
      try #expect($0.store(hazard("H1")) == .unchanged(version: 1))
    }
    #expect(again.batch == nil && again.unchanged == 1 && again.stored == 0)
    try #expect(temporary.bytes() == before)
  }

  @Test func aDateMakesAVersionAndOtherContentACorrection() throws {
    let temporary = try TemporaryBook()
    let summary = try temporary.write {
      try #expect($0.store(hazard("H1")) == .stored(version: 1, .first))
      try #expect($0.store(hazard("H1", "2021-01-01")) == .stored(version: 2, .version))
    }
    #expect(summary.versions == 1 && summary.stored == 2 && summary.batch == 1)
    let corrected = hazard("H1") { $0.hazardClass = .confirmed }
    try temporary.write { try #expect($0.store(corrected) == .stored(version: 3, .correction)) }
    // What was replaced and is said again changes it back.
    try temporary.write {
      try #expect($0.store(hazard("H1")) == .stored(version: 4, .correction))
    }
    try #expect(temporary.book.read { try $0.hazards().count } == 4)
    try #expect(temporary.book.read { try $0.hazards(through: 1).count } == 2)
  }

  @Test func aReleaseIsOneEventWhateverItsDate() throws {
    let temporary = try TemporaryBook()
    try temporary.write("releases") {
      let one = Release(key: RecordKey(id: "R"), kind: .cleared, date: CalendarDate("2020-01-01"))
      let other = Release(key: RecordKey(id: "R"), kind: .cleared, date: CalendarDate("2021-01-01"))
      try #expect($0.store(one) == .stored(version: 1, .first))
      try #expect($0.store(other) == .stored(version: 2, .correction))
    }
  }

  @Test func equalMomentsContradictEachOtherAcrossBatches() throws {
    let temporary = try TemporaryBook()
    let recorded = hazard("H1") { $0.recordedAt = "2022-05-05" }
    let rival = hazard("H1") {
      $0.recordedAt = "2022-05-05T02:00:00+02:00"
      $0.hazardClass = .confirmed
    }
    try temporary.write { _ = try $0.store(recorded) }
    try temporary.write { try #expect($0.store(rival) == .stored(version: 2, .contradiction)) }
    let later = hazard("H1") { $0.recordedAt = "2022-05-06" }
    try temporary.write { try #expect($0.store(later) == .stored(version: 3, .correction)) }
    try temporary.write { try #expect($0.store(recorded) == .unchanged(version: 1)) }
  }

  @Test func conflictsWithinABatchAreFound() {
    let confirmed = hazard("H1") { $0.hazardClass = .confirmed }
    let dated = hazard("H1") {
      $0.hazardClass = .confirmed
      $0.recordedAt = "2022-01-01"
    }
    let rows = [hazard("H1"), hazard("H2"), confirmed, hazard("H1"), dated, hazard("H1", nil)]
    #expect(EventIdentity.conflicts(in: rows.map { EventIdentity($0) }) == [0, 2, 3])
    let releases = ["2020-01-01", "2021-01-01"].map {
      Release(key: RecordKey(id: "R"), kind: .cleared, date: CalendarDate($0))
    }
    #expect(EventIdentity.conflicts(in: releases.map { EventIdentity($0) }) == [0, 1])
  }

  @Test func wordsOutsideTheListsAreRefusedInPlainWords() throws {
    let temporary = try TemporaryBook()
    let summary = try temporary.write { writer in
      let strange = hazard("H1") { $0.origin = "old" }
      let outcome = try writer.store(strange)
      #expect(
        outcome
          == .refused(
            field: "origin", reason: "origin must be legacy or new",
            remedy: "correct the value and import the row again"))
      let timeless = hazard("H1") { $0.recordedAt = "yesterday" }
      guard case .refused("recorded_at", _, _) = try writer.store(timeless) else {
        Issue.record("a moment that can't be read was taken")
        return
      }
      let endless = hazard("H1") { $0.polygon = square(.infinity, 0) }
      guard case .refused("polygon", _, _) = try writer.store(endless) else {
        Issue.record("a polygon without end was taken")
        return
      }
      let unrevoked = Release(key: RecordKey(id: "R"), kind: .cleared, review: .revoked)
      guard case .refused("revoked_on", _, _) = try writer.store(unrevoked) else {
        Issue.record("a revocation without date was taken")
        return
      }
      let row = RefusedRow(row: 2, field: "origin", reason: "r", remedy: "m", original: "H1,old")
      try writer.refuse(row)
    }
    #expect(summary.refused == 1 && summary.batch == 1)
    try #expect(temporary.book.read { try $0.refusedRows().map(\.row.original) } == ["H1,old"])
  }

  @Test func aThrowOrADryRunLeavesNoTrace() throws {
    struct Stop: Error {}
    let temporary = try TemporaryBook()
    let before = try temporary.bytes()
    #expect(throws: Stop.self) {
      try temporary.write {
        _ = try $0.store(hazard("H1"))
        throw Stop()
      }
    }
    let dry = try temporary.write(dryRun: true) { _ = try $0.store(hazard("H1")) }
    #expect(dry.batch == nil && dry.stored == 1)
    try #expect(temporary.bytes() == before)
    try #expect(temporary.files() == ["book.gpkg"])
  }

  @Test func batchesAreRecordedOneAfterTheOther() throws {
    let temporary = try TemporaryBook()
    for id in ["A", "B", "C"] { try temporary.write { _ = try $0.store(hazard(id)) } }
    let batches = try temporary.book.read { try $0.batches() }
    #expect(batches.map(\.description.at.milliseconds) == (0..<3).map { 1_700_000_000_000 + $0 })
    #expect(batches.map(\.stored) == [1, 1, 1])
    let recorded = try temporary.book.read { try $0.hazards().map(\.recordedAt) }
    #expect(recorded == batches.map(\.description.at.description))
  }
}
