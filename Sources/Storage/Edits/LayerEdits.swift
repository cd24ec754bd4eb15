internal import Foundation
internal import GRDB
internal import GeometryValues
internal import LandRelease

/// Finds what other programs did to the layers `hazard` and `release`, which are all that they can
/// write to beside findings.
struct LayerEdits {
  private let db: Database
  private let layer: String
  private let inForce: BatchesInForce

  init(_ db: Database, _ layer: String) throws {
    self.db = db
    self.layer = layer
    inForce = try BatchesInForce(db)
  }

  static let layers = ["hazard", "release"]

  /// Columns that a person may fill, beside those of ``LayerComparison``.
  private var columns: [String] {
    LayerComparison.editable[layer, default: []] + (layer == "release" ? ["hazards"] : [])
      + ["reported_area_m2"]
  }

  /// How many records were edited, drawn or deleted.
  func count() throws -> Int { try rows().count + deleted().count }

  /// What was done, record by record.
  func all() throws -> [LayerEdit] {
    var edits = try rows().compactMap { try edit(ofRow: $0) }
    for version in try deleted() {
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT organisation, id FROM \(layer)_version WHERE fid = ?",
          arguments: [version])
      else { continue }
      edits.append(
        LayerEdit(
          layer: layer, kind: .deleted, key: RecordKey(organisation: row[0], id: row[1])))
    }
    return edits.sorted { $0.key < $1.key }
  }

  /// Rows that say something else than a version, or have none.
  private func rows() throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT fid FROM (\(LayerComparison(layer, inForce).sql("l.fid")))
        WHERE NOT is_as_stored
        """)
  }

  /// Versions of records that must be shown and have no row.
  private func deleted() throws -> [Int64] {
    let isMissing = """
      \(inForce.condition("v.batch")) AND NOT EXISTS (SELECT 1 FROM "\(layer)" AS l
        WHERE l.organisation = v.organisation AND l.id = v.id)
      """
    return try Int64.fetchAll(db, sql: CurrentLayers.latestSQL(layer, isMissing) + " ORDER BY 1")
  }

  private func edit(ofRow number: Int64) throws -> LayerEdit? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM \"\(layer)\" WHERE fid = ?", arguments: [number])
    else { return nil }
    let key = RecordKey(
      organisation: Self.text(row["organisation"]) ?? "", id: Self.text(row["id"]) ?? "")
    let versions = try versions(of: key)
    let base = versions.first { $0["fid"] == row["version"] as Int64? } ?? versions.last
    var edit = LayerEdit(layer: layer, kind: base == nil ? .added : .changed, key: key)
    edit.columns = columns.compactMap { column in
      let (before, after) = (base.flatMap { Self.text($0[column]) }, Self.text(row[column]))
      return before == after
        ? nil : LayerEdit.Column(name: column, before: before, after: after)
    }
    draw(row, try drawn(base), &edit)
    return edit
  }

  /// Versions of a record that count, in the words of the layer.
  private func versions(of key: RecordKey) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT v.*, v.reported_area_cm2 / 10000.0 AS reported_area_m2
          \(layer == "release" ? hazardsAsText : "")
        FROM \(layer)_version AS v
        WHERE v.id = ? AND v.organisation = ? AND \(inForce.condition("v.batch"))
        ORDER BY v.recorded_at, v.fid
        """, arguments: [key.id, key.organisation]
    ).map { row in
      // The list of a release's hazards is JSON in its versions.
      layer == "release"
        ? Row(
          Dictionary(uniqueKeysWithValues: row.columnNames.map { ($0, row[$0] as DatabaseValue) })
            .merging(["hazards": row["hazards_as_text"]]) { $1 }) : row
    }
  }

  private let hazardsAsText =
    ", (SELECT group_concat(value, ', ') FROM json_each(v.hazards)) AS hazards_as_text"

  /// The polygon that a version is drawn with.
  private func drawn(_ version: Row?) throws -> Data? {
    guard let version, layer == "hazard" else { return version?["geom"] }
    return try Data.fetchOne(
      db,
      sql: "SELECT \(DrawnPolygon.sql("geom", inForce)) FROM hazard_version AS v WHERE v.fid = ?",
      arguments: [version["fid"] as Int64])
  }

  private func draw(_ row: Row, _ drawn: Data?, _ edit: inout LayerEdit) {
    edit.polygonBefore = drawn.flatMap { (try? GeoPackageBlob.polygons($0)) ?? nil }
    let stored: DatabaseValue = row["geom"]
    guard !stored.isNull else {
      if edit.polygonBefore != nil { edit.drawing = .removed }
      return
    }
    guard case .blob(let blob) = stored.storage else {
      edit.drawing = .unreadable("it is text or a number")
      return
    }
    if blob == drawn { return }
    do {
      let geometry = try GeoPackageBlob.read(blob)
      if case .polygons(let polygons) = geometry, polygons == edit.polygonBefore { return }
      if case .empty = geometry {
        if edit.polygonBefore != nil { edit.drawing = .removed }
      } else {
        edit.drawing = .drawn(geometry)
      }
    } catch {
      edit.drawing = .unreadable("\(error)")
    }
  }

  /// A value as it would stand in a file; other programs write nothing as an empty text.
  private static func text(_ value: DatabaseValue?) -> String? {
    switch value?.storage {
    case .string(let text): text.isEmpty ? nil : text
    case .int64(let number): "\(number)"
    case .double(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    default: nil
    }
  }
}
