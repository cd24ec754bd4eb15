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
    case minefieldRecord(MinefieldRecord)
    case statement(LandRelease.Statement)

    /// What findings and refusals call the record.
    var name: String {
      switch self {
      case .district(let district): "district \(district.code)"
      case .hazard(let hazard): "hazard \(hazard.key)"
      case .release(let row): "release \(row.release.key)"
      case .task(let task): "task \(task.key)"
      case .device(let device): "device \(device.key)"
      case .victim(let victim): "victim \(victim.key)"
      case .minefieldRecord(let record): "minefield record \(record.key)"
      case .statement(let statement): "statement of \(statement.actor)"
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
      case .minefieldRecord(let record): record.key.id
      case .statement(let statement):
        (statement.source ?? "").contains("SYNTHETIC") ? "SYN-" : statement.actor
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

  /// Whether the row has a place on the map.
  var hasPlace: Bool {
    switch record {
    case .device(let device): device.position != nil
    case .victim(let victim): victim.position != nil
    case .minefieldRecord(let minefield): minefield.geometry != nil
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
  private let context: ReadingContext
  private let georeference: Georeference
  private var measuring: GroundMeasuring

  init(_ context: ReadingContext, _ georeference: Georeference, repairs: Bool) throws {
    self.context = context
    self.georeference = georeference
    measuring = try GroundMeasuring(repairs: repairs)
  }

  /// - Throws: ``Refusal`` for a row that can't be used.
  mutating func prepare(_ row: SurveyRow) throws -> PreparedRow {
    var findings: [Finding] = []
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
    case .minefieldRecord(var minefield):
      minefield.geometry = try minefield.geometry.map { try georeference.bring($0) }
      record = .minefieldRecord(minefield)
    case .task, .statement: break
    }
    for index in findings.indices where findings[index].place.row == nil {
      findings[index].place.file = context.file
      findings[index].place.layer = context.layer
      findings[index].place.row = row.number
    }
    var bare = row
    bare.geometry = nil
    bare.originalText = ""
    return PreparedRow(row: bare, record: record, measured: measured, findings: findings)
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
    case .minefieldRecords:
      return .minefieldRecord(take(try MinefieldRecordReading(context).read(row)))
    case .statements: return .statement(take(try StatementReading(context).read(row)))
    }
  }
}
