public import LandRelease

/// Which statement or document a person asked for, over what, and how it is cut.
public struct ReportRequest: Hashable, Sendable {
  /// The statements and documents there are.
  public enum Statement: String, CaseIterable, Sendable {
    case balance
    case progress
    case transitions
    case bridge
    case devices
    case summary
    case bulletin
    case monthly
    case landRelease = "land-release"
    case donor
    case reconciliation
    case article7
    case mineActionReview = "mine-action-review"
    case victims
    case accidents
    case minefieldRecords = "minefield-records"
    case dataQuality = "data-quality"
    case completion
    case monitor
    case clusterMunitions = "ccm-form-f"
    case changes
    case zones
    case landUse = "land-use"
    case indicators, teams, contributions, outlook
  }

  /// Which one is wanted.
  public var statement: Statement
  /// The days it covers; a balance opens before the first and closes after the last.
  public var period: Period
  /// What its rows are cut by, in the order of the columns; empty is one row for everything.
  public var dimensions: [LedgerDimension]

  /// The layer it is of; nil is `land`, or every layer in a statement that has a row for each.
  public var layer: Layer?
  /// Whether figures say how many records they rest on, which sharing profiles ask for.
  public var countsRecords = false
  /// How sensitive the records may be that its maps show; nil is all.
  public var mostSensitive: Sensitivity?
  /// The records that are more sensitive.
  var restricted = RestrictedRecords.none
  /// From where the book is looked at.
  public var viewpoint = Viewpoint()
  /// The task of a report that is of one: its id, or organisation and id as `ORG/ID`.
  public var task: String?
  /// The land that is to be released in twelve months, for a report that looks ahead.
  public var plannedRate: Area?
  /// The last day of the earlier state of knowledge, for a report that compares two; nil is the
  /// day of the last closing.
  public var knownFirst: CalendarDate?

  /// How near, in metres, things have to be, for a report that asks; nil is what it asks usually.
  public var within: Double?

  /// Makes a request that covers all dates in one row unless more is given.
  public init(statement: Statement, period: Period = Period(), dimensions: [LedgerDimension] = []) {
    self.statement = statement
    self.period = period
    self.dimensions = dimensions
  }
}

extension ReportRequest {
  /// - Throws: ``WorkflowError`` of kind `usage` where the statement is not made of what is asked.
  func check() throws {
    let publication = Publication.of(statement)
    if let layer, layer != .land, let reason = publication.layerRefusal {
      throw WorkflowError(
        .usage, reason,
        remedy: "Leave --layer out, or ask for balance, progress or transitions.")
    }
    if (task != nil) != publication.isOfTask {
      throw WorkflowError(
        .usage,
        publication.isOfTask
          ? "\(statement.rawValue) is of one task" : "\(statement.rawValue) is of no single task",
        remedy: publication.isOfTask ? "Name it with --task ID." : "Leave --task out.")
    }
    if knownFirst != nil, !publication.isOfTwoStates {
      throw WorkflowError(
        .usage, "\(statement.rawValue) compares no states of knowledge",
        remedy: "Leave --from-known out, or ask for changes.")
    }
    if plannedRate != nil, statement != .outlook {
      throw WorkflowError(
        .usage, "\(statement.rawValue) does not look ahead",
        remedy: "Leave --planned-rate out, or ask for outlook.")
    }
    if let from = period.from, publication.isOfTwoStates {
      throw WorkflowError(
        .usage, "\(statement.rawValue) has no first day, so \(from) can't be heeded",
        remedy: "Name the last day with --to, and what was known before with --from-known.")
    }
    if viewpoint.knownAt != nil, publication.isOfToday {
      throw WorkflowError(
        .usage, "\(statement.rawValue) is of what is known today", remedy: "Leave --known-at out.")
    }
    if let within, !publication.takesDistance || !(0...10_000).contains(within) {
      throw WorkflowError(
        .usage,
        publication.takesDistance
          ? "\(within) m is no distance that \(statement.rawValue) can ask for"
          : "\(statement.rawValue) asks for no distance",
        remedy: publication.takesDistance ? "Give 0 to 10,000 m." : "Leave --within out.")
    }
    if !dimensions.isEmpty, publication.cuts.isEmpty {
      throw WorkflowError(
        .usage, "\(statement.rawValue) has rows of its own and is not cut by --by",
        remedy: "Leave --by out, or ask for balance, progress, transitions, bridge or devices.")
    }
    if let dimension = dimensions.first(where: { !publication.cuts.contains($0) }) {
      throw WorkflowError(
        .usage, "\(statement.rawValue) has no \(dimension.rawValue) to be cut by",
        remedy: "Cut it by \(publication.cuts.map(\.rawValue).joined(separator: ", ")).")
    }
  }
}
