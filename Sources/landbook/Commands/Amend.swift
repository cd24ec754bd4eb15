import ArgumentParser
import LandRelease
import Reporting
import Workflows

/// Corrects one record by hand.
struct Amend: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Correct one record by hand: the row is read, checked and logged as an import's is.",
    discussion: """
      RECORD is "hazard ORG/ID", "release ID", or an id as landbook why takes it. Fields have \
      the names of columns; values are written as in a file, and an empty one clears the field: \
      landbook amend H1 class=CHA date=2024-05-01 --reason "technical survey". The same date is a \
      correction, another date a new version. The record of before is kept.
      """)

  @Argument(help: "The record, then what changes: RECORD field=value...")
  var words: [String]

  @Option(help: "Why it is corrected, for the log.")
  var reason: String

  @OptionGroup var book: BookOptions

  @OptionGroup var watching: WatchOptions

  @Flag(help: "Say what would happen and change nothing.")
  var dryRun = false

  @Flag(inversion: .prefixedNo, help: "Bring the ledger up to date afterwards.")
  var post = true

  @Option(help: "The unit areas are shown in: ha, m2 or km2.")
  var unit: AreaUnit = .hectares

  private var name: String { words.prefix { !$0.contains("=") }.joined(separator: " ") }

  private var values: [(field: String, value: String)] {
    words.drop { !$0.contains("=") }.map { word in
      let mark = word.firstIndex(of: "=") ?? word.endIndex
      return (String(word[..<mark]), String(word[mark...].dropFirst()))
    }
  }

  func validate() throws {
    if name.isEmpty { throw ValidationError("Name the record before the fields.") }
    if values.isEmpty { throw ValidationError("Say what changes: field=value.") }
    if let word = words.drop(while: { !$0.contains("=") }).first(where: { !$0.contains("=") }) {
      throw ValidationError("\"\(word)\" is not field=value. Quote values with blanks.")
    }
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("Say why, with --reason.") }
  }

  func run() throws {
    let opened = try book.open(for: dryRun ? .trying : .writing)
    let before = try GroundByState(opened)
    let wasBehind = try opened.recordsBehind > 0
    let outcome = try AmendRecord(opened).run(
      name, values, reason: reason, actor: Person.name, isDryRun: dryRun)
    for refusal in outcome.row.refusals {
      Talk.say(
        "Refused \(refusal.field ?? outcome.record): \(refusal.reason). \(refusal.remedy)")
    }
    if outcome.row.refused > 0 { throw ExitCode.unusable }
    tell(outcome)
    guard outcome.row.batch != nil, post else { return }
    try PostTalk.post(opened, watching)
    if !wasBehind { tell(try GroundByState(opened).changes(since: before)) }
  }

  private func tell(_ outcome: AmendRecord.Outcome) {
    guard outcome.row.stored > 0 else {
      return Talk.say(
        "What was typed reads as what \(outcome.record) says already: nothing was stored.")
    }
    let what = outcome.isVersion ? "a new version" : "a correction"
    for change in outcome.changes {
      Talk.say("\(change.field): \(text(change.before)) -> \(text(change.after))")
    }
    if let before = outcome.areas.before, let after = outcome.areas.after, before != after {
      Talk.say(
        "Measured area: \(before.figure(in: unit)) -> \(after.figure(in: unit)) \(unit.symbol).")
    }
    for finding in outcome.row.findings {
      Talk.say("Finding \(finding.rule): \(finding.message). \(finding.remedy)")
    }
    if let note = outcome.note { Talk.say("Note: \(note)") }
    if let batch = outcome.row.batch {
      Talk.say("Amended \(outcome.record) as batch \(batch), \(what). Undo: landbook undo \(batch)")
    } else {
      Talk.say("Dry run: \(outcome.record) would get \(what); nothing was stored.")
    }
  }

  private func tell(_ changes: [(state: LandState, area: Area)]) {
    if changes.isEmpty { return Talk.say("No ground changes its state.") }
    let list = changes.map { state, area in
      let sign = area < .zero ? "" : "+"
      let word = state.rawValue.replacing("_", with: " ")
      return "\(word) \(sign)\(area.figure(in: unit)) \(unit.symbol)"
    }
    Talk.say("Ground by state: \(list.joined(separator: ", ")).")
  }

  /// Polygons are too long to be read.
  private func text(_ value: String?) -> String {
    guard let value else { return "(empty)" }
    return value.count > 60 ? "\(value.prefix(40))... (\(value.count) characters)" : value
  }
}
