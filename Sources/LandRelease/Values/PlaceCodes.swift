// The code lists of places and of the environment. Raw values are the words of files, SQL and JSON.

/// What sort of place a zone is.
public enum ZoneKind: String, CaseIterable, Sendable, Codable {
  case protectedArea = "protected_area"
  case heritageSite = "heritage_site"
  case settlement, farmland, road, water
  case powerLine = "power_line"
  case other
}

/// What released land is used for, by the words in which programmes publish it.
public enum LandUse: String, CaseIterable, Sendable, Codable {
  case agriculture, residential, transport, energy, water, environment, industry, other
}

/// What a completion report says of the environment, by the themes of IMAS 07.13.
public enum EnvironmentTheme: String, CaseIterable, Sendable, Codable {
  case vegetationRemoved = "vegetation_removed"
  case detonationsInPlace = "detonations_in_place"
  case wasteTaken = "waste_taken"
  case soilReinstated = "soil_reinstated"
  case erosionSeen = "erosion_seen"
  case waterAffected = "water_affected"
  case heritageFound = "heritage_found"

  /// The theme as people read it.
  public var words: String { rawValue.split(separator: "_").joined(separator: " ") }
}
