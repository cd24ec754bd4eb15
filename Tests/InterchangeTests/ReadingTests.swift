import GeometryValues
import LandRelease
import Testing

@testable import Interchange

/// Rows of a table given as CSV text, ready for a reader.
struct TestRows {
  let context: ReadingContext
  let rows: [SurveyRow]

  init(
    _ type: RecordType, _ text: String, unit: AreaUnit? = nil,
    reference: CoordinateReference = .wgs84
  ) throws {
    let table = try SurveyTable.of(text, in: TemporaryFolder())
    context = ReadingContext(
      header: table.header, columns: try ColumnMap(type: type, header: table.header),
      reference: reference, defaultUnit: unit)
    // The folder is gone when the rows are asked for, so they are read at once.
    rows = try Self.rows(text)
  }

  private static func rows(_ text: String) throws -> [SurveyRow] {
    let folder = try TemporaryFolder()
    return try SurveyTable.of(text, in: folder).rows()
  }
}

@Suite("Reading hazards")
struct HazardReadingTests {
  private func read(_ text: String, unit: AreaUnit? = nil) throws -> Reading<Hazard> {
    let table = try TestRows(.hazards, text, unit: unit)
    return try HazardReading(table.context).read(table.rows[0])
  }

  private func refusal(_ text: String, unit: AreaUnit? = nil) throws -> Refusal {
    try #require(throws: Refusal.self) { try read(text, unit: unit) }
  }

  @Test("reads every field")
  func everything() throws {
    let reading = try read(
      """
      id;organisation;class;date;district;evidence_date;reopens;origin;contamination;reported_area_ha;status;reason;approver;confirmed_change;source;recorded_at;wkt
       H1 ;ORG;CHA;2021-05-03;D7;2021-04-01;H0;legacy;ap,av;1,5;worked on;why;who;yes;LIS;2021-06-01;POLYGON ((46 39, 47 39, 47 40, 46 39))
      """)
    let hazard = reading.record
    #expect(hazard.key == RecordKey(organisation: "ORG", id: "H1"))
    #expect(hazard.hazardClass == .confirmed)
    #expect(hazard.date == CalendarDate("2021-05-03"))
    #expect(hazard.district == "D7")
    #expect(hazard.evidenceDate == CalendarDate("2021-04-01"))
    #expect(hazard.reopens == "H0")
    #expect(hazard.origin == "legacy")
    #expect(hazard.contamination == [.ap, .av])
    #expect(hazard.reportedArea?.asTyped.squareMetres == 15_000)
    #expect(hazard.reportedArea?.unitCorrected == hazard.reportedArea?.asTyped)
    #expect(hazard.status == .workedOn)
    #expect(hazard.isConfirmedChange)
    #expect(hazard.source == "LIS")
    #expect(hazard.recordedAt == "2021-06-01T00:00:00.000Z")
    #expect(hazard.polygon?.vertexCount == 4)
    #expect(reading.findings.isEmpty)
  }

  @Test("a missing class is suspected, with a finding that names row and record")
  func missingClass() throws {
    let reading = try read("id,class,date\nH1,,2021-05-03\n")
    #expect(reading.record.hazardClass == .suspected)
    let finding = try #require(reading.findings.first)
    #expect(finding.rule == "RD01")
    #expect(finding.place.row == 1)
    #expect(finding.place.record == "hazard H1")
    #expect(reading.record.contamination == .unknown)
  }

  @Test("a class that is not known is refused; a type that is not a class is none")
  func unknownClass() throws {
    #expect(try refusal("id,class,date\nH1,Indication,2021\n").remedy.contains("SHA"))
    let reading = try read("id,type,date\nH1,Minefield,2021-01-01\n")
    #expect(reading.record.hazardClass == .suspected)
    #expect(reading.findings.map(\.rule) == ["RD01"])
    #expect(try read("id,type,date\nH1,cha,2021-01-01\n").record.hazardClass == .confirmed)
  }

