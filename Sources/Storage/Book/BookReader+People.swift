public import LandRelease

extension BookReader {
  /// The current codes that the programme added.
  public func indicatorCodes() throws -> [Stored<IndicatorCode>] {
    try current("indicator_code", IndicatorCodeRow.columns, IndicatorCodeRow.read)
  }

  /// The current figures.
  public func indicators() throws -> [Stored<Indicator>] {
    try current("indicator", IndicatorRow.columns, IndicatorRow.read)
  }

  /// The current teams, a row for each strength.
  public func teams() throws -> [Stored<Team>] {
    try current("team", TeamRow.columns, TeamRow.read)
  }

  /// The current days of teams.
  public func teamDays() throws -> [Stored<TeamDay>] {
    try current("team_day", TeamDayRow.columns, TeamDayRow.read)
  }

  /// The current contributions.
  public func contributions() throws -> [Stored<Contribution>] {
    try current("contribution", ContributionRow.columns, ContributionRow.read)
  }
}
