internal import GRDB
internal import LandRelease

extension LandBook {
  /// Keeps the figures of a period as they are published; they never change again.
  ///
  /// - Returns: the row of the closing.
  /// - Throws: ``BookError`` of kind `refused` where the days are not a period.
  @discardableResult
  public func close(_ closing: Closing, balances: [ClosingBalance]) throws -> Int64 {
    try inWriteTransaction { db in
      try db.execute(
        sql: """
          INSERT INTO closing (period, from_day, to_day, closed_at, through_batch, boundary_set,
            program_version, ledger_digest)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          closing.period, closing.from?.description, closing.to.description,
          closing.closedAt.description, closing.throughBatch, closing.boundarySet,
          closing.programVersion, closing.ledgerDigest,
        ])
      let row = db.lastInsertedRowID
      let insert = try RawStatement(
        db,
        """
        INSERT INTO closing_balance (closing, district, layer, state, area_cm2)
        VALUES (?, ?, ?, ?, ?)
        """)
      for balance in balances {
        insert.bind(1, row)
        insert.bind(2, balance.district)
        insert.bind(3, balance.layer.rawValue)
        insert.bind(4, balance.state.rawValue)
        insert.bind(5, balance.area.squareCentimetres)
        try insert.run()
      }
      for table in ["closing", "closing_balance"] {
        try BookContents.touch(db, table, at: closing.closedAt)
      }
      let draft = LogDraft(
        at: closing.closedAt, verb: "close", subject: "period \(closing.period)",
        about: ["ledger_digest": closing.ledgerDigest])
      return (row, .kept(draft))
    }
  }
}

extension BookReader {
  /// The closings, in the order they were made.
  public func closings() throws -> [Closing] {
    let sql = """
      SELECT fid, period, from_day, to_day, closed_at, through_batch, boundary_set,
        program_version, ledger_digest
      FROM closing ORDER BY fid
      """
    return try all(sql, []) { row in
      var reader = FieldReader(row, table: "closing")
      let (id, period) = (try reader.integer(), try reader.text())
      let (from, to) = (try reader.optional { try $0.date() }, try reader.date())
      let moment = try reader.text()
      guard let closedAt = Timestamp(moment) else {
        throw BookError.damaged("closing \(id) has the moment \"\(moment)\"")
      }
      var closing = Closing(
        period: period, from: from, to: to, closedAt: closedAt,
        throughBatch: try reader.optional { try $0.integer() },
        boundarySet: try reader.optional { try $0.text() }, programVersion: try reader.text(),
        ledgerDigest: try reader.text())
      closing.id = id
      return closing
    }
  }

  /// The balances of a closing, in the order they were given.
  public func balances(ofClosing closing: Int64) throws -> [ClosingBalance] {
    let sql = """
      SELECT fid, district, layer, state, area_cm2 FROM closing_balance
      WHERE closing = ? ORDER BY fid
      """
    return try all(sql, [closing]) { row in
      var reader = FieldReader(row, table: "closing_balance")
      _ = try reader.integer()
      return ClosingBalance(
        district: try reader.text(), layer: try reader.word(), state: try reader.word(),
        area: Area(squareCentimetres: try reader.integer()))
    }
  }
}
