extension PointReading {
  /// All places that a row gives, degrees first, the coarser grid references last.
  func places(_ row: SurveyRow) throws(Refusal) -> [WrittenPlace] {
    let reference = try value(.crs, of: row) { text throws(ValueFault) in
      try PlaceReference(text)
    }
    var places: [WrittenPlace] = []
    if let degrees = try degrees(row, reference) { places.append(degrees) }
    if let metres = try metres(row, .easting, .northing, reference) { places.append(metres) }
    if let metres = try metres(row, .x, .y, reference) { places.append(metres) }
    let written = try value(.coordinates, of: row) { text throws(ValueFault) in
      try cell(text, reference)
    }
    if let written { places.append(written) }
    let square = try value(.mgrs, of: row) { text throws(ValueFault) in
      try WrittenPlace.mgrs(text)
    }
    if let square { places.append(square) }
    return places
  }

  /// The first place that a row gives, whatever else stands in it.
  func firstPlace(_ row: SurveyRow) throws(Refusal) -> WrittenPlace? {
    let degrees = [PointField.latitude, .longitude]
    let metres = [PointField.easting, .northing, .x, .y]
    guard (degrees + metres).contains(where: { columns.text($0, of: row) != nil }) else {
      return try places(row).first
    }
    var bare = row
    for field in [PointField.coordinates, .mgrs] {
      if let place = columns.places[field], place < bare.cells.count { bare.cells[place] = nil }
    }
    return try places(bare).first
  }

  private func degrees(
    _ row: SurveyRow, _ reference: PlaceReference?
  ) throws(Refusal) -> WrittenPlace? {
    try refuseHalf(.latitude, .longitude, of: row)
    let latitude = try value(.latitude, of: row) { text throws(ValueFault) in
      try CoordinateText.written(text, isLatitude: true)
    }
    let longitude = try value(.longitude, of: row) { text throws(ValueFault) in
      try CoordinateText.written(text, isLatitude: false)
    }
    guard let latitude, let longitude else { return nil }
    let text =
      "\(columns.text(.latitude, of: row) ?? "") \(columns.text(.longitude, of: row) ?? "")"
    return try refusing(.latitude) { () throws(ValueFault) in
      try degrees(text, latitude, longitude, reference)
    }
  }

  private func degrees(
    _ text: String, _ latitude: CoordinateText.Written, _ longitude: CoordinateText.Written,
    _ reference: PlaceReference?
  ) throws(ValueFault) -> WrittenPlace {
    var place = try WrittenPlace.degrees(
      text, latitude: latitude, longitude: longitude, in: try geographic(reference))
    place.isAssumed = reference == nil && !grid.stated.isGeographic
    return place
  }

  /// What degrees are measured in: metres of a grid that the cell names are no degrees.
  private func geographic(
    _ reference: PlaceReference?
  ) throws(ValueFault) -> CoordinateReference {
    switch reference {
    case nil: return grid.stated.isGeographic ? grid.stated.reference : .wgs84
    case .code(let code): return code
    case .pulkovo(nil): return .code("EPSG:4284")
    case .zone, .pulkovo:
      throw ValueFault(
        reason: "the reference beside it is a grid in metres, and these are degrees",
        remedy: "Name the reference of the degrees, such as WGS84.")
    }
  }

  private func metres(
    _ row: SurveyRow, _ first: PointField, _ second: PointField, _ reference: PlaceReference?
  ) throws(Refusal) -> WrittenPlace? {
    try refuseHalf(first, second, of: row)
    guard let x = columns.text(first, of: row), let y = columns.text(second, of: row) else {
      return nil
    }
    let isNamed = first == .easting
    let zone = try zone(row)
    return try refusing(isNamed ? second : first) { () throws(ValueFault) in
      let text = zone.map { "\($0.text) \(x) \(y)" } ?? "\(x) \(y)"
      // Degrees may stand in columns that are called x and y.
      if !isNamed, zone == nil, isDegrees(x, y, reference) {
        return try degrees(
          text, try CoordinateText.written(y, isLatitude: true),
          try CoordinateText.written(x, isLatitude: false), reference)
      }
      return try place(
        text, try GridPlace.Metres(x), try GridPlace.Metres(y), isNamed: isNamed,
        zone: zone?.zone, reference)
    }
  }

