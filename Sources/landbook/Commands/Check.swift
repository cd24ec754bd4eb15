import ArgumentParser
import Reporting
import Workflows

/// Checks a book and its ledger.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List open findings, or check the ledger against its invariants.")

  @OptionGroup var book: BookOptions

  @Flag(help: "Check the invariants of the ledger instead.")
  var ledger = false

  @Option(name: .customLong("rule"), help: "Findings of that rule alone. Can be repeated.")
  var rules: [String] = []

  @Flag(help: "List the rules there are.")
  var list = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    if list { return try output.write(RulesStatement.report(CheckBook.rules)) }
    let check = CheckBook(try book.openToRead())
    let outcome = ledger ? try check.ledger() : try check.findings(rules)
    try output.write(outcome.report)
    if outcome.hasFindings { throw ExitCode.findings }
  }
}
