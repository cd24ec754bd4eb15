import Foundation
import Interchange
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
      let claims = try self.claims(figures.reader)
      let chosen = try choose(ids, from: claims)
      let series = checkSeries(claims)
      let computing = try ClaimFigures(figures)
      let judgements = chosen.map { claim in
        let computed = computing.computed(for: claim)
        return ReconciledClaim(
          judgement: judge(
            claim, computed: computed, conflictsWith: series.conflicts(with: claim.id)),
          computed: computed)
      }
      let report = ReconciliationStatement.report(
        judgements, series: ids.isEmpty ? series : nil,
        rolls: ids.isEmpty ? RollForward.all(in: claims) : [], isDetailed: isDetailed,
        basis: figures.basis(Period()))
      let disagrees = judgements.contains { $0.judgement.headline.isDisagreement }
      let hasFault = series.findings.contains { $0.severity != .note }
      return Outcome(report: report, hasFindings: disagrees || (ids.isEmpty && hasFault))
    }
  }

  private func claims(_ reader: BookReader) throws -> [Claim] {
    let stored = try reader.claims()
    guard !stored.isEmpty else {
      throw WorkflowError(
        .unusable, "the book holds no claims",
        remedy: "Take some in with landbook import claims FILE.")
    }
    return try stored.flatMap { id, json in
      let reading = readClaims(Data(json.utf8), format: .json, file: "claim \(id)")
      guard let claims = reading.document?.claims, !claims.isEmpty else {
        throw WorkflowError(
          .failed,
          "claim \(id) of the book can't be read: \(reading.findings.first?.message ?? "")",
          remedy: "Import its file again.")
      }
      return claims
    }
  }

  private func choose(_ ids: [String], from claims: [Claim]) throws -> [Claim] {
    guard !ids.isEmpty else { return claims }
    return try ids.map { id in
      guard let claim = claims.first(where: { $0.id == id }) else {
        throw WorkflowError(
          .usage, "there is no claim \"\(id)\"",
          remedy: "List them with landbook reconcile --format csv.")
      }
      return claim
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
