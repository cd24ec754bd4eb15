import ArgumentParser
import Reporting
import Workflows

/// Makes a book of a part of this one.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a book of some districts or of one operator, to be sent out and merged again.",
    discussion: """
      The part holds what lies in the districts, of those operators where some are named, in all \
      its versions: releases, their tasks, devices and checks, the hazards that they name or meet, \
      and the indicators, statements, contributions and team-days that name them; all districts, \
      codes and teams. Published claims stay out, and what names no district does where districts \
      are named. It has a ledger of its own. It knows that it is a part: what it lacks is never \
      read as taken back. Restricted records come only with --profile internal.
      """)

  @Argument(help: "The new book to make.")
  var new: String

  @OptionGroup var book: BookOptions

  @Option(
    name: .customLong("district"), parsing: .upToNextOption,
    help: "Codes of districts, with all below them.")
  var districts: [String] = []

  @Option(
    name: .customLong("operator"), parsing: .upToNextOption, help: "Operators or organisations.")
  var operators: [String] = []

  @Option(help: "Whom it is for: partner or internal (all records).")
  var profile = "partner"

  @Flag(inversion: .prefixedNo, help: "Post the ledger of the part.")
  var post = true

  @OptionGroup var output: OutputOptions

  @OptionGroup var watching: WatchOptions

  func run() throws {
    var sharing = SharingOptions()
    sharing.profile = profile
    let outcome = try ExtractPart(try book.open(for: .reading)).run(
      to: new, districts: districts, operators: operators, sharing: try sharing.sharing,
      actor: Person.name)
    try output.write(outcome.report)
    Talk.say("Made \(new): \(outcome.records) records of \(outcome.batches) batches.")
    if post { try PostTalk.post(try Book.open(at: new, for: .writing), watching) }
    Talk.say("When it comes back: landbook merge \(new)")
  }
}
