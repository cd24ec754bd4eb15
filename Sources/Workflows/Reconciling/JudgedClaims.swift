import Foundation
import Interchange
import LandRelease
import Reporting
import Storage

/// The claims of a book, held against its records and against each other.
struct JudgedClaims {
  let claims: [ReconciledClaim]
  /// What the claims say of each other.
  let series: SeriesReport
  let rolls: [RollForward]

  /// - Parameter ids: the claims to judge; none is all.
  init(_ programme: ProgrammeFigures, ids: [String] = []) throws {
    let all = try Self.read(programme.figures.reader)
    let chosen = try Self.choose(ids, from: all)
    let series = checkSeries(all)
    let computing =
      try chosen.isEmpty
      ? nil
      : ClaimFigures(
        programme, tellsUses: chosen.contains { $0.landUse != nil })
    claims = chosen.map { claim in
      let computed = computing?.computed(for: claim)
      return ReconciledClaim(
        judgement: judge(
          claim, computed: computed, conflictsWith: series.conflicts(with: claim.id)),
        computed: computed)
    }
    self.series = series
    rolls = RollForward.all(in: all)
  }

  private static func read(_ reader: BookReader) throws -> [Claim] {
    try reader.claims().flatMap { id, json in
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

  private static func choose(_ ids: [String], from claims: [Claim]) throws -> [Claim] {
    guard !ids.isEmpty, !claims.isEmpty else { return claims }
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
