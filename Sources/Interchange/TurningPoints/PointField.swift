/// A field of a turning point that a column can be read for; the raw value is its name in `--map`.
enum PointField: String, CaseIterable, Sendable {
  case number = "point_no"
  case identifier = "point_id"
  case type = "point_type"
  case part, ring
  case latitude, longitude
  case easting, northing, x, y, zone, hemisphere
  case mgrs, coordinates, crs
  case from = "from_point"
  case bearing
  case bearingUnit = "bearing_unit"
  case north
  case declination
  case distance
  case distanceUnit = "distance_unit"
  case fixedBy = "fixed_by"
  case accuracy = "accuracy_m"
  case elevation
  case remarks = "point_remarks"

  /// Those that say where a point is.
  static let places: [PointField] = [
    .latitude, .longitude, .easting, .northing, .x, .y, .zone, .hemisphere, .mgrs, .coordinates,
    .crs,
  ]

  /// The names that forms and systems use, folded, the field's own first.
  var names: [String] { [ColumnName.folded(rawValue)] + others }

  private var others: [String] {
    switch self {
    case .number:
      [
        "pointnumber", "pointnr", "pointnum", "point", "ptno", "turningpointno", "turningpoint",
        "turningpointnumber", "tpno", "vertexno", "vertexnumber", "vertex", "topoint", "to",
        "номерточки", "точка", "точки", "nöqtə", "nöqtəno", "nöqtənömrəsi",
      ]
    case .identifier: ["pointname", "pointlabel", "pointlocalid", "pointcode"]
    case .type: ["pointtypeenum", "typeofpoint", "geopointtype", "типточки", "nöqtəninnövü"]
    case .part: ["partno", "partnumber", "polygonno", "polygonpart", "shapeno"]
    case .ring: ["ringno", "ringnumber", "hole", "ishole"]
    case .latitude:
      ["lat", "latdd", "latitudedd", "declat", "decimallatitude", "широта", "endairəsi"]
    case .longitude:
      [
        "lon", "lng", "long", "londd", "longitudedd", "declon", "decimallongitude", "долгота",
        "uzunluqdairəsi",
      ]
    case .easting: ["eastings", "utmeasting", "utme", "east", "eastingm"]
    case .northing: ["northings", "utmnorthing", "utmn", "northingm"]
    case .x: ["xcoord", "xcoordinate", "coordx"]
    case .y: ["ycoord", "ycoordinate", "coordy"]
    case .zone: ["utmzone", "gridzone", "zoneno", "зона"]
    case .hemisphere: []
    case .mgrs: ["mgrscoordinate", "mgrscoordinates", "gridreference", "gridref", "mgrsgrid"]
    case .coordinates:
      ["coordinate", "coord", "coords", "latlon", "latlong", "координаты", "koordinatlar"]
    case .crs:
      [
        "coordrefsys", "coordinatesystem", "coordinatereference", "coordinatereferencesystem",
        "srs", "epsg", "datum", "системакоординат",
      ]
    case .from: ["from", "frompointno", "frompointid", "fromlocation", "отточки"]
    case .bearing: ["azimuth", "brg", "азимут", "azimut"]
    case .bearingUnit: ["bearingunits", "azimuthunit", "angleunit"]
    case .north: ["northreference", "northref", "bearingreference", "bearingref", "northtype"]
    case .declination: ["magneticdeclination", "magdec", "variation", "магнитноесклонение"]
    case .distance: ["dist", "legdistance", "leglength", "расстояние", "məsafə"]
    case .distanceUnit: ["distanceunits", "distunit", "lengthunit"]
    case .fixedBy: ["fixmethod", "howfixed", "positionmethod"]
    case .accuracy: ["accuracy", "pointaccuracy", "positionaccuracy"]
    case .elevation: ["altitude", "height", "z", "elevationm"]
    case .remarks: ["pointnote", "pointremark", "pointdescription", "pointcomment"]
    }
  }
}
