import ArgumentParser
import Workflows

/// Brings the ledger up to date.
struct Post: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring the ledger up to date with the records.")

  @OptionGroup var book: BookOptions

  func run() throws {
    let outcome = try PostLedger(try book.open(for: .writing)).run()
    Talk.say(
      "Posted \(outcome.events) events as \(outcome.movements) movements, with \(outcome.findings.count) findings."
    )
  }
}
