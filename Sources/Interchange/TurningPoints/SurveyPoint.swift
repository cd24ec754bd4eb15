/// One row of a table of turning points.
public struct SurveyPoint: Sendable {
  /// The row as the file has it.
  public var row: SurveyRow
  /// The number or name that legs refer to; nil where the table gives none.
  public var name: String?
  /// Another name, where the table gives a number and a name.
  public var identifier: String?
  /// What the point is; turning where nothing says.
  public var type: PointType
  var part: String
  var ring: String
  /// Its places as written, the one that counts first; none where only a leg leads to it.
  public var places: [WrittenPlace]
  /// The leg that leads to it.
  public var leg: WrittenLeg?

  /// How findings call the point: its name and its row.
  public var title: String { name.map { "point \($0) (row \(row.number))" } ?? "row \(row.number)" }

  /// Whether the point has a name, whatever its case and zeros in front.
  public func isNamed(_ name: String) -> Bool {
    let own = [self.name, identifier].compactMap { $0 }
    return own.contains { Self.folded($0) == Self.folded(name) }
  }

  /// Whether two points belong to the same ring.
  public func isBeside(_ other: SurveyPoint) -> Bool { part == other.part && ring == other.ring }

  /// A name made alike: case, blanks and zeros in front don't count.
  static func folded(_ name: String) -> String {
    let plain = NumberText.plainDigits(name)
    if let number = Double(plain), number == number.rounded(), abs(number) < 1e9 {
      return String(Int(number))
    }
    return ColumnName.folded(plain)
  }
}

/// A bearing and a distance from one point to the next, as written.
public struct WrittenLeg: Hashable, Sendable {
  /// The point it begins at; nil where it is the one before.
  public var from: String?
  /// Clockwise from its north, degrees.
  public var bearing: Double
  /// What the bearing is counted from.
  public var north: NorthReference
  /// Degrees to add to a magnetic bearing, east above zero; nil where nothing says.
  public var declination: Double?
  /// Metres on the ground.
  public var distance: Double
  /// Whether nothing names the unit of the bearing.
  public var assumesDegrees = false
  /// Whether nothing names the unit of the distance.
  public var assumesMetres = false
}

/// What a person says of bearings for which the table is silent.
public struct LegSettings: Hashable, Sendable {
  /// What bearings are counted from.
  public var north: NorthReference?
  /// Degrees to add to magnetic bearings, east above zero.
  public var declination: Double?
  /// The unit of bearings.
  public var bearingUnit: AngleUnit?

  /// Makes settings that say nothing.
  public init() {}

  /// Reads a declination in degrees, with a sign or the letter E or W; nil for anything else.
  public static func declination(_ text: String) -> Double? {
    try? PointReading.declination(text)
  }
}
