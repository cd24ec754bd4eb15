import Foundation
import GeometryValues
import LandRelease
import Testing

@testable import Workflows

/// What an import does with rows and files that lie elsewhere than they should.
struct ImportPlacingTests {
  private static let districts = """
    code,name,aliases,wkt_4326
    AGD,Agdam,,"POLYGON ((46.6 39.8, 47.2 39.8, 47.2 40.2, 46.6 40.2, 46.6 39.8))"
    FIZ,Fizuli,Füzuli,"POLYGON ((47.2 39.3, 47.6 39.3, 47.6 39.8, 47.2 39.8, 47.2 39.3))"
    """

  private func book(_ folder: TemporaryFolder) throws -> Book {
    let book = try Book.make(at: folder.path("book.gpkg"), name: "B", isSynthetic: false)
    try take(Self.districts, as: .districts, into: book, folder)
    return book
  }

  @discardableResult
  private func take(
    _ text: String, as subject: ImportRequest.Subject = .hazards, into book: Book,
    _ folder: TemporaryFolder, _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportOutcome {
    let path = folder.path("rows.csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    var request = ImportRequest(subject: subject, file: path)
    request.rejects = folder.path("\(UUID().uuidString).rejects.csv")
    change(&request)
    var records = ImportRecords(request, into: book)
    return try records.run()
  }

  private static func rows(
    _ count: Int, column: String = "wkt_4326", _ place: (Int) -> (Double, Double)
  ) -> String {
    let rows = (0..<count).map { number in
      let (x, y) = place(number)
      return
        "H\(number),SHA,2020-01-01,\"POLYGON ((\(x) \(y), \(x + 0.01) \(y), \(x) \(y + 0.01), \(x) \(y)))\""
    }
    return (["id,class,date,\(column)"] + rows).joined(separator: "\n")
  }

  private static func inside(_ number: Int) -> (Double, Double) {
    (46.65 + Double(number % 50) * 0.01, 39.85 + Double(number / 50) * 0.01)
  }

  @Test(arguments: [1, 40, 300]) func aFileTheWrongWayRoundIsRefusedUnlessFixed(count: Int) throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let text = Self.rows(count) { (Self.inside($0).1, Self.inside($0).0) }
    let error = try #require(throws: WorkflowError.self) { try take(text, into: book, folder) }
    #expect(error.kind == .unusable)
    #expect(error.remedy.contains("--fix swap"))
    #expect(try book.store.read { try $0.hazards().isEmpty })
    let outcome = try take(text, into: book, folder) { $0.fixes = .made([.swap]) }
    #expect(outcome.stored == count)
    #expect(outcome.findingCounts.first { $0.rule == "RD40" }?.findings == count)
    let polygon = try book.store.read { try $0.hazards().first?.content.polygon }
    #expect(polygon?.vertex(0) == Position(x: 46.65, y: 39.85))
    // The log says what was done.
    let words = "\(count == 1 ? "1 row" : "\(count) rows") read with longitude and latitude swapped"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("book.gpkg")))
    #expect(bytes.range(of: Data(words.utf8)) != nil)
    // Again it is the same content.
    #expect(try take(text, into: book, folder) { $0.fixes = .made([.swap]) }.unchanged == count)
  }

  @Test func aFileIsTakenAsItStandsWhereThePersonSaysSo() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let text = Self.rows(70) { (Self.inside($0).1, Self.inside($0).0) }
    let outcome = try take(text, into: book, folder) { $0.fixes = .never }
    #expect(outcome.stored == 70)
    #expect(outcome.findings.isEmpty)
  }

  @Test func singleRowsAreStoredWithWhatWouldPutThemRight() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let text = Self.rows(200) { number in
      let (x, y) = Self.inside(number)
      return number == 60 ? (y, x) : number == 61 ? (x, -y) : (x, y)
    }
    let outcome = try take(text, into: book, folder)
    #expect(outcome.stored == 200)
    #expect(outcome.findings.map(\.rule) == ["RD40", "RD41"])
    #expect(outcome.findings.map(\.place.row) == [61, 62])
    let fixed = try take(text, into: book, folder) { $0.fixes = .made([.sign]) }
    #expect(fixed.stored == 1 && fixed.corrections == 1)
  }

  @Test func aFixOfAnotherKindChangesNothing() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let text = Self.rows(70) { (Self.inside($0).1, Self.inside($0).0) }
    #expect(throws: WorkflowError.self) {
      try take(text, into: book, folder) { $0.fixes = .made([.sign]) }
    }
  }

  @Test func theCoordinatesThatCameAreKept() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let text = Self.rows(3) { (Self.inside($0).1, Self.inside($0).0) }
    try take(text, into: book, folder) { $0.fixes = .made([.swap]) }
    let path = folder.path("book.gpkg")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // The first vertex as it came, in the original beside the corrected polygon.
    var vertex = Data()
    for value in [39.85, 46.65] {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { vertex.append(contentsOf: $0) }
    }
    #expect(bytes.range(of: vertex) != nil)
  }

  @Test func aSingleVertexIsQuestionedAndCorrected() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let text = """
      id,class,date,wkt_4326
      V1,SHA,2020-01-01,"POLYGON ((46.9 40, 46.91 40, 4.691 40.01, 46.9 40.01, 46.9 40))"
      V2,SHA,2020-01-01,"POLYGON ((46.9 40, 46.91 400, 46.91 40.01, 46.9 40.01, 46.9 40))"
      V3,SHA,2020-01-01,"POLYGON ((46.9 40, 46.91 20, 46.91 40.01, 46.9 40.01, 46.9 40))"
      V4,SHA,2020-01-01,"POLYGON ((46.9 40, 46.91 40, 46.91 40.01, 46.9 40.01, 46.9 40))"
      """
    let outcome = try take(text, into: book, folder)
    #expect(outcome.stored == 3 && outcome.refused == 1)
    #expect(outcome.findings.filter { $0.rule == "RD44" }.map(\.place.row) == [1])
    #expect(outcome.refusals.first?.remedy.contains("with the latitude divided by 10") == true)
    let fixed = try take(text, into: book, folder) { $0.fixes = .made([.digits]) }
    #expect(fixed.stored == 2 && fixed.unchanged == 2)
    let hazards = try book.store.read { try $0.hazards().map(\.content) }
    for id in ["V1", "V2"] {
      #expect(
        hazards.last { $0.key.id == id }?.polygon == hazards.first { $0.key.id == "V4" }?.polygon)
    }
  }

  @Test func whatNamesNoReferenceIsRefusedWithCandidates() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let text = Self.rows(20, column: "wkt", Self.inside)
    let error = try #require(throws: WorkflowError.self) { try take(text, into: book, folder) }
    #expect(error.kind == .unusable)
    #expect(
      error.choices.contains { $0.contains("--crs EPSG:4326  20 of 20 rows in the districts") })
    #expect(try take(text, into: book, folder) { $0.crs = "4326" }.stored == 20)
    let none = "id,class,date,wkt\nH1,SHA,2020-01-01,\n"
    #expect(try take(none, into: book, folder).stored == 1)
  }

  @Test func aDistrictThatTheBookLacksIsAskedForOnce() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let rows = (0..<5).map { "H\($0),SHA,2020-01-01,Agdan" } + ["H9,SHA,2020-01-01,füzuli"]
    let text = (["id,class,date,district"] + rows).joined(separator: "\n")
    let outcome = try take(text, into: book, folder)
    #expect(outcome.findings.map(\.rule) == ["RD49"])
    #expect(outcome.findings.first?.message.contains("5 rows name the district \"Agdan\"") == true)
    #expect(outcome.findings.first?.remedy.contains("Did you mean Agdam (AGD)?") == true)
    let mapped = try take(text, into: book, folder) { $0.code = ["district:Agdan=AGD"] }
    #expect(mapped.findings.isEmpty && mapped.corrections == 5)
  }

  @Test func refusedRowsOfOneWordAreOneGroup() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let text = (["id,kind,date"] + (0..<7).map { "R\($0),clered,2020-01-01" }).joined(
      separator: "\n")
    let outcome = try take(text, as: .releases, into: book, folder)
    #expect(outcome.refusalGroups.map(\.rows) == [Array(1...7)])
    let mapped = try take(text, as: .releases, into: book, folder) {
      $0.code = ["kind:clered=cleared"]
    }
    #expect(mapped.stored == 7)
  }
}
