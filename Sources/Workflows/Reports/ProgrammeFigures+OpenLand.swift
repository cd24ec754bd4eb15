import LandRelease
import Reporting

extension ProgrammeFigures {
  /// Open land by district at the end of a day: the ground of the ledger, the hazards that hold it.
  ///
  /// Districts with neither are left out.
  func openLand(
    _ period: Period, layer: Layer, holding hazards: OpenHazards
  ) throws -> [OpenLandLine] {
    let counts = hazards.counts(in: layer)
    let stocks = Dictionary(
      try balances(period, layer: layer).map { ($0.group[0], $0.balance.closing) },
      uniquingKeysWith: { first, _ in first })
    return Set(counts.keys).union(stocks.keys).sorted().map { district in
      OpenLandLine(
        group: district, counts: counts[district] ?? HazardCounts(),
        stock: stocks[district] ?? Stock())
    }.filter { $0.counts.total > 0 || $0.stock.open != .zero }
  }

  /// Open land of whole layers at the end of a day.
  func openLand(
    _ period: Period, layers: [Layer], holding hazards: OpenHazards
  ) throws -> [OpenLandLine] {
    try layers.map { layer in
      let closing = try balances(period, layer: layer, by: []).first?.balance.closing
      return OpenLandLine(
        group: layer.rawValue,
        counts: hazards.counts(in: layer).values.reduce(HazardCounts(), +),
        stock: closing ?? Stock())
    }
  }

  /// The balances of a layer over a period.
  func balances(
    _ period: Period, layer: Layer, by dimensions: [LedgerDimension] = [.district]
  ) throws -> [(group: [String], balance: Balance)] {
    try BalanceFigures(figures: figures(of: layer), period: period, dimensions: dimensions).lines()
  }
}
