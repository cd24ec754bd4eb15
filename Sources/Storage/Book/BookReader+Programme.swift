internal import GRDB
public import LandRelease

extension BookReader {
  /// The current tasks.
  public func tasks() throws -> [Stored<LandTask>] {
    try current("task", TaskRow.columns, TaskRow.read)
  }

  /// The current devices.
  public func devices() throws -> [Stored<Device>] {
    try current("device", DeviceRow.columns, DeviceRow.read)
  }

  /// The current victims.
  public func victims() throws -> [Stored<Victim>] {
    try current("victim", VictimRow.columns, VictimRow.read)
  }

  /// The current accidents; a book that was never brought up to date has none.
  public func accidents() throws -> [Stored<Accident>] {
    try current("accident", AccidentRow.columns, AccidentRow.read)
  }

  /// The current minefield records.
  public func minefieldRecords() throws -> [Stored<MinefieldRecord>] {
    try current("minefield_record", MinefieldRecordRow.columns, MinefieldRecordRow.read)
  }

  /// The current zones, with the area of their ground.
  public func zones() throws -> [Stored<Zone>] {
    let condition = try isCurrent("zone", key: ["id", "organisation"])
    let areas = Dictionary(
      try all("SELECT fid, area_cm2 FROM zone WHERE \(condition)", []) { row in
        var reader = FieldReader(row, table: "zone")
        return (try reader.integer(), Area(squareCentimetres: try reader.integer()))
      }, uniquingKeysWith: { first, _ in first })
    return try current("zone", ZoneRow.columns, ZoneRow.read).map { stored in
      var stored = stored
      stored.measuredArea = areas[stored.version]
      return stored
    }
  }

  /// The current checks of the environment.
  public func environmentChecks() throws -> [Stored<EnvironmentCheck>] {
    try current("environment_check", EnvironmentCheckRow.columns, EnvironmentCheckRow.read)
  }

  /// All statements.
  public func statements() throws -> [Stored<LandRelease.Statement>] {
    try current(
      "statement", StatementRow.columns, StatementRow.read, condition: inForce().condition())
  }

  /// The current claims as the JSON they were read from, in order of id.
  public func claims() throws -> [(id: String, json: String)] {
    let sql = """
      SELECT id, document FROM claim WHERE \(try isCurrent("claim", key: ["id"])) ORDER BY id, fid
      """
    return try all(sql, []) { row in
      var reader = FieldReader(row, table: "claim")
      return (try reader.text(), try reader.text())
    }
  }

  /// What is kept for a person to look at.
  public func findings() throws -> [KeptFinding] {
    try all(
      FindingRow.select + """
         WHERE batch IS NULL OR \(BatchesInForce(db).condition()) ORDER BY fid
        """, [], FindingRow.read)
  }

  /// The log of imports.
  public func batches() throws -> [LoggedBatch] {
    let inForce = try inForce()
    var batches = try all(BatchRow.select, [], BatchRow.read)
      .filter { $0.id <= throughBatch ?? .max }
    let undoing = Dictionary(
      batches.compactMap { batch in
        inForce.holds(batch.id) ? batch.description.reverses.map { ($0, batch.id) } : nil
      }, uniquingKeysWith: { first, _ in first })
    for place in batches.indices {
      let merge = batches[place].origin?.merge
      batches[place].undoneBy =
        undoing[batches[place].id] ?? merge.flatMap { inForce.holds($0) ? nil : undoing[$0] }
    }
    return batches
  }

  /// The rows that were not taken, with the batch they came in.
  public func refusedRows() throws -> [(batch: Int64, row: RefusedRow)] {
    let inForce = try inForce()
    return try all(RefusedRowRow.select, [], RefusedRowRow.read).filter { inForce.holds($0.batch) }
  }

  func current<Content>(
    _ table: String, _ columns: String, _ read: (inout FieldReader) throws -> Content,
    condition: String? = nil
  ) throws -> [Stored<Content>] {
    let condition = try condition ?? isCurrent(table, key: UndoChange.keys[table] ?? [])
    let sql = """
      SELECT fid, \(BatchesInForce.moment), content_hash, \(columns)
      FROM \(table) WHERE \(condition) ORDER BY fid
      """
    return try all(sql, []) { row in
      var reader = FieldReader(row, table: table)
      let (version, recordedAt) = (try reader.integer(), try reader.text())
      let hash = try reader.text()
      return Stored(
        version: version, content: try read(&reader), recordedAt: recordedAt, contentHash: hash,
        measuredArea: nil)
    }
  }

  /// The condition that a row was the newest of its key when the last batch to look at was in.
  private func isCurrent(_ table: String, key: [String]) throws -> String {
    if throughBatch == nil { return "is_current" }
    let inForce = try inForce()
    if inForce.hasMerged {
      return "\(inForce.condition()) AND \(UndoChange.current(table, key, inForce))"
    }
    let isSame = key.map { "later.\($0) IS \(table).\($0)" }.joined(separator: " AND ")
    return """
      \(inForce.condition()) AND NOT EXISTS (SELECT 1 FROM \(table) AS later
        WHERE \(isSame) AND later.fid > \(table).fid AND \(inForce.condition("later.batch")))
      """
  }
}
