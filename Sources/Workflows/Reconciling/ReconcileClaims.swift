import LandRelease
public import Reporting
import Storage

/// Holds the published claims of a book against its records, and against each other.
public struct ReconcileClaims {
  /// What reconciling came to.
  public struct Outcome {
    /// The verdicts, and what the claims say of each other, as tables.
    public var report: Reporting.Report
    /// Whether a claim disagrees with the records, or the claims with each other.
    public var hasFindings: Bool
  }

  private let book: LandBook

  /// Makes the reconciliation of one book's claims; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// - Parameters:
  ///   - ids: the claims asked for; none is all.
  ///   - isDetailed: with each basis, the bridge and the reasons, and claims that the book can't
  ///     answer.
  ///   - viewpoint: from where the records are looked at.
  public func run(
    _ ids: [String], isDetailed: Bool, from viewpoint: Viewpoint = Viewpoint()
  ) throws -> Outcome {
    try BookView(book, from: viewpoint).read { figures in
      let judged = try JudgedClaims(ProgrammeFigures(figures), ids: ids)
      guard !judged.claims.isEmpty else {
        throw WorkflowError(
          .unusable, "the book holds no claims",
          remedy: "Take some in with landbook import claims FILE.")
      }
      let report = ReconciliationStatement.report(
        judged.claims, series: ids.isEmpty ? judged.series : nil,
        rolls: ids.isEmpty ? judged.rolls : [], isDetailed: isDetailed,
        basis: figures.basis(Period()))
      let disagrees = judged.claims.contains { $0.judgement.headline.isDisagreement }
      let hasFault = judged.series.findings.contains { $0.severity != .note }
      return Outcome(report: report, hasFindings: disagrees || (ids.isEmpty && hasFault))
    }
  }
}

extension Verdict {
  /// Whether the records say something else than the claim.
  fileprivate var isDisagreement: Bool {
    switch self {
    case .claimAbove, .claimBelow, .sourcesConflict, .reachable: true
    default: false
    }
  }
}
