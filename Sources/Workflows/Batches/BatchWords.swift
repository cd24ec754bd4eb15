import Storage

/// What batches and their rows are called in sentences and in the log.
enum BatchWords {
  /// `import of hazards.csv`, `undo of batch 3`, `amend of hazard H1`.
  static func what(_ batch: LoggedBatch, _ batches: [LoggedBatch]) -> String {
    let description = batch.description
    if let reversed = description.reverses { return "undo of batch \(reversed)" }
    if let file = description.file { return "\(description.verb) of \(file)" }
    return "\(description.verb) of \(description.layer ?? description.recordType)"
  }

  /// The rows of a table as the command line calls them.
  static func table(_ name: String) -> String {
    switch name {
    case "hazard_version": "hazards"
    case "release_version": "releases"
    default: name.replacing("_", with: " ") + "s"
    }
  }
}
