import GRDB
import GeometryValues
import LandRelease
import Testing

@testable import Storage

@Suite struct ProgrammeTests {
  @Test func everyFieldOfEveryRecordComesBack() throws {
    let temporary = try TemporaryBook()
    let key = RecordKey(organisation: "O", id: "1")
    var task = LandTask(key: key)
    (task.hazards, task.operatorName, task.donor) = (["H1", "H2"], "op", "do")
    (task.type, task.status) = ("clearance", "open")
    (task.start, task.end) = (CalendarDate("2020-01-01"), CalendarDate("2020-02-01"))
    var device = Device(key: key, category: .boobyTrap, quantity: 0)
    (device.release, device.task, device.date) = ("R", "T", CalendarDate("2020-01-03"))
    (device.fate, device.model, device.district) = (.leftMarked, "PMN", "D")
    device.position = Position(x: 44.5, y: -3.25)
    var victim = Victim(key: key, outcome: .killed)
    (victim.date, victim.district, victim.sex) = (CalendarDate("2020-01-04"), "D", "f")
    (victim.age, victim.activity, victim.deviceCategory) = ("12", "herding", "uxo")
    (victim.isCivilian, victim.position) = (true, Position(x: 1, y: 2))
    victim.accident = "A1"
    var accident = Accident(key: key)
    (accident.date, accident.district) = (CalendarDate("2020-01-05"), "D")
    (accident.deviceCategory, accident.activity) = ("ap_mine", "herding")
    (accident.isDemining, accident.killed, accident.injured) = (false, 0, 2)
    (accident.position, accident.accuracyMetres) = (Position(x: 3, y: 4), 12.5)
    accident.sensitivity = .severe
    var record = MinefieldRecord(key: key)
    (record.source, record.date, record.verdict) = ("army", CalendarDate("1994-01-01"), .partly)
    (record.recordedQuantity, record.geometry) = (40, .polygons(square(20, 40)))
    (record.recordedType, record.foundQuantity) = ("av_mine", 0)
    record.displacementMetres = 37.25
    var statement = LandRelease.Statement(actor: "Army")
    (statement.from, statement.to) = (CalendarDate("2020-01-01"), CalendarDate("2020-12-31"))
    (statement.districts, statement.activity, statement.split) = (["D"], "clearance", "district")
    (statement.area, statement.items, statement.source) = (Area(squareCentimetres: 9), 3, "report")
    try temporary.write("records") {
      _ = try $0.store(task)
      _ = try $0.store(device)
      _ = try $0.store(victim)
      _ = try $0.store(accident)
      _ = try $0.store(record)
      _ = try $0.store(statement)
    }
    try temporary.book.read {
      try #expect($0.tasks().map(\.content) == [task])
      try #expect($0.devices().map(\.content) == [device])
      try #expect($0.victims().map(\.content) == [victim])
      try #expect($0.accidents().map(\.content) == [accident])
      try #expect($0.minefieldRecords().map(\.content) == [record])
      try #expect($0.statements().map(\.content) == [statement])
    }
    let again = try temporary.write("records") {
      _ = try $0.store(task)
      _ = try $0.store(device)
      _ = try $0.store(victim)
      _ = try $0.store(accident)
      _ = try $0.store(record)
      _ = try $0.store(statement)
    }
    #expect(again.unchanged == 6 && again.batch == nil)
  }

  @Test func newerContentIsCurrentAndTheOlderStays() throws {
    let temporary = try TemporaryBook()
    var device = Device(key: RecordKey(id: "D"), category: .uxo, quantity: 1)
    try temporary.write("devices") { _ = try $0.store(device) }
    device.quantity = 2
    try temporary.write("devices") {
      try #expect($0.store(device) == .stored(version: 2, .version))
    }
    try #expect(temporary.book.read { try $0.devices().map(\.content.quantity) } == [2])
    let rows = try temporary.sql { try Int.fetchOne($0, sql: "SELECT count(*) FROM device") }
    #expect(rows == 2)
  }

  @Test func claimsAreKeptAsTheirJSON() throws {
    let temporary = try TemporaryBook()
    try temporary.write("claims") {
      _ = try $0.store(claim: "b", sourceKey: "report-2020", document: #"{"value":1}"#)
      _ = try $0.store(claim: "a", sourceKey: nil, document: #"{"value":2}"#)
      guard
        case .refused("document", _, _) = try $0.store(claim: "c", sourceKey: nil, document: "{")
      else {
        Issue.record("broken JSON was taken")
        return
      }
    }
    try temporary.write("claims") {
      _ = try $0.store(claim: "b", sourceKey: "report-2020", document: #"{"value":3}"#)
    }
    let claims = try temporary.book.read { try $0.claims() }
    #expect(claims.map(\.id) == ["a", "b"])
    #expect(claims.map(\.json) == [#"{"value":2}"#, #"{"value":3}"#])
  }

  @Test func aDistrictChangesOnlyInANewSetOrWithOtherDates() throws {
    let temporary = try TemporaryBook()
    let old = District(code: "D1", name: "Old", aliases: ["O"], polygon: square(20, 40))
    var new = District(code: "D1", name: "New", parent: "P", polygon: square(20, 40))
    try temporary.write("districts") {
      try #expect(
        $0.store(old, boundarySet: "A", measured: Measured()) == .stored(version: 1, .first))
      try #expect($0.store(old, boundarySet: "A") == .unchanged(version: 1))
      guard case .refused("code", _, let remedy) = try $0.store(new, boundarySet: "A") else {
        Issue.record("a second district of one code was taken")
        return
      }
      #expect(remedy.contains("new set"))
      try #expect($0.store(new, boundarySet: "B") == .stored(version: 2, .first))
      guard
        case .refused("polygon", _, _) = try $0.store(
          District(code: "E", name: "E", polygon: MultiPolygon()), boundarySet: "A")
      else {
        Issue.record("a district without polygon was taken")
        return
      }
      var first = old
      first.code = "D2"
      first.validTo = CalendarDate("2019-12-31")
      _ = try $0.store(first, boundarySet: "A")
      new.code = "D2"
      new.validFrom = CalendarDate("2020-01-01")
      try #expect($0.store(new, boundarySet: "A") == .stored(version: 4, .first))
    }
    let set = try temporary.book.read { try $0.districts(set: "A").map(\.content) }
    #expect(set.map(\.name) == ["Old", "Old", "New"])
    #expect(set[0] == old && set[2] == new)
    try #expect(temporary.book.info().boundarySets == ["A", "B"])
  }
}
