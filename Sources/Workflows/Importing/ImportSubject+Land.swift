extension ImportRequest.Subject {
  /// Whether the ledger can change by it.
  public var movesLand: Bool {
    switch self {
    case .districts, .hazards, .releases, .records, .tasks: true
    case .devices, .victims, .accidents, .minefieldRecords, .zones, .environmentChecks: false
    case .statements, .claims: false
    case .indicators, .indicatorCodes, .teams, .teamDays, .contributions: false
    }
  }
}
