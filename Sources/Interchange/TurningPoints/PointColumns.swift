/// Which columns of a table hold the turning points, if its rows are turning points.
public struct PointColumns: Sendable {
  private(set) var places: [PointField: Int] = [:]
  /// The unit that the header of the bearings names.
  private(set) var bearingUnit: AngleUnit?
  /// The unit that the header of the distances names.
  private(set) var distanceUnit: LengthUnit?
  /// The names of all columns, as the file has them.
  let columns: [String]

  /// Looks whether the rows of a table are points rather than records.
  ///
  /// They are where a column names or numbers points, others give places or legs, and none holds
  /// geometries.
  /// - Parameter overrides: pairs of `--map` in words of points; others are left alone.
  public init?(header: SurveyTable.Header, overrides: [ColumnMap.Override] = []) throws(SurveyFault)
  {
    columns = header.columns
    guard header.reference == .unstated || header.reference == .wgs84 else { return nil }
    let folded = header.columns.map(ColumnName.folded)
    for field in PointField.allCases {
      let named = folded.indices.filter { field.names.contains(folded[$0]) }
      if let place = named.first(where: { folded[$0] == field.names[0] }) ?? named.first {
        places[field] = place
      }
    }
    places = Self.withoutRepeats(places)
    findUnits(folded)
    findNorth(folded)
    for pair in overrides { try apply(pair) }
    let geometries = FieldAliases.of(.geometry, in: .hazards).certain
    guard arePoints, !folded.contains(where: geometries.contains) else { return nil }
  }

  /// The columns that say where a device or victim is, in more ways than two columns of degrees.
  ///
  /// Nil where no column holds MGRS, whole places or zones, or one holds geometries.
  init?(placesOf header: SurveyTable.Header) {
    columns = header.columns
    guard header.reference == .unstated else { return nil }
    let folded = header.columns.map(ColumnName.folded)
    for field in PointField.places {
      places[field] = folded.firstIndex { field.names.contains($0) }
    }
    places = Self.withoutRepeats(places)
    let geometries = FieldAliases.of(.geometry, in: .devices).certain
    guard places[.mgrs] != nil || places[.coordinates] != nil || places[.zone] != nil, hasPlaces,
      !folded.contains(where: geometries.contains)
    else { return nil }
  }

  private var hasLegs: Bool { places[.bearing] != nil && places[.distance] != nil }

  private var hasPlaces: Bool {
    places[.mgrs] != nil || places[.coordinates] != nil
      || (places[.latitude] != nil && places[.longitude] != nil)
      || (places[.easting] != nil && places[.northing] != nil)
      || (places[.x] != nil && places[.y] != nil)
  }

  private var arePoints: Bool {
    let isNumbered = [PointField.number, .identifier, .type].contains { places[$0] != nil }
    return (hasLegs && (isNumbered || places[.from] != nil)) || (isNumbered && hasPlaces)
  }

  /// Whether a pair of `--map` names a field of points.
  public static func isField(_ name: String) -> Bool { field(named: name) != nil }

  private static func field(named name: String) -> PointField? {
    PointField.allCases.first { ColumnName.folded($0.rawValue) == ColumnName.folded(name) }
  }

  private static func withoutRepeats(_ places: [PointField: Int]) -> [PointField: Int] {
    var taken: Set<Int> = []
    var kept: [PointField: Int] = [:]
    for field in PointField.allCases {
      if let place = places[field], taken.insert(place).inserted { kept[field] = place }
    }
    return kept
  }

  /// `bearing_mils` and `distance_ft` say the unit in the name.
  private mutating func findUnits(_ folded: [String]) {
    for (place, name) in folded.enumerated() {
      for word in PointField.bearing.names where name.hasPrefix(word) && name != word {
        guard places[.bearing] == nil || places[.bearing] == place else { continue }
        guard let unit = AngleUnit(word: String(name.dropFirst(word.count))) else { continue }
        places[.bearing] = place
        bearingUnit = unit
      }
      for word in PointField.distance.names where name.hasPrefix(word) && name != word {
        guard places[.distance] == nil || places[.distance] == place else { continue }
        guard let unit = LengthUnit(word: String(name.dropFirst(word.count))) else { continue }
        places[.distance] = place
        distanceUnit = unit
      }
    }
  }

  /// A column `north` beside one `east` is a coordinate, elsewhere it is what bearings refer to.
  private mutating func findNorth(_ folded: [String]) {
    guard let place = places[.north], folded[place] == "north", places[.northing] == nil,
      places[.easting] != nil
    else { return }
    places[.northing] = place
    places[.north] = nil
  }

  private mutating func apply(_ pair: ColumnMap.Override) throws(SurveyFault) {
    guard let field = Self.field(named: pair.field) else { return }
    let wanted = ColumnName.folded(pair.column)
    let place =
      columns.firstIndex(of: pair.column)
      ?? columns.firstIndex { ColumnName.folded($0) == wanted }
    guard let place else {
      throw SurveyFault(
        .usage, "--map: there is no column \"\(pair.column)\"",
        remedy: "The columns: \(columns.joined(separator: ", ")).")
    }
    places = places.filter { $0.value != place }
    places[field] = place
  }

  /// Takes a column called `type` for the type of point, where its first cell says one.
  mutating func considerType(_ row: SurveyRow) {
    guard places[.type] == nil,
      let place = columns.firstIndex(where: { ColumnName.folded($0) == "type" }),
      place < row.cells.count, let cell = row.cells[place], PointType(text: cell) != nil
    else { return }
    places[.type] = place
  }

  /// The trimmed text of a field; nil where it has no column or the cell is empty.
  func text(_ field: PointField, of row: SurveyRow) -> String? {
    guard let place = places[field], place < row.cells.count,
      let text = row.cells[place]?.trimmingBlanks, !text.isEmpty
    else { return nil }
    return text
  }

  /// The name of a field's column as the file has it.
  func name(_ field: PointField) -> String {
    places[field].map { columns[$0] } ?? field.rawValue
  }

  /// The columns of points, by their place in the file.
  var taken: Set<Int> { Set(places.values) }

  /// Whether a column called zone is what tells the table from others, and holds zones.
  func arePlaces(of row: SurveyRow?) -> Bool {
    if places[.mgrs] != nil || places[.coordinates] != nil { return true }
    return row.flatMap { text(.zone, of: $0) }.flatMap { ZoneText($0) } != nil
  }

  /// Whether a row names a zone whose letter can only be a band.
  func namesBand(_ row: SurveyRow) -> Bool {
    if let zone = text(.zone, of: row).flatMap({ ZoneText($0) }) { return zone.isBand }
    return text(.coordinates, of: row).flatMap { GridCell($0)?.zone }?.isBand ?? false
  }

  /// The header without the columns of points, which belong to no record.
  func withoutPoints(_ header: SurveyTable.Header) -> SurveyTable.Header {
    var bare = header
    for place in taken { bare.columns[place] = "" }
    bare.reference = .wgs84
    return bare
  }
}
