import GeometryValues

extension RowFields {
  /// The row's geometry: the layer's own, else that of a text column; nil where there is none.
  func geometry() throws(Refusal) -> Geometry? {
    var geometry: Geometry?
    if let result = row.geometry {
      do {
        geometry = try result.get()
      } catch {
        throw Refusal(
          field: "geometry", reason: error.description, remedy: "Repair the geometry in the file.")
      }
    } else {
      geometry = try value(.geometry) { text throws(ValueFault) in
        try GeometryText.read(text, reference: context.reference)
      }
    }
    if geometry == .empty { return nil }
    if let geometry, context.reference.isGeographic { try checkRange(geometry.envelope) }
    return geometry
  }

  /// The polygon of a hazard or release; any other geometry is left out, with a finding.
  mutating func polygon() throws(Refusal) -> MultiPolygon? {
    guard let geometry = try geometry() else { return nil }
    if case .polygons(let polygon) = geometry { return polygon }
    find(
      .noPolygon, nil, "the geometry is a \(geometry.kind), not a polygon: it is left out",
      remedy: "Draw the perimeter, if it is known.")
    return nil
  }

  /// The place of a device or victim: its point, else its coordinate columns.
  mutating func position() throws(Refusal) -> Position? {
    switch try geometry() {
    case .points(let points) where points.count == 1: return points[0]
    case .some(let geometry):
      find(
        .unusedGeometry, nil, "the geometry is a \(geometry.kind), not a point: it is left out",
        remedy: "Give one point a row.")
      return nil
    case nil: return try columnPosition()
    }
  }

  private func columnPosition() throws(Refusal) -> Position? {
    let isDegrees = has(.latitude) || has(.longitude)
    let (first, second): (SurveyField, SurveyField) =
      isDegrees ? (.longitude, .latitude) : (.x, .y)
    let x = try value(first) { text throws(ValueFault) in
      isDegrees
        ? try CoordinateText.read(text, isLatitude: false)
        : try NumberText.read(text, loneComma: .decimal)
    }
    let y = try value(second) { text throws(ValueFault) in
      isDegrees
        ? try CoordinateText.read(text, isLatitude: true)
        : try NumberText.read(text, loneComma: .decimal)
    }
    guard x != nil || y != nil else { return nil }
    guard let x, let y else {
      let missing = x == nil ? first : second
      throw Refusal(
        field: context.columns.columnName(missing), reason: "half of the coordinates is missing",
        remedy: "Fill in both or none.")
    }
    var box = Envelope()
    box.add(x: x, y: y)
    if isDegrees || context.reference.isGeographic { try checkRange(box) }
    return Position(x: x, y: y)
  }

  /// Refuses degrees that no place on Earth has.
  private func checkRange(_ box: Envelope) throws(Refusal) {
    // Programs that round outwards go a little past the edge.
    let (longitudes, latitudes) = (180.000001, 90.000001)
    let widest = abs(box.minX) > abs(box.maxX) ? box.minX : box.maxX
    let highest = abs(box.minY) > abs(box.maxY) ? box.minY : box.maxY
    guard abs(widest) > longitudes || abs(highest) > latitudes else { return }
    let isLongitude = abs(widest) > longitudes
    let what = isLongitude ? "longitude \(widest)" : "latitude \(highest)"
    let wouldSwap = abs(widest) <= latitudes && abs(highest) <= longitudes
    throw Refusal(
      field: isLongitude ? "longitude" : "latitude",
      reason: "\(what) is outside the Earth's degrees",
      remedy: wouldSwap
        ? "Latitude and longitude look swapped: longitude comes first."
        : "If the coordinates are metres of a projection, name it with --crs EPSG:n.")
  }
}
