import LandRelease
import Reporting

/// A statement or document that can be asked for: what it is, for whom, and how it is made.
struct Publication: Sendable {
  /// How a report is made of a book.
  enum Making: Sendable {
    /// From one view of the book, read together with others.
    case ofFigures(@Sendable (ReportRequest, ProgrammeFigures) throws -> Report)
    /// From several states of the book, each looked at by itself.
    case ofBook(@Sendable (ReportRequest, MakeReport.Source) throws -> Report)
  }

  let statement: ReportRequest.Statement
  /// What it is, in a few words.
  let title: String
  /// Who reads it.
  let audience: String
  /// The period it wants.
  let period: WantedPeriod
  /// What `--by` can cut its rows by; none where it has rows of its own.
  var cuts: [LedgerDimension] = []
  /// Why it is of no single layer; none where it is made for any.
  var layerRefusal: String?
  /// Whether `--within` says how near things have to be.
  var takesDistance = false
  /// Whether it is of one task, which has to be named.
  var isOfTask = false
  /// Whether its own table tells if anything was recorded of its days.
  var isOfOwnRecords = false
  /// Whether it compares two states of knowledge.
  var isOfTwoStates = false
  /// Whether it is only of what is known today.
  var isOfToday = false
  let making: Making
}

extension Publication {
  /// All there are, in the order they are listed; one for each statement.
  static let all: [Publication] = [
    .summary, .bulletin, .monthly, .landRelease, .donor, .reconciliation,
    .balance, .progress, .transitions, .bridge, .devices,
    .article7, .clusterMunitions, .mineActionReview, .monitor, .completion, .victims, .accidents,
    .minefieldRecords, .zones, .landUse, .dataQuality, .changes, .indicators, .teams,
    .contributions, .outlook,
  ]

  private static let byStatement = Dictionary(
    all.map { ($0.statement, $0) }, uniquingKeysWith: { first, _ in first })

  static func of(_ statement: ReportRequest.Statement) -> Publication {
    // A statement without an entry is made as the balance; a test holds that there is none.
    byStatement[statement] ?? .balance
  }
}
