/// The table of turning points as an empty form: its columns, its code lists, and how to fill it.
public enum TurningPointTemplate {
  /// The name of the sheet or layer that is read where a file has several.
  public static let layer = "turning_points"

  /// A column of the form.
  public struct Column: Hashable, Sendable {
    /// The name in the header.
    public var name: String
    /// What to write there, in a sentence.
    public var help: String
    /// The words that can be chosen; none where it is free.
    public var choices: [String]
  }

  /// The columns in their order: those of the record, then those of the point.
  public static let columns: [Column] = [
    free("id", "The record's id, in every row of its points."),
    free("organisation", "Whose record it is, where ids of several organisations can be the same."),
    chosen("class", "For a hazard: SHA (suspected) or CHA (confirmed).", ["SHA", "CHA"]),
    chosen(
      "kind", "For a release: cancelled, reduced or cleared.",
      ["cancelled", "reduced", "cleared"]),
    free("date", "Date of information of a hazard, completion of a release: YYYY-MM-DD."),
    free("district", "The district's code."),
    free("contamination", "ap, av, cmr, erw, ied or unknown, parted by commas."),
    free("part", "1, 2 and so on, where the ground is in several pieces; else blank."),
    free("ring", "Blank or outer for the perimeter; hole 1, hole 2 for ground cut out."),
    free("point_no", "1, 2, 3 in the order of drawing; or the name that legs refer to."),
    chosen(
      "point_type", "What the point is; blank is turning.",
      PointType.allCases.map(\.rawValue).filter { $0 != "other" }),
    free("latitude", "40.38756, 40°23'15.2\"N, 40 23 15.2 or N40°23.254'."),
    free("longitude", "The same with E or W."),
    free("zone", "For metres in UTM: 38N. Blank for degrees."),
    free("easting", "Metres east in the zone: 512345."),
    free("northing", "Metres north: 4451234."),
    free("mgrs", "Instead of all these: 38TNL 12345 67890."),
    free("crs", "WGS84, EPSG:n, UTM 38N or CK-42 zone 8; blank for WGS 84 degrees."),
    free("from_point", "For a leg: the point it comes from; blank is the one before."),
    free("bearing", "For a leg: clockwise from its north, such as 123.5 or 123°30'."),
    chosen("bearing_unit", "Blank is deg.", AngleUnit.allCases.map(\.rawValue)),
    chosen(
      "north", "What the bearing is counted from: needed for every leg.",
      NorthReference.allCases.map(\.rawValue)),
    free("declination", "For magnetic bearings: degrees that north of the compass lies east."),
    free("distance", "For a leg: its length on the ground."),
    chosen("distance_unit", "Blank is m.", LengthUnit.allCases.map(\.rawValue)),
    chosen(
      "fixed_by", "How the point was fixed.",
      [
        "gnss_rtk", "dgps", "gnss_handheld", "compass_tape", "total_station", "laser_rangefinder",
        "map", "imagery", "sketch", "record",
      ]),
    free("accuracy_m", "How well, in metres."),
    free("point_remarks", "Anything else; no names of persons."),
  ]

  private static func free(_ name: String, _ help: String) -> Column {
    Column(name: name, help: help, choices: [])
  }

  private static func chosen(_ name: String, _ help: String, _ choices: [String]) -> Column {
    Column(name: name, help: help, choices: choices)
  }

  /// What the form is for and how it is filled, in sentences.
  public static let instructions = [
    "Fill in the sheet turning_points: one row a point, in the order of walking round the ground.",
    "Write the record's id in every row; what else is said of the record stands in one row at least.",
    "The last point need not repeat the first. Where the leg back to the start was measured, add a row with the start's number, its bearing and its distance: it tells how well the legs close.",
    "A leg leads to the point of its row: from the point before, or from the one named in from_point.",
    "Reference points and benchmarks are no part of the perimeter; legs may come from them.",
    "MGRS names a square; its south-west corner is taken.",
    "Then: landbook import hazards FILE (or releases, or records where both kinds are in it).",
  ]

  /// Rows as an example, in the order of the columns named here.
  public static let example: (columns: [String], rows: [[String]]) = (
    [
      "id", "class", "date", "point_no", "point_type", "latitude", "longitude", "from_point",
      "bearing", "north", "distance",
    ],
    [
      ["EX-1", "SHA", "2024-05-06", "BM", "benchmark", "40.20000", "46.50000", "", "", "", ""],
      ["EX-1", "", "", "1", "start", "", "", "BM", "90", "true", "20"],
      ["EX-1", "", "", "2", "turning", "", "", "", "0", "true", "100"],
      ["EX-1", "", "", "3", "turning", "", "", "", "90", "true", "100"],
      ["EX-1", "", "", "4", "turning", "", "", "", "180", "true", "100"],
      ["EX-1", "", "", "1", "closing", "", "", "", "270", "true", "99"],
    ]
  )
}
