internal import GRDB
internal import GeometryValues
public import LandRelease

extension BatchWriter {
  /// Stores a task; newer content of its key becomes the current row.
  public func store(_ task: LandTask, row: Int? = nil) throws -> StoreOutcome {
    try store(task.key, TaskRow.content(task), nil, into: "task", layer: false, row: row)
  }

  /// Stores a device; newer content of its key becomes the current row.
  public func store(_ device: Device, row: Int? = nil) throws -> StoreOutcome {
    try store(
      device.key, DeviceRow.content(device), device.position.map { .points([$0]) }, into: "device",
      layer: true, row: row)
  }

  /// Stores a victim; newer content of its key becomes the current row.
  public func store(_ victim: Victim, row: Int? = nil) throws -> StoreOutcome {
    try store(
      victim.key, VictimRow.content(victim), victim.position.map { .points([$0]) }, into: "victim",
      layer: true, row: row)
  }

  /// Stores an accident; newer content of its key becomes the current row.
  public func store(_ accident: Accident, row: Int? = nil) throws -> StoreOutcome {
    try store(
      accident.key, AccidentRow.content(accident), accident.position.map { .points([$0]) },
      into: "accident", layer: true, row: row)
  }

  /// Stores a minefield record; newer content of its key becomes the current row.
  public func store(_ record: MinefieldRecord, row: Int? = nil) throws -> StoreOutcome {
    try store(
      record.key, MinefieldRecordRow.content(record), record.geometry, into: "minefield_record",
      layer: true, row: row)
  }

  /// Stores a statement; what it says is its identity.
  public func store(_ statement: LandRelease.Statement, row: Int? = nil) throws -> StoreOutcome {
    let content = StatementRow.content(statement)
    let hash = ContentHash.text(content)
    let known = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT fid FROM statement WHERE content_hash = ? AND \(inForce.condition())"),
      arguments: [hash])
    if let known { return try unchanged(known, of: "statement") }
    return try insert(
      content + [Field("content_hash", hash)], into: "statement", as: .first, row: row,
      layer: false)
  }

  /// Stores a claim as the JSON it is read from; newer content of its id becomes the current row.
  ///
  /// - Parameter sourceKey: the publication it stands in.
  public func store(
    claim id: String, sourceKey: String?, document: String, row: Int? = nil
  ) throws -> StoreOutcome {
    let content = [
      Field("id", id), Field("source_key", sourceKey), Field("document", document),
    ]
    return try replace(
      content, hash: ContentHash.text(content), in: "claim", key: [Field("id", id)], layer: false,
      row: row)
  }

  func store(
    _ key: RecordKey, _ content: [Field], _ geometry: Geometry?, into table: String, layer: Bool,
    row: Int?
  ) throws -> StoreOutcome {
    guard geometry?.isFinite ?? true else {
      return .refused(
        field: "position", reason: "a coordinate is not a finite number",
        remedy: "correct the coordinates and import the row again")
    }
    let place = layer ? [Field("geom", geometry.flatMap(GeoPackageBlob.write))] : []
    return try replace(
      content + place, hash: ContentHash.text(content, geometry), in: table,
      key: [Field("id", key.id), Field("organisation", key.organisation)], layer: layer, row: row)
  }

  func replace(
    _ fields: [Field], hash: String, in table: String, key: [Field], layer: Bool, row: Int?
  ) throws -> StoreOutcome {
    let current = try current(of: table, key)
    if let current, current.hash == hash { return try unchanged(current.version, of: table) }
    let outcome = try insert(
      fields + [Field("content_hash", hash)], into: table, as: current == nil ? .first : .version,
      row: row, layer: layer)
    if case .stored = outcome, let current {
      try db.cachedStatement(sql: "UPDATE \(table) SET is_current = 0 WHERE fid = ?")
        .execute(arguments: [current.version])
    }
    return outcome
  }

  /// The row of a key that counts.
  private func current(
    of table: String, _ key: [Field]
  ) throws -> (version: Int64, hash: String)? {
    let search = try statement("SELECT fid, content_hash FROM \(table)", key) { columns in
      " WHERE \(columns.map { "\($0) IS :\($0)" }.joined(separator: " AND ")) AND is_current"
    }
    defer { search.reset() }
    return try search.next() ? (search.integer(0), search.text(1) ?? "") : nil
  }
}

extension Geometry {
  fileprivate var isFinite: Bool {
    switch self {
    case .points(let points): points.allSatisfy { $0.x.isFinite && $0.y.isFinite }
    case .lines(let lines): lines.joined().allSatisfy { $0.x.isFinite && $0.y.isFinite }
    case .polygons(let polygons): polygons.coordinates.allSatisfy(\.isFinite)
    case .empty: true
    }
  }
}
