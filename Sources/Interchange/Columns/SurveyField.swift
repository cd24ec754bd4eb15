/// A field that a column can be read for; the raw value is its name in `--map`.
public enum SurveyField: String, CaseIterable, Sendable {
  case id, organisation, code, name, aliases, parent
  case hazardClass = "class"
  case kind, type, activity, stage, review, status, reason, approver, origin, source, reopens
  case validFrom = "valid_from"
  case validTo = "valid_to"
  case date, start, end, from, to, period
  case evidenceDate = "evidence_date"
  case revokedOn = "revoked_on"
  case approvedOn = "approved_on"
  case handedOverOn = "handed_over_on"
  case sensitivity
  case recordedAt = "recorded_at"
  case confirmedChange = "confirmed_change"
  case district, districts, contamination
  case hazardID = "hazard_id"
  case taskID = "task_id"
  case releaseID = "release_id"
  case method, donor
  case operatorName = "operator"
  case depth = "depth_cm"
  case landUse = "land_use"
  case areaM2 = "reported_area_m2"
  case areaHa = "reported_area_ha"
  case areaKm2 = "reported_area_km2"
  case area = "reported_area"
  case areaUnit = "area_unit"
  case apMines = "ap_mines"
  case avMines = "av_mines"
  case submunitions, uxo, axo, ied
  case category, fate, model, quantity
  case sex, age, outcome, civilian
  case deviceCategory = "device_category"
  case verdict
  case recordedQuantity = "recorded_quantity"
  case recordedType = "recorded_type"
  case foundQuantity = "found_quantity"
  case displacement = "displacement_m"
  case accidentID = "accident_id"
  case demining, killed, injured
  case accuracy = "accuracy_m"
  case width = "width_m"
  case radius = "radius_m"
  case vegetationM2 = "vegetation_removed_m2"
  case vegetationHa = "vegetation_removed_ha"
  case detonations = "detonations_in_place"
  case wasteTaken = "waste_taken"
  case soilReinstated = "soil_reinstated"
  case erosionSeen = "erosion_seen"
  case waterAffected = "water_affected"
  case heritageFound = "heritage_found"
  case remarks
  case actor, split, items
  case women, men, girls, boys, female, male, adults, children, total
  case ageGroup = "age_group"
  case value, unit, year, month, days
  case label, theme, adding, whole
  case teamID = "team_id"
  case amount, currency, pledged, received, spent, purpose
  case donorType = "donor_type"
  case latitude, longitude, x, y
  case geometry = "wkt"

  /// The columns of a release that count what was found.
  public static let counts: [SurveyField] = [.apMines, .avMines, .submunitions, .uxo, .axo, .ied]

  /// What a completion report says of the environment; the area stands in one of two units.
  public static let environment: [SurveyField] = [
    .vegetationM2, .vegetationHa, .detonations, .wasteTaken, .soilReinstated, .erosionSeen,
    .waterAffected, .heritageFound,
  ]

  /// A small number of its own, for tables of fields: the byte that stands for the case.
  var ordinal: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

  /// The columns that can hold a reported area; a file has one of them.
  static let areas: [SurveyField] = [.areaM2, .areaHa, .areaKm2, .area]
}
