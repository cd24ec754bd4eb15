import GeometryValues
import Interchange

/// Some rows of a file with their coordinates, read before the others: from the start, then apart.
struct CoordinateSample {
  struct Row {
    /// Some of its vertices, flat.
    var coordinates: [Double]
    /// The district that the row names, as it is spelled.
    var district: String?
  }

  private static let together = 200
  private static let stride = 16
  private static let most = 1_000
  private static let furthest = 50_000

  private struct Enough: Error {}

  private(set) var rows: [Row] = []
  /// The EPSG code that the first geometry which names one names.
  private(set) var statedCode: Int?

  /// Reads no further than it must.
  init(_ table: SurveyTable, _ context: ReadingContext) throws {
    var rows: [Row] = []
    var code: Int?
    do {
      try table.forEachRow { row in
        if rows.count >= Self.most || row.number > Self.furthest { throw Enough() }
        if rows.count >= Self.together, row.number % Self.stride != 0 { return }
        if code == nil { code = context.statedCode(of: row) }
        guard let coordinates = context.geometry(of: row)?.sample(), !coordinates.isEmpty,
          !coordinates.allSatisfy({ $0 == 0 })
        else { return }
        rows.append(Row(coordinates: coordinates, district: context.text(.district, of: row)))
      }
    } catch is Enough {}
    self.rows = rows
    statedCode = code
  }
}
