internal import GRDB

/// A batch as columns of `import_batch`.
enum BatchRow {
  static let select = """
    SELECT fid, at, verb, record_type, actor, file, file_sha256, layer, crs, operation, mapping,
      assumptions, reverses, reason, rows_stored, rows_unchanged, rows_refused, origin_book,
      origin_head, merged_by
    FROM import_batch ORDER BY fid
    """

  static func read(_ row: Row) throws -> LoggedBatch {
    var reader = FieldReader(row, table: "import_batch")
    let id = try reader.integer()
    let at = try reader.text()
    guard let moment = Timestamp(at) else {
      throw BookError.damaged("batch \(id) has the moment \"\(at)\"")
    }
    var description = BatchDescription(
      at: moment, verb: try reader.text(), recordType: try reader.text())
    description.actor = try reader.optional { try $0.text() }
    description.file = try reader.optional { try $0.text() }
    description.fileHash = try reader.optional { try $0.text() }
    description.layer = try reader.optional { try $0.text() }
    description.crs = try reader.optional { try $0.text() }
    description.operation = try reader.optional { try $0.text() }
    description.mapping = try reader.optional { try $0.text() }
    description.assumptions = try reader.optional { try $0.text() }
    description.reverses = try reader.optional { try $0.integer() }
    description.reason = try reader.optional { try $0.text() }
    var batch = LoggedBatch(
      id: id, description: description, stored: Int(try reader.integer()),
      unchanged: Int(try reader.integer()), refused: Int(try reader.integer()))
    let (book, head) = (
      try reader.optional { try $0.text() }, try reader.optional { try $0.text() }
    )
    let merge = try reader.optional { try $0.integer() }
    batch.origin = book.map { LoggedBatch.Origin(book: $0, head: head ?? "", merge: merge) }
    return batch
  }
}

/// A refused row as columns of `refused_row`.
enum RefusedRowRow {
  static let select =
    "SELECT batch, row, field, reason, remedy, original FROM refused_row ORDER BY fid"

  static func read(_ row: Row) throws -> (batch: Int64, row: RefusedRow) {
    var reader = FieldReader(row, table: "refused_row")
    let batch = try reader.integer()
    let refused = RefusedRow(
      row: try reader.optional { Int(try $0.integer()) },
      field: try reader.optional { try $0.text() }, reason: try reader.text(),
      remedy: try reader.text(), original: try reader.text())
    return (batch, refused)
  }
}