  private func isDegrees(_ x: String, _ y: String, _ reference: PlaceReference?) -> Bool {
    switch reference {
    case .zone, .pulkovo(.some): return false
    case .code(let code): return code.isGeographic
    case nil where grid.stated.reference != .unstated && !grid.stated.isGeographic: return false
    case .pulkovo(nil), nil:
      let isMarked = (x + y).contains { "°º'′\"″".contains($0) || $0.isLetter }
      let numbers = [x, y].map { (try? NumberText.read($0, loneComma: .decimal)) ?? 1e9 }
      return isMarked || numbers.allSatisfy { abs($0) <= 180 }
    }
  }

  /// The zone beside a pair of metres, with its half of the Earth where a column names that.
  private func zone(_ row: SurveyRow) throws(Refusal) -> (text: String, zone: ZoneText)? {
    guard let text = columns.text(.zone, of: row) else { return nil }
    guard var zone = ZoneText(text) else {
      // Where the reference is said, a column of that name may hold anything.
      if grid.stated.reference != .unstated { return nil }
      throw Refusal(
        field: columns.name(.zone), reason: "\"\(text)\" is no zone",
        remedy: "Write it as 38N, 38T or 38 south.")
    }
    if zone.saysNorth == nil, let half = columns.text(.hemisphere, of: row) {
      guard case .side(let side) = CoordinateScan.tokens(half)?.first, side.isLatitude else {
        throw Refusal(
          field: columns.name(.hemisphere), reason: "\"\(half)\" is no half of the Earth",
          remedy: "Write N or S.")
      }
      zone.saysNorth = side == .north
    }
    return (text, zone)
  }

  /// Metres with what is known of their grid.
  ///
  /// - Parameter isNamed: whether the first is called easting; else it is called x, which points
  ///   north in Soviet lists.
  private func place(
    _ text: String, _ first: GridPlace.Metres, _ second: GridPlace.Metres, isNamed: Bool,
    zone: ZoneText?, _ reference: PlaceReference?
  ) throws(ValueFault) -> WrittenPlace {
    switch reference {
    case .pulkovo(let named):
      return try soviet(text, first, second, isNamed: isNamed, zone: named ?? zone?.number)
    case .zone(let zone): return try grid.utm(text, zone: zone, easting: first, northing: second)
    case .code(let code):
      return WrittenPlace(
        text, code, x: first.value, y: second.value, step: max(first.step, second.step))
    case nil: break
    }
    if let pulkovo = PlaceReference.pulkovoZone(grid.stated.reference) {
      return try soviet(text, first, second, isNamed: isNamed, zone: pulkovo)
    }
    if let zone { return try grid.utm(text, zone: zone, easting: first, northing: second) }
    return try grid.plane(text, x: first, y: second)
  }

  private func soviet(
    _ text: String, _ first: GridPlace.Metres, _ second: GridPlace.Metres, isNamed: Bool,
    zone: Int?
  ) throws(ValueFault) -> WrittenPlace {
    // The zone in front tells the easting apart wherever it is known which zone it is.
    let isEastFirst = isNamed || (zone.map { GridPlace.millions(first.value) == $0 } ?? false)
    return try grid.gaussKrueger(
      text, north: isEastFirst ? second : first, east: isEastFirst ? first : second, zone: zone)
  }

  /// A whole place in one cell: MGRS, a zone with metres, metres, or two coordinates in degrees.
  private func cell(_ text: String, _ reference: PlaceReference?) throws(ValueFault) -> WrittenPlace
  {
    if MGRSText.looksLike(text) { return try WrittenPlace.mgrs(text) }
    if let metres = GridCell(text) {
      return try place(
        text, try GridPlace.Metres(metres.first), try GridPlace.Metres(metres.second),
        isNamed: metres.isNamed, zone: metres.zone, reference)
    }
    let pair = try CoordinatePair.read(text)
    var place = try degrees(text, pair.latitude, pair.longitude, reference)
    place.isOrderAssumed = pair.isOrderAssumed
    return place
  }
}
