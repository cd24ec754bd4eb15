import LandRelease
import Storage

/// What a book comes to for claims about people reached, teams and money.
struct PeopleClaims {
  private let indicators: IndicatorFigures
  private let teams: TeamFigures
  private let contributions: [Contribution]
  private let codes: [String: String]
  private let scope: BookScope

  /// - Parameters:
  ///   - codes: the code of a district by its folded names.
  ///   - scope: what the book can answer for.
  init(_ programme: ProgrammeFigures, codes: [String: String], scope: BookScope) throws {
    indicators = try IndicatorFigures(programme)
    teams = try TeamFigures(programme)
    contributions = try programme.figures.reader.contributions().map(\.content)
    self.codes = codes
    self.scope = scope
  }

  /// The book's figures for a claim; nil where it is about something else.
  func computed(for claim: Claim) -> ComputedFigures? {
    switch claim.measure.code {
    case "teams": strength(claim) { ($0.teams, $0.teams) }
    case "teams_women": strength(claim) { ($0.allWomen, $0.withNumbers) }
    case "team_members_women": strength(claim) { ($0.women, $0.withNumbers) }
    case "team_members": strength(claim) { ($0.women + $0.men, $0.withNumbers) }
    case "team_women_share": womenShare(claim)
    case "funding", "funding_state_share": stateShare(claim)
    case "persons_displaced": indicator("people_waiting", claim)
    default: indicator(claim.measure.code, claim)
    }
  }

  /// - Parameter count: a figure of the teams that stand, and of how many of them it is.
  private func strength(
    _ claim: Claim, _ count: (TeamStrength) -> (Int, Int)
  ) -> ComputedFigures {
    let (figure, records) = count(standing(claim))
    return figures(
      claim,
      teams.isEmpty ? [] : [.init("recorded", ExactDecimal(Int64(figure)))], records, own: teamScope
    )
  }

  private func womenShare(_ claim: Claim) -> ComputedFigures {
    let strength = standing(claim)
    let all = strength.women + strength.men
    let share =
      all == 0 ? nil : ExactDecimal(100 * Double(strength.women) / Double(all), places: 1)
    return figures(
      claim, share.map { [.init("women of \(all)", $0)] } ?? [], strength.withNumbers,
      own: teamScope)
  }

  private func standing(_ claim: Claim) -> TeamStrength {
    let actors = Set(claim.scope.actors + (claim.actor.map { [$0] } ?? []))
    return teams.roll.standing(on: claim.scope.asOf).reduce(into: TeamStrength()) {
      if actors.isEmpty || actors.contains($1.key.organisation) { $0.add($1) }
    }
  }

  private var teamScope: BookScope {
    var own = scope
    own.actors = Set(teams.roll.standing(on: nil).map(\.key.organisation)).union(scope.actors ?? [])
    own.lastRecord = [scope.lastRecord, teams.lastDay].compactMap(\.self).max()
    return own
  }

  /// The state's part of what was spent, else received, in each currency; currencies are apart.
  private func stateShare(_ claim: Claim) -> ComputedFigures {
    let period = Period(from: claim.periodFrom ?? claim.scope.since, to: claim.scope.asOf)
    let typed = contributions.filter { money in
      money.donorType != nil && (money.from.map { period.holds($0, money.to ?? $0) } ?? true)
    }
    let bases = Dictionary(grouping: typed, by: \.currency).sorted { $0.key < $1.key }
      .compactMap { currency, rows -> ComputedFigures.Basis? in
        let kind: ContributionKind = rows.contains { $0.kind == .spent } ? .spent : .received
        let money = rows.filter { $0.kind == kind }
        let all = money.reduce(ExactDecimal.zero) { $0 + $1.amount }
        let own = money.filter { $0.donorType == .state }
          .reduce(ExactDecimal.zero) { $0 + $1.amount }
        guard all > .zero,
          let share = ExactDecimal(100 * own.approximate / all.approximate, places: 1)
        else { return nil }
        return .init("the state's share of \(currency) \(kind.rawValue)", share)
      }
    return figures(claim, bases, typed.count, own: scope)
  }

  private static let groups: [(suffix: String, people: @Sendable (PeopleCount) -> ExactDecimal)] =
    [
      ("_women", { $0.women }), ("_men", { $0.men }), ("_girls", { $0.girls }),
      ("_boys", { $0.boys }), ("_children", { $0.girls + $0.boys + $0.children }),
      ("_female", { $0.women + $0.girls + $0.female }),
      ("_male", { $0.men + $0.boys + $0.male }), ("", { $0.total }),
    ]

  /// A code of an indicator, or of one group of people behind it: `eore_people_women`.
  private func indicator(_ word: String, _ claim: Claim) -> ComputedFigures? {
    for (suffix, people) in Self.groups where word.hasSuffix(suffix) {
      guard
        let code = indicators.codes.all.first(where: { $0.code == word.dropLast(suffix.count) })
      else { continue }
      let districts = Set(claim.scope.districts.compactMap { codes[$0.lowercased()] })
      let actors = Set(claim.scope.actors + (claim.actor.map { [$0] } ?? []))
      let period = Period(from: claim.periodFrom ?? claim.scope.since, to: claim.scope.asOf)
      let (total, records) = indicators.total(of: code, period) { figure in
        (districts.isEmpty || districts.contains(figure.district))
          && (actors.isEmpty || actors.contains(figure.actor))
      }
      let isSameUnit =
        code.unit == claim.unit || (code.isOfPeople && ["persons", "people"].contains(claim.unit))
      return figures(
        claim, records == 0 ? [] : [.init("recorded", people(total))], records,
        own: indicators.scope(of: code, beside: scope), unit: isSameUnit ? nil : code.unit)
    }
    return nil
  }

  private func figures(
    _ claim: Claim, _ bases: [ComputedFigures.Basis], _ records: Int, own: BookScope,
    unit: String? = nil
  ) -> ComputedFigures {
    ComputedFigures(
      measure: claim.measure, unit: unit ?? claim.unit, bases: bases, recordCount: records,
      scope: own)
  }
}

extension IndicatorFigures {
  /// What the book can answer for with figures of a code.
  func scope(of code: IndicatorCode, beside scope: BookScope) -> BookScope {
    let figures = (account.flows + account.stocks(on: nil)).filter { $0.code == code.code }
    var own = scope
    own.actors = Set(figures.map(\.actor))
    own.lastRecord = figures.map(\.to).max()
    return own
  }
}
