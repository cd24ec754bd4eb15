public import GeometryValues

/// A place that matters for who lives on the land and what is on it; it moves no land.
public struct Zone: Hashable, Sendable {
  /// The organisation and the id that it gave the place.
  public var key: RecordKey
  /// What people call the place.
  public var name: String?
  /// What sort of place it is.
  public var kind: ZoneKind
  /// The day as of which it was drawn.
  public var date: CalendarDate?
  /// Where the drawing comes from.
  public var source: String?
  /// The whole width of the corridor along a line, in metres.
  public var widthMetres: Double?
  /// The radius of the circle around a point, in metres.
  public var radiusMetres: Double?
  /// As it was drawn: polygons, lines or points, longitude and latitude on WGS 84.
  public var drawn: Geometry
  /// The ground it takes up, longitude and latitude on WGS 84; empty until it was worked out.
  public var ground = MultiPolygon()
  /// How sensitive the record is; nil where it does not say, which takes back nothing said before.
  public var sensitivity: Sensitivity?

  /// Makes a place of which only what everything needs is known.
  public init(key: RecordKey, kind: ZoneKind, drawn: Geometry) {
    self.key = key
    self.kind = kind
    self.drawn = drawn
  }
}

/// What clearance did to the environment and what was put right, by the themes of IMAS 07.13.
public struct EnvironmentCheck: Hashable, Sendable {
  /// The organisation and the id of the check; of one that came with a release, the release's.
  public var key: RecordKey
  /// The id of the release that it is of.
  public var release: String?
  /// The id of the task that it is of, where it names no release.
  public var task: String?
  /// The day of the check.
  public var date: CalendarDate?
  /// The district's code or name as the file has it.
  public var district: String?
  /// How much vegetation was removed; a recorded zero is no blank.
  public var vegetationRemoved: Area?
  /// How many devices were destroyed where they lay.
  public var detonationsInPlace: Int?
  /// Whether waste and what was left of the work was taken away.
  public var isWasteTaken: Bool?
  /// Whether soil was put back, craters and pits filled.
  public var isSoilReinstated: Bool?
  /// Whether erosion was seen.
  public var isErosionSeen: Bool?
  /// Whether water was fouled or led astray.
  public var isWaterAffected: Bool?
  /// Whether cultural property was found.
  public var isHeritageFound: Bool?
  /// What else was seen, in the file's own words.
  public var remarks: String?

  /// Makes a check of which only its key is known.
  public init(key: RecordKey) { self.key = key }

  /// Whether it says anything of a theme.
  public func says(_ theme: EnvironmentTheme) -> Bool {
    switch theme {
    case .vegetationRemoved: vegetationRemoved != nil
    case .detonationsInPlace: detonationsInPlace != nil
    case .wasteTaken: isWasteTaken != nil
    case .soilReinstated: isSoilReinstated != nil
    case .erosionSeen: isErosionSeen != nil
    case .waterAffected: isWaterAffected != nil
    case .heritageFound: isHeritageFound != nil
    }
  }

  /// Whether it says anything of any theme.
  public var saysAnything: Bool { EnvironmentTheme.allCases.contains(where: says) }
}

extension Zone {
  /// Where places lie that everybody sees is no secret.
  public static let sensitivityByDefault = SensitivityJudgement(.low, .ordinary)
}
