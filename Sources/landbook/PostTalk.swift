import Foundation
import Workflows

/// Brings the ledger up to date after something came, and says so.
enum PostTalk {
  static func post(_ book: Book, _ watching: WatchOptions) throws {
    let posted = try watching.post(book)
    Talk.say(
      "Posted \(posted.events) events as \(posted.movements) movements, with \(posted.findings.count) findings."
    )
    if !posted.findings.isEmpty { Talk.say("See them with landbook check.") }
  }
}

/// Who is at work, for the log of the book.
enum Person {
  /// The name in $LANDBOOK_ACTOR; nobody is named without it.
  static var name: String? {
    ProcessInfo.processInfo.environment["LANDBOOK_ACTOR"].flatMap { $0.isEmpty ? nil : $0 }
  }
}
