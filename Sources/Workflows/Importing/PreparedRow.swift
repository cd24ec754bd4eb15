import GeometryValues
import Interchange
import LandRelease
import Storage

/// One row of an import, read, brought to WGS 84 and measured, before anything is stored.
struct PreparedRow {
  enum Record {
    case district(District)
    case hazard(Hazard)
    case release(ReleaseRow)
    case task(LandTask)
    case device(Device)
    case victim(Victim)
    case accident(Accident)
    case minefieldRecord(MinefieldRecord)
    case zone(Zone)
    case environmentCheck(EnvironmentCheck)
    case statement(LandRelease.Statement)
    case indicators([Indicator])
    case indicatorCode(IndicatorCode)
    case team(Team)
    case teamDay(TeamDay)
    case contributions([Contribution])

    /// What findings and refusals call the record.
    var name: String {
      switch self {
      case .district(let district): "district \(district.code)"
      case .hazard(let hazard): "hazard \(hazard.key)"
      case .release(let row): "release \(row.release.key)"
      case .task(let task): "task \(task.key)"
      case .device(let device): "device \(device.key)"
      case .victim(let victim): "victim \(victim.key)"
      case .accident(let accident): "accident \(accident.key)"
      case .minefieldRecord(let record): "minefield record \(record.key)"
      case .zone(let zone): "zone \(zone.key)"
      case .environmentCheck(let check): "environment check \(check.key)"
      case .statement(let statement): "statement of \(statement.actor)"
      default: peopleName
      }
    }

    /// What one record of its kind is called in counts.
    var kindName: String {
      switch self {
      case .district: "district"
      case .hazard(let hazard): "\(hazard.hazardClass.rawValue) hazard"
      case .release(let row): "\(row.release.kind.rawValue) release"
      case .task: "task"
      case .device: "device"
      case .victim: "victim"
      case .accident: "accident"
      case .minefieldRecord: "minefield record"
      case .zone(let zone): "\(zone.kind.rawValue.replacing("_", with: " ")) zone"
      case .environmentCheck: "environment check"
      case .statement: "statement"
      default: peopleKindName
      }
    }

    /// The district that the record names, as it is spelled.
    var district: String? {
      switch self {
      case .hazard(let hazard): hazard.district
      case .release(let row): row.release.district
      case .device(let device): device.district
      case .victim(let victim): victim.district
      case .accident(let accident): accident.district
      case .environmentCheck(let check): check.district
      case .indicators(let figures):
        figures.first.flatMap { $0.district.isEmpty ? nil : $0.district }
      default: nil
      }
    }

    /// The word that tells made-up records from real ones.
    var identifier: String? {
      switch self {
      case .district(let district): district.code
      case .hazard(let hazard): hazard.key.id
      case .release(let row): row.release.key.id
      case .task(let task): task.key.id
      case .device(let device): device.key.id
      case .victim(let victim): victim.key.id
      case .accident(let accident): accident.key.id
      case .minefieldRecord(let record): record.key.id
      case .zone(let zone): zone.key.id
      case .environmentCheck(let check): check.key.id
      case .statement(let statement):
        (statement.source ?? "").contains("SYNTHETIC") ? "SYN-" : statement.actor
      default: peopleIdentifier
      }
    }

    /// The event a row reports; only hazards and releases have one.
    var identity: EventIdentity? {
      switch self {
      case .hazard(let hazard): EventIdentity(hazard)
      case .release(let row): EventIdentity(row.release, counts: row.counts)
      default: nil
      }
    }
  }

  /// The row as the file has it, without its geometry, which the record carries.
  var row: SurveyRow
  var record: Record
  var measured: Measured
  var findings: [Finding]
  /// The number by which the same rings are known again; nil without a polygon.
  var fingerprint: UInt64?

  /// Where the record lies on WGS 84; nil where it says nothing of it.
  var geometry: Geometry? {
    switch record {
    case .district(let district): .polygons(district.polygon)
    case .hazard(let hazard): hazard.polygon.map { .polygons($0) }
    case .release(let row): row.release.polygon.map { .polygons($0) }
    case .device(let device): device.position.map { .points([$0]) }
    case .victim(let victim): victim.position.map { .points([$0]) }
    case .accident(let accident): accident.position.map { .points([$0]) }
    case .minefieldRecord(let minefield): minefield.geometry
    case .zone(let zone): zone.drawn
    default: nil
    }
  }

  /// Whether the row has a place on the map.
  var hasPlace: Bool {
    switch record {
    case .device(let device): device.position != nil
    case .victim(let victim): victim.position != nil
    case .accident(let accident): accident.position != nil
    case .minefieldRecord(let minefield): minefield.geometry != nil
    case .zone: true
    default: measured.area != nil
    }
  }
}

extension ReleaseRow {
  /// What the row counts, by category.
  var counts: [DeviceCategory: Int] {
    Dictionary(devices.map { ($0.category, $0.quantity) }, uniquingKeysWith: +)
  }
}

