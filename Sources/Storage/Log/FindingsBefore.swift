internal import Foundation
internal import GRDB

/// Keeps findings as they were before a transaction changes them, so that what another program did
/// to one of them is not taken for our own doing.
struct FindingsBefore {
  private let db: Database

  /// Temporary triggers keep each finding before it is changed for the first time.
  init(_ db: Database) throws {
    self.db = db
    try db.execute(
      sql: """
        CREATE TEMP TABLE finding_before AS SELECT * FROM finding WHERE 0;
        CREATE UNIQUE INDEX temp.finding_before_fid ON finding_before (fid);
        CREATE TEMP TRIGGER finding_before_update BEFORE UPDATE ON main.finding BEGIN
          INSERT OR IGNORE INTO finding_before SELECT * FROM finding WHERE fid = OLD.fid;
        END;
        CREATE TEMP TRIGGER finding_before_delete BEFORE DELETE ON main.finding BEGIN
          INSERT OR IGNORE INTO finding_before SELECT * FROM finding WHERE fid = OLD.fid;
        END;
        """)
  }

  /// The digests of the findings that were changed, as they were, by number.
  func digests() throws -> [Int64: Data] {
    let form = try RowForm(db, "finding_before", as: LoggedTable.finding.name)
    form.begin(.min, .max)
    var digests: [Int64: Data] = [:]
    while let (row, digest) = try form.next() {
      digests[row] = BucketItem(number: row, digest).digest
    }
    return digests
  }

  /// Takes the temporary table and its triggers away, unless the transaction is undone anyhow.
  func end() throws {
    try db.execute(
      sql: """
        DROP TRIGGER temp.finding_before_update;
        DROP TRIGGER temp.finding_before_delete;
        DROP TABLE temp.finding_before;
        """)
  }
}
