import ArgumentParser
import Workflows

/// Takes a batch back.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a batch back: all reads as if it had never come.",
    discussion: """
      Nothing is deleted: the undo is a batch of its own in landbook log, and undoing it brings \
      back what it took. Rows drawn or edited by hand on the map stay as they are.
      """)

  @Argument(help: "The number of the batch, as landbook log lists it.")
  var batch: Int64

  @OptionGroup var book: BookOptions

  @OptionGroup var watching: WatchOptions

  @Option(help: "Why, for the log.")
  var reason: String?

  @Flag(help: "Take rows back that later batches brought again; then import their files again.")
  var withRepeated = false

  @Flag(inversion: .prefixedNo, help: "Bring the ledger up to date afterwards.")
  var post = true

  func run() throws {
    let opened = try book.open(for: .writing)
    let outcome = try UndoBatch(opened).run(
      batch, reason: reason, withRepeated: withRepeated, actor: Person.name)
    Talk.say("Undone as batch \(outcome.batch): \(outcome.undone).")
    tell("No longer counted", outcome.taken)
    tell("Counted again", outcome.restored)
    if outcome.handmade > 0 {
      Talk.say(
        "\(outcome.handmade) rows of the map drawn or edited by hand were left as they are.")
    }
    Talk.say("To bring it back: landbook undo \(outcome.batch)")
    if post, outcome.movesLand { try PostTalk.post(opened, watching) }
  }

  private func tell(_ words: String, _ rows: [(table: String, rows: Int)]) {
    if rows.isEmpty { return }
    let list = rows.map { "\($0.rows) \($0.rows == 1 ? String($0.table.dropLast()) : $0.table)" }
    Talk.say("\(words): \(list.joined(separator: ", ")).")
  }
}
