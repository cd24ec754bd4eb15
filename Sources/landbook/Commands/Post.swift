import ArgumentParser
import Foundation
import Workflows

/// Brings the ledger up to date.
struct Post: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring the ledger up to date with the records.")

  @OptionGroup var book: BookOptions

  @Flag(help: "Post everything from nothing, not only what came and what it touches.")
  var anew = false

  @Flag(help: "Draw the layer of open ground in the book, however long it takes.")
  var map = false

  @OptionGroup var watching: WatchOptions

  func run() throws {
    let outcome = try watching.post(
      try book.openTellingEdits(for: .writing), anew: anew, drawingMap: map)
    if ProcessInfo.processInfo.environment["LANDBOOK_TIMES"] != nil {
      for step in outcome.steps {
        Talk.say(
          "\(step.name)\t" + String(format: "%.3f\t%.3f", step.processor, step.wall))
      }
    }
    Talk.say(outcome.sentence)
    PostTalk.say(outcome.map)
    if map, case .drawn(let pieces) = outcome.map {
      Talk.say("Drew \(pieces) pieces of open ground in the layer remaining.")
    }
  }
}
