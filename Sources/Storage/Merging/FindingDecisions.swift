internal import Foundation
internal import GRDB

/// What people decided about findings in another book, brought to this one.
///
/// A finding is known again by what it is about and what it says. What was accepted there, and is
/// open here or has not been found yet, is accepted here; what was decided here stays.
struct FindingDecisions {
  let db: Database
  let other: Database
  /// The records that are wanted, as findings name them; nil is all.
  var titles: Set<String>?

  /// A finding of the other book, with that of this one where there is one.
  struct Coming {
    var there: Int64
    var here: Int64?
  }

  func coming() throws -> [Coming] {
    let accepted = try Row.fetchAll(
      other,
      sql: """
        SELECT fid, identity, facts, record FROM finding
        WHERE status = 'accepted' AND identity IS NOT NULL ORDER BY fid
        """)
    let search = try db.makeStatement(
      sql:
        "SELECT fid, status, decided_at FROM finding WHERE identity = ? AND facts IS ? ORDER BY fid"
    )
    var met: Set<Int64> = []
    return try accepted.compactMap { row in
      let (there, identity): (Int64, Int64) = (row[0], row[1])
      let facts: Int64? = row[2]
      let record: String? = row[3]
      if let titles, !titles.contains(record ?? "") { return nil }
      let known = try Row.fetchAll(search, arguments: [identity, facts])
      if known.isEmpty { return Coming(there: there, here: nil) }
      // A decision of this book, also that a finding is open again, was made knowing it.
      let open = known.first { found in
        let (number, status): (Int64, String) = (found[0], found[1])
        let decided: String? = found[2]
        return status == "open" && decided == nil && !met.contains(number)
      }
      guard let open else { return nil }
      let number: Int64 = open[0]
      met.insert(number)
      return Coming(there: there, here: number)
    }
  }

  /// Takes the decisions over, so that the undo of the batch gives them back.
  func take(into batch: Int64) throws -> Int {
    let all = try coming()
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
        try FindingChanges.keep(here, batch: batch, db)
        try db.execute(
          sql: """
            UPDATE finding SET status = 'accepted', reason = ?, actor = ?, decided_at = ?
            WHERE fid = ?
            """, arguments: [row["reason"], row["actor"], row["decided_at"], here])
      } else {
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
      db, sql: "SELECT at FROM import_batch WHERE fid = ?", arguments: [batch]
    ).flatMap({ Timestamp($0) }) {
      try index.finish(at: moment)
    }
    return all.count
  }
}
