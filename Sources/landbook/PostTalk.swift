import Workflows

/// Brings the ledger up to date after something came, and says so.
enum PostTalk {
  static func post(_ book: Book, _ watching: WatchOptions) throws {
    let posted = try watching.post(book)
    Talk.say(posted.sentence)
    say(posted.map)
    if !posted.findings.isEmpty { Talk.say("See them with landbook check.") }
  }

  /// A layer that was drawn is what people expect; one that is empty has to be told.
  static func say(_ map: PostLedger.Map) {
    guard map == .emptied else { return }
    Talk.say(
      "The layer remaining was emptied, since ground has moved: draw it with landbook post --map.")
  }
}

/// Who is at work, for the log of the book.
enum Person {
  /// The name in $LANDBOOK_ACTOR, else that of the account; nobody where the variable is empty.
  static var name: String? { Surroundings().person }
}
