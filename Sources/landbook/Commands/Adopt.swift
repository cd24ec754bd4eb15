import ArgumentParser
import LandRelease
import Workflows

/// Takes edits of the map into the records.
struct Adopt: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take what QGIS or another program edited on the map into the records.",
    discussion: """
      Edits of the layers hazard and release are shown record by record and go the way of an \
      imported row: measured, held against the rules, logged, and undone with landbook undo. \
      RECORD is "hazard ORG/ID", "release ID" or an id; none is all. A row that was deleted is \
      not taken as a withdrawal: put it back with --restore, or withdraw the record with \
      landbook amend. Exit code 2 says that something is left.
      """)

  @Argument(help: "The records (default: all that were edited).")
  var records: [String] = []

  @OptionGroup var book: BookOptions

  @Option(help: "Why, for the log.")
  var reason: String?

  @Flag(help: "Put the rows back as the records say; what they said is kept in the log.")
  var restore = false

  @Flag(help: "Say what was edited and change nothing.")
  var dryRun = false

  @Flag(inversion: .prefixedNo, help: "Bring the ledger up to date afterwards.")
  var post = true

  @Option(help: "The unit areas are shown in: ha, m2 or km2.")
  var unit: AreaUnit = .hectares

  @OptionGroup var watching: WatchOptions

  func run() throws {
    let opened = try book.open(for: dryRun ? .trying : .writing)
    let outcome = try AdoptEdits(opened).run(
      records, reason: reason, actor: Person.name, isDryRun: dryRun, isRestoring: restore)
    if outcome.edits.isEmpty, outcome.findings.isEmpty {
      return Talk.say("Nothing was edited on the map.")
    }
    for edit in outcome.edits { tell(edit) }
    tell(outcome.findings)
    for batch in outcome.batches { tell(batch) }
    if restore {
      let rows = outcome.putBack.count == 1 ? "1 row" : "\(outcome.putBack.count) rows"
      Talk.say(
        dryRun
          ? "Dry run: \(rows) would be put back; nothing was changed."
          : "Put back \(rows) as the records say; what they said is in the log.")
      return
    }
    if outcome.movesLand, post { try PostTalk.post(opened, watching) }
    let isLeft = outcome.edits.contains { $0.kind == .deleted }
    if isLeft || outcome.batches.contains(where: { $0.refused > 0 }) { throw ExitCode.findings }
  }

  private func tell(_ edit: AdoptEdits.Edit) {
    switch edit.kind {
    case .added: Talk.say("\(edit.record): drawn on the map.")
    case .changed where edit.isDerivedOnly:
      Talk.say("\(edit.record): only figures that are worked out differ; they are put back.")
    case .changed: Talk.say("\(edit.record): edited on the map.")
    case .deleted:
      Talk.say(
        restore
          ? "\(edit.record): deleted on the map."
          : "\(edit.record): deleted on the map; the record stands. Put it back: landbook adopt --restore \"\(edit.record)\". Withdraw it: landbook amend \"\(edit.record)\" with its status or review and --reason."
      )
    }
    for change in edit.changes {
      Talk.say("  \(change.field): \(change.before ?? "(empty)") -> \(change.after ?? "(empty)")")
    }
    if let areas = edit.areas {
      Talk.say("  polygon: \(text(areas.before)) -> \(text(areas.after))")
    }
  }

  private func tell(_ findings: [String]) {
    for finding in findings {
      Talk.say(
        restore
          ? "\(finding). A decision is not put back: landbook check finds and reopens."
          : "\(finding): \(dryRun ? "would be" : "is") taken as it stands.")
    }
  }

  private func text(_ area: Area?) -> String {
    area.map { "\($0.figure(in: unit)) \(unit.symbol)" } ?? "(none)"
  }

  private func tell(_ batch: ImportOutcome) {
    for refusal in batch.refusals {
      Talk.say("Refused: \(refusal.reason). \(refusal.remedy) The row stays on the map as it is.")
    }
    for finding in batch.findings {
      Talk.say("Finding \(finding.rule): \(finding.message). \(finding.remedy)")
    }
    if let number = batch.batch {
      Talk.say("Adopted \(batch.stored) as batch \(number). Undo: landbook undo \(number)")
    } else if batch.isDryRun {
      Talk.say("Dry run: \(batch.stored) would be adopted; nothing was changed.")
    } else if batch.unchanged > 0 {
      Talk.say("\(batch.unchanged) read as what the records say already: nothing was stored.")
    }
  }
}
