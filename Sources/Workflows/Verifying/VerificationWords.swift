import Storage

extension LogCheck.Subject {
  /// What is checked.
  var what: String {
    switch self {
    case .file: "Pages of the file"
    case .schema: "Tables, triggers and layers"
    case .log: "Entries of the log"
    case .rows: "Rows that never change"
    case .state: "Small tables"
    case .findings: "Findings and decisions"
    case .ledger: "Events and movements of the ledger"
    case .sums: "Sums that reports read"
    case .current: "Which rows count"
    case .layers: "Layers hazard and release"
    case .index: "Spatial indexes"
    }
  }

  /// What it is held against.
  var against: String {
    switch self {
    case .file: "the check of SQLite"
    case .schema: "those of a new book"
    case .log: "their hashes, each with that of the one before"
    case .rows, .state, .findings, .ledger: "their digests in the log"
    case .sums: "the movements"
    case .current: "the batches in force"
    case .layers: "the versions they show"
    case .index: "the geometries"
    }
  }

  /// What to do where it is not so.
  var remedy: String {
    switch self {
    case .file, .current, .index:
      "Restore a backup, or save what can be read with landbook salvage."
    case .schema, .log, .rows, .state:
      "Restore a backup. If the change is right, import it as a correction."
    case .findings, .layers: "Take the edits in with landbook adopt, or restore a backup."
    case .ledger, .sums: "Work the ledger out from the records: landbook post --anew."
    }
  }
}
