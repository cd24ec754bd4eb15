internal import Foundation
internal import GRDB
internal import GeometryValues
internal import LandRelease

/// Writes the findings of one run: those that are known are met again, with what was decided.
final class FindingWriter {
  private let db: Database
  private let batch: Int64?
  private let at: Timestamp
  private let index: IndexUpdate
  private let search: RawStatement
  private let insertion: DirectStatement
  private let update: RawStatement
  /// How often a finding came in this run.
  private var repetitions: [FindingIdentity: Int] = [:]
  private var columns = RecordColumns()
  /// The rows that were met or written in this run.
  private(set) var rows: Set<Int64> = []

  /// - Parameter batch: the batch that brings them; nil for posting and for checks.
  init(_ db: Database, batch: Int64?, at: Timestamp) throws {
    self.db = db
    self.batch = batch
    self.at = at
    index = try IndexUpdate(db, table: "finding")
    search = try RawStatement(
      db, "SELECT fid, status, facts, reason FROM finding WHERE identity = ? ORDER BY fid")
    insertion = try DirectStatement(
      db,
      """
      INSERT INTO finding (geom, rule, severity, message, file, layer, row, field, record, remedy,
        area_effect_cm2, batch, identity, facts, reason)
      VALUES (\(Self.columns.map { ":\($0)" }.joined(separator: ", ")))
      """, columns: Self.columns)
    // A finding of a batch that was taken back belongs to no batch once it is found again.
    let held = "iif(\(try BatchesInForce(db).condition()), batch, NULL)"
    update = try RawStatement(
      db,
      """
      UPDATE finding SET severity = ?1, remedy = ?2, file = ifnull(?3, file),
        layer = ifnull(?4, layer), row = ifnull(?5, row), batch = ifnull(?6, \(held)),
        status = iif(?7, status, 'open'), reason = iif(?7 OR status = 'open', reason, NULL),
        decided_at = iif(?7 OR status = 'open', decided_at, NULL)
      WHERE fid = ?8
      """)
  }

  private static let columns = [
    "geom", "rule", "severity", "message", "file", "layer", "row", "field", "record", "remedy",
    "area_effect_cm2", "batch", "identity", "facts", "reason",
  ]

  func add(_ finding: Finding) throws {
    let known = FindingIdentity(finding)
    // The same said twice, of two rows, is two findings: the second meets the second.
    var before = repetitions[known, default: 0]
    repetitions[known] = before + 1
    var changed: String?
    search.bind(1, known.identity)
    while try search.next() {
      let isAccepted = search.text(1) == KeptFinding.Status.accepted.rawValue
      if search.integer(2) != known.facts {
        if isAccepted { changed = search.text(3) }
      } else if before > 0 {
        before -= 1
      } else {
        let row = search.integer(0)
        search.reset()
        return try meet(finding, row, isAccepted: isAccepted)
      }
    }
    try insert(finding, known, changed.map { "it has changed since it was accepted: \($0)" })
  }

  /// What was decided holds for as long as the finding says the same.
  private func meet(_ finding: Finding, _ row: Int64, isAccepted: Bool) throws {
    try keep(row)
    update.bind(1, finding.severity.rawValue)
    update.bind(2, finding.remedy)
    update.bind(3, finding.place.file)
    update.bind(4, finding.place.layer)
    update.bind(5, finding.place.row.map(Int64.init))
    update.bind(6, batch)
    update.bind(7, isAccepted ? 1 : 0)
    update.bind(8, row)
    try update.run()
    rows.insert(row)
    try move(row, to: finding.place.position)
  }

  /// Keeps what a batch is about to write over, for its undo.
  private func keep(_ row: Int64) throws {
    if let batch { try FindingChanges.keep(row, batch: batch, db) }
  }

  private func move(_ row: Int64, to position: Position?) throws {
    guard let blob = position.flatMap({ GeoPackageBlob.write(.points([$0])) }) else { return }
    let held = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT geom FROM finding WHERE fid = ?"), arguments: [row])
    guard held != blob else { return }
    try index.noteChange(of: row)
    try db.cachedStatement(sql: "UPDATE finding SET geom = ? WHERE fid = ?")
      .execute(arguments: [blob, row])
  }

  private func insert(
    _ finding: Finding, _ known: FindingIdentity, _ reason: String?
  ) throws {
    let place = finding.place
    let blob = place.position.flatMap { GeoPackageBlob.write(.points([$0])) }
    let fields = [
      Field("geom", blob), Field("rule", finding.rule),
      Field("severity", finding.severity.rawValue), Field("message", finding.message),
      Field("file", place.file), Field("layer", place.layer), Field("row", place.row),
      Field("field", place.field), Field("record", place.record),
      Field("remedy", finding.remedy),
      Field("area_effect_cm2", finding.areaEffect?.squareCentimetres), Field("batch", batch),
      Field("identity", known.identity), Field("facts", known.facts), Field("reason", reason),
    ]
    columns.begin()
    for field in fields { columns.addUnhashed(field.value) }
    insertion.bind(columns)
    try insertion.run()
    let row = insertion.lastRow
    rows.insert(row)
    guard let position = place.position, blob != nil else { return }
    try index.note(
      row, Envelope(minX: position.x, minY: position.y, maxX: position.x, maxY: position.y))
  }

  /// Marks as fixed what this run should have met and did not.
  ///
  /// - Parameters:
  ///   - rules: the rules that were held against the records.
  ///   - records: the records as findings name them; nil is all.
  func fixOthers(of rules: Set<String>, records: Set<String>?) throws {
    let candidates = try candidates(records)
    let fix = try RawStatement(
      db, "UPDATE finding SET status = 'fixed', reason = ?, decided_at = ? WHERE fid = ?")
    for (row, rule) in candidates where rules.contains(rule) && !rows.contains(row) {
      try keep(row)
      fix.bind(1, "no longer found on \(at.day?.description ?? at.description)")
      fix.bind(2, at.description)
      fix.bind(3, row)
      try fix.run()
    }
  }

  private func candidates(_ records: Set<String>?) throws -> [(Int64, String)] {
    var found: [(Int64, String)] = []
    guard let records else {
      let all = try RawStatement(db, "SELECT fid, rule FROM finding WHERE status <> 'fixed'")
      while try all.next() { found.append((all.integer(0), all.text(1) ?? "")) }
      return found
    }
    let some = try RawStatement(
      db, "SELECT fid, rule FROM finding WHERE record = ? AND status <> 'fixed'")
    for record in records.sorted() {
      some.bind(1, record)
      while try some.next() { found.append((some.integer(0), some.text(1) ?? "")) }
    }
    return found
  }

  /// Brings the index of the layer up to date.
  func finish() throws { try index.finish(at: at) }
}
