internal import GRDB
internal import LandRelease

extension BookReader {
  /// Holds the summary that reports read against the parts of the ledger.
  ///
  /// - Returns: a sentence for each group of the summary that its parts do not add up to, or that
  ///   is missing; none where all is well.
  public func summaryFaults() throws -> [String] {
    let rows = try Row.fetchCursor(db, sql: Self.comparison)
    var faults: [String] = []
    while let row = try rows.next() {
      let (month, district): (Int64, String) = (
        try row.decode(atIndex: 0), try row.decode(String?.self, atIndex: 1) ?? ""
      )
      let (summed, parts): (Int64, Int64) = (
        try row.decode(atIndex: 2), try row.decode(atIndex: 3)
      )
      faults.append(
        "month \(month), district \(district): the summary has \(summed) cm2, the parts \(parts) cm2"
      )
    }
    return faults
  }

  private static let comparison = """
    WITH
      posted AS (
        SELECT ifnull(CAST(strftime('%Y%m', a.date) AS INTEGER), 0) AS month, p.district,
          e.profile, e.fid & 1 AS is_release, p.transition, p.layers, p.area_cm2, 1 AS count, 0 AS sum
        FROM ledger_part AS p CROSS JOIN ledger_event AS e ON e.fid = p.fid >> 20
          LEFT JOIN ledger_day AS a ON a.fid = e.day
        UNION ALL
        SELECT month, district, profile, is_release, transition, layers, 0, -count, area_cm2
        FROM movement_sum)
    SELECT month, (SELECT code FROM ledger_district WHERE fid = district), sum(sum), sum(area_cm2)
    FROM posted GROUP BY month, district, profile, is_release, transition, layers
    HAVING sum(sum) <> sum(area_cm2) OR sum(count) <> 0
    ORDER BY month, 2
    """
}
