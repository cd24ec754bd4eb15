/// A check of the environment of a release or a task that is not there, or of none.
enum OrphanEnvironmentCheck: BookRule {
  static let rule = Rule(
    "EN02", .warning,
    "A check of the environment names a release or a task that the book does not hold, or none.",
    remedy: "Import what it names, or correct the id in the source and import it again.",
    source: "pattern 25")

  static func judge(_ book: BookFacts) -> [Finding] {
    let releases = Set(book.releases.map(\.key.id))
    let tasks = Set(book.tasks.map(\.key.id))
    return book.environmentChecks.compactMap { check in
      var missing: [String] = []
      if let release = check.release, !releases.contains(release) {
        missing.append("release \"\(release)\"")
      }
      if let task = check.task, !tasks.contains(task) { missing.append("task \"\(task)\"") }
      let isOfNothing = check.release == nil && check.task == nil
      guard !missing.isEmpty || isOfNothing else { return nil }
      return Finding(
        rule,
        Remark(
          isOfNothing
            ? "names neither a release nor a task"
            : "names \(missing.joined(separator: " and ")), which the book does not hold",
          field: "release_id"), record: "environment check \(check.key)")
    }
  }
}
