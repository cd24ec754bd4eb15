import ArgumentParser
import Workflows

/// Joins another book to this one.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join another book to this one, as it comes back from the field on a memory stick.",
    discussion: """
      Records are joined by what they say and when it was recorded. What only the other book has \
      comes; what both have stays; what both changed is a conflict, and then nothing is written \
      (exit code 2) until it is decided: --take latest (what was recorded last, as in a book that \
      imported everything itself), ours or theirs for all, or one by one in the file that \
      --conflicts writes, given back with --decisions. What one side took back stays taken back. \
      The same book again changes nothing, and landbook undo takes a merge back whole.
      """)

  @Argument(help: "The other book.")
  var other: String

  @OptionGroup var book: BookOptions

  @Option(help: "Decide conflicts: latest, ours or theirs.")
  var take: String?

  @Option(help: "Decide conflicts as the columns decision and reason of this table say.")
  var decisions: String?

  @Option(help: "Write the conflicts to this CSV, to be decided there.")
  var conflicts: String?

  @Option(help: "Why, for the log.")
  var reason: String?

  @Flag(help: "Say what would come and change nothing.")
  var dryRun = false

  @Flag(help: "Take a book that is not as its log says.")
  var unverified = false

  @Flag(help: "Take a book that has none of this book's districts.")
  var otherDistricts = false

  @Flag(inversion: .prefixedNo, help: "Bring the ledger up to date afterwards.")
  var post = true

  @OptionGroup var output: OutputOptions

  @OptionGroup var watching: WatchOptions

  func run() throws {
    let opened = try book.open(for: dryRun ? .reading : .writing)
    var request = MergeBooks.Request(file: other)
    request.take = take
    request.decisions = decisions
    request.conflicts = conflicts
    request.reason = reason
    request.actor = Person.name
    request.isDryRun = dryRun
    request.takesUnverified = unverified
    request.takesOtherDistricts = otherDistricts
    let outcome = try MergeBooks(opened).run(request)
    try output.write(outcome.report)
    outcome.remarks.forEach(Talk.say)
    if outcome.undecided > 0 {
      Talk.say(
        "\(outcome.undecided) of \(outcome.conflicts) conflicts are not decided: nothing was written."
      )
      Talk.say(
        conflicts.map { "Fill in \($0) and give it with --decisions, or give --take." }
          ?? "Give --take latest, ours or theirs, or --conflicts FILE to decide one by one.")
      throw ExitCode.findings
    }
    if outcome.isNothing {
      return Talk.say("\(other) has nothing that the book lacks: nothing was written.")
    }
    guard let batch = outcome.batch else {
      return Talk.say("Dry run: \(outcome.sentence) would come; nothing was written.")
    }
    Talk.say("Merged \(other): \(outcome.sentence).")
    Talk.say("Stored as batch \(batch). Undo: landbook undo \(batch)")
    if post { try PostTalk.post(opened, watching) }
  }
}
