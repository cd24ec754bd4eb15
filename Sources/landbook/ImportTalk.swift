import LandRelease
import Workflows

/// Says in plain words what an import did.
enum ImportTalk {
  private static let shown = 10

  static func tell(_ outcome: ImportOutcome, subject: String, file: String) {
    let what = outcome.isDryRun ? "Dry run of \(file)" : file
    Talk.say(
      "\(what): \(outcome.rowsIn) rows in = \(outcome.stored) stored + \(outcome.unchanged) unchanged + \(outcome.refused) refused."
    )
    if outcome.versions + outcome.corrections > 0 {
      Talk.say(
        "Of those stored, \(outcome.versions) are later versions and \(outcome.corrections) corrections of records the book had."
      )
    }
    if outcome.hasGeometry, !outcome.isReferenceAssumed {
      Talk.say("Coordinates: \(outcome.operation).")
    }
    for note in outcome.notes { Talk.say("Note: \(note)") }
    list("Columns not read", outcome.ignoredColumns)
    list("Columns that look like personal data, refused", outcome.personalColumns)
    tellRefusals(outcome)
    tellFindings(outcome.findings)
    if let batch = outcome.batch {
      Talk.say(
        outcome.stored > 0 ? "Stored as batch \(batch)." : "Refused rows kept as batch \(batch).")
    }
    if outcome.isDryRun { Talk.say("Dry run: nothing was stored.") }
    if outcome.isStrict && outcome.refused > 0 {
      Talk.say("Strict: nothing was stored.")
    }
  }

  private static func list(_ title: String, _ names: [String]) {
    if !names.isEmpty { Talk.say("\(title): \(names.joined(separator: ", ")).") }
  }

  private static func tellRefusals(_ outcome: ImportOutcome) {
    for refusal in outcome.refusals.prefix(shown) {
      let field = refusal.field.map { ", \($0)" } ?? ""
      Talk.say("Refused row \(refusal.row)\(field): \(refusal.reason). \(refusal.remedy)")
    }
    if outcome.refusals.count > shown {
      Talk.say("... and \(outcome.refusals.count - shown) more.")
    }
    if let rejects = outcome.rejectsFile { Talk.say("Refused rows are in \(rejects).") }
  }

  /// The first of each rule, and how many there are.
  private static func tellFindings(_ findings: [Finding]) {
    let byRule = Dictionary(grouping: findings, by: \.rule)
    for (rule, ofRule) in byRule.sorted(by: { $0.key < $1.key }) {
      guard let first = ofRule.first else { continue }
      let more = ofRule.count > 1 ? " (\(ofRule.count) such)" : ""
      let row = first.place.row.map { ", row \($0)" } ?? ""
      Talk.say("Finding \(rule)\(row): \(first.message).\(more) \(first.remedy)")
    }
  }
}
