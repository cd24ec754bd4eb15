import Foundation
import Interchange
import LandRelease
import Storage

/// Takes a file of claims into the book, each as a document of its own.
struct ImportClaims {
  private let request: ImportRequest
  private let book: LandBook
  private let at: Timestamp

  init(_ request: ImportRequest, into book: LandBook, at: Timestamp) {
    self.request = request
    self.book = book
    self.at = at
  }

  func run() throws -> ImportOutcome {
    let name = URL(fileURLWithPath: request.file).lastPathComponent
    guard let format = ClaimFormat(fileName: name) else {
      throw WorkflowError(
        .unusable, "\(name) is neither JSON nor YAML", remedy: "Claims are read from those two.")
    }
    guard let data = FileManager.default.contents(atPath: request.file) else {
      throw WorkflowError(
        .noInput, "there is no file \(request.file), or it can't be read",
        remedy: "Check the path.")
    }
    let reading = readClaims(data, format: format, file: name)
    guard reading.document != nil else {
      let why = reading.findings.first
      throw WorkflowError(
        .unusable, "\(name): \(why?.message ?? "it holds no claims")",
        remedy: why?.remedy ?? "See SampleData/claims/README.md for the form.")
    }
    let texts = claimTexts(data, format: format, file: name)
    let refused = reading.findings.filter { $0.rule == ReconciliationRule.claimRefused.rawValue }
    var description = BatchDescription(at: at, recordType: "claims")
    description.actor = request.actor
    description.file = request.file
    description.fileHash = try FileHash.sha256(request.file, WorkProgress())
    let isRefusedWhole = request.isStrict && !refused.isEmpty
    let (_, summary) = try book.write(
      description, dryRun: request.isDryRun || isRefusedWhole
    ) { writer in
      for (row, text) in texts.enumerated() {
        _ = try writer.store(
          claim: text.id, sourceKey: text.sourceKey, document: text.json, row: row + 1)
      }
      for finding in reading.findings { try writer.add(finding) }
    }
    return outcome(summary, refused, reading.findings)
  }

  private func outcome(
    _ summary: BatchSummary, _ refused: [Finding], _ findings: [Finding]
  ) -> ImportOutcome {
    var outcome = ImportOutcome()
    outcome.batch = summary.batch
    outcome.versions = summary.versions
    for _ in 0..<max(0, summary.stored - summary.versions) {
      outcome.tally.add("claim", .new, area: nil)
    }
    outcome.rowsIn = summary.stored + summary.unchanged + refused.count
    outcome.stored = request.isStrict && !refused.isEmpty ? 0 : summary.stored
    outcome.unchanged = summary.unchanged
    outcome.refused = refused.count
    outcome.isDryRun = request.isDryRun
    outcome.isStrict = request.isStrict
    var tally = FindingTally()
    tally.add(findings.filter { !refused.contains($0) })
    outcome.findings = tally.first
    outcome.findingCounts = tally.byRule
    outcome.refusalsInAll = refused.count
    outcome.refusals = refused.map {
      ImportOutcome.RefusedLine(
        row: $0.place.row ?? 0, field: $0.place.field, reason: $0.message, remedy: $0.remedy)
    }
    return outcome
  }
}
