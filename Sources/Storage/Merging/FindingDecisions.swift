internal import Foundation
internal import GRDB

/// What people decided about findings in another book, and what its files were found to have,
/// brought to this one.
///
/// A finding is known again by what it is about and what it says. What was decided last holds,
/// whichever book it was decided in; what is fixed here stays so.
struct FindingDecisions {
  let db: Database
  let other: Database
  /// The records that are wanted, as findings name them; nil is all.
  var titles: Set<String>?

  /// A finding of the other book, with that of this one where there is one.
  struct Coming {
    var there: Int64
    var here: Int64?
    /// The batch there whose file it was found in; nil where what comes is a decision.
    var batch: Int64?
  }

  /// - Parameter batches: the batches there that come, whose open findings come with them.
  func coming(with batches: Set<Int64>) throws -> [Coming] {
    let candidates = try Row.fetchAll(
      other,
      sql: """
        SELECT fid, identity, facts, record, status, reason, ifnull(decided_at, ''), batch
        FROM finding
        WHERE identity IS NOT NULL AND (status = 'accepted'
          OR status = 'open' AND (decided_at IS NOT NULL OR batch IS NOT NULL)) ORDER BY fid
        """)
    let search = try db.makeStatement(
      sql: """
        SELECT fid, status, reason, ifnull(decided_at, '') FROM finding
        WHERE identity = ? AND facts IS ? ORDER BY fid
        """)
    var met: Set<Int64> = []
    return try candidates.compactMap { row in
      let (there, identity): (Int64, Int64) = (row[0], row[1])
      let facts: Int64? = row[2]
      let (record, reason): (String?, String?) = (row[3], row[5])
      let (status, decided): (String, String) = (row[4], row[6])
      if let titles, !titles.contains(record ?? "") { return nil }
      let known = try Row.fetchAll(search, arguments: [identity, facts])
      if known.isEmpty {
        if status == "accepted" { return Coming(there: there) }
        let batch: Int64? = row[7]
        return batch.flatMap { batches.contains($0) ? Coming(there: there, batch: $0) : nil }
      }
      guard !decided.isEmpty, let same = known.first(where: { !met.contains($0[0]) }) else {
        return nil
      }
      let (number, standing): (Int64, String) = (same[0], same[1])
      let (why, before): (String?, String) = (same[2], same[3])
      met.insert(number)
      let isNews = standing != "fixed" && decided > before && (standing, why) != (status, reason)
      return isNews ? Coming(there: there, here: number) : nil
    }
  }

  /// Takes the findings over, so that the undo of the merge gives them back.
  ///
  /// - Parameter numbers: the numbers here of batches of the other book.
  /// - Returns: how many decisions there are among them.
  func take(into merge: Int64, numbers: [Int64: Int64]) throws -> Int {
    let all = try coming(with: Set(numbers.keys))
    let names = try db.columns(in: "finding").map(\.name).filter { $0 != "fid" }
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let index = try IndexUpdate(db, table: "finding")
    for finding in all {
      guard
        let row = try Row.fetchOne(
          other, sql: "SELECT \(list) FROM finding WHERE fid = ?", arguments: [finding.there])
      else { continue }
      if let here = finding.here {
        try FindingChanges.keep(here, batch: merge, db)
        try db.execute(
          sql: """
            UPDATE finding SET status = ?, reason = ?, actor = ?, decided_at = ? WHERE fid = ?
            """, arguments: [row["status"], row["reason"], row["actor"], row["decided_at"], here])
      } else {
        let batch = finding.batch.flatMap { numbers[$0] } ?? merge
        let values = names.map { $0 == "batch" ? batch.databaseValue : row[$0] as DatabaseValue }
        try db.execute(
          sql: "INSERT INTO finding (\(list)) VALUES (\(marks))",
          arguments: StatementArguments(values))
        let blob: Data? = row["geom"]
        if let blob {
          try index.note(db.lastInsertedRowID, (try? GeoPackageBlob.envelope(blob)) ?? .init())
        }
      }
    }
    if let moment = try String.fetchOne(
      db, sql: "SELECT at FROM import_batch WHERE fid = ?", arguments: [merge]
    ).flatMap({ Timestamp($0) }) {
      try index.finish(at: moment)
    }
    return all.count { $0.batch == nil }
  }
}
