internal import GRDB

/// The batches that count: all up to some batch but those that another that counts takes back.
///
/// An undo is a batch too, so that undoing it brings back what it took. What came by a merge counts
/// for as long as the merge does. Everything that reads rows of a batch puts ``condition(_:)`` into
/// its SQL, and nothing else decides what counts.
struct BatchesInForce: Equatable {
  /// The last batch that is looked at; nil is all.
  let through: Int64?
  /// Batches taken back, ascending.
  let undone: [Int64]
  /// Whether some batches were recorded before others of lower numbers: they came by a merge.
  let hasMerged: Bool

  init(_ db: Database, through: Int64? = nil) throws {
    self.through = through
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT fid, reverses, merged_by FROM import_batch
          WHERE fid <= ? AND (reverses IS NOT NULL OR merged_by IS NOT NULL)
          ORDER BY fid DESC
          """), arguments: [through ?? .max])
    var undone: Set<Int64> = []
    var hasMerged = false
    // The latest first: nothing that comes after a batch is undecided when it is looked at.
    while let row = try rows.next() {
      let batch: Int64 = try row.decode(atIndex: 0)
      if let merge: Int64 = try row.decode(atIndex: 2) {
        hasMerged = true
        if undone.contains(merge) { undone.insert(batch) }
      }
      guard let reversed: Int64 = try row.decode(atIndex: 1) else { continue }
      if !undone.contains(batch) { undone.insert(reversed) }
    }
    self.undone = undone.sorted()
    self.hasMerged = hasMerged
  }

  /// The SQL of when a row's batch was recorded: what came by a merge has higher numbers than what
  /// was recorded after it.
  static let moment =
    "(SELECT ifnull(m.origin_at, m.at) FROM import_batch AS m WHERE m.fid = batch)"

  /// Whether rows of a batch count.
  func holds(_ batch: Int64) -> Bool {
    batch <= through ?? .max && !undone.contains(batch)
  }

  /// The SQL that is true of rows that count.
  ///
  /// - Parameter column: the batch of a row, with its table where that must be said.
  func condition(_ column: String = "batch") -> String {
    // The sign keeps SQLite from walking the rows by the index of batches, out of their order.
    var parts: [String] = []
    if let through { parts.append("+\(column) <= \(through)") }
    if !undone.isEmpty {
      parts.append("+\(column) NOT IN (\(undone.map { "\($0)" }.joined(separator: ", ")))")
    }
    return parts.isEmpty ? "TRUE" : "(" + parts.joined(separator: " AND ") + ")"
  }

  /// The SQL that is true of rows that came after an earlier state, or that count otherwise since.
  ///
  /// - Parameter isCounting: leaves out what came and was taken back since.
  func changed(since earlier: BatchesInForce, isCounting: Bool = false) -> String {
    let later = "batch > \(earlier.through ?? .max)" + (isCounting ? " AND \(condition())" : "")
    let toggled = toggled(since: earlier).sorted()
    if toggled.isEmpty { return later }
    return "(\(later) OR batch IN (\(toggled.map { "\($0)" }.joined(separator: ", "))))"
  }

  /// The batches up to an earlier one that counted then and don't now, or the other way round.
  func toggled(since earlier: BatchesInForce) -> Set<Int64> {
    Set(undone).symmetricDifference(earlier.undone).filter { $0 <= earlier.through ?? .max }
  }
}
