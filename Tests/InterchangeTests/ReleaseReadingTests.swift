import LandRelease
import Testing

@testable import Interchange

@Suite("Reading releases")
struct ReleaseReadingTests {
  private func read(_ text: String) throws -> Reading<ReleaseRow> {
    let table = try TestRows(.releases, text)
    return try ReleaseReading(table.context).read(table.rows[0])
  }

  @Test("reads every field")
  func everything() throws {
    let reading = try read(
      """
      id,organisation,kind,activity,stage,review,recorded_at,district,depth_cm,land_use,handed_over_on,start,end,hazard_id,task_id,contamination,method,operator,donor,approved_on,area_m2,ap_mines,uxo,ied
      R1,ORG,Cleared,BAC sub-surface,completion,approved,2022-01-01T10:00:00Z,D1,20 cm,agriculture,2022-02-01,2021-01-01,2021-12-01,"H1; H2|H3, H1",T1,AP,manual,Heron,Fund,2021-12-15,566,3,0,
      """)
    let release = reading.record.release
    #expect(release.key == RecordKey(organisation: "ORG", id: "R1"))
    #expect(release.kind == .cleared)
    #expect(release.activity == .battleAreaClearance)
    #expect(release.stage == .completion)
    #expect(release.review == .accepted)
    #expect(release.date == CalendarDate("2021-12-01"))
    #expect(release.approvedOn == CalendarDate("2021-12-15"))
    #expect(release.handedOverOn == CalendarDate("2022-02-01"))
    #expect(release.hazards == ["H1", "H2", "H3"])
    #expect(release.task == "T1")
    #expect(release.contamination == .ap)
    #expect(release.depthCentimetres == 20)
    #expect(release.operatorName == "Heron")
    #expect(release.reportedArea?.asTyped.squareMetres == 566)
    #expect(reading.findings.isEmpty)
    #expect(reading.record.devices.map(\.category) == [.apMine, .uxo])
    #expect(reading.record.devices.map(\.quantity) == [3, 0])
    #expect(reading.record.devices[0].release == "R1")
    #expect(reading.record.devices[0].key == RecordKey(organisation: "ORG", id: "R1:ap_mine"))
  }

  @Test(
    "what an empty review means depends on the columns of the file",
    arguments: [
      ("id,kind,date", "R,cleared,2021-01-01", Review.accepted),
      ("id,kind,date,review", "R,cleared,2021-01-01,", .submitted),
      ("id,kind,date,review", "R,cleared,2021-01-01,Approved", .accepted),
      ("id,kind,date,review", "R,cleared,2021-01-01,draft", .draft),
      ("id,kind,date,approved_on", "R,cleared,2021-01-01,", .submitted),
      ("id,kind,date,approved_on", "R,cleared,2021-01-01,2021-02-01", .accepted),
      ("id,kind,date,review,approved_on", "R,cleared,2021-01-01,,2021-02-01", .submitted),
      ("id,kind,date,review,approved_on", "R,cleared,2021-01-01,rejected,2021-02-01", .rejected),
      ("id,kind,date,review,revoked_on", "R,cleared,2021-01-01,revoked,2021-02-01", .revoked),
    ])
  func review(header: String, row: String, review: Review) throws {
    #expect(try read("\(header)\n\(row)\n").record.release.review == review)
  }

  @Test("says where acceptance is assumed")
  func assumed() throws {
    #expect(try TestRows(.releases, "id,kind\nR,cleared\n").context.reviewAssumed)
    #expect(try !TestRows(.releases, "id,kind,review\nR,cleared,\n").context.reviewAssumed)
    #expect(try !TestRows(.releases, "id,kind,approved_on\nR,cleared,\n").context.reviewAssumed)
    #expect(try !TestRows(.hazards, "id,class\nH,SHA\n").context.reviewAssumed)
  }

