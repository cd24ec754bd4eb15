import LandRelease
import Testing

@testable import Reporting

struct OpenLandTableTests {
  private static func line(_ district: String, areas: Int, _ squareCentimetres: Int64)
    -> OpenLandLine
  {
    var counts = HazardCounts()
    for _ in 0..<areas { counts.add(.confirmed) }
    var stock = Stock()
    stock[.confirmed] = Area(squareCentimetres: squareCentimetres)
    return OpenLandLine(group: district, counts: counts, stock: stock)
  }

  @Test func aDistrictWhoseGroundPrintsAsNothingIsInTheTotalAlone() {
    let table = OpenLandTable.table(
      [
        Self.line("D1", areas: 1, 2_000_000), Self.line("D2", areas: 0, 4_000_000),
        Self.line("D3", areas: 0, 1),
      ],
      id: "c1", title: "Areas", byDistrict: true, unit: .squareMetres,
      basis: StatementTests.basis)
    #expect(table.rows.map { $0.cells[0] } == [.text("D1"), .text("D2"), .text("Total")])
    #expect(table.rows.last?.cells.last == .area(Area(squareCentimetres: 6_000_001)))
  }
}
