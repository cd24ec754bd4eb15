import LandRelease
import Reporting

extension Publication {
  static let monitor = Publication(
    statement: .monitor, title: "Contamination, land release and items as the Monitor prints them",
    audience: "researchers", period: .wholeYear,
    layerRefusal: "the block has a row for each layer",
    making: .ofFigures { request, programme in
      MonitorStatement.report(
        try MonitorFigures(programme, request.period),
        basis: programme.figures.basis(request.period))
    })
}

extension MonitorFigures {
  private static let layers: [Layer] = [.ap, .av, .cmr, .erw, .ied, .unknown, .land]

  /// Reads the block of a period from a book.
  init(_ programme: ProgrammeFigures, _ period: Period) throws {
    self.init()
    let hazards = try programme.openHazards(at: period.to)
    remainders = hazards.remainders(in: .land)
    contamination = try programme.openLand(period, layers: Self.layers, holding: hazards)
    release = try Self.layers.map { try programme.layerRelease(period, $0) }
    let all = Set(FindingWork.allCases)
    operators = try programme.operators(period, layer: .land, in: all, itemsOf: all)
    items = try programme.itemsByWork(period)
    headline = try programme.progress(period).lines().total
  }
}

extension ProgrammeFigures {
  /// Land released and confirmed in one layer.
  func layerRelease(_ period: Period, _ layer: Layer) throws -> LayerReleaseLine {
    let figures = figures(of: layer)
    let confirmed = try figures.sums([], from: period.from, to: period.to).filter {
      $0.type == .hazard && $0.from != .confirmed && $0.to == .confirmed
        && ($0.cause == .identified || $0.cause == .confirmed)
    }
    return LayerReleaseLine(
      layer: layer, balance: try balances(period, layer: layer, by: []).first?.balance ?? Balance(),
      confirmed: confirmed.reduce(.zero) { $0 + $1.area },
      account: try progress(period, layer: layer).lines().total.account)
  }
}
