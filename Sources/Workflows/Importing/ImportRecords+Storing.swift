import Foundation
import Interchange
import LandRelease
import Storage

extension ImportRecords {
  /// Stores the rows that can be used, or in a strict import all or none.
  mutating func store(_ source: ImportSource) throws {
    guard request.isStrict, !request.isDryRun else {
      return try write(source, dryRun: request.isDryRun)
    }
    // Some refusals come from the book itself, so a strict import is tried before it is done.
    try write(source, dryRun: true)
    if refused.isEmpty { try write(source, dryRun: false) }
  }

  private mutating func write(_ source: ImportSource, dryRun: Bool) throws {
    do {
      try write(source, dryRun: dryRun, leaving: nil)
    } catch is RowsToLeave.Needed {
      try write(source, dryRun: dryRun, leaving: try rowsToLeave(source))
    }
  }

  private mutating func write(
    _ source: ImportSource, dryRun: Bool, leaving: RowsToLeave?
  ) throws {
    let preparation = try RowPreparation(
      source.context, source.georeference, repairs: request.repairs)
    let (pass, summary) = try book.write(
      try description(source.table.header, source.context), dryRun: dryRun
    ) { writer in
      var pass = try ImportPass(preparation, request, leaving: leaving, writer)
      try source.table.forEachRow { try pass.take($0, writer) }
      try pass.finish(writer, source)
      return pass
    }
    refused = pass.refused
    outcome.rowsIn = pass.rowsIn
    outcome.hasGeometry = pass.hasGeometry
    report(summary, pass.findings)
  }

  /// Reads all rows to find those that contradict each other or are of another world than the book.
  private func rowsToLeave(_ source: ImportSource) throws -> RowsToLeave {
    var preparation = try RowPreparation(
      source.context, source.georeference, repairs: request.repairs)
    var leaving = RowsToLeave(isSynthetic: try book.info().isSynthetic)
    try source.table.forEachRow { row in
      if let prepared = try? preparation.prepare(row) { leaving.look(at: prepared) }
    }
    leaving.finish()
    return leaving
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
    description.mapping = request.map.isEmpty ? nil : request.map.joined(separator: " ")
    description.assumptions = context.reviewAssumed ? "review" : nil
    return description
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
