@testable import GeometryValues
@testable import Interchange

enum TableFuzzing {
  static func csv(_ bytes: [UInt8]) -> String? {
    ScratchFile.with(bytes, "csv") { path in
      guard let table = try? CSVTable.open(TextSource(path)) else { return nil }
      return rows(of: table)
    }
  }

  static func geoJSON(_ bytes: [UInt8]) -> String? {
    let whole = ScratchFile.with(bytes, "geojson") { path -> String? in
      guard let table = try? GeoJSONTable.open(TextSource(path)) else { return nil }
      return rows(of: table)
    }
    let sequence = ScratchFile.with(bytes, "geojsonl") { path -> String? in
      guard let table = try? GeoJSONSequence.open(TextSource(path)) else { return nil }
      return rows(of: table)
    }
    return whole ?? sequence
  }

  static func points(_ bytes: [UInt8]) -> String? {
    ScratchFile.with(bytes, "csv") { path in
      guard let table = try? CSVTable.open(TextSource(path)) else { return nil }
      let stated = StatedReference(.unstated, isGeographic: false)
      guard let columns = try? PointColumns(header: table.header) else { return nil }
      let reading = PointReading(
        columns, LegSettings(), reference: stated, lettersAreBands: false)
      var fault: String?
      try? table.forEachRow { row in
        guard let point = try? reading.read(row) else { return }
        for place in point.places
        where !place.x.isFinite || !place.y.isFinite
          || place.isDegrees && (abs(place.x) > 180 || abs(place.y) > 90)
        {
          fault = "row \(row.number) is a place that is not on Earth"
        }
      }
      _ = try? TurningPointTable(
        table, overrides: [], settings: LegSettings(), reference: stated)
      return fault
    }
  }

  private static func rows(of table: SurveyTable) -> String? {
    var fault: String?
    try? table.forEachRow { row in
      if row.cells.count > table.header.columns.count {
        fault = "row \(row.number) has more cells than there are columns"
      }
      if case .success(let geometry)? = row.geometry, let wrong = GeometryFuzzing.fault(geometry) {
        fault = "row \(row.number) \(wrong)"
      }
    }
    return fault
  }
}
