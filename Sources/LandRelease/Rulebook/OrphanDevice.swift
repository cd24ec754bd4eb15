/// A device of a release or a task that is not there.
enum OrphanDevice: BookRule {
  static let rule = Rule(
    "LR67", .warning, "A device names a release or a task that the book does not hold.",
    remedy: "Import what it names, or correct the id in the source and import it again.",
    source: "pattern 25")

  static func judge(_ book: BookFacts) -> [Finding] {
    let releases = Set(book.releases.map(\.key.id))
    let tasks = Set(book.tasks.map(\.key.id))
    return book.devices.compactMap { device in
      var missing: [String] = []
      if let release = device.release, !releases.contains(release) {
        missing.append("release \"\(release)\"")
      }
      if let task = device.task, !tasks.contains(task) { missing.append("task \"\(task)\"") }
      guard !missing.isEmpty else { return nil }
      return Finding(
        rule,
        Remark(
          "names \(missing.joined(separator: " and ")), which the book does not hold",
          field: "release_id"),
        record: "device \(device.key)")
    }
  }
}
