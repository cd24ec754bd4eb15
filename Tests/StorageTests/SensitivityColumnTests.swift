import GRDB
import GeometryValues
import LandRelease
import Testing

@testable import Storage

/// The level of a record is kept with it, and the hashes of records without one stay.
@Suite struct SensitivityColumnTests {
  @Test func aRecordThatSaysNothingHasTheHashItAlwaysHad() {
    var device = Device(key: RecordKey(id: "D"), category: .uxo, quantity: 1)
    let fields = DeviceRow.content(device)
    let before = ContentHash.text(fields.filter { $0.column != "sensitivity" })
    #expect(ContentHash.text(fields) == before)
    device.sensitivity = .low
    #expect(ContentHash.text(DeviceRow.content(device)) != before)
    var hazard = Hazard(key: RecordKey(id: "H"))
    let plain = ContentHash.of(hazard)
    hazard.sensitivity = .severe
    #expect(ContentHash.of(hazard) != plain)
  }

  @Test func everyKindOfRecordKeepsItsLevel() throws {
    let temporary = try TemporaryBook()
    var hazard = Hazard(key: RecordKey(id: "H"))
    hazard.sensitivity = .severe
    var later = Hazard(key: RecordKey(id: "H"), date: CalendarDate(year: 2024, month: 1, day: 1))
    later.sensitivity = .moderate
    var release = Release(key: RecordKey(id: "R"), kind: .cleared)
    release.sensitivity = .high
    var device = Device(key: RecordKey(id: "D"), category: .uxo, quantity: 1)
    device.sensitivity = .low
    device.position = Position(x: 45, y: 40)
    var victim = Victim(key: RecordKey(id: "V"), outcome: .injured)
    victim.sensitivity = .severe
    var minefield = MinefieldRecord(key: RecordKey(id: "M"))
    minefield.sensitivity = .moderate
    try temporary.write { writer in
      for record in [hazard, later] { _ = try writer.store(record) }
      _ = try writer.store(release)
      _ = try writer.store(device)
      _ = try writer.store(victim)
      _ = try writer.store(minefield)
    }
    let book = temporary.book
    let levels: [Sensitivity?] = [.severe, .moderate]
    #expect(try book.read { try $0.hazards().map(\.content.sensitivity) } == levels)
    #expect(try book.read { try $0.hazardsWithoutPolygons().map(\.content.sensitivity) } == levels)
    #expect(try book.read { try $0.releases().map(\.content) } == [release])
    #expect(try book.read { try $0.devices().map(\.content) } == [device])
    #expect(try book.read { try $0.victims().map(\.content) } == [victim])
    #expect(try book.read { try $0.minefieldRecords().map(\.content) } == [minefield])
    let devices = try book.read { try $0.statedSensitivities(of: .device) }
    let victims = try book.read { try $0.statedSensitivities(of: .victim) }
    #expect(devices == [RecordKey(id: "D"): .low])
    #expect(victims == [RecordKey(id: "V"): .severe])
    let shown = try temporary.sql { db in
      try String.fetchAll(
        db, sql: "SELECT sensitivity FROM hazard UNION ALL SELECT sensitivity FROM \"release\"")
    }
    #expect(shown == ["moderate", "high"])
  }

  @Test func theLastLevelStatedStaysBehindRowsThatSayNothing() throws {
    let temporary = try TemporaryBook()
    var device = Device(key: RecordKey(id: "D"), category: .uxo, quantity: 1)
    device.sensitivity = .low
    try temporary.write { _ = try $0.store(device) }
    device.sensitivity = nil
    device.quantity = 2
    try temporary.write { _ = try $0.store(device) }
    let levels = try temporary.book.read { try $0.devices().map(\.content.sensitivity) }
    let stated = try temporary.book.read { try $0.statedSensitivities(of: .device) }
    #expect(levels == [nil])
    #expect(stated == [RecordKey(id: "D"): .low])
  }
}
