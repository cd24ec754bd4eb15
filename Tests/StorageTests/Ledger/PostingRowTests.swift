import Foundation
import GRDB
import GeometryValues
import LandRelease
import Testing

@testable import Storage

/// Posting reads of each record what the record says.
@Suite struct PostingRowTests {
  private func full() throws -> TemporaryBook {
    let temporary = try TemporaryBook()
    var holed = MultiPolygon(rings: [
      [Position(x: 0, y: 0), Position(x: 9, y: 0), Position(x: 0, y: 9)],
      [Position(x: 1, y: 1), Position(x: 2, y: 1), Position(x: 1, y: 2)],
    ])
    holed.append(square(20, 20))
    try temporary.write { writer in
      _ = try writer.store(
        hazard("A", nil, x: nil), measured: Measured(area: nil, isValid: nil))
      let full = hazard("B\"ä", "1969-12-31") {
        $0.status = .workedOn
        $0.reason = "because"
        $0.contamination = [.ap, .ied]
        $0.reopens = "Z"
        $0.source = "survey"
        $0.isConfirmedChange = true
        $0.recordedAt = "2021-02-03T04:05:06.789Z"
        $0.polygon = holed
      }
      _ = try writer.store(
        full, measured: Measured(area: Area(squareCentimetres: 77), isValid: false))
      for number in 0..<70 {
        _ = try writer.store(hazard("C\(number)") { $0.source = "source \(number % 40)" })
      }
    }
    try temporary.write("releases") { writer in
      for (number, activity) in ([nil] + Activity.allCases).enumerated() {
        var release = Release(
          key: RecordKey(organisation: "O\(number % 2)", id: "R\(number)"), kind: .reduced)
        release.activity = activity
        release.contamination = number % 3 == 0 ? nil : .named
        release.hazards = [[], ["A"], ["A", "B"], ["quoted \" and \\"]][number % 4]
        release.task = number % 2 == 0 ? "T" : nil
        release.operatorName = "an operator with a long name \(number % 3)"
        release.donor = number % 2 == 0 ? "" : nil
        release.date = number == 0 ? nil : CalendarDate("2024-02-29")
        release.approvedOn = CalendarDate("2024-03-01")
        release.review = number == 5 ? .revoked : .accepted
        release.revokedOn = number == 5 ? CalendarDate("2025-01-01") : nil
        release.polygon = square(Double(number), 3)
        _ = try writer.store(release, measured: Measured(area: Area(squareCentimetres: 5)))
      }
    }
    return temporary
  }

  @Test func hazardsAreReadAsTheyAreStored() throws {
    let temporary = try full()
    try temporary.book.read { reader in
      var stored = try reader.hazards()[...]
      try reader.forEachLedgerHazard { hazard, polygon, isValid in
        let expected = try #require(stored.first)
        stored.removeFirst()
        let content = expected.content
        #expect(hazard.storedVersion == expected.version && hazard.key == content.key)
        #expect(hazard.hazardClass == content.hazardClass && hazard.types == content.contamination)
        #expect(hazard.status == content.status && hazard.hasReason == (content.reason != nil))
        #expect(hazard.isConfirmedChange == content.isConfirmedChange)
        #expect(hazard.day == content.date.map { Int32($0.dayNumber) } ?? PostedEvent.undated)
        #expect(hazard.recordedAt == Timestamp(expected.recordedAt)?.milliseconds)
        #expect(hazard.contentHash == UInt64(expected.contentHash.prefix(16), radix: 16))
        #expect(hazard.area == expected.measuredArea?.squareCentimetres)
        #expect(hazard.reopens == content.reopens && hazard.source == content.source)
        #expect(polygon == content.polygon && isValid == expected.isValid && hazard.ground == -1)
      }
      #expect(stored.isEmpty)
    }
  }

