internal import Foundation
internal import GRDB

/// Takes rows back that a decision is against, of kinds that have no content to say so.
///
/// A batch counts as a whole, so the batch of such a row is taken back by an undo of its own, which
/// other books know again, and what else it brought comes once more as a batch of the same moment.
struct RowWithdrawal {
  private let db: Database
  private let merge: Int64
  private let writer: BatchWriter
  private let reason: String
  /// Rows to go, by table.
  private var rows: [String: Set<Int64>] = [:]
  /// Their batches.
  private var batches: Set<Int64> = []
  /// Every batch that was written.
  private(set) var written: Set<Int64> = []

  init(_ db: Database, _ writer: BatchWriter, reason: String) {
    self.db = db
    self.writer = writer
    self.reason = reason
    merge = writer.batch
  }

  /// How many batches it can take to write, at most.
  static func mostBatches(
    _ contested: [MergePlan.Contested], _ db: Database, _ other: Database
  ) throws -> Int {
    var batches: (ours: Set<Int64>, theirs: Set<Int64>) = ([], [])
    for item in contested {
      for row in item.comparison.ours {
        batches.ours.formUnion(try bringing(row.row, item.table.name, db) + [row.batch])
      }
      for row in item.comparison.theirs {
        batches.theirs.formUnion(try bringing(row.row, item.table.name, other) + [row.batch])
      }
    }
    return 2 * (batches.ours.count + batches.theirs.count)
  }

