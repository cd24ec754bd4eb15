extension RecordType {
  /// The fields of people, days and money.
  var peopleFields: [SurveyField] {
    switch self {
    case .indicators:
      [
        .id, .actor, .code, .period, .from, .to, .date, .year, .month, .district, .sex, .ageGroup,
        .value, .unit, .source,
      ] + SurveyField.groups
    case .indicatorCodes: [.code, .label, .unit, .theme, .adding, .whole, .aliases]
    case .teams:
      [.id, .organisation, .type, .women, .men, .total, .from, .to, .source]
    case .teamDays:
      [
        .id, .organisation, .teamID, .taskID, .period, .from, .to, .date, .year, .month, .days,
        .women, .men,
      ]
    case .contributions:
      [
        .id, .organisation, .donor, .donorType, .kind, .amount, .pledged, .received, .spent,
        .currency, .period, .from, .to, .date, .year, .month, .taskID, .districts, .purpose,
        .source,
      ]
    default: []
    }
  }
}

extension SurveyField {
  /// The columns of a wide table of indicators: figures of groups of people side by side.
  static let groups: [SurveyField] = [
    .women, .men, .girls, .boys, .female, .male, .adults, .children, .total,
  ]
}
