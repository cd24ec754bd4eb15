/// A unit of bearings; a full circle is 360 degrees.
public enum AngleUnit: String, CaseIterable, Sendable {
  case degrees = "deg"
  case gradians = "gon"
  case mils
  case sovietMils = "mils6000"

  /// How many of it make a full circle.
  public var circle: Double {
    switch self {
    case .degrees: 360
    case .gradians: 400
    case .mils: 6400
    case .sovietMils: 6000
    }
  }

  private static let words: [String: AngleUnit] = [
    "deg": .degrees, "degree": .degrees, "degrees": .degrees, "d": .degrees, "dd": .degrees,
    "dms": .degrees, "°": .degrees, "градус": .degrees, "градусы": .degrees,
    "gon": .gradians, "gons": .gradians, "grad": .gradians, "grads": .gradians,
    "gradian": .gradians, "gradians": .gradians, "g": .gradians,
    "mils": .mils, "mil": .mils, "mils6400": .mils, "mil6400": .mils, "6400": .mils,
    "natomils": .mils, "milsnato": .mils,
    "mils6000": .sovietMils, "mil6000": .sovietMils, "6000": .sovietMils,
    "sovietmils": .sovietMils, "milssoviet": .sovietMils, "дц": .sovietMils,
    "тысячные": .sovietMils,
  ]

  /// The unit of a word, case and punctuation aside; nil for an unknown one.
  public init?(word: String) {
    guard let unit = Self.words[word == "°" ? word : ColumnName.folded(word)] else { return nil }
    self = unit
  }
}

/// A unit of distances.
public enum LengthUnit: String, CaseIterable, Sendable {
  case metres = "m"
  case feet = "ft"
  case yards = "yd"
  case kilometres = "km"

  /// Metres in one of it; feet and yards are the international ones.
  public var metres: Double {
    switch self {
    case .metres: 1
    case .feet: 0.3048
    case .yards: 0.9144
    case .kilometres: 1000
    }
  }

  private static let words: [String: LengthUnit] = [
    "m": .metres, "metre": .metres, "metres": .metres, "meter": .metres, "meters": .metres,
    "м": .metres, "ft": .feet, "foot": .feet, "feet": .feet, "yd": .yards, "yds": .yards,
    "yard": .yards, "yards": .yards, "km": .kilometres, "км": .kilometres,
  ]

  init?(word: String) {
    guard let unit = Self.words[ColumnName.folded(word)] else { return nil }
    self = unit
  }
}

/// What bearings are counted from.
public enum NorthReference: String, CaseIterable, Sendable {
  case trueNorth = "true"
  case magnetic, grid

  private static let words: [String: NorthReference] = [
    "true": .trueNorth, "truenorth": .trueNorth, "t": .trueNorth, "tn": .trueNorth,
    "geographic": .trueNorth, "истинный": .trueNorth,
    "magnetic": .magnetic, "magneticnorth": .magnetic, "mag": .magnetic, "m": .magnetic,
    "mn": .magnetic, "магнитный": .magnetic,
    "grid": .grid, "gridnorth": .grid, "g": .grid, "gn": .grid, "дирекционный": .grid,
  ]

  /// The reference of a word; nil for an unknown one.
  public init?(word: String) {
    guard let north = Self.words[ColumnName.folded(word)] else { return nil }
    self = north
  }
}
