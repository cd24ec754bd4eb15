import ArgumentParser
import Reporting
import Workflows

/// Holds published claims against the records.
struct Reconcile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold published claims against the records, and against each other.",
    discussion: "Naming claims prints each basis, the bridge to the claim and the reasons.")

  @Argument(help: "Ids of claims; none is all.")
  var claims: [String] = []

  @OptionGroup var book: BookOptions

  @Flag(help: "List every claim and finding, with bases, bridges and reasons.")
  var all = false

  @OptionGroup var view: ViewOptions

  @OptionGroup var sharing: SharingOptions

  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try book.openToRead()
    let outcome = try ReconcileClaims(opened).run(
      claims, isDetailed: all || !claims.isEmpty || output.isForMachines, from: view.viewpoint)
    try output.write(try ShareReports(opened, sharing.sharing).run(outcome.report))
    if outcome.hasFindings { throw ExitCode.findings }
  }
}
