import LandRelease
import Reporting
import Storage

/// Figures that several documents show, made of one view of the book.
extension ProgrammeFigures {
  /// Open land of a period by district.
  func balances(_ period: Period, by dimensions: [LedgerDimension] = [.district]) throws -> [(
    group: [String], balance: Balance
  )] {
    try BalanceFigures(figures: figures, period: period, dimensions: dimensions).lines()
  }

  /// Open land of a period in each layer, all districts together.
  func layerBalances(_ period: Period) throws -> [(layer: Layer, balance: Balance)] {
    try Layer.allCases.compactMap { layer in
      let lines = try BalanceFigures(
        figures: figures(of: layer), period: period, dimensions: []
      ).lines()
      return lines.first.map { (layer, $0.balance) }
    }
  }

  /// How many records moved ground in each district in a period.
  func recordCounts(_ period: Period) throws -> [String: Int] {
    let words = try figures.reader.ledgerWords()
    var counts = Array(repeating: 0, count: words.districts.count)
    var last = Array(repeating: Int64(-1), count: words.districts.count)
    let filter = MovementFilter(layer: figures.layer, from: period.from, to: period.to)
    try figures.reader.forEachEntry(filter) { entry in
      guard last[entry.district] != entry.event else { return }
      last[entry.district] = entry.event
      counts[entry.district] += 1
    }
    return Dictionary(zip(words.districts, counts), uniquingKeysWith: +).filter { $0.value > 0 }
  }

  /// What was found in a period by district and category.
  func found(_ period: Period) throws -> [String: [DeviceCategory: Int]] {
    try progress(period, by: [.district]).devices().reduce(into: [:]) { found, line in
      found[line.group.first ?? "", default: [:]][line.category, default: 0] += line.found
    }
  }

  /// The last day with movements of any date, at most the end of this month.
  func lastDay() throws -> CalendarDate? {
    try MakeReport.lastDay(figures.reader)
  }
}
