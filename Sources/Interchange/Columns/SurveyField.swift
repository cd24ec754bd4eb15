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
  case actor, split, items
  case latitude, longitude, x, y
  case geometry = "wkt"

  /// The columns of a release that count what was found.
  public static let counts: [SurveyField] = [.apMines, .avMines, .submunitions, .uxo, .axo, .ied]

  /// A small number of its own, for tables of fields: the byte that stands for the case.
  var ordinal: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

  /// The columns that can hold a reported area; a file has one of them.
  static let areas: [SurveyField] = [.areaM2, .areaHa, .areaKm2, .area]
}
