import LandRelease
import Reporting

/// What an import did, or would do, in plain words.
public struct ImportSentences {
  /// A sentence a line, in the order they are told.
  public private(set) var lines: [String] = []

  private static let shown = 10
  private static let shownReasons = 5
  private static let shownPlaces = 5

  /// - Parameters:
  ///   - file: what the file is called.
  ///   - posts: whether the ledger is posted afterwards.
  public init(_ outcome: ImportOutcome, file: String, posts: Bool) {
    let what = outcome.isDryRun ? "Dry run of \(file)" : file
    say(
      "\(what): \(outcome.rowsIn) rows in = \(outcome.stored) stored + \(outcome.unchanged) unchanged + \(outcome.refused) refused."
    )
    if outcome.stored > 0 { tellTally(outcome) }
    if outcome.isDryRun { tellPlan(outcome) }
    if outcome.hasGeometry {
      say("Coordinates: \(outcome.operation).")
    }
    for note in outcome.notes { say("Note: \(note)") }
    list("Columns not read", outcome.ignoredColumns)
    list("Columns that look like personal data, refused", outcome.personalColumns)
    tellRefusals(outcome)
    tellFindings(outcome)
    tellEnd(outcome, posts: posts)
  }

  private mutating func say(_ line: String) { lines.append(line) }

  private mutating func tellEnd(_ outcome: ImportOutcome, posts: Bool) {
    if let batch = outcome.batch {
      say(
        outcome.stored > 0
          ? "Stored as batch \(batch). Undo: landbook undo \(batch)"
          : "Refused rows kept as batch \(batch).")
    }
    if outcome.isDryRun {
      if outcome.stored > 0, posts { say("The ledger would be posted afterwards.") }
      say("Dry run: nothing was stored.")
    }
    if outcome.isStrict && outcome.refused > 0 {
      say("Strict: nothing was stored.")
    }
  }

  /// New records by kind with their ground, and what the book had in another form.
  private mutating func tellTally(_ outcome: ImportOutcome) {
    let new = outcome.tally.kinds.filter { $0.new > 0 }.map { kind in
      let area = kind.newArea == .zero ? "" : " (\(Self.hectares(kind.newArea)))"
      return "\(Self.count(kind.new, kind.name))\(area)"
    }
    var changed: [String] = []
    if outcome.versions > 0 { changed.append(Self.count(outcome.versions, "later version")) }
    if outcome.corrections > 0 { changed.append(Self.count(outcome.corrections, "correction")) }
    let parts = [
      new.isEmpty ? nil : "new: \(new.joined(separator: ", "))",
      changed.isEmpty ? nil : "of records the book had: \(changed.joined(separator: ", "))",
    ].compactMap { $0 }
    if !parts.isEmpty { say("\(Self.capitalized(parts.joined(separator: "; "))).") }
  }

  private mutating func tellPlan(_ outcome: ImportOutcome) {
    let places = outcome.tally.places.prefix(Self.shownPlaces).map {
      "\($0.name) \(Self.count($0.rows, "row")), \(Self.hectares($0.area))"
    }
    if !places.isEmpty {
      let more = outcome.tally.places.count - places.count
      let rest = more > 0 ? "; and \(Self.count(more, "other district"))" : ""
      say("Where: \(places.joined(separator: "; "))\(rest).")
    }
    if !outcome.standing.isEmpty {
      say("Ground of the records that count, overlaps counted twice:")
    }
    for change in outcome.standing {
      let difference = change.after.area - change.before.area
      let sign = difference < .zero ? "" : "+"
      say(
        "  \(change.state.replacing("_", with: " ")): \(change.before.records) -> \(Self.count(change.after.records, "record")), \(change.before.area.figure(in: .hectares)) -> \(Self.hectares(change.after.area)) (\(sign)\(difference.figure(in: .hectares)))"
      )
    }
    guard let widest = outcome.columns.map(\.field.count).max() else { return }
    say("Columns read:")
    for read in outcome.columns {
      let gap = String(repeating: " ", count: widest - read.field.count)
      say("  \(read.field)\(gap)  from \(read.column)")
    }
  }

  private mutating func list(_ title: String, _ names: [String]) {
    if !names.isEmpty { say("\(title): \(names.joined(separator: ", ")).") }
  }

  private mutating func tellRefusals(_ outcome: ImportOutcome) {
    let groups = outcome.refusalGroups
    for group in groups.prefix(Self.shown) {
      let refusal = group.first
      let field = refusal.field.map { ", \($0)" } ?? ""
      say("Refused \(Self.named(group.rows))\(field): \(refusal.reason). \(refusal.remedy)")
    }
    let told = groups.prefix(Self.shown).reduce(0) { $0 + $1.rows.count }
    tellFolded(outcome, rest: outcome.refusalsInAll - told)
    if let rejects = outcome.rejectsFile {
      say("Refused rows are in \(rejects): repair them there and import that file.")
    }
  }

  /// All of them by reason, the most frequent first.
  private mutating func tellFolded(_ outcome: ImportOutcome, rest: Int) {
    if rest <= 0 { return }
    say("... and \(rest) more. Refused in all, by reason:")
    for reason in outcome.refusalReasons.prefix(Self.shownReasons) {
      say("  \(Self.count(reason.rows, "row")): \(reason.reason).")
    }
    let rest = outcome.refusalReasons.dropFirst(Self.shownReasons)
    if !rest.isEmpty {
      say(
        "  \(Self.count(rest.reduce(0) { $0 + $1.rows }, "row")) for \(Self.count(rest.count, "other reason"))."
      )
    }
  }

  /// `row 3`, or `12 rows (3, 9, 14, ...)`.
  private static func named(_ rows: [Int]) -> String {
    let few = rows.prefix(5).map(String.init).joined(separator: ", ")
    if rows.count == 1 { return "row \(few)" }
    return rows.count > 5 ? "\(rows.count) rows (\(few), ...)" : "rows \(few)"
  }

  /// The first of each rule, and how many there are.
  private mutating func tellFindings(_ outcome: ImportOutcome) {
    for count in outcome.findingCounts {
      let kept = outcome.findings.filter { $0.rule == count.rule }
      // Findings on words are told word by word: one that is unknown says nothing of the next.
      let told = Self.words.contains(count.rule) ? kept.firstOfEachMessage : Array(kept.prefix(1))
      for finding in told {
        let more = count.findings > told.count ? " (\(count.findings) such)" : ""
        let row = finding.place.row.map { ", row \($0)" } ?? ""
        say("Finding \(count.rule)\(row): \(finding.message).\(more) \(finding.remedy)")
      }
    }
  }

  private static let words = ["RD05", "RD07", "RD49"]

  private static func hectares(_ area: Area) -> String { "\(area.figure(in: .hectares)) ha" }

  private static func count(_ number: Int, _ name: String) -> String {
    "\(number) \(name)\(number == 1 ? "" : "s")"
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension [Finding] {
  fileprivate var firstOfEachMessage: [Finding] {
    var seen: Set<String> = []
    return filter { seen.insert($0.message).inserted }
  }
}
