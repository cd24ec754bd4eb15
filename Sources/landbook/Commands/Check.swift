import ArgumentParser
import Reporting
import Workflows

/// Checks a book and its ledger.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List findings and decide about them, or check the ledger against its invariants.")

  @OptionGroup var book: BookOptions

  @Flag(help: "Check the invariants of the ledger instead.")
  var ledger = false

  @Flag(help: "Run all rules over the whole book first.")
  var anew = false

  @Option(name: .customLong("rule"), help: "Findings of that rule alone. Can be repeated.")
  var rules: [String] = []

  @Option(help: "Findings that are open, accepted or fixed.")
  var status: FindingsRequest.Status = .open

  @Flag(help: "List every finding instead of the first ten and a count by rule.")
  var all = false

  @Flag(help: "List the rules there are.")
  var list = false

  @Option(help: "Accept a finding, by its number or as RULE:RECORD; needs --reason.")
  var accept: String?

  @Option(help: "Open an accepted finding again, by its number or as RULE:RECORD.")
  var reopen: String?

  @Option(help: "Why a finding is accepted or opened again.")
  var reason: String?

  @Option(help: "Who decides (default: $LANDBOOK_ACTOR, else the account).")
  var actor: String?

  @OptionGroup var sharing: SharingOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if accept != nil, reason == nil {
      throw ValidationError("A finding is accepted with a reason: say it with --reason TEXT.")
    }
    if accept != nil, reopen != nil {
      throw ValidationError("Accept a finding or open it again, one at a time.")
    }
  }

  func run() throws {
    if list { return try output.write(RulesStatement.report(CheckBook.rules)) }
    if accept != nil || reopen != nil { return try decide() }
    if anew { try runRules() }
    let opened = try book.openToRead()
    let check = CheckBook(opened)
    let outcome = ledger ? try check.ledger() : try check.findings(request)
    try output.write(try ShareReports(opened, sharing.sharing).run(outcome.report))
    if outcome.hasFindings { throw ExitCode.findings }
  }

  private var request: FindingsRequest {
    var request = FindingsRequest(status)
    request.rules = rules
    request.isFolded = !all && !output.isForMachines
    return request
  }

  private func decide() throws {
    let decision = DecideFinding(try book.open(for: .writing))
    if let name = accept {
      let count = try decision.accept(name, reason: reason ?? "", actor: actor ?? Person.name)
      Talk.say("Accepted \(count) \(count == 1 ? "finding" : "findings").")
    } else if let name = reopen {
      let count = try decision.reopen(name, reason: reason, actor: actor ?? Person.name)
      Talk.say("Opened \(count) \(count == 1 ? "finding" : "findings") again.")
    }
  }

  private func runRules() throws {
    let outcome = try RunRulebook(try book.open(for: .writing)).run()
    Talk.say(
      "Held \(outcome.rules) rules against \(outcome.records) records: \(outcome.findings) findings."
    )
  }
}
