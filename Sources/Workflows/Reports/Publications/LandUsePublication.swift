import LandRelease
import Reporting

extension Publication {
  static let landUse = Publication(
    statement: .landUse, title: "What released land is used for, how long it waited",
    audience: "planners, resettlement, donors", period: .any, cuts: LedgerDimension.allCases,
    making: .ofFigures { request, programme in
      let figures = programme.figures(of: request.layer)
      let uses = try LandUseFigures(
        programme, figures, period: request.period, by: request.dimensions)
      return LandUseStatement.report(
        uses.lines, by: request.dimensions, words: uses.words, asOf: uses.day,
        basis: figures.basis(request.period))
    })
}