  @Test func releasesAreReadAsTheyAreStored() throws {
    let temporary = try full()
    try temporary.book.read { reader in
      var stored = try reader.releases()[...]
      try reader.forEachLedgerRelease { release, polygon, isValid in
        let expected = try #require(stored.first)
        stored.removeFirst()
        let content = expected.content
        #expect(release.storedVersion == expected.version && release.key == content.key)
        #expect(
          release.profile
            == ReleaseProfile(
              kind: content.kind, activity: content.activity, operatorName: content.operatorName,
              donor: content.donor))
        #expect(release.coverage == content.coverage && release.review == content.review)
        #expect(release.day == content.date.map { Int32($0.dayNumber) })
        #expect(release.approvedDay == content.approvedOn.map { Int32($0.dayNumber) })
        #expect(release.revokedDay == content.revokedOn.map { Int32($0.dayNumber) })
        #expect(release.hazards == content.hazards && release.task == content.task)
        #expect(release.area == expected.measuredArea?.squareCentimetres)
        #expect(polygon == content.polygon && isValid)
      }
      #expect(stored.isEmpty)
    }
  }

  @Test func whatABatchBringsIsKnown() throws {
    let temporary = try full()
    try temporary.write { _ = try $0.store(hazard("A", "2024-01-01", x: 90)) }
    let key = RecordKey(id: "A")
    try temporary.book.read { reader in
      try #expect(reader.changedKeys(after: 3).hazards.isEmpty)
      let changed = try reader.changedKeys(after: 2)
      #expect(changed.hazards == [key] && changed.releases.isEmpty)
      #expect(!changed.tasksChanged && !changed.districtsChanged)
      try #expect(reader.changedKeys(after: 1).releases.count == 8)
      try #expect(reader.ledgerHazards(keys: [key]).map(\.record.storedVersion) == [1, 73])
      try #expect(reader.ledgerReleases(keys: [key]).isEmpty)
      try #expect(
        reader.organisations(ofReleaseIds: ["R1", "R2", "none"]) == ["R1": ["O1"], "R2": ["O0"]])
      try #expect(reader.organisations(ofHazardIds: ["A"]) == ["A": [""]])
      let met = try reader.keysMeeting([
        Envelope(minX: 89, minY: 39, maxX: 90, maxY: 41), Envelope(),
        Envelope(minX: 4.5, minY: 2, maxX: 5.001, maxY: 4),
      ])
      #expect(
        met.hazards.contains(key) && met.releases == [RecordKey(organisation: "O1", id: "R5")])
    }
    try temporary.book.read(with: nil, throughBatch: 1) { reader in
      var count = 0
      try reader.forEachLedgerHazard { _, _, _ in count += 1 }
      #expect(count == 72)
      try #expect(reader.ledgerHazards(keys: [key]).count == 1)
      try #expect(reader.releases().isEmpty && reader.hazards(of: key).count == 1)
      try #expect(reader.batches().count == 1)
    }
    let day = try #require(CalendarDate("2023-11-14"))
    try #expect(temporary.book.lastBatch(recordedBy: day) == 3)
    try #expect(temporary.book.lastBatch(recordedBy: #require(day.dayBefore)) == 0)
  }

  @Test func currentRecordsAreThoseOfTheirTime() throws {
    let temporary = try TemporaryBook()
    for operatorName in ["first", "second", "third"] {
      try temporary.write("tasks") { writer in
        var task = LandTask(key: RecordKey(id: "T"))
        task.operatorName = operatorName
        _ = try writer.store(task)
        _ = try writer.store(claim: "C", sourceKey: nil, document: "\"\(operatorName)\"")
        _ = try writer.store(LandRelease.Statement(actor: operatorName))
      }
    }
    for (batch, name) in [(1, "first"), (2, "second"), (3, "third")] as [(Int64, String)] {
      try temporary.book.read(with: nil, throughBatch: batch) { reader in
        try #expect(reader.tasks().map(\.content.operatorName) == [name])
        try #expect(reader.claims().map(\.json) == ["\"\(name)\""])
        try #expect(reader.statements().count == Int(batch))
      }
    }
    try temporary.book.read { try #expect($0.tasks().map(\.content.operatorName) == ["third"]) }
  }

  @Test func polygonsAreReadAsTheSlowWayReadsThem() throws {
    let plain = Array(GeoPackageBlob.write(square(1, 2)))
    var two = square(1, 2)
    two.append(square(5, 6))
    let single = plain[..<40] + WKB.write(.polygons(square(1, 2)))
    var open = plain
    open[open.count - 1] ^= 1
    let bare = [0x47, 0x50, 0, 1, 0, 0, 0, 0] + plain[40...]
    for blob in [plain, Array(GeoPackageBlob.write(two)), Array(single), open, Array(bare)] {
      let slow = try GeoPackageBlob.polygons(Data(blob))
      try #expect(blob.withUnsafeBytes { try PolygonBlob.read($0) } == slow)
    }
    var infinite = plain
    for place in 62..<70 { infinite[place] = place == 69 ? 0x7F : place == 68 ? 0xF0 : 0 }
    for blob in [infinite, Array(plain.dropLast()), plain + [0], Array(plain[..<45]), [], [0x47]] {
      #expect(throws: GeometryFault.self) { try blob.withUnsafeBytes { try PolygonBlob.read($0) } }
    }
  }

  @Test(arguments: [
    "2026-03-01T08:30:00.123Z", "1969-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z",
    "2026-03-01", "2026-03-01T08:30:00+02:00", "2026-02-30T08:30:00.123Z",
    "2026-03-01T24:30:00.123Z",
    "9999-12-31T23:59:59.999Z", "",
  ])
  func momentsAreThoseOfTheTimestamp(text: String) {
    let read = Array(text.utf8).withUnsafeBytes { RowBytes.moment($0) }
    #expect(read == Timestamp(text)?.milliseconds)
  }
}
