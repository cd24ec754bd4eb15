internal import GRDB
public import LandRelease

/// The records of one kind that a map shows.
public struct LayerSum: Hashable, Sendable {
  /// `suspected`, `confirmed` and `given_up` of hazards; the kind of accepted releases.
  public var state: String
  /// How many.
  public var records: Int
  /// Their measured area, overlaps counted twice.
  public var area: Area
}

extension BatchWriter {
  /// What the layers show once this batch is in; only for a batch that is not kept.
  public func layerSumsAfterwards() throws -> [LayerSum] {
    try currentLayers.rewrite(self)
    return try layerSums()
  }

  /// What the layers show.
  public func layerSums() throws -> [LayerSum] {
    let sql = """
      SELECT ifnull(standing, class) AS state, count(*),
        ifnull(sum(CAST(round(area_m2 * 10000) AS INTEGER)), 0)
      FROM hazard GROUP BY state
      UNION ALL
      SELECT kind, count(*), ifnull(sum(CAST(round(area_m2 * 10000) AS INTEGER)), 0)
      FROM "release" WHERE review = 'accepted' GROUP BY kind
      """
    return try Row.fetchAll(db, sql: sql).map {
      try LayerSum(
        state: $0.decode(atIndex: 0), records: $0.decode(atIndex: 1),
        area: Area(squareCentimetres: $0.decode(atIndex: 2)))
    }
  }
}
