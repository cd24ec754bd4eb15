internal import GRDB
public import GeometryValues
public import LandRelease

/// One connected piece of open ground, as the layer `remaining` shows it.
public struct RemainingPiece: Sendable {
  /// `confirmed`, `suspected`, `given_up`, or `pending` where only a version that waits holds it.
  public var state: String
  /// Whether a hazard took it up over released ground without naming what it reopens.
  public var isContested: Bool
  /// Whether a version that waits touches it.
  public var isPending: Bool
  /// The leaf district's code, or `no_district`.
  public var district: String
  /// Measured on the ellipsoid.
  public var area: Area
  /// Longitude and latitude on WGS 84.
  public var polygon: MultiPolygon

  /// Makes a piece of what was drawn.
  public init(
    state: String, isContested: Bool, isPending: Bool, district: String, area: Area,
    polygon: MultiPolygon
  ) {
    self.state = state
    self.isContested = isContested
    self.isPending = isPending
    self.district = district
    self.area = area
    self.polygon = polygon
  }
}

extension LandBook {
  /// Puts pieces in place of what the layer `remaining` shows, in one transaction.
  ///
  /// - Parameters:
  ///   - day: the last day of the ledger that they were drawn of; nil where it has none.
  ///   - note: what every piece says of itself.
  /// - Returns: false where the ledger has gone on since the batch they were drawn of; nothing is
  ///   changed then.
  public func drawRemaining(
    _ pieces: [RemainingPiece], asOf day: CalendarDate?, note: String, throughBatch batch: Int64?,
    at moment: Timestamp
  ) throws -> Bool {
    try inWriteTransaction { db in
      let posted = try Int64.fetchOne(db, sql: "SELECT posted_through_batch FROM ledger")
      guard posted == batch else { return (false, .leftAsItWas) }
      let layer = RemainingLayer(db)
      try layer.fill(pieces, asOf: day, note: note)
      try layer.describe(
        "Open ground\(day.map { " on \($0)" } ?? ""), all records together. \(note)", at: moment)
      try db.execute(sql: "UPDATE ledger SET is_map_current = 1")
      let draft = LogDraft(
        at: moment, verb: "map", subject: "remaining", about: ["pieces": "\(pieces.count)"],
        rewritten: ["remaining"])
      return (true, .kept(draft))
    }
  }
}

/// The rows, the index and the description of the layer `remaining`.
struct RemainingLayer {
  private static let table = "remaining"

  private let db: Database
  private let index = SpatialIndex(table: Self.table)

  init(_ db: Database) {
    self.db = db
  }

  /// Takes the pieces away, since they are not where the ledger has them any more.
  func empty(at moment: Timestamp) throws {
    // Another program may have drawn something there.
    let isEmpty = try Bool.fetchOne(
      db,
      sql: """
        SELECT NOT is_map_current AND NOT EXISTS (SELECT 1 FROM \(Self.table)) FROM ledger
        """)
    if isEmpty == true { return }
    try fill([], asOf: nil, note: "")
    try describe(
      "Open ground: emptied, since ground has moved. Run landbook post --map. No record does not mean no hazard.",
      at: moment)
    try db.execute(sql: "UPDATE ledger SET is_map_current = 0")
  }

  func fill(_ pieces: [RemainingPiece], asOf day: CalendarDate?, note: String) throws {
    // Without triggers SQLite drops all rows at once; the transaction brings them back.
    try index.dropTriggers(db)
    try db.execute(sql: "DELETE FROM \(Self.table)")
    var tree = PackedTree(index)
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO \(Self.table)
          (fid, state, contested, pending, district, area_m2, as_of, note, geom)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (place, piece) in pieces.enumerated() {
      let row = Int64(place + 1)
      try insert.execute(arguments: [
        row, piece.state, piece.isContested, piece.isPending, piece.district,
        piece.area.squareMetres, day?.description, note, GeoPackageBlob.write(piece.polygon),
      ])
      try tree.add(row, piece.polygon.envelope, db)
    }
    try tree.write(db)
    try index.createTriggers(db)
    try db.execute(
      sql: """
        UPDATE gpkg_contents SET min_x = NULL, min_y = NULL, max_x = NULL, max_y = NULL
        WHERE table_name = ?
        """, arguments: [Self.table])
    try BookContents.extend(db, Self.table, by: tree.envelope, replacing: true)
  }

  func describe(_ text: String, at moment: Timestamp) throws {
    try db.execute(
      sql: """
        UPDATE gpkg_contents
        SET description = iif((SELECT is_synthetic FROM book), 'SYNTHETIC. ', '') || ?
        WHERE table_name = ?
        """, arguments: [text, Self.table])
    try BookContents.touch(db, Self.table, at: moment)
  }
}