  @Test("a year alone is its last day; date comes before start; none is a finding")
  func dates() throws {
    let coarse = try read("id,class,date\nH1,SHA,2021\n")
    #expect(coarse.record.date == CalendarDate("2021-12-31"))
    #expect(coarse.findings.map(\.rule) == ["RD02"])
    #expect(
      try read("id,class,date,start\nH1,SHA,,2020-01-02\n").record.date
        == CalendarDate("2020-01-02"))
    #expect(
      try read("id,class,date,start\nH1,SHA,2021-01-01,2020-01-02\n").record.date
        == CalendarDate("2021-01-01"))
    let undated = try read("id,class,date\nH1,SHA,\n")
    #expect(undated.record.date == nil)
    #expect(undated.findings.isEmpty)
    #expect(try refusal("id,class,date\nH1,SHA,44319\n").field == "date")
  }

  @Test("a status that is not known moves nothing, with a finding")
  func status() throws {
    let reading = try read("id,class,date,status\nH1,SHA,2021-01-01,completed\n")
    #expect(reading.record.status == nil)
    #expect(reading.findings.map(\.rule) == ["RD07"])
    #expect(try read("id,class,date,status\nH1,SHA,2021-01-01,CLOSED\n").record.status == .closed)
    #expect(
      try read("id,class,date,status\nH1,SHA,2021-01-01,withdrawn\n").findings.map(\.rule) == [
        "RD12"
      ])
  }

  @Test("a contamination word that is not known is unknown, with a finding")
  func contamination() throws {
    let reading = try read("id,class,date,contamination\nH1,SHA,2021-01-01,\"ap,gas\"\n")
    #expect(reading.record.contamination == [.ap, .unknown])
    #expect(reading.findings.map(\.rule) == ["RD05"])
  }

  @Test("areas take their unit from the column, the cell, the unit column or the default")
  func areas() throws {
    func area(_ header: String, _ cell: String, unit: AreaUnit? = nil) throws -> Double? {
      try read("id,class,date,\(header)\nH,SHA,2021-01-01,\(cell)\n", unit: unit).record
        .reportedArea?.asTyped
        .squareMetres
    }
    #expect(try area("reported_area_km2", "0.5") == 500_000)
    #expect(try area("reported_area", "566 m2", unit: .hectares) == 566)
    #expect(try area("reported_area", "2", unit: .hectares) == 20_000)
    #expect(try area("reported_area,area_unit", "2,ha") == 20_000)
    #expect(try area("reported_area,area_unit", ",ha") == nil)
    #expect(throws: Refusal.self) { try area("reported_area", "2") }
    #expect(throws: Refusal.self) { try area("reported_area_m2", "-2") }
    #expect(throws: Refusal.self) { try area("reported_area_m2", "\"1,234\"") }
    #expect(throws: Refusal.self) { try area("reported_area_m2", "nan") }
    #expect(throws: Refusal.self) { try area("reported_area,area_unit", "2,dunum") }
  }

  @Test("a geometry that is no polygon is left out, with a finding")
  func geometry() throws {
    let reading = try read("id,class,date,wkt\nH1,SHA,2021-01-01,POINT (46 39)\n")
    #expect(reading.record.polygon == nil)
    #expect(reading.findings.map(\.rule) == ["RD04"])
    #expect(try read("id,class,date,wkt\nH1,SHA,2021-01-01,POLYGON EMPTY\n").record.polygon == nil)
    #expect(try refusal("id,class,date,wkt\nH1,SHA,2021-01-01,POLYGON ((1 2)\n").field == "wkt")
  }

  @Test("hexadecimal well-known binary is read from a text column")
  func hexadecimal() throws {
    let polygon = MultiPolygon(rings: [
      [Position(x: 1, y: 2), Position(x: 3, y: 2), Position(x: 3, y: 4)]
    ])
    let hex = WKB.write(.polygons(polygon)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    #expect(try read("id,class,date,geom\nH1,SHA,2021-01-01,\(hex)\n").record.polygon == polygon)
  }

  @Test("degrees that no place has are refused, with a hint where they look swapped")
  func range() throws {
    func fault(_ ring: String) throws -> Refusal {
      try refusal("id,class,date,wkt\nH1,SHA,2021-01-01,\"POLYGON ((\(ring)))\"\n")
    }
    #expect(try fault("39 146, 40 146, 40 147").remedy.contains("swapped"))
    #expect(try fault("500000 4400000, 500100 4400000, 500100 4400100").remedy.contains("--crs"))
    #expect(
      try fault("46 91, 47 91, 47 92").reason == "latitude 92.0 is outside the Earth's degrees")
  }

  @Test("a reference in the cell must be the table's")
  func reference() throws {
    #expect(
      try refusal("id,class,date,wkt\nH1,SHA,2021-01-01,\"SRID=32638;POLYGON ((1 2, 3 2, 3 4))\"\n")
        .reason
        .contains("EPSG:32638"))
    #expect(
      try read("id,class,date,wkt\nH1,SHA,2021-01-01,\"SRID=4326;POLYGON ((1 2, 3 2, 3 4))\"\n")
        .record.polygon
        != nil)
  }

  @Test("a row without an id, and one that can't be read, are refused")
  func refusedRows() throws {
    #expect(try refusal("id,class\n  ,SHA\n").reason == "there is no id")
    #expect(try refusal("class,date\nSHA,2021\n").remedy.contains("--map id=COLUMN"))
    #expect(try refusal("id,class\nH1\n").reason == "the row has 1 cells, the header 2")
  }
}
