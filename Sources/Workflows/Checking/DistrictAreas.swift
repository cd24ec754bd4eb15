import LandRelease
import Storage

/// The areas of the districts of a book, for telling a district's own area from a hazard's.
struct DistrictAreas {
  private let byName: [String: Area]
  private let smallest: Area?
  private let nation: Area?

  init(_ reader: BookReader) throws {
    let rows = try reader.leafDistrictAreas()
    var byName: [String: Area] = [:]
    for row in rows {
      for name in [row.code, row.name] + row.aliases { byName[name.lowercased()] = row.area }
    }
    self.byName = byName
    smallest = rows.map(\.area).min()
    nation = rows.isEmpty ? nil : rows.map(\.area).reduce(.zero, +)
  }

  /// Adds the areas to the facts of a record large enough to be mistaken for a district.
  func add(to facts: inout RecordFacts, district: String?) {
    facts.nationArea = nation
    guard let smallest, let name = district else { return }
    let largest = max(facts.reportedArea ?? .zero, facts.measuredArea ?? .zero)
    if largest.squareCentimetres >= smallest.squareCentimetres / 2 {
      facts.districtArea = byName[name.lowercased()]
    }
  }
}
