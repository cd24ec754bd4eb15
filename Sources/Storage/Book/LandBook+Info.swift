internal import GRDB

extension LandBook {
  /// What the book is and how far its ledger is.
  public func info() throws -> BookInfo {
    try inReadTransaction { db in
      let sql = """
        SELECT name, is_synthetic, created_at, program_version, default_boundary_set FROM book
        """
      guard let row = try Row.fetchOne(db, sql: sql) else {
        throw BookError.damaged("the table book is empty")
      }
      var reader = FieldReader(row, table: "book")
      return BookInfo(
        path: path, name: try reader.text(), isSynthetic: try reader.flag(),
        createdAt: try reader.text(), programVersion: try reader.text(),
        boundarySets: try String.fetchAll(
          db, sql: "SELECT DISTINCT boundary_set FROM district ORDER BY 1"),
        defaultBoundarySet: try reader.optional { try $0.text() }, ledger: try Self.standing(db))
    }
  }

  static func standing(_ db: Database) throws -> LedgerStanding {
    let posted =
      try Int64.fetchOne(db, sql: "SELECT ifnull(posted_through_batch, 0) FROM ledger") ?? 0
    let isLater = try BatchesInForce(db).changed(
      since: BatchesInForce(db, through: posted), isCounting: true)
    let sql = """
      WITH
        later (batch) AS (
          SELECT batch FROM hazard_version WHERE \(isLater)
          UNION ALL SELECT batch FROM release_version WHERE \(isLater)),
        any_later (batch) AS (
          SELECT batch FROM later UNION SELECT batch FROM district WHERE \(isLater))
      SELECT posted_through_batch, (SELECT max(fid) FROM import_batch),
        (SELECT count(*) FROM any_later), (SELECT count(*) FROM later), plane, boundary_set,
        posted_at, program_version, widest_bend, is_map_current
      FROM ledger
      """
    guard let row = try Row.fetchOne(db, sql: sql) else {
      throw BookError.damaged("the table ledger is empty")
    }
    var reader = FieldReader(row, table: "ledger")
    return LedgerStanding(
      postedThroughBatch: try reader.optional { try $0.integer() },
      lastBatch: try reader.optional { try $0.integer() },
      batchesBehind: Int(try reader.integer()), recordsBehind: Int(try reader.integer()),
      plane: try reader.optional { try $0.text() },
      boundarySet: try reader.optional { try $0.text() },
      postedAt: try reader.optional { try $0.text() },
      programVersion: try reader.optional { try $0.text() },
      widestBend: try reader.optional { try $0.number() }, isMapCurrent: try reader.flag())
  }
}
