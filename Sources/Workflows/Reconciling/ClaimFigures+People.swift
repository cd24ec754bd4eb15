import LandRelease

extension ClaimFigures {
  func people(_ claim: Claim, _ isCounted: (Victim) -> Bool) -> ComputedFigures {
    figures(claim, of: [("net", victims(of: claim).count(where: isCounted))])
  }

  /// A group of people, and beside it those who may be of it as well: their age is not given.
  func group(
    _ claim: Claim, _ group: PersonGroup, _ mayBe: (Victim) -> Bool
  ) -> ComputedFigures {
    let victims = victims(of: claim)
    let known = victims.count { PersonGroup(sex: $0.sex, age: $0.age) == group }
    let open = victims.count { mayBe($0) && PersonGroup.isGrownUp($0.age) == nil }
    return figures(
      claim, of: [("net", known), ("with those whose age is not given", known + open)])
  }

  /// People under 18 of either sex, and beside them those whose age is not given.
  func children(_ claim: Claim) -> ComputedFigures {
    let ages = victims(of: claim).map { PersonGroup.isGrownUp($0.age) }
    let known = ages.count { $0 == false }
    return figures(
      claim,
      of: [("net", known), ("with those whose age is not given", known + ages.count { $0 == nil })])
  }

  /// Accidents that have records; victims that name none are no accidents.
  func accidents(_ claim: Claim) -> ComputedFigures? {
    if accidents.isEmpty { return nil }
    let (period, wanted) = (period(claim), districts(claim))
    let counted = accidents.filter { accident in
      (accident.date.map(period.contains) ?? false)
        && (wanted.isEmpty
          || wanted.contains(places.district(at: accident.position, named: accident.district)))
    }
    return ComputedFigures(
      measure: claim.measure, unit: claim.unit,
      bases: [.init("net", ExactDecimal(Int64(counted.count)))], recordCount: counted.count,
      scope: scope)
  }

  private func victims(of claim: Claim) -> [Victim] {
    let (period, wanted) = (period(claim), districts(claim))
    return victims.filter { victim in
      (victim.date.map(period.contains) ?? false)
        && (wanted.isEmpty || wanted.contains(places.district(of: victim)))
    }
  }

  /// - Parameter counts: by basis, the one that counts first.
  private func figures(_ claim: Claim, of counts: [(String, Int)]) -> ComputedFigures {
    // A second basis that says the same says nothing.
    let shown = counts.enumerated().filter { $0.offset == 0 || $0.element.1 != counts[0].1 }
    return ComputedFigures(
      measure: claim.measure, unit: claim.unit,
      bases: victims.isEmpty
        ? [] : shown.map { .init($0.element.0, ExactDecimal(Int64($0.element.1))) },
      recordCount: counts[0].1, scope: scope)
  }
}
