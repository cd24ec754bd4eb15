import Interchange
import LandRelease
import Storage

/// One pass over the rows of a file: each is prepared, then stored or refused.
struct ImportPass {
  private typealias RefusedLine = (row: SurveyRow, refusal: Refusal)

  private(set) var rowsIn = 0
  /// Whether any row has a place on the map.
  private(set) var hasGeometry = false
  /// What somebody should look at in the rows that were stored.
  private(set) var findings: [Finding] = []
  private var preparation: RowPreparation
  private let request: ImportRequest
  private let leaving: RowsToLeave?
  private let isSynthetic: Bool
  private var districts: [District] = []
  // Refused rows by why, each in the order of the file.
  private var unread: [RefusedLine] = []
  private var contradicting: [RefusedLine] = []
  private var strange: [RefusedLine] = []
  private var late: [RefusedLine] = []

  /// - Parameter leaving: the rows to leave out; nil where it is hoped that there are none.
  init(
    _ preparation: RowPreparation, _ request: ImportRequest, leaving: RowsToLeave?,
    _ writer: BatchWriter
  ) throws {
    self.preparation = preparation
    self.request = request
    self.leaving = leaving
    isSynthetic = try writer.isSynthetic()
  }

  /// The refused rows in the order of the file.
  var refused: [(row: SurveyRow, refusal: Refusal)] {
    (unread + contradicting + strange + late).sorted { $0.row.number < $1.row.number }
  }

  mutating func take(_ row: SurveyRow, _ writer: BatchWriter) throws {
    rowsIn += 1
    let prepared: PreparedRow
    do {
      prepared = try preparation.prepare(row)
    } catch let refusal as Refusal {
      var bare = row
      bare.geometry = nil
      unread.append((bare, refusal))
      return
    }
    if !hasGeometry { hasGeometry = prepared.hasPlace }
    if try !leave(prepared) { try store(prepared, writer) }
  }

  /// Keeps what was refused, once all rows were taken.
  ///
  /// - Throws: ``RowsToLeave/Needed`` where rows may contradict each other.
  mutating func finish(_ writer: BatchWriter, _ source: ImportSource) throws {
    if leaving == nil, writer.mayContradict { throw RowsToLeave.Needed() }
    try writer.setOperation(source.georeference.operation)
    let fit = try DistrictFit.findings(districts, file: request.file)
    if writer.summary.stored > 0 {
      for finding in fit { try writer.add(finding) }
      findings += fit
    }
    for (row, refusal) in unread + contradicting + strange + late {
      try writer.refuse(
        RefusedRow(
          row: row.number, field: refusal.field, reason: refusal.reason, remedy: refusal.remedy,
          original: Self.text(of: row, source.context.columns)))
    }
  }

  /// - Returns: whether the row must not be stored.
  private mutating func leave(_ prepared: PreparedRow) throws -> Bool {
    guard let leaving else {
      if RowsToLeave.isStranger(prepared.record, isSynthetic: isSynthetic) {
        throw RowsToLeave.Needed()
      }
      return false
    }
    let (row, name) = (prepared.row, prepared.record.name)
    if leaving.contradictions.contains(row.number) {
      contradicting.append((row, leaving.contradiction(name)))
      return true
    }
    guard leaving.strangers.contains(row.number) else { return false }
    strange.append((row, leaving.strangeness(name)))
    return true
  }

  private mutating func store(_ prepared: PreparedRow, _ writer: BatchWriter) throws {
    if case .district(let district) = prepared.record { districts.append(district) }
    switch try Self.store(prepared, boundarySet: request.boundarySet, writer) {
    case .stored:
      for finding in prepared.findings { try writer.add(finding) }
      findings += prepared.findings
    case .unchanged: break
    case .refused(let field, let reason, let remedy):
      late.append((prepared.row, Refusal(field: field, reason: reason, remedy: remedy)))
    }
  }

  private static func store(
    _ row: PreparedRow, boundarySet: String, _ writer: BatchWriter
  ) throws -> StoreOutcome {
    let (number, measured) = (row.row.number, row.measured)
    switch row.record {
    case .district(let district):
      return try writer.store(
        district, boundarySet: boundarySet, row: number, measured: measured)
    case .hazard(let hazard): return try writer.store(hazard, row: number, measured: measured)
    case .release(let release):
      return try writer.store(
        release.release, counts: release.counts, row: number, measured: measured)
    case .task(let task): return try writer.store(task, row: number)
    case .device(let device): return try writer.store(device, row: number)
    case .victim(let victim): return try writer.store(victim, row: number)
    case .minefieldRecord(let record): return try writer.store(record, row: number)
    case .statement(let statement): return try writer.store(statement, row: number)
    }
  }

  /// The cells of a row under their names; columns that look like personal data are left out.
  private static func text(of row: SurveyRow, _ columns: ColumnMap) -> String {
    let hidden = Set(columns.refused)
    return zip(columns.columns, row.cells).enumerated().compactMap { place, cell in
      hidden.contains(place) ? nil : cell.1.map { "\(cell.0)=\($0)" }
    }.joined(separator: "; ")
  }
}
