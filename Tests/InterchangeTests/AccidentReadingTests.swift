import LandRelease
import Testing

@testable import Interchange

@Suite("Reading accidents")
struct AccidentReadingTests {
  private func read(_ text: String) throws -> Reading<Accident> {
    let table = try TestRows(.accidents, text)
    return try AccidentReading(table.context).read(table.rows[0])
  }

  @Test("reads every field")
  func everything() throws {
    let reading = try read(
      """
      id,organisation,date,district,device_category,activity,demining,killed,injured,accuracy_m,sensitivity,latitude,longitude
      A1,ORG,2023-05-03,D1,Anti-tank mine,farming,no,0,2,12.5,high,40.5,45.25
      """)
    let accident = reading.record
    #expect(accident.key == RecordKey(organisation: "ORG", id: "A1"))
    #expect(accident.date == CalendarDate("2023-05-03"))
    #expect(accident.deviceCategory == "av_mine")
    #expect(accident.isDemining == false)
    #expect(accident.killed == 0 && accident.injured == 2)
    #expect(accident.accuracyMetres == 12.5)
    #expect(accident.position?.x == 45.25 && accident.position?.y == 40.5)
    #expect(accident.sensitivity == .high)
    #expect(reading.findings.isEmpty)
  }

  @Test("reads the columns that others keep")
  func otherShapes() throws {
    let reading = try read(
      """
      Incident No;Дата происшествия;Погибло;Ранено;Cause;During clearance;GPS accuracy;Lat;Long
      7;2023-05;1;0;unknown thing;yes;25,5 m;40,5;45,25
      """)
    let accident = reading.record
    #expect(accident.key.id == "7")
    #expect(accident.date == CalendarDate("2023-05-31"))
    #expect(accident.killed == 1 && accident.injured == 0)
    // A word that is no category stays as it is.
    #expect(accident.deviceCategory == "unknown thing")
    #expect(accident.isDemining == true)
    #expect(accident.accuracyMetres == 25.5)
    #expect(reading.findings.map(\.rule) == ["RD02"])
  }

  @Test("a blank is no zero")
  func blanks() throws {
    let accident = try read("id,killed,injured,accuracy_m,demining\nA,,,,\n").record
    #expect(accident.killed == nil && accident.injured == nil)
    #expect(accident.accuracyMetres == nil && accident.isDemining == nil)
  }

  @Test(
    "rows that say nothing certain are refused, naming the field",
    arguments: [
      ("id,killed\nA,-1\n", "killed"), ("id,injured\nA,1.5\n", "injured"),
      ("id,injured\nA,many\n", "injured"), ("id,accuracy_m\nA,-3\n", "accuracy_m"),
      ("id,accuracy_m\nA,12 yd\n", "accuracy_m"), ("id,demining\nA,perhaps\n", "demining"),
      ("id,date\nA,01/02/2021\n", "date"), ("id,killed\n,1\n", "id"),
      ("id,latitude,longitude\nA,40,\n", "longitude"),
    ])
  func refusals(text: String, field: String) throws {
    let refusal = #expect(throws: Refusal.self) { try read(text) }
    #expect(refusal?.field == field)
  }

  @Test("nobody is named")
  func names() throws {
    let table = try TestRows(.accidents, "id,name,phone\nA,Somebody,1\n")
    #expect(table.context.columns.refusedNames == ["name", "phone"])
  }

  @Test("an accident's id is no victim's")
  func links() throws {
    let table = try TestRows(
      .victims, "victim_id,Accident ID,outcome\nV1,A1,killed\nV2,,injured\n")
    let reader = VictimReading(table.context)
    let victims = try table.rows.map { try reader.read($0).record }
    #expect(victims.map(\.key.id) == ["V1", "V2"])
    #expect(victims.map(\.accident) == ["A1", nil])
  }

  @Test("minefield records keep what was found and how far off")
  func minefieldRecords() throws {
    let table = try TestRows(
      .minefieldRecords,
      "id;verdict;mine type;quantity;mines found;offset\nM1;partly;AP;1 200;0;1,5 km\nM2;;PMN-2;;;\n"
    )
    let reader = MinefieldRecordReading(table.context)
    let record = try reader.read(table.rows[0]).record
    #expect(record.recordedType == "ap_mine")
    #expect(record.recordedQuantity == 1200)
    #expect(record.foundQuantity == 0)
    #expect(record.displacementMetres == 1500)
    let other = try reader.read(table.rows[1]).record
    #expect(other.recordedType == "PMN-2")
    #expect(other.foundQuantity == nil && other.displacementMetres == nil)
  }
}
