import Foundation
import Interchange
import Storage

/// What somebody wrote into the table of conflicts.
struct DecisionsFile {
  /// What was decided of one conflict.
  struct Entry {
    var decision: MergeDecision
    var reason: String?
    var row: Int
  }

  /// By record and state.
  private var entries: [String: Entry] = [:]
  private var records: Set<String> = []

  /// - Throws: ``WorkflowError`` where a decision is no word that is known, or two differ.
  init(_ path: String) throws {
    let table = try WorkflowError.wording { try SurveyFile.open(path) }
    let names = table.header.columns.map { $0.lowercased() }
    func place(_ name: String) throws -> Int {
      guard let place = names.firstIndex(of: name) else {
        throw WorkflowError(
          .unusable, "\(path) has no column \(name)",
          remedy: "Use the file that --conflicts wrote, with its columns decision and reason.")
      }
      return place
    }
    let (record, state) = (try place("record"), try place("state"))
    let (decision, reason) = (try place("decision"), names.firstIndex(of: "reason"))
    try WorkflowError.wording {
      try table.forEachRow { row in
        func cell(_ place: Int?) -> String {
          (place.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? "")
            .trimmingCharacters(in: .whitespaces)
        }
        let word = cell(decision).lowercased()
        if word.isEmpty { return }
        guard let decided = MergeDecision(rawValue: word) else {
          throw WorkflowError(
            .unusable, "\(path), row \(row.number): \"\(word)\" is no decision",
            remedy: "Write latest, ours or theirs.")
        }
        let why = cell(reason)
        try add(
          Entry(decision: decided, reason: why.isEmpty ? nil : why, row: row.number),
          record: cell(record), state: cell(state), path)
      }
    }
  }

  private mutating func add(_ entry: Entry, record: String, state: String, _ path: String) throws {
    let key = "\(record)|\(state)"
    records.insert(record)
    guard let before = entries[key] else {
      entries[key] = entry
      return
    }
    if before.decision != entry.decision {
      throw WorkflowError(
        .unusable,
        "\(path): rows \(before.row) and \(entry.row) decide \(record) differently",
        remedy: "A record is decided as a whole: say the same in all its rows, or in one.")
    }
    if before.reason == nil { entries[key]?.reason = entry.reason }
  }

  func entry(_ conflict: MergeConflict) -> Entry? {
    entries["\(conflict.record)|\(conflict.state)"]
  }

  /// Whether the file decides another state of the record.
  func isOutdated(_ conflict: MergeConflict) -> Bool {
    entry(conflict) == nil && records.contains(conflict.record)
  }
}
