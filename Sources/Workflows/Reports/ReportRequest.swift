public import LandRelease

/// Which statement a person asked for, over what, and how it is cut.
public struct ReportRequest: Hashable, Sendable {
  /// The statements there are.
  public enum Statement: String, CaseIterable, Sendable {
    case balance, progress, transitions, bridge, devices
  }

  /// Which statement is wanted.
  public var statement: Statement
  /// The days it covers; a balance opens before the first and closes after the last.
  public var period: Period
  /// What its rows are cut by, in the order of the columns; empty is one row for everything.
  public var dimensions: [LedgerDimension]

  /// Makes a request that covers all dates in one row unless more is given.
  public init(statement: Statement, period: Period = Period(), dimensions: [LedgerDimension] = []) {
    self.statement = statement
    self.period = period
    self.dimensions = dimensions
  }
}
