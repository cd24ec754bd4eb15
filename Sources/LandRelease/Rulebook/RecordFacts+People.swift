extension RecordFacts {
  /// The facts of the figures of one row.
  public init(_ figures: [Indicator], today: CalendarDate) {
    self.init(.indicator, today: today)
    start = figures.map(\.from).min()
    end = figures.map(\.to).max()
  }

  /// The facts of a team; it may be announced for days to come.
  public init(_ team: Team, today: CalendarDate) {
    self.init(.team, today: today)
    end = team.to
  }

  /// The facts of days of a team.
  public init(_ day: TeamDay, today: CalendarDate) {
    self.init(.teamDay, today: today)
    start = day.from
    end = day.to
  }

  /// The facts of amounts; money may be for days to come.
  public init(_ amounts: [Contribution], today: CalendarDate) {
    self.init(.contribution, today: today)
    start = amounts.first?.kind == .pledged ? nil : amounts.first?.from
    end = amounts.first?.to
  }
}
