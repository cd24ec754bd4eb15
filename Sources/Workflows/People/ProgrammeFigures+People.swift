import LandRelease
import Reporting

extension ProgrammeFigures {
  /// What actors report of a period, for documents that are of other things.
  func indicatorTables(_ period: Period) throws -> [Table] {
    let indicators = try IndicatorFigures(self)
    guard !indicators.isEmpty else { return [] }
    return IndicatorsStatement.shortTables(
      indicators.contents(period, by: []), figures.basis(period))
  }

  /// The teams at the end of a period, by operator.
  func teamTables(_ period: Period) throws -> [Table] {
    let teams = try TeamFigures(self)
    guard !teams.isEmpty else { return [] }
    return TeamsStatement.tables(
      try teams.lines(period, by: [.operatorName]), [.operatorName], figures.basis(period))
  }

  /// Money of a period by donor, and what land cost.
  func fundingTables(_ period: Period) throws -> [Table] {
    let funding = try ContributionFigures(self, to: period.to)
    guard !funding.isEmpty else { return [] }
    return ContributionsStatement.tables(
      funding.contents(period, by: [.donor]), [.donor], figures.basis(period))
  }
}