  /// The batches that brought a row again.
  private static func bringing(_ row: Int64, _ table: String, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT batch FROM unchanged_row
          WHERE table_name = ? AND ? BETWEEN first_row AND last_row
          """), arguments: [table, row])
  }

  /// Notes rows of a record that count now and have one of some contents.
  ///
  /// - Throws: ``BookError`` where a row belongs to a merge, which can't be taken back in part.
  mutating func note(_ contested: MergePlan.Contested, _ hashes: Set<String>) throws {
    let table = contested.table
    let values = JSONText.read(contested.key, as: [String?].self) ?? []
    let same = table.key.map { "\"\($0)\" IS ?" }.joined(separator: " AND ")
    let inForce = try BatchesInForce(db)
    let found = try Row.fetchAll(
      db, sql: "SELECT fid, batch, content_hash FROM \"\(table.name)\" WHERE \(same)",
      arguments: StatementArguments(values.map { $0.databaseValue }))
    for row in found where hashes.contains(row[2]) {
      let (number, batch): (Int64, Int64) = (row[0], row[1])
      rows[table.name, default: []].insert(number)
      let all = [batch] + (try Self.bringing(number, table.name, db))
      for one in all where inForce.holds(one) {
        let verb = try String.fetchOne(
          db, sql: "SELECT verb FROM import_batch WHERE fid = ?", arguments: [one])
        if verb == "merge" {
          throw BookError(
            .refused, path: BookError.somewhere,
            "\(contested.conflict.record) came with the merge that is batch \(one), and can't be taken back without it",
            remedy: "decide for the side that has it, or undo that merge first")
        }
        batches.insert(one)
      }
    }
  }

  /// Writes the batches, the first of them under the number and moment given.
  mutating func run(first: Int64, moments: ArraySlice<Timestamp>) throws {
    var (number, moments) = (first, moments)
    for batch in batches.sorted() {
      guard let at = moments.popFirst(), let later = moments.popFirst() else {
        throw BookError.damaged("more batches hold what was decided than were counted")
      }
      try takeBack(batch, as: number, at)
      written.insert(number)
      number += 1
      guard try hasRest(batch) else { continue }
      try bringRest(of: batch, as: number, later)
      written.insert(number)
      number += 1
    }
  }

  private func takeBack(_ batch: Int64, as number: Int64, _ at: Timestamp) throws {
    try db.execute(
      sql: """
        INSERT INTO import_batch
          (fid, at, actor, verb, record_type, file, layer, reverses, reason, merged_by, committed)
        SELECT ?, ?, m.actor, 'undo', b.record_type, b.file, b.layer, b.fid, ?, m.fid, 1
        FROM import_batch AS b JOIN import_batch AS m ON m.fid = ? WHERE b.fid = ?
        """, arguments: [number, at.description, reason, merge, batch])
  }

  /// Whether a batch brought anything but rows that go.
  private func hasRest(_ batch: Int64) throws -> Bool {
    try (MergeTable.all.map(\.name) + ["refused_row", "mapping_profile"]).contains { table in
      try Int64.fetchAll(
        db, sql: "SELECT fid FROM \"\(table)\" WHERE batch = ?", arguments: [batch]
      ).contains { !(rows[table]?.contains($0) ?? false) }
    }
      || Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM unchanged_row WHERE batch = ?)", arguments: [batch])
        ?? false
  }

  /// Copies a batch without the rows that go.
  private func bringRest(of batch: Int64, as number: Int64, _ at: Timestamp) throws {
    let names = try db.columns(in: "import_batch").map(\.name)
    let new: [String: (any DatabaseValueConvertible)?] = [
      "fid": number, "at": at.description, "origin": nil, "merged_by": merge,
      "committed": 0,
    ]
    let values = names.map { name in
      new[name] != nil ? "?" : name == "origin_at" ? "ifnull(origin_at, at)" : "\"\(name)\""
    }
    try db.execute(
      sql: """
        INSERT INTO import_batch (\(names.map { "\"\($0)\"" }.joined(separator: ", ")))
        SELECT \(values.joined(separator: ", ")) FROM import_batch WHERE fid = ?
        """,
      arguments: StatementArguments(
        names.compactMap { new[$0] } + [batch] as [(any DatabaseValueConvertible)?]))
    var stored = 0
    for table in MergeTable.all {
      let index = table.isLayer ? try writer.index(of: table.name) : nil
      for (row, blob) in try copy(table.name, of: batch, to: number) {
        stored += 1
        guard let index, let blob else { continue }
        try index.note(row, (try? GeoPackageBlob.envelope(blob)) ?? .init())
      }
    }
    for table in ["refused_row", "mapping_profile"] { _ = try copy(table, of: batch, to: number) }
    let unchanged = try copyUnchanged(of: batch, to: number)
    try moveFindings(of: batch, to: number)
    try db.execute(
      sql: """
        UPDATE import_batch SET rows_stored = ?1, rows_unchanged = ?2,
          rows_in = ?1 + ?2 + rows_refused, committed = 1 WHERE fid = ?3
        """, arguments: [stored, unchanged, number])
  }

  private func copy(
    _ table: String, of batch: Int64, to number: Int64
  ) throws -> [(row: Int64, geometry: Data?)] {
    let copying = try RowCopying(db, db, table)
    return try Int64.fetchAll(
      db, sql: "SELECT fid FROM \"\(table)\" WHERE batch = ? ORDER BY fid", arguments: [batch]
    ).filter { !(rows[table]?.contains($0) ?? false) }.map { try copying.copy($0, batch: number) }
  }

  private func copyUnchanged(of batch: Int64, to number: Int64) throws -> Int {
    var count = 0
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT table_name, first_row, last_row FROM unchanged_row WHERE batch = ? ORDER BY fid
        """, arguments: [batch])
    for row in found {
      let (table, first, last): (String, Int64, Int64) = (row[0], row[1], row[2])
      var ranges = RowRanges()
      for kept in first...last where !(rows[table]?.contains(kept) ?? false) {
        ranges.add(kept)
        count += 1
      }
      try ranges.write(table, batch: number, db)
    }
    return count
  }

  /// Findings of the file stay with what is left of it; an undo of the merge gives them back.
  private func moveFindings(of batch: Int64, to number: Int64) throws {
    let found = try Int64.fetchAll(
      db, sql: "SELECT fid FROM finding WHERE batch = ? AND status = 'open'", arguments: [batch])
    for finding in found {
      try FindingChanges.keep(finding, batch: merge, db)
      try db.execute(
        sql: "UPDATE finding SET batch = ? WHERE fid = ?", arguments: [number, finding])
    }
  }
}
