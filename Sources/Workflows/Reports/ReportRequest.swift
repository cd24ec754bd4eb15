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

  /// The layer it is of; nil is `land`, or every layer in a statement that has a row for each.
  public var layer: Layer?
  /// From where the book is looked at.
  public var viewpoint = Viewpoint()

  /// Makes a request that covers all dates in one row unless more is given.
  public init(statement: Statement, period: Period = Period(), dimensions: [LedgerDimension] = []) {
    self.statement = statement
    self.period = period
    self.dimensions = dimensions
  }
}

extension ReportRequest {
  /// - Throws: ``WorkflowError`` of kind `usage` where a statement is made for all contamination
  ///   together and a layer is asked for.
  func check() throws {
    guard let layer, layer != .land, statement == .bridge || statement == .devices else { return }
    throw WorkflowError(
      .usage,
      statement == .bridge
        ? "the bridge is of whole polygons, which are of all contamination together"
        : "devices have categories of their own and are in no layer",
      remedy: "Leave --layer out, or ask for balance, progress or transitions.")
  }
}
