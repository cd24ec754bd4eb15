internal import Crypto
internal import Foundation
internal import GRDB

/// Says what two books say differently of a record, and who said it.
struct ConflictWords {
  let db: Database
  let other: Database
  let ours: BatchHistory
  let theirs: BatchHistory

  func conflict(
    _ table: MergeTable, _ key: String, _ comparison: RecordComparison
  ) throws -> MergeConflict {
    let (here, there) = (comparison.here, comparison.there)
    let events = Set(here.keys).union(there.keys).filter { here[$0]?.hash != there[$0]?.hash }
    var conflict = MergeConflict(
      record: table.title(key), state: Self.state(here, there), differences: [])
    if table.choice == .each {
      let (mine, their) = (here.values.first, there.values.first)
      conflict.differences = try differences(table, nil, mine, their)
    } else {
      for event in events.sorted() {
        conflict.differences += try differences(
          table, event.isEmpty ? nil : event, here[event], there[event])
      }
    }
    let last = events.sorted().reversed()
    conflict.ours = origin(last.compactMap { here[$0] }.first ?? here.values.first, ours)
    conflict.theirs = origin(last.compactMap { there[$0] }.first ?? there.values.first, theirs)
    return conflict
  }

  /// What both say now: a decision made of another state is none of this one.
  private static func state(
    _ here: [String: RecordContent], _ there: [String: RecordContent]
  ) -> String {
    let parts = [here, there].map { side in
      side.map { "\($0.key)=\($0.value.hash)" }.sorted().joined(separator: ",")
    }
    let hash = SHA256.hash(data: Data(parts.joined(separator: "|").utf8))
    return String(ContentHash.hexadecimal(hash).prefix(12))
  }

  private func origin(_ row: RecordContent?, _ history: BatchHistory) -> MergeConflict.Origin? {
    guard let row else { return nil }
    let batch = history[row.batch]
    return MergeConflict.Origin(
      at: row.at, actor: batch?.actor,
      source: batch.map { $0.file ?? "\($0.verb), batch \($0.id)" } ?? "")
  }

  private func differences(
    _ table: MergeTable, _ date: String?, _ mine: RecordContent?, _ their: RecordContent?
  ) throws -> [MergeConflict.Difference] {
    guard let mine, let their else {
      return [
        MergeConflict.Difference(
          date: date, field: table.event == "''" ? "record" : "version",
          ours: mine.map { _ in "there" }, theirs: their.map { _ in "there" })
      ]
    }
    let (left, right) = (try values(table, mine.row, db), try values(table, their.row, other))
    return left.keys.sorted().compactMap { field in
      let (one, two) = (left[field] ?? nil, right[field] ?? nil)
      return one == two
        ? nil : MergeConflict.Difference(date: date, field: field, ours: one, theirs: two)
    }
  }

  private static let circumstances: Set<String> = [
    "fid", "is_current", "content_hash", "recorded_at", "is_recorded_at_given", "batch",
    "source_row", "original_wkb", "is_valid", "invalid_reason",
  ]

  private func values(
    _ table: MergeTable, _ row: Int64, _ db: Database
  ) throws -> [String: String?] {
    guard
      let found = try Row.fetchOne(
        db, sql: "SELECT * FROM \"\(table.name)\" WHERE fid = ?", arguments: [row])
    else { return [:] }
    return found.reduce(into: [:]) { values, column in
      if Self.circumstances.contains(column.0) { return }
      values[column.0] = Self.text(column.1)
    }
  }

  private static func text(_ value: DatabaseValue) -> String? {
    switch value.storage {
    case .null: nil
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    case .blob(let blob):
      "\(blob.count) bytes, \(ContentHash.hexadecimal(SHA256.hash(data: blob)).prefix(8))"
    }
  }
}
