import LandRelease
import Reporting

extension Publication {
  static let progress = Publication(
    statement: .progress, title: "Land released, net beside gross, items and what is left",
    audience: "information officers", period: .any, cuts: LedgerDimension.allCases,
    making: .ofFigures { request, programme in
      let progress = try programme.progress(request)
      let (lines, total) = try progress.lines()
      return ProgressStatement.report(
        lines, total: total, by: request.dimensions,
        basis: programme.figures(of: request.layer).basis(request.period))
    })

  static let bridge = Publication(
    statement: .bridge, title: "From net area to the area as it was reported, line by line",
    audience: "information officers, auditors", period: .any, cuts: LedgerDimension.allCases,
    layerRefusal: "the bridge is of whole polygons, which are of all contamination together",
    making: .ofFigures { request, programme in
      let progress = try programme.progress(request)
      let (lines, total) = try progress.lines()
      return BridgeStatement.report(
        lines.isEmpty ? [total] : lines, by: lines.isEmpty ? [] : request.dimensions,
        basis: programme.figures.basis(request.period))
    })

  static let devices = Publication(
    statement: .devices, title: "Explosive ordnance found, destroyed and left marked",
    audience: "operations, donors", period: .any, cuts: LedgerDimension.allCases,
    layerRefusal: "devices have categories of their own and are in no layer",
    making: .ofFigures { request, programme in
      let progress = try programme.progress(request)
      return DevicesStatement.report(
        progress.devices(), netCleared: try progress.lines().total.account.netCleared,
        by: request.dimensions,
        crossed: request.dimensions.isEmpty
          ? try programme.progress(request.period, by: [.district, .activity]).devices() : [],
        basis: programme.figures.basis(request.period))
    })
}

extension ProgrammeFigures {
  /// Land released as a request cuts it.
  func progress(_ request: ReportRequest) throws -> ProgressFigures {
    try progress(request.period, by: request.dimensions, layer: request.layer)
  }
}
