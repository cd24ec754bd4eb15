/// What the rows of an imported file are.
public enum RecordType: String, CaseIterable, Sendable {
  case districts, hazards, releases, records, tasks, devices, victims, accidents
  case minefieldRecords = "minefield-records"
  case statements
  case zones
  case environmentChecks = "environment-checks"
  case indicators
  case indicatorCodes = "indicator-codes"
  case teams
  case teamDays = "team-days"
  case contributions

  /// The fields rows of this type are read for, in the order of the manual.
  public var fields: [SurveyField] {
    switch self {
    case .districts: [.code, .name, .aliases, .parent, .validFrom, .validTo, .geometry]
    case .hazards: Self.hazardFields
    case .releases: Self.releaseFields
    case .records:
      Self.hazardFields + Self.releaseFields.filter { !Self.hazardFields.contains($0) }
    case .tasks:
      [.id, .organisation, .hazardID, .operatorName, .donor, .type, .status, .start, .end]
    case .devices:
      [
        .id, .organisation, .releaseID, .taskID, .date, .category, .fate, .model, .quantity,
        .district, .sensitivity, .latitude, .longitude, .x, .y, .geometry,
      ]
    case .victims:
      [
        .id, .organisation, .date, .district, .sex, .age, .outcome, .activity, .deviceCategory,
        .civilian, .accidentID, .sensitivity, .latitude, .longitude, .x, .y, .geometry,
      ]
    case .accidents:
      [
        .id, .organisation, .date, .district, .deviceCategory, .activity, .demining, .killed,
        .injured, .accuracy, .sensitivity, .latitude, .longitude, .x, .y, .geometry,
      ]
    case .minefieldRecords:
      [
        .id, .organisation, .source, .date, .verdict, .recordedQuantity, .recordedType,
        .foundQuantity, .displacement, .sensitivity, .latitude, .longitude, .x, .y, .geometry,
      ]
    case .zones:
      [
        .id, .organisation, .name, .kind, .date, .source, .width, .radius, .sensitivity, .latitude,
        .longitude, .x, .y, .geometry,
      ]
    case .environmentChecks:
      [.id, .organisation, .releaseID, .taskID, .date, .district] + SurveyField.environment + [
        .remarks
      ]
    case .statements:
      [
        .actor, .from, .to, .period, .districts, .activity, .split, .areaM2, .areaHa, .areaKm2,
        .area, .areaUnit, .items, .source,
      ]
    case .indicators, .indicatorCodes, .teams, .teamDays, .contributions: peopleFields
    }
  }

  private static let hazardFields: [SurveyField] = [
    .id, .organisation, .hazardClass, .date, .start, .district, .evidenceDate, .reopens, .origin,
    .contamination, .areaM2, .areaHa, .areaKm2, .area, .areaUnit, .status, .reason, .approver,
    .confirmedChange, .source, .sensitivity, .recordedAt, .geometry,
  ]

  private static let releaseFields: [SurveyField] =
    [
      .id, .organisation, .kind, .activity, .stage, .review, .revokedOn, .recordedAt, .district,
      .depth, .landUse, .handedOverOn, .date, .start, .end, .hazardID, .taskID, .contamination,
      .method, .operatorName, .donor, .approvedOn, .areaM2, .areaHa, .areaKm2, .area, .areaUnit,
      .sensitivity, .geometry,
    ] + SurveyField.counts + SurveyField.environment
}
