import LandRelease
import Reporting

extension Publication {
  static let reconciliation = Publication(
    statement: .reconciliation, title: "Published claims beside the records, and why they differ",
    audience: "ministers, auditors, journalists", period: .any,
    layerRefusal: "claims are of what they say they are of",
    making: .ofFigures { request, programme in
      let judged = try programme.claims()
      return ReconciliationStatement.report(
        judged.claims, series: judged.series, rolls: judged.rolls, isDetailed: true,
        basis: programme.figures.basis(request.period))
    })
}