  @Test(
    "rows that say nothing certain are refused, naming the field",
    arguments: [
      ("id,kind\nR,\n", "kind"), ("id,kind\nR,released\n", "kind"),
      ("id,kind,activity\nR,cleared,dancing\n", "activity"),
      ("id,kind,review\nR,cleared,maybe\n", "review"), ("id,kind,stage\nR,cleared,half\n", "stage"),
      ("id,kind,review\nR,cleared,revoked\n", "revoked_on"),
      ("id,kind,review,revoked_on\nR,cleared,accepted,2021-01-01\n", "revoked_on"),
      ("id,kind,contamination\nR,cleared,gas\n", "contamination"),
      ("id,kind,ap_mines\nR,cleared,1.5\n", "ap_mines"),
      ("id,kind,ap_mines\nR,cleared,-1\n", "ap_mines"),
      ("id,kind,date\nR,cleared,01/02/2021\n", "date"),
      ("id,kind,depth_cm\nR,cleared,8 in\n", "depth_cm"), ("id,kind\n,cleared\n", "id"),
    ])
  func refused(text: String, field: String) throws {
    #expect(try #require(throws: Refusal.self) { try read(text) }.field == field)
  }

  @Test("a completion date is the date, else the end; a start completes nothing")
  func dates() throws {
    #expect(
      try read("id,kind,date,end\nR,cleared,2021-01-01,2021-02-01\n").record.release.date
        == CalendarDate("2021-01-01"))
    #expect(
      try read("id,kind,date,end\nR,cleared,,2021-02\n").record.release.date
        == CalendarDate("2021-02-28"))
    let started = try read("id,kind,start\nR,cleared,2021-02-01\n")
    #expect(started.record.release.date == nil)
    #expect(started.findings.map(\.rule) == ["RD08"])
    #expect(try read("id,kind\nR,cleared\n").findings.isEmpty)
  }

  @Test("no contamination named stays none, so that the activity decides")
  func contamination() throws {
    #expect(try read("id,kind,contamination\nR,cleared,\n").record.release.contamination == nil)
    #expect(try read("id,kind,contamination\nR,cleared,unknown\n").record.release.coverage == .all)
    #expect(
      try read("id,kind,contamination\nR,cleared,Mixed\n").record.release.contamination == [
        .ap, .av,
      ])
  }
}

@Suite("Reading other records")
struct OtherReadingTests {
  @Test("records are told apart by a class or a kind")
  func records() throws {
    let table = try TestRows(
      .records,
      "id,class,kind,date\nA,SHA,,2021-01-01\nB,,cleared,2021-01-01\nC,SHA,cleared,2021\nD,,,2021\n"
    )
    let reader = RecordReading(table.context)
    guard case .hazard(let hazard) = try reader.read(table.rows[0]).record,
      case .release(let release) = try reader.read(table.rows[1]).record
    else {
      Issue.record("not told apart")
      return
    }
    #expect(hazard.key.id == "A")
    #expect(release.release.key.id == "B")
    #expect(throws: Refusal.self) { try reader.read(table.rows[2]) }
    #expect(throws: Refusal.self) { try reader.read(table.rows[3]) }
  }

  @Test("records are told apart by the words of one column called type")
  func recordTypes() throws {
    let table = try TestRows(
      .records, "id,type,date\nA,CHA,2021-01-01\nB,reduced,2021-01-01\nC,other,2021-01-01\n")
    let reader = RecordReading(table.context)
    if case .release = try reader.read(table.rows[0]).record { Issue.record("CHA is a hazard") }
    if case .hazard = try reader.read(table.rows[1]).record { Issue.record("reduced is a release") }
    #expect(throws: Refusal.self) { try reader.read(table.rows[2]) }
  }

  @Test("districts need a code and a polygon")
  func districts() throws {
    let polygon = "\"POLYGON ((46 39, 47 39, 47 40))\""
    let table = try TestRows(
      .districts,
      "code,name,aliases,parent,wkt\nD1,Terter,Tartar; Tərtər,P1,\(polygon)\nD2,,,,\(polygon)\nD3,x,,,\nno_district,x,,,\(polygon)\n"
    )
    let reader = DistrictReading(table.context)
    let district = try reader.read(table.rows[0]).record
    #expect(district.aliases == ["Tartar", "Tərtər"])
    #expect(district.parent == "P1")
    #expect(try reader.read(table.rows[1]).record.name == "D2")
    #expect(try reader.read(table.rows[1]).findings.map(\.rule) == ["RD10"])
    #expect(throws: Refusal.self) { try reader.read(table.rows[2]) }
    #expect(throws: Refusal.self) { try reader.read(table.rows[3]) }
  }

