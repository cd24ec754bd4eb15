import GeometryEngine
import GeometryValues
import Interchange
import LandRelease

extension ImportRecords {
  /// The table with a row for each record, drawn from turning points where its rows are points.
  ///
  /// Tables whose rows are records come back as they are, without transforms.
  mutating func drawn(
    _ table: SurveyTable, as type: RecordType
  ) throws -> (table: SurveyTable, columns: ColumnMap, points: PlaceTransforms?) {
    let overrides = try Self.overrides(request.map)
    let stated = Self.stated(table.header.reference, request.crs)
    let settings = try request.legs.settings()
    if [.devices, .victims, .accidents, .minefieldRecords, .zones].contains(type),
      let places = try PlaceTable(table, reference: stated)
    {
      let columns = try ColumnMap(type: type, header: places.header, overrides: overrides)
      return try placed(places, columns, stated)
    }
    guard [.hazards, .releases, .records].contains(type),
      var points = try TurningPointTable(
        table, overrides: overrides, settings: settings, reference: stated)
    else {
      return (table, try ColumnMap(type: type, header: table.header, overrides: overrides), nil)
    }
    if let crs = request.crs { try Self.refuseUnknown(crs) }
    let columns = try ColumnMap(
      type: type, header: points.header,
      overrides: overrides.filter { !PointColumns.isField($0.field) })
    try points.gather(columns)
    if points.isOneRowEach {
      outcome.notes.append(
        "Columns as of turning points (\(points.pointColumns.joined(separator: ", "))), but each record has one row: read as records without a perimeter."
      )
      return (table, try ColumnMap(type: type, header: table.header, overrides: overrides), nil)
    }
    let transforms = PlaceTransforms(stated.reference)
    let rows = points.records.map { drawn($0, transforms) }
    note(points, drawn: rows.count { $0.geometry != nil })
    // What --crs says was said of the points, which are on WGS 84 now.
    request.crs = nil
    return (
      SurveyTable(header: points.header) { visitor in for row in rows { try visitor(row) } },
      columns, transforms
    )
  }

  /// A table of devices or victims whose places are in a grid or whole in one cell.
  private mutating func placed(
    _ places: PlaceTable, _ columns: ColumnMap, _ stated: StatedReference
  ) throws -> (table: SurveyTable, columns: ColumnMap, points: PlaceTransforms?) {
    if let crs = request.crs { try Self.refuseUnknown(crs) }
    let transforms = PlaceTransforms(stated.reference)
    request.crs = nil
    let table = try places.table { place throws(Refusal) in try transforms.wgs84(place) }
    return (table, columns, transforms)
  }

  /// What `--crs` says, else the file.
  private static func stated(
    _ reference: Interchange.CoordinateReference, _ crs: String?
  ) -> StatedReference {
    let said = crs.map { Interchange.CoordinateReference(text: $0) } ?? reference
    let known = try? GeometryEngine.CoordinateReference.describe(said.description)
    return StatedReference(said, isGeographic: known?.isGeographic ?? said.isGeographic)
  }

  private static func refuseUnknown(_ crs: String) throws {
    do {
      _ = try GeometryEngine.CoordinateReference.describe(crs)
    } catch {
      throw WorkflowError(
        .usage, "the coordinate reference can't be used: \(error)",
        remedy: "Name it with --crs EPSG:n.")
    }
  }

  private func drawn(
    _ gathered: TurningPointTable.Gathered, _ transforms: PlaceTransforms
  ) -> SurveyRow {
    var row = gathered.row
    do throws(Refusal) {
      let points = try gathered.points.get()
      var solving = PointSolving(
        points, transforms, adjusts: request.legs.adjustment == .bowditch)
      row.geometry = .success(.polygons(try solving.polygon()))
      row.points?.findings = points.findings + solving.findings
    } catch {
      row.points?.refusal = error
    }
    return row
  }

  private mutating func note(_ table: TurningPointTable, drawn: Int) {
    guard table.pointCount > 0 else {
      outcome.notes.append("The table of turning points has no rows.")
      return
    }
    outcome.notes.append(
      "Read as turning points: \(table.pointCount) point rows make \(drawn) polygons.")
    let points = table.records.flatMap { (try? $0.points.get())?.points ?? [] }
    outcome.notes += TurningPointTable.assumptions(of: points)
  }
}
