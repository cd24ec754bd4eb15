import LandRelease

extension ClaimFigures {
  /// The share of minefield records that a check called accurate.
  func accurateMaps(_ claim: Claim) -> ComputedFigures {
    maps(
      claim,
      [
        ("accurate, of \(checked) checked", count(.accurate), checked),
        ("accurate, of \(minefieldRecords.count) in all", count(.accurate), minefieldRecords.count),
      ])
  }

  /// The share that is of use: what is partly accurate still is, and what is not useful is not.
  func usefulMaps(_ claim: Claim) -> ComputedFigures {
    let useful = count(.accurate) + count(.partly)
    return maps(
      claim,
      [
        ("accurate or partly, of \(checked) checked", useful, checked),
        ("accurate, of \(checked) checked", count(.accurate), checked),
        ("accurate or partly, of \(minefieldRecords.count) in all", useful, minefieldRecords.count),
      ])
  }

  private var checked: Int { minefieldRecords.count - count(.unchecked) }

  private func count(_ verdict: RecordVerdict) -> Int {
    minefieldRecords.count { $0.verdict == verdict }
  }

  private func maps(
    _ claim: Claim, _ shares: [(name: String, part: Int, whole: Int)]
  ) -> ComputedFigures {
    // Records that nobody has checked say nothing of how many are any good.
    let bases = shares.compactMap { share in
      checked == 0
        ? nil
        : ExactDecimal(100 * Double(share.part) / Double(share.whole), places: 1).map {
          ComputedFigures.Basis(share.name, $0)
        }
    }
    return ComputedFigures(
      measure: claim.measure, unit: claim.unit, bases: bases, recordCount: checked, scope: scope)
  }
}
