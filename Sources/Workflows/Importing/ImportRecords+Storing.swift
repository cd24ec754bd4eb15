import Foundation
import Interchange
import LandRelease
import Storage

extension ImportRecords {
  /// Stores the rows that can be used, after a look at the whole file where its first rows lie in
  /// no district.
  mutating func store(_ source: ImportSource) throws {
    do {
      try storeAsRead(source)
    } catch let doubt as PlacesDoubted {
      var settled = source
      settled.placing = try FilePlacing(source: source, file: request.file).settle(doubt)
      try storeAsRead(settled)
      outcome.notes += settled.placing.note.map { [$0] } ?? []
    }
  }

  /// Stores the rows that can be used, or in a strict import all or none.
  private mutating func storeAsRead(_ source: ImportSource) throws {
    guard request.isStrict, !request.isDryRun else {
      return try write(source, dryRun: request.isDryRun)
    }
    // Some refusals come from the book itself, so a strict import is tried before it is done.
    try write(source, dryRun: true)
    if refusals == 0 { try write(source, dryRun: false) }
  }

  private mutating func write(_ source: ImportSource, dryRun: Bool) throws {
    do {
      try write(source, dryRun: dryRun, leaving: nil)
    } catch let needed as RowsToLeave.Needed {
      let leaving = try rowsToLeave(source, needed)
      try write(source, dryRun: dryRun, leaving: leaving)
    }
  }

  private mutating func write(
    _ source: ImportSource, dryRun: Bool, leaving: RowsToLeave?
  ) throws {
    let preparation = try RowPreparation(
      source, rules: RowRules(book, at: at), repairs: request.repairs)
    let description = try description(source.table.header, source.context)
    let rejected = RefusedRows(
      source, rejects: request.isDryRun || request.amendment != nil ? nil : rejects)
    var notes: [String] = []
    var standing: [ImportOutcome.StandingChange] = []
    progress.begin("Reading \(shortName)", rows: source.table.header.estimatedRows)
    let (pass, summary) = try book.write(description, dryRun: dryRun) { writer in
      let before = request.isDryRun ? try writer.layerSums() : []
      var pass = try ImportPass(
        preparation, request, leaving: leaving, refused: rejected, writer)
      try source.table.forEachRow { row in
        try progress.row()
        try pass.take(row, writer)
      }
      try pass.finish(writer, source)
      try rejected.settle()
      if request.isDryRun { standing = try StandingChanges.of(writer, before) }
      if request.amendment == nil { notes = try ExportNotes.of(writer) }
      if let keeping, writer.summary.stored + writer.summary.unchanged > 0 {
        try writer.keep(keeping)
      }
      try progress.goOn()
      progress.begin("Storing \(shortName)")
      return pass
    }
    isCommitted = summary.batch != nil
    outcome.rejectsFile = try rejected.finish()
    outcome.rowsIn = pass.rowsIn
    outcome.hasGeometry = pass.hasGeometry
    outcome.operation = source.points?.operation ?? pass.preparation.operation
    outcome.tally = pass.tally
    outcome.tally.sortPlaces()
    outcome.standing = standing
    exportNotes = notes
    report(summary, pass)
  }

  private var shortName: String { URL(fileURLWithPath: request.file).lastPathComponent }

  /// Reads all rows again to find those that contradict each other.
  private func rowsToLeave(
    _ source: ImportSource, _ needed: RowsToLeave.Needed
  ) throws -> RowsToLeave {
    var looked = source
    looked.placing.isSettled = true
    var preparation = try RowPreparation(
      looked, rules: RowRules(book, at: at), repairs: request.repairs)
    var leaving = RowsToLeave(suspected: needed.events)
    progress.begin("Comparing \(shortName)", rows: source.table.header.estimatedRows)
    try source.table.forEachRow { row in
      try progress.row()
      if let prepared = try? preparation.place(row) { leaving.look(at: prepared) }
    }
    leaving.finish()
    return leaving
  }

  private func description(
    _ header: SurveyTable.Header, _ context: ReadingContext
  ) throws -> BatchDescription {
    var description = BatchDescription(at: at, recordType: request.subject.rawValue)
    description.actor = request.actor
    if let amendment = request.amendment {
      description.verb = amendment.verb
      description.layer = amendment.record
      description.mapping = amendment.typed
      description.reason = amendment.reason
    } else {
      description.file = request.file
      progress.begin("Hashing \(shortName)")
      description.fileHash = try FileHash.sha256(request.file, progress)
    }
    if request.amendment == nil { description.layer = header.layer }
    description.crs = context.reference.description
    let mapping = request.map + request.code
    if !mapping.isEmpty { description.mapping = mapping.joined(separator: " ") }
    description.assumptions = context.reviewAssumed ? "review" : nil
    return description
  }

  private mutating func report(_ summary: BatchSummary, _ pass: ImportPass) {
    let count = pass.refused.count
    refusals = count.count
    let isLeft = outcome.isStrict && refusals > 0
    outcome.batch = summary.batch
    outcome.stored = isLeft ? 0 : summary.stored
    outcome.versions = summary.versions
    outcome.corrections = summary.corrections
    outcome.unchanged = summary.unchanged
    outcome.refused = isLeft ? outcome.rowsIn : refusals
    outcome.findings = pass.findings.first
    outcome.findingCounts = pass.findings.byRule
    outcome.refusals = count.first
    outcome.refusalReasons = count.byReason
    outcome.refusalsInAll = refusals
  }
}
