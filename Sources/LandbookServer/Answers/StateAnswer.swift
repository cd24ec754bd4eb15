import Workflows

extension Answer {
  /// An answer that is of one state of the book: named by its head, and not sent again to who has it.
  static func ofState(
    _ state: BookState, _ visitor: Visitor, _ ask: Ask, _ format: String,
    make: () throws -> Answer
  ) rethrows -> Answer {
    let tag = Self.tag(state, visitor, ask, format)
    var answer: Answer
    if let known = ask["if-none-match"], Self.holds(known, tag) {
      answer = Answer(304, "", [])
    } else {
      answer = try make()
    }
    answer.fields += [
      ("ETag", tag), ("X-Landbook-Head", state.head), ("Vary", "Accept, Authorization, Cookie"),
      ("Cache-Control", "private, no-cache"),
    ]
    return answer
  }

  /// What has to be the same for the same answer.
  private static func tag(
    _ state: BookState, _ visitor: Visitor, _ ask: Ask, _ format: String
  ) -> String {
    let query = Address.query(ask.query)
    let text = [
      state.head, state.editionMark, visitor.sharing?.cacheName ?? "", visitor.name ?? "",
      ask.base, ask.address, query, format,
    ].joined(separator: "\u{0}")
    return "\"\(AccessFile.hash(of: text).prefix(32))\""
  }

  private static func holds(_ field: String, _ tag: String) -> Bool {
    field.split(separator: ",").contains { part in
      let text = part.drop { $0 == " " }
      return text == "*" || text == tag || text == "W/\(tag)"
    }
  }
}