  @Test("devices have a place, a category and a quantity that is written")
  func devices() throws {
    let table = try TestRows(
      .devices,
      "id,category,qty,lat,lon,fate\nA,AT mine,0,\"39,5\",46.25,destroyed in situ\nB,uxo,,39,46,\nC,toaster,1,39,46,\nD,uxo,1,39,,\nE,uxo,1,146,39,\n"
    )
    let reader = DeviceReading(table.context)
    let device = try reader.read(table.rows[0]).record
    #expect(device.category == .avMine)
    #expect(device.quantity == 0)
    #expect(device.fate == .destroyed)
    #expect(device.position?.x == 46.25)
    #expect(device.position?.y == 39.5)
    for row in table.rows.dropFirst() { #expect(throws: Refusal.self) { try reader.read(row) } }
    #expect(
      try #require(throws: Refusal.self) { try reader.read(table.rows[4]) }.remedy.contains(
        "swapped"))
  }

  @Test("a file without quantities counts one a row and says so")
  func assumedQuantity() throws {
    let table = try TestRows(.devices, "id,category\nA,uxo\n")
    #expect(table.context.quantityAssumed)
    #expect(try DeviceReading(table.context).read(table.rows[0]).record.quantity == 1)
  }

  @Test("victims keep what counts and nothing that names them")
  func victims() throws {
    let table = try TestRows(
      .victims,
      "id,name,date,sex,age_group,outcome,civilian,x,y\nV1,Somebody,2021-05-03,F,adult,Killed,military,1,2\nV2,Somebody,2021,m,7,,yes,,\n"
    )
    #expect(table.context.columns.refusedNames == ["name"])
    let reader = VictimReading(table.context)
    let victim = try reader.read(table.rows[0]).record
    #expect(victim.sex == "female")
    #expect(victim.outcome == .killed)
    #expect(victim.isCivilian == false)
    #expect(victim.position?.y == 2)
    #expect(try reader.read(table.rows[1]).findings.map(\.rule) == ["RD11", "RD02"])
  }

  @Test("minefield records keep points as well as polygons")
  func minefieldRecords() throws {
    let table = try TestRows(
      .minefieldRecords,
      "id,verdict,recorded_quantity,wkt\nM1,not useful,120,\"MULTIPOINT (46 39, 47 40)\"\nM2,,,\n")
    let reader = MinefieldRecordReading(table.context)
    let record = try reader.read(table.rows[0]).record
    #expect(record.verdict == .notUseful)
    #expect(record.recordedQuantity == 120)
    #expect(record.geometry?.kind == "multipoint")
    #expect(try reader.read(table.rows[1]).record.verdict == .unchecked)
  }

  @Test("tasks end after they start")
  func tasks() throws {
    let table = try TestRows(
      .tasks, "id,hazard_id,start,end\nT1,\"H1,H2\",2021-01-01,2021-03\nT2,,2021-05-01,2021-03-01\n"
    )
    let reader = TaskReading(table.context)
    #expect(try reader.read(table.rows[0]).record.hazards == ["H1", "H2"])
    #expect(try reader.read(table.rows[0]).record.end == CalendarDate("2021-03-31"))
    #expect(throws: Refusal.self) { try reader.read(table.rows[1]) }
  }

  @Test("statements name an actor, a period and a total")
  func statements() throws {
    let table = try TestRows(
      .statements,
      "actor,year,from,to,districts,area_ha,items\nArmy,2023,,,\"D1;D2\",\"6938.7\",\nArmy,,2023-02,2023-03,,,12\nArmy,2023,,,,,\n,2023,,,,1,\n"
    )
    let reader = StatementReading(table.context)
    let year = try reader.read(table.rows[0]).record
    #expect(year.from == CalendarDate("2023-01-01"))
    #expect(year.to == CalendarDate("2023-12-31"))
    #expect(year.area?.squareMetres == 69_387_000)
    #expect(year.districts == ["D1", "D2"])
    let months = try reader.read(table.rows[1]).record
    #expect(months.from == CalendarDate("2023-02-01"))
    #expect(months.to == CalendarDate("2023-03-31"))
    #expect(throws: Refusal.self) { try reader.read(table.rows[2]) }
    #expect(throws: Refusal.self) { try reader.read(table.rows[3]) }
  }
}
