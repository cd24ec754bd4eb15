internal import GRDB
public import LandRelease

extension BookReader {
  /// In which district most of each record's moved ground lies, by stored version.
  ///
  /// Of equal districts it is the first by code; versions that moved no ground are left out.
  public func mainDistricts(
    in layer: Layer
  ) throws -> (hazards: [Int64: String], releases: [Int64: String]) {
    let legend = try ledgerLegend()
    let scope = try LedgerScope(MovementFilter(layer: layer), legend, db)
    var hazards = MainDistricts()
    var releases = MainDistricts()
    try forEachLedgerRow(scope) { row in
      if row.isRelease { releases.add(row, legend) } else { hazards.add(row, legend) }
    }
    return (hazards.finish(legend), releases.finish(legend))
  }
}

/// Weighs the districts of one stored version after the other, which come in order.
private struct MainDistricts {
  private var found: [Int64: String] = [:]
  private var version: Int64 = -1
  private var districts: [(number: Int, area: Int64)] = []

  mutating func add(_ row: LedgerRow, _ legend: LedgerLegend) {
    if row.storedVersion != version {
      conclude(legend)
      version = row.storedVersion
    }
    if let place = districts.firstIndex(where: { $0.number == row.district }) {
      districts[place].area += row.area
    } else {
      districts.append((row.district, row.area))
    }
  }

  mutating func finish(_ legend: LedgerLegend) -> [Int64: String] {
    conclude(legend)
    return found
  }

  private mutating func conclude(_ legend: LedgerLegend) {
    let main = districts.max { left, right in
      if left.area != right.area { return left.area < right.area }
      let (left, right) = (legend.districts[left.number], legend.districts[right.number])
      return right.utf8.lexicographicallyPrecedes(left.utf8)
    }
    if let main, main.area > 0 { found[version] = legend.districts[main.number] }
    districts.removeAll(keepingCapacity: true)
  }
}
