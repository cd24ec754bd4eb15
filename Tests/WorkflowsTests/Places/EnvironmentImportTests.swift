import LandRelease
import Reporting
import Testing

@testable import Storage
@testable import Workflows

/// Checks of the environment, by themselves and along with releases.
struct EnvironmentImportTests {
  private static func book() throws -> (TemporaryFolder, Book) {
    let folder = try TemporaryFolder()
    return (
      folder, try Book.make(at: folder.path("book.gpkg"), name: "Checks", isSynthetic: false)
    )
  }

  private static func checks(_ book: Book) throws -> [EnvironmentCheck] {
    try book.store.read { try $0.environmentChecks() }.map(\.content)
  }

  @Test func columnsOfAReleaseAreItsCheckAndTheRowCountsOnce() throws {
    let (folder, book) = try Self.book()
    let rows = """
      id,kind,date,reported_area_m2,vegetation_removed_ha,detonations_in_place,waste_taken
      R1,cleared,2024-01-01,1000,0.05,0,yes
      R2,cleared,2024-01-02,2000,,,
      """
    let outcome = try folder.importText(rows, as: .releases, into: book)
    #expect((outcome.rowsIn, outcome.stored, outcome.refused) == (2, 2, 0))
    let check = try #require(try Self.checks(book).first)
    #expect(try Self.checks(book).count == 1)
    #expect(check.release == "R1" && check.date == CalendarDate("2024-01-01"))
    #expect(check.vegetationRemoved == Area(squareMetres: 500))
    #expect(check.detonationsInPlace == 0)
    #expect(check.isWasteTaken == true && check.isErosionSeen == nil)
    let again = try folder.importText(rows, as: .releases, into: book)
    #expect((again.stored, again.unchanged) == (0, 2))
  }

  /// A file that comes again with more columns brings checks, though its releases are known.
  @Test func aKnownReleaseBringsItsCheck() throws {
    let (folder, book) = try Self.book()
    try folder.importText(
      "id,kind,date,reported_area_m2\nR1,cleared,2024-01-01,1000", as: .releases, into: book)
    let outcome = try folder.importText(
      "id,kind,date,reported_area_m2,erosion_seen\nR1,cleared,2024-01-01,1000,no", as: .releases,
      into: book)
    #expect((outcome.stored, outcome.unchanged) == (1, 0))
    #expect(try Self.checks(book).map(\.isErosionSeen) == [false])
    _ = try UndoBatch(book).run(try #require(outcome.batch))
    #expect(try Self.checks(book).isEmpty)
  }

  @Test func filesOfOtherShapesAreRead() throws {
    let (folder, book) = try Self.book()
    let outcome = try folder.importText(
      """
      Отчет;Дата;Подрывов на месте;Отходы вывезены;Почва восстановлена;Эрозия;Примечание
      R1;01.02.2024;3;да;нет;нет;воронки
      R2;02.02.2024;0;так;ні;;
      R3;03.02.2024;-1;да;;;
      R4;04.02.2024;1,5;да;;;
      R5;05.02.2024;1;maybe;;;
      R6;06.02.2024;;;;;nothing said
      """, as: .environmentChecks, into: book)
    #expect(outcome.stored == 2)
    #expect(outcome.refusals.count == 4)
    let checks = try Self.checks(book)
    #expect(checks.map(\.detonationsInPlace) == [3, 0])
    #expect(checks.map(\.isWasteTaken) == [true, true])
    #expect(checks.map(\.isSoilReinstated) == [false, false])
    #expect(checks.map(\.key.id) == ["R1", "R2"])
  }

  @Test func theQualityReportCountsThemes() throws {
    let (folder, book) = try Self.book()
    try folder.importText(
      """
      id,kind,date,reported_area_m2,review
      R1,cleared,2024-01-01,1000,accepted
      R2,cleared,2024-01-01,1000,accepted
      R3,reduced,2024-01-01,1000,accepted
      """, as: .releases, into: book)
    try folder.importText(
      "release_id,erosion_seen,waste_taken\nR1,no,", as: .environmentChecks, into: book)
    let report = try MakeReport(book).run(ReportRequest(statement: .dataQuality))
    let table = try #require(report.tables.first { $0.id == "completeness" })
    let lines = table.rows.filter { $0.cell(at: 0) == .text("completed clearance") }
    let given = lines.map { Array($0.cells.dropFirst().prefix(3)) }
    #expect(given.count == 8)
    #expect(given.contains([.text("environment check"), .count(1), .count(1)]))
    #expect(given.contains([.text("erosion seen"), .count(1), .count(1)]))
    #expect(given.contains([.text("waste taken"), .count(0), .count(2)]))
  }
}
