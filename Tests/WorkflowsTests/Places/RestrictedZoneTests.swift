import LandRelease
import Reporting
import Testing

@testable import Workflows

/// No figure of a zone tells of restricted ground.
struct RestrictedZoneTests {
  private static func square(_ place: Int, _ size: Double = 0.01) -> String {
    let (west, south) = (45 + Double(place) / 10, 40.0)
    let corners = [(0, 0), (size, 0), (size, size), (0, size), (0, 0)]
    return
      "\"POLYGON ((\(corners.map { "\(west + $0) \(south + $1)" }.joined(separator: ", "))))\""
  }

  private static func report(_ profile: SharingProfile) throws -> Report {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Zones", isSynthetic: false)
    try folder.importText(
      """
      code,name,wkt
      A,Alpha,"POLYGON ((44.5 39.5, 46.5 39.5, 46.5 40.5, 44.5 40.5, 44.5 39.5))"
      """, as: .districts, into: book)
    try folder.importText(
      """
      id,class,date,origin,source,wkt
      KNOWN,CHA,2020-01-01,legacy,village,\(square(1))
      FRESH,CHA,2024-01-01,new,village,\(square(3))
      """, as: .hazards, into: book)
    try folder.importText(
      """
      id,kind,sensitivity,wkt
      ZKNOWN,settlement,,\(square(1, 0.008))
      ZFRESH,settlement,,\(square(3, 0.008))
      ZEMPTY,farmland,,\(square(6))
      ZBASE,other,severe,\(square(8))
      """, as: .zones, into: book)
    _ = try PostLedger(book).run()
    var request = ReportRequest(statement: .zones)
    request.countsRecords = profile.countsRecords
    request.mostSensitive = profile.mostSensitive
    return try ShareReports(book, profile).run(MakeReport(book).run(request))
  }

  @Test func theProgrammeItselfSeesAll() throws {
    let figures = ZoneFigures(try Self.report(.internal), table: "zones")
    #expect(figures.names == ["ZBASE", "ZEMPTY", "ZFRESH", "ZKNOWN"])
    let fresh = try #require(figures.area("ZFRESH", "open_m2"))
    let area = try #require(figures.area("ZFRESH", "area_m2"))
    // Geodesics between nearer ends along one parallel bend less: some millimetres here.
    #expect(fresh > 0 && abs(area - fresh) < 1e-5 * area)
  }

  @Test func partnersSeeNoFigureOfZonesOnRestrictedGround() throws {
    let report = try Self.report(.named("partner"))
    let figures = ZoneFigures(report, table: "zones")
    #expect(figures.names == ["ZEMPTY", "ZFRESH", "ZKNOWN"])
    for column in ["confirmed_m2", "open_m2", "open_share", "open_hazards", "unrecorded_m2"] {
      #expect(figures.cell("ZFRESH", column) == .withheld, "\(column)")
    }
    let known = try #require(figures.area("ZKNOWN", "open_m2"))
    let kinds = ZoneFigures(report, table: "kinds")
    // A sum less what is shown must not give what is withheld.
    #expect(kinds.area("settlement", "open_m2") == known)
    #expect(kinds.area("Total", "open_m2") == known)
    #expect(kinds.cell("settlement", "zones") == .count(1))
    #expect(report.notes.contains { $0.contains("1 zones on or near") })
    #expect(!report.notes.contains { $0.contains("count ground of restricted records") })
  }

  @Test(arguments: ["donor", "public"])
  func othersSeeNoZoneByItself(profile: String) throws {
    let report = try Self.report(.named(profile))
    #expect(!report.tables.contains { $0.id == "zones" })
    for table in report.tables {
      for row in table.rows {
        for cell in row.cells {
          guard case .text(let text) = cell else { continue }
          #expect(!text.contains("Z") && !text.contains("FRESH"), "\(text)")
        }
      }
    }
    if profile == "public" {
      // One hazard is fewer than three.
      #expect(ZoneFigures(report, table: "kinds").area("settlement", "open_m2") == nil)
    }
  }
}
