extension ColumnMap {
  /// What the names of the columns say of the coordinates; unstated where they say nothing.
  ///
  /// Columns of latitude and longitude hold degrees, by convention on WGS 84. A geometry column can
  /// name a code: `wkt_4326`, `geom_epsg_32638`, `wkt_wgs84`.
  public var statedReference: CoordinateReference {
    if let place = places[.geometry] {
      let stated = Self.code(in: columns[place])
      if stated != .unstated { return stated }
    }
    return hasDegreeColumns ? .wgs84 : .unstated
  }

  /// Whether points come from columns of latitude and longitude.
  public var hasDegreeColumns: Bool { has(.latitude) || has(.longitude) }

  /// Whether a column can hold coordinates.
  public var hasCoordinateColumns: Bool {
    has(.geometry) || hasDegreeColumns || has(.x) || has(.y)
  }

  private static func code(in column: String) -> CoordinateReference {
    let folded = ColumnName.folded(column)
    guard let name = geometryNames.first(where: { folded.hasPrefix($0) }) else { return .unstated }
    var rest = folded.dropFirst(name.count)
    if rest == "wgs84" { return .wgs84 }
    for word in ["epsg", "srid"] where rest.hasPrefix(word) { rest = rest.dropFirst(4) }
    guard (4...6).contains(rest.count), rest.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return .unstated
    }
    return CoordinateReference(text: "EPSG:\(rest)")
  }

  private static let geometryNames = ["geometrywkt", "geometry", "geom", "shapewkt", "wkt"]

  /// Whether a column is one of geometries that names its coordinate reference.
  static func isReferencedGeometry(_ column: String) -> Bool { code(in: column) != .unstated }
}
