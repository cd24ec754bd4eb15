import GeometryValues
import Interchange
import LandRelease

/// A record as the cells of a row, from which an import reads the same record again.
struct RecordCells {
  let type: RecordType
  /// The cells in the order of the fields of their type; a field without one is empty.
  private(set) var cells: [SurveyField: String] = [:]

  /// A record of which nothing is known yet.
  init(type: RecordType, key: RecordKey) {
    self.type = type
    set(.id, key.id)
    set(.organisation, key.organisation)
  }

  init(_ hazard: Hazard) {
    type = .hazards
    set(.id, hazard.key.id)
    set(.organisation, hazard.key.organisation)
    set(.hazardClass, hazard.hazardClass.rawValue)
    set(.status, hazard.status?.rawValue)
    set(.reason, hazard.reason)
    set(.approver, hazard.approver)
    set(.contamination, hazard.contamination.text)
    set(.date, hazard.date?.description)
    set(.district, hazard.district)
    set(.evidenceDate, hazard.evidenceDate?.description)
    set(.reopens, hazard.reopens)
    set(.origin, hazard.origin)
    set(.source, hazard.source)
    set(.sensitivity, hazard.sensitivity?.rawValue)
    set(.confirmedChange, hazard.isConfirmedChange ? "yes" : nil)
    set(.areaM2, hazard.reportedArea?.asTyped.squareMetresText)
    set(hazard.polygon)
  }

  /// - Parameter counts: what the release says was found.
  init(_ release: Release, counts: [DeviceCategory: Int]) {
    type = .releases
    set(.id, release.key.id)
    set(.organisation, release.key.organisation)
    set(.kind, release.kind.rawValue)
    set(.activity, release.activity?.rawValue)
    set(.stage, release.stage?.rawValue)
    set(.review, release.review.rawValue)
    set(.revokedOn, release.revokedOn?.description)
    set(.contamination, release.contamination?.text)
    set(.date, release.date?.description)
    set(.approvedOn, release.approvedOn?.description)
    set(.district, release.district)
    set(.hazardID, release.hazards.isEmpty ? nil : release.hazards.joined(separator: ","))
    set(.taskID, release.task)
    set(.method, release.releaseMethod)
    set(.operatorName, release.operatorName)
    set(.donor, release.donor)
    set(.depth, release.depthCentimetres.map { "\($0)" })
    set(.landUse, release.landUse)
    set(.handedOverOn, release.handedOverOn?.description)
    set(.sensitivity, release.sensitivity?.rawValue)
    set(.areaM2, release.reportedArea?.asTyped.squareMetresText)
    for (field, category) in Self.counts { set(field, counts[category].map { "\($0)" }) }
    set(release.polygon)
  }

  private static let counts: [(SurveyField, DeviceCategory)] = [
    (.apMines, .apMine), (.avMines, .avMine), (.submunitions, .submunition), (.uxo, .uxo),
    (.axo, .axo), (.ied, .ied),
  ]

  /// The fields that can be amended: all but those that name the record, and other names of a date.
  static func amendable(_ type: RecordType) -> [SurveyField] {
    type.fields.filter { ![.id, .organisation, .start, .end].contains($0) }
  }

  subscript(field: SurveyField) -> String? { cells[field] }

  /// Sets a cell as a person typed it; one of the columns of areas takes the place of the others.
  mutating func amend(_ field: SurveyField, to text: String) {
    let areas: [SurveyField] = [.areaM2, .areaHa, .areaKm2, .area]
    if areas.contains(field) {
      for other in areas { cells[other] = nil }
    }
    set(field, text)
  }

  /// The cells of records of one type as a table, in degrees on WGS 84.
  static func table(of records: [RecordCells], named name: String) -> SurveyTable {
    // A release without a column of reviews would be taken as accepted.
    let fields = (records.first?.type.fields ?? []).filter { field in
      field == .review || records.contains { $0.cells[field] != nil }
    }
    let rows = records.enumerated().map { place, record in
      SurveyRow(number: place + 1, cells: fields.map { record.cells[$0] })
    }
    return SurveyTable(
      header: SurveyTable.Header(file: name, columns: fields.map(\.rawValue), reference: .wgs84)
    ) { visit in
      for row in rows { try visit(row) }
    }
  }

  private mutating func set(_ polygon: MultiPolygon?) {
    set(.geometry, polygon.map { WKT.write(.polygons($0)) })
  }

  private mutating func set(_ field: SurveyField, _ text: String?) {
    cells[field] = text.flatMap { $0.isEmpty ? nil : $0 }
  }
}
