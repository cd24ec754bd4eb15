import Foundation
import GeometryValues
import LandRelease
import Reporting
import Testing

@testable import Workflows

/// Files that leave a book under a sharing profile.
struct SharedExportTests {
  /// Three squares: cleared and handed over, cleared and not handed over, handed over and open
  /// again.
  private func squares() throws -> (folder: TemporaryFolder, book: Book) {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Squares", isSynthetic: false)
    func square(_ place: Int) -> String {
      "\"POLYGON ((45.\(place)01 40, 45.\(place)02 40, 45.\(place)02 40.001, 45.\(place)01 40.001, 45.\(place)01 40))\""
    }
    try folder.importText(
      """
      id,class,date,reopens,wkt
      H1,CHA,2020-01-01,,\(square(1))
      H2,CHA,2020-01-01,,\(square(2))
      H3,CHA,2020-01-01,,\(square(3))
      H4,CHA,2024-01-01,R3,\(square(3))
      """, as: .hazards, into: book)
    try folder.importText(
      """
      id,kind,activity,date,hazard_id,operator,handed_over_on,wkt
      R1,cleared,clearance,2023-01-01,H1,Alpha,2023-02-01,\(square(1))
      R2,cleared,clearance,2023-01-01,H2,Alpha,,\(square(2))
      R3,cleared,clearance,2023-01-01,H3,Alpha,2023-02-01,\(square(3))
      """, as: .releases, into: book)
    _ = try PostLedger(book).run()
    return (folder, book)
  }

  private func text(
    _ subject: ExportFile.Subject, _ profile: String, ending: String = "geojson",
    asOf: CalendarDate? = nil
  ) throws -> String {
    let (folder, book) = try squares()
    let path = folder.path("out.\(ending)")
    if let map = subject.map {
      _ = try ExportMap(book).run(
        StateMapRequest(map, asOf: asOf), to: path, sharing: .named(profile))
    } else {
      _ = try ExportFile(book).run(subject, to: path, sharing: .named(profile))
    }
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func onlyGroundThatWasHandedOverAndIsNotOpenIsPublic() throws {
    let text = try text(.released, "public")
    #expect(text.contains("45.101"))
    #expect(!text.contains("45.201"))
    #expect(!text.contains("45.301"))
    #expect(text.contains(StatementBasis.hazardNote))
    #expect(text.contains(StatementBasis.boundaryNote))
  }

  @Test func whatIsHandedOverLaterIsNotPublicYet() throws {
    let text = try text(.released, "public", asOf: CalendarDate(year: 2023, month: 1, day: 31))
    #expect(!text.contains("45.101"))
  }

  @Test(arguments: ["hazard", "remaining", "release", "device", "movement", "overlaps"])
  func thePublicGetsNoRecordAndNoOpenGround(subject: String) throws {
    let subject = try #require(ExportFile.Subject(rawValue: subject))
    #expect(throws: WorkflowError.self) { try text(subject, "public") }
  }

  @Test func aDonorGetsPointsOfAKilometre() throws {
    for subject in [ExportFile.Subject.hazard, .release, .remaining] {
      let text = try text(subject, "donor")
      #expect(!text.contains("Polygon"))
      #expect(try #/\[-?\d+\.\d{3,}/#.firstMatch(in: text) == nil, "\(subject)")
      #expect(!text.contains("\"H1\"") && !text.contains("\"R1\""))
    }
  }

  @Test func whatHasNoPlaceForItGetsADataPackage() throws {
    let (folder, book) = try squares()
    _ = try ExportFile(book).run(
      .release, to: folder.path("release.csv"), sharing: .named("partner"))
    let package = try String(
      contentsOfFile: folder.path("release.datapackage.json"), encoding: .utf8)
    let document = try JSONSerialization.jsonObject(with: Data(package.utf8)) as? [String: Any]
    let description = try #require(document?["description"] as? String)
    #expect(description.contains(StatementBasis.hazardNote))
    #expect(description.contains("Partner"))
    #expect(package.contains("\"name\": \"area_m2\"") == false)
    #expect(package.contains("\"measured_m2\", \"type\": \"number\""))
  }

  @Test func aFileOfSomebodyElseIsNoDataPackage() throws {
    let (folder, book) = try squares()
    let theirs = folder.path("release.datapackage.json")
    try "mine".write(toFile: theirs, atomically: true, encoding: .utf8)
    #expect(throws: (any Error).self) {
      try ExportFile(book).run(.release, to: folder.path("release.csv"))
    }
    #expect(try String(contentsOfFile: theirs, encoding: .utf8) == "mine")
  }
}
