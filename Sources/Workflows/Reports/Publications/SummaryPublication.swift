import LandRelease
import Reporting
import Storage

extension Publication {
  static let summary = Publication(
    statement: .summary,
    title: "The state of the programme: headline, claims, balance, progress, bridge, findings",
    audience: "everybody", period: .any,
    layerRefusal: "the summary is of all contamination together",
    making: .ofFigures { request, programme in
      SummaryStatement.report(
        try SummaryFigures(programme, request).contents(),
        basis: programme.figures.basis(request.period))
    })
}
