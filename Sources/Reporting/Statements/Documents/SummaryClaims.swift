import LandRelease

/// The claims of a summary: those near its end first, with why they differ; then all.
struct SummaryClaims {
  private static let shown = 8
  private static let nearDays = 45

  /// Tables that stand under the headline.
  let first: [Table]
  /// Every claim that is held against the records.
  let all: [Table]

  init(_ claims: [ReconciledClaim], near period: Period, lastDay: CalendarDate?) {
    let held = claims.filter(\.isHeldAgainstRecords)
    let near = Self.near(held, period, lastDay)
    first = near.isEmpty ? [] : [Self.verdicts(near), Self.bridge(near), Self.reasons(near)]
    var table = ReconciliationStatement.brief(held)
    table.notes = [
      "Differences are claim less computed. Low = net; records = net + unplaced; high = records + statements."
    ]
    if claims.count > held.count {
      table.notes.append(
        "\(claims.count - held.count) more claims are of another scope or measure, or have no figure in this book."
      )
    }
    all = held.isEmpty ? [] : [table]
  }

  /// Claims of areas before others, then by how near they are to the end.
  private static func near(
    _ claims: [ReconciledClaim], _ period: Period, _ lastDay: CalendarDate?
  ) -> [ReconciledClaim] {
    guard let end = (period.to ?? lastDay)?.dayNumber else { return [] }
    let dated = claims.enumerated().compactMap { place, claim in
      claim.judgement.claim.scope.asOf.map {
        (place: place, distance: abs($0.dayNumber - end), claim: claim)
      }
    }
    return dated.filter { entry in
      let asOf = entry.claim.judgement.claim.scope.asOf
      return entry.distance <= nearDays
        || (period.from != nil && asOf.map(period.contains) ?? false)
    }.sorted { left, right in
      let (a, b) = (rank(left.claim), rank(right.claim))
      return (a, left.distance, left.place) < (b, right.distance, right.place)
    }.prefix(shown).map(\.claim)
  }

  private static func rank(_ claim: ReconciledClaim) -> Int {
    let code = claim.judgement.claim.measure.code
    return code == "area_cleared" ? 0 : code.hasPrefix("area") ? 1 : 2
  }

  private static func verdicts(_ claims: [ReconciledClaim]) -> Table {
    var table = ReconciliationStatement.brief(claims)
    table.id = "claims"
    table.title = "What was published, beside the records"
    table.notes = ["Each claim is held against the records of its own days and scope."]
    return table
  }

  private static func bridge(_ claims: [ReconciledClaim]) -> Table {
    var table = ReconciliationStatement.bridges(claims)
    table.id = "claim_bridge"
    table.title = "Why they differ: from the records to the claim"
    return table
  }

  private static func reasons(_ claims: [ReconciledClaim]) -> Table {
    var table = ReconciliationStatement.reasons(claims)
    table.id = "claim_reasons"
    table.title = "What the verdicts rest on"
    return table
  }
}
