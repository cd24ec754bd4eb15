public import LandRelease

extension BatchWriter {
  /// Stores a code that the programme adds; newer content of it becomes the current row.
  public func store(_ code: IndicatorCode, row: Int? = nil) throws -> StoreOutcome {
    try replace(
      IndicatorCodeRow.content(code), in: "indicator_code", key: [Field("code", code.code)],
      row: row)
  }

  /// Stores the figures of one row of a file, all or none.
  public func store(_ indicators: [Indicator], row: Int? = nil) throws -> StoreOutcome {
    try together(
      indicators.map { indicator in
        {
          try self.replace(
            IndicatorRow.content(indicator), in: "indicator", key: IndicatorRow.key(indicator),
            row: row)
        }
      })
  }

  /// Stores a team at one strength.
  public func store(_ team: Team, row: Int? = nil) throws -> StoreOutcome {
    try replace(TeamRow.content(team), in: "team", key: TeamRow.key(team), row: row)
  }

  /// Stores days of a team.
  public func store(_ day: TeamDay, row: Int? = nil) throws -> StoreOutcome {
    try replace(TeamDayRow.content(day), in: "team_day", key: TeamDayRow.key(day), row: row)
  }

  /// Stores the amounts of one row of a file, all or none.
  public func store(_ contributions: [Contribution], row: Int? = nil) throws -> StoreOutcome {
    try together(
      contributions.map { contribution in
        {
          try self.replace(
            ContributionRow.content(contribution), in: "contribution",
            key: ContributionRow.key(contribution), row: row)
        }
      })
  }

  private func replace(
    _ content: [Field], in table: String, key: [Field], row: Int?
  ) throws -> StoreOutcome {
    try replace(
      content, hash: ContentHash.text(content), in: table, key: key, layer: false, row: row)
  }
}
