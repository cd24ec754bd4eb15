import LandRelease
import Reporting

extension Publication {
  static let indicators = Publication(
    statement: .indicators,
    title: "People reached, helped and trained, and checks made, by sex and age",
    audience: "the authority, donors", period: .any,
    cuts: [.district, .year, .quarter, .month, .operatorName],
    layerRefusal: "indicators are in no layer", isOfOwnRecords: true,
    making: .ofFigures { request, programme in
      IndicatorsStatement.report(
        try IndicatorFigures(programme).contents(request.period, by: request.dimensions),
        by: request.dimensions, basis: programme.figures.basis(request.period))
    })

  static let teams = Publication(
    statement: .teams, title: "Women and men of teams, and work per team-day",
    audience: "the authority, operators, donors", period: .any,
    cuts: [.year, .quarter, .month, .operatorName],
    layerRefusal: "teams are in no layer", isOfOwnRecords: true,
    making: .ofFigures { request, programme in
      let teams = try TeamFigures(programme)
      return TeamsStatement.report(
        try teams.lines(request.period, by: request.dimensions), by: request.dimensions,
        firstAllWomen: teams.roll.firstAllWomen, doubts: teams.account.doubts.count,
        basis: programme.figures.basis(request.period))
    })

  static let contributions = Publication(
    statement: .contributions, title: "Money by donor and currency, and what land and items cost",
    audience: "the authority, donors", period: .any, cuts: [.year, .quarter, .month, .donor],
    layerRefusal: "money is in no layer", isOfOwnRecords: true,
    making: .ofFigures { request, programme in
      ContributionsStatement.report(
        try ContributionFigures(programme, to: request.period.to)
          .contents(request.period, by: request.dimensions),
        by: request.dimensions, basis: programme.figures.basis(request.period))
    })

  static let outlook = Publication(
    statement: .outlook, title: "How long open land lasts at past and planned rates, in ranges",
    audience: "the authority, donors", period: .any,
    layerRefusal: "an outlook is of all contamination together",
    making: .ofFigures { request, programme in
      try OutlookFigures(programme, request).report()
    })
}
