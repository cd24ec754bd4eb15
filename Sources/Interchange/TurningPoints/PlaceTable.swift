public import GeometryValues

/// A table of devices or victims whose places are written in a grid, in MGRS or whole in one cell.
public struct PlaceTable {
  /// What is known before the first row, the columns of places without their names.
  public let header: SurveyTable.Header
  private let reference: StatedReference
  private let source: SurveyTable
  private let columns: PointColumns

  /// Nil for a table whose places are two columns of degrees or of metres, or geometries.
  ///
  /// - Parameter reference: what the file or `--crs` says of coordinates.
  public init?(_ table: SurveyTable, reference: StatedReference) throws {
    guard let columns = PointColumns(placesOf: table.header) else { return nil }
    let first = try TurningPointTable.firstRow(table)
    guard first?.geometry == nil, columns.arePlaces(of: first) else { return nil }
    self.columns = columns
    self.reference = reference
    source = table
    header = columns.withoutPoints(table.header)
  }

  /// The table with each row's place as a point on WGS 84.
  ///
  /// - Parameter wgs84: brings a place as written to longitude and latitude.
  public func table(
    _ wgs84: @escaping (WrittenPlace) throws(Refusal) -> Position
  ) throws -> SurveyTable {
    var lettersAreBands = false
    try source.forEachRow { lettersAreBands = lettersAreBands || columns.namesBand($0) }
    let reading = PointReading(
      columns, LegSettings(), reference: reference, lettersAreBands: lettersAreBands)
    return SurveyTable(header: header) { visitor in
      try source.forEachRow { try visitor(placed($0, reading, wgs84)) }
    }
  }

  private func placed(
    _ row: SurveyRow, _ reading: PointReading,
    _ wgs84: (WrittenPlace) throws(Refusal) -> Position
  ) -> SurveyRow {
    var placed = row
    for place in columns.taken where place < row.cells.count { placed.cells[place] = nil }
    placed.points = PointRows(columns: columns.columns, read: columns.taken, rows: [row])
    do throws(Refusal) {
      if let place = try reading.firstPlace(row) {
        do throws(Refusal) {
          placed.geometry = .success(.points([try wgs84(place)]))
        } catch {
          throw Refusal(
            field: error.field ?? "coordinates", reason: error.reason, remedy: error.remedy)
        }
      }
    } catch {
      placed.points?.refusal = error
    }
    return placed
  }
}
