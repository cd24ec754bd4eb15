/// Work that is done and left no trace in the accounts.
enum TaskWithoutRelease: BookRule {
  static let rule = Rule(
    "LR62", .note, "A completed task has neither a release nor a device.",
    remedy: "Ask the operator for the completion report.", source: "pattern 25")

  static func judge(_ book: BookFacts) -> [Finding] {
    let named = Set(book.releases.compactMap(\.task)).union(book.devices.compactMap(\.task))
    return book.tasks.compactMap { task in
      guard task.isCompleted, !named.contains(task.key.id) else { return nil }
      return Finding(
        rule, Remark("is completed, and nothing in the book is of it", field: "status"),
        record: "task \(task.key)")
    }
  }
}
