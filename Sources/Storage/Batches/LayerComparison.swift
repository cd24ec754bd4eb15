/// Holds the rows of a layer against the versions they show.
///
/// What differs was drawn or edited in a map program.
struct LayerComparison {
  private let layer: String
  /// The columns of the layer with what is true where they are as stored.
  private let columns: [(name: String, isSame: String)]

  /// - Parameter inForce: the versions that counted when the layer was drawn.
  init(_ layer: String, _ inForce: BatchesInForce) {
    self.layer = layer
    // A hazard's version without a polygon shows that of the one before.
    func drawn(_ column: String) -> String {
      layer == "hazard" ? DrawnPolygon.sql(column, inForce) : "v.\(column)"
    }
    let asTheyStand =
      Self.editable[layer, default: []] + ["organisation", "id", "recorded_at", "content_hash"]
    columns =
      asTheyStand.map { ($0, "l.\($0) IS v.\($0)") } + [
        ("reported_area_m2", "l.reported_area_m2 IS v.reported_area_cm2 / 10000.0"),
        ("area_m2", "l.area_m2 IS \(drawn("area_cm2")) / 10000.0"),
        ("geom", "l.geom IS \(drawn("geom"))"),
      ] + Self.own[layer, default: []]
  }

  /// The SQL of some columns of every row of the layer, `l`, beside its version, `v`, and of whether
  /// the row is as stored, `is_as_stored`.
  func sql(_ chosen: String, also: String = "") -> String {
    let all = columns.map { "(\($0.isSame))" }.joined(separator: " AND ")
    return """
      SELECT \(chosen), ifnull(\(all), 0) AS is_as_stored\(also)
      FROM "\(layer)" AS l LEFT JOIN \(layer)_version AS v ON v.fid = l.version
      """
  }

  /// The SQL of the names of the columns that are not as stored.
  var differing: String {
    let names = columns.map { "iif(\($0.isSame), '', ', \($0.name)')" }.joined(separator: " || ")
    return "substr(\(names), 3)"
  }

  /// The columns that a layer has from the version as they stand there.
  static let editable = [
    "hazard": [
      "class", "status", "reason", "contamination", "date", "district", "evidence_date",
      "reopens", "origin", "source", "sensitivity",
    ],
    "release": [
      "kind", "activity", "stage", "review", "revoked_on", "contamination", "date", "approved_on",
      "district", "task", "release_method", "operator", "donor", "depth_cm", "land_use",
      "handed_over_on", "sensitivity",
    ],
  ]

  private static let own = [
    "hazard": [
      (
        "standing",
        "l.standing IS CASE WHEN v.status IN ('closed', 'withdrawn') THEN 'given_up' ELSE v.class END"
      )
    ],
    "release": [
      (
        "hazards",
        "l.hazards IS (SELECT group_concat(value, ', ') FROM json_each(v.hazards))"
      )
    ],
  ]
}
