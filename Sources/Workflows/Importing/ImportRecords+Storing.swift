import Foundation
import Interchange
import LandRelease
import Storage

extension ImportRecords {
  /// Stores the rows that can be used, or in a strict import all or none.
  mutating func store(_ header: SurveyTable.Header, _ context: ReadingContext) throws {
    guard request.isStrict, !request.isDryRun else {
      return try write(header, context, dryRun: request.isDryRun)
    }
    // Some refusals come from the book itself, so a strict import is tried before it is done.
    let early = refused
    try write(header, context, dryRun: true)
    if refused.isEmpty {
      refused = early
      try write(header, context, dryRun: false)
    }
  }

  private mutating func write(
    _ header: SurveyTable.Header, _ context: ReadingContext, dryRun: Bool
  ) throws {
    let (rows, early, columns) = (prepared, refused, context.columns)
    let boundarySet = request.boundarySet
    let fit = try districtFit()
    let ((late, findings), summary) = try book.write(
      try description(header, context), dryRun: dryRun
    ) { writer in
      var late: [(row: SurveyRow, refusal: Refusal)] = []
      var findings: [Finding] = []
      for row in rows {
        switch try Self.store(row, boundarySet: boundarySet, writer) {
        case .stored:
          for finding in row.findings { try writer.add(finding) }
          findings += row.findings
        case .unchanged: break
        case .refused(let field, let reason, let remedy):
          late.append((row.row, Refusal(field: field, reason: reason, remedy: remedy)))
        }
      }
      if writer.summary.stored > 0 {
        for finding in fit { try writer.add(finding) }
        findings += fit
      }
      for (row, refusal) in early + late {
        try writer.refuse(
          RefusedRow(
            row: row.number, field: refusal.field, reason: refusal.reason, remedy: refusal.remedy,
            original: Self.text(of: row, columns)))
      }
      return (late, findings)
    }
    refused = (early + late).sorted { $0.row.number < $1.row.number }
    report(summary, findings)
  }

  /// Where the districts that came in overlap or leave gaps.
  private func districtFit() throws -> [Finding] {
    let districts = prepared.compactMap { row -> District? in
      if case .district(let district) = row.record { district } else { nil }
    }
    return try DistrictFit.findings(districts, file: request.file)
  }

  private func description(
    _ header: SurveyTable.Header, _ context: ReadingContext
  ) throws -> BatchDescription {
    var description = BatchDescription(at: at, recordType: request.subject.rawValue)
    description.actor = request.actor
    description.file = request.file
    description.fileHash = try FileHash.sha256(request.file)
    description.layer = header.layer
    description.crs = context.reference.description
    description.operation = outcome.operation
    description.mapping = request.map.isEmpty ? nil : request.map.joined(separator: " ")
    description.assumptions = context.reviewAssumed ? "review" : nil
    return description
  }

  /// The cells of a row under their names; columns that look like personal data are left out.
  private static func text(of row: SurveyRow, _ columns: ColumnMap) -> String {
    let hidden = Set(columns.refused)
    return zip(columns.columns, row.cells).enumerated().compactMap { place, cell in
      hidden.contains(place) ? nil : cell.1.map { "\(cell.0)=\($0)" }
    }.joined(separator: "; ")
  }

  private mutating func report(_ summary: BatchSummary, _ findings: [Finding]) {
    outcome.batch = summary.batch
    outcome.stored = outcome.isStrict && !refused.isEmpty ? 0 : summary.stored
    outcome.versions = summary.versions
    outcome.corrections = summary.corrections
    outcome.unchanged = summary.unchanged
    outcome.refused = outcome.isStrict && !refused.isEmpty ? outcome.rowsIn : refused.count
    outcome.findings = findings
    outcome.refusals = refused.map { row, refusal in
      ImportOutcome.RefusedLine(
        row: row.number, field: refusal.field, reason: refusal.reason, remedy: refusal.remedy)
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

  /// Writes the refused rows with why and what to do.
  mutating func writeRejects(
    _ header: SurveyTable.Header, _ columns: ColumnMap, to path: String
  ) throws {
    guard !refused.isEmpty else { return }
    let writer = try RejectsWriter(path: path, header: header, columns: columns)
    for (row, refusal) in refused { try writer.add(row, refusal) }
    try writer.finish()
    outcome.rejectsFile = path
  }
}