/// Reads the rows of one table as records of one subject.
struct RowPreparation {
  var context: ReadingContext
  var georeference: Georeference
  /// Questions where the rows lie.
  var placing: RowPlacing
  var unknownDistricts = UnknownDistricts()
  /// The first rows, to be held against the book.
  var comparison: DatumComparison?
  private let rules: RowRules
  private var measuring: GroundMeasuring

  init(_ source: ImportSource, rules: RowRules, repairs: Bool) throws {
    context = source.context
    georeference = source.georeference
    placing = source.placing
    self.rules = rules
    if !placing.isSettled, placing.fixes != .never {
      comparison = DatumComparison(source.context.reference)
    }
    measuring = try GroundMeasuring(repairs: repairs)
  }

  /// - Throws: ``Refusal`` for a row that can't be used.
  mutating func prepare(_ row: SurveyRow) throws -> PreparedRow {
    var findings = row.geometryFindings
    var measured = Measured()
    var record = try read(row, &findings)
    switch record {
    case .district(var district):
      district.polygon = try georeference.bring(district.polygon)
      var polygon: MultiPolygon? = district.polygon
      measured = try measuring.measure(&polygon, record: record.name, findings: &findings)
      district.polygon = polygon ?? MultiPolygon()
      record = .district(district)
    case .hazard(var hazard):
      try bring(&hazard.polygon)
      measured = try measuring.measure(&hazard.polygon, record: record.name, findings: &findings)
      measuring.correctUnit(
        &hazard.reportedArea, measured: measured.area, record: record.name, findings: &findings)
      record = .hazard(hazard)
    case .release(var row):
      try bring(&row.release.polygon)
      measured = try measuring.measure(
        &row.release.polygon, record: record.name, findings: &findings)
      measuring.correctUnit(
        &row.release.reportedArea, measured: measured.area, record: record.name,
        findings: &findings)
      record = .release(row)
    case .device(var device):
      device.position = try device.position.map { try georeference.bring($0) }
      record = .device(device)
    case .victim(var victim):
      victim.position = try victim.position.map { try georeference.bring($0) }
      record = .victim(victim)
    case .accident(var accident):
      accident.position = try accident.position.map { try georeference.bring($0) }
      record = .accident(accident)
    case .minefieldRecord(var minefield):
      minefield.geometry = try minefield.geometry.map { try georeference.bring($0) }
      record = .minefieldRecord(minefield)
    case .zone(var zone):
      zone.drawn = try georeference.bring(zone.drawn)
      measured = try ZoneDrawing.measure(&zone, measuring: &measuring, findings: &findings)
      record = .zone(zone)
    default: break
    }
    var bare = row
    bare.geometry = nil
    bare.originalText = ""
    var prepared = PreparedRow(
      row: bare, record: record, measured: measured, findings: findings)
    rules.judge(&prepared, overlap: measuring.overlap)
    if !prepared.findings.isEmpty { place(&prepared) }
    return prepared
  }

  /// Says of each finding which row it is of and where that is on the map.
  private func place(_ prepared: inout PreparedRow) {
    let position = prepared.geometry?.somePoint
    for index in prepared.findings.indices {
      if prepared.findings[index].place.position == nil {
        prepared.findings[index].place.position = position
      }
      guard prepared.findings[index].place.file == nil else { continue }
      prepared.findings[index].place.file = context.file
      prepared.findings[index].place.layer = context.layer
      prepared.findings[index].place.row = prepared.row.number
    }
  }

  private func bring(_ polygon: inout MultiPolygon?) throws {
    if let given = polygon { polygon = try georeference.bring(given) }
  }

  private func read(
    _ row: SurveyRow, _ findings: inout [Finding]
  ) throws -> PreparedRow.Record {
    func take<Record>(_ reading: Reading<Record>) -> Record {
      findings += reading.findings
      return reading.record
    }
    switch context.columns.type {
    case .districts: return .district(take(try DistrictReading(context).read(row)))
    case .hazards: return .hazard(take(try HazardReading(context).read(row)))
    case .releases: return .release(take(try ReleaseReading(context).read(row)))
    case .records:
      switch take(try RecordReading(context).read(row)) {
      case .hazard(let hazard): return .hazard(hazard)
      case .release(let release): return .release(release)
      }
    case .tasks: return .task(take(try TaskReading(context).read(row)))
    case .devices: return .device(take(try DeviceReading(context).read(row)))
    case .victims: return .victim(take(try VictimReading(context).read(row)))
    case .accidents: return .accident(take(try AccidentReading(context).read(row)))
    case .minefieldRecords:
      return .minefieldRecord(take(try MinefieldRecordReading(context).read(row)))
    case .zones: return .zone(take(try ZoneReading(context).read(row)))
    case .environmentChecks:
      return .environmentCheck(take(try EnvironmentCheckReading(context).read(row)))
    case .statements: return .statement(take(try StatementReading(context).read(row)))
    case .indicators: return .indicators(take(try IndicatorReading(context).read(row)))
    case .indicatorCodes:
      return .indicatorCode(take(try IndicatorCodeReading(context).read(row)))
    case .teams: return .team(take(try TeamReading(context).read(row)))
    case .teamDays: return .teamDay(take(try TeamDayReading(context).read(row)))
    case .contributions: return .contributions(take(try ContributionReading(context).read(row)))
    }
  }
}
