import Foundation
import LandRelease
import Testing

@testable import Workflows

/// What the rules find as rows come in, and in the whole book afterwards.
@Suite struct RulesOnImportTests {
  private let folder: TemporaryFolder
  private let book: Book

  init() throws {
    folder = try TemporaryFolder()
    book = try Book.make(at: folder.path("book.gpkg"), name: "B", isSynthetic: false)
  }

  private func take(_ rows: [String], as subject: ImportRequest.Subject = .releases) throws
    -> [String]
  {
    let header =
      subject == .releases
      ? "id,kind,activity,date,task_id,reported_area_m2,wkt" : "id,class,date,wkt"
    return try folder.importText(([header] + rows).joined(separator: "\n"), as: subject, into: book)
      .findings.map(\.rule)
  }

  private let ring = "\"POLYGON ((45 40, 45.001 40, 45.001 40.001, 45 40.001, 45 40))\""
  private let turned = "\"POLYGON ((45.001 40.001, 45.001 40, 45 40, 45 40.001, 45.001 40.001))\""

  @Test("the same ring under another id is found in the file and against the book")
  func duplicates() throws {
    #expect(
      try take([
        "R1,cleared,clearance,2024-01-01,,,\(ring)", "R2,cleared,clearance,2024-01-01,,,\(turned)",
        "R3,cleared,clearance,2024-02-01,,,\(ring)",
      ]) == ["LR59", "LR58"])
    // Twice the same form as R1 and R2, and the polygon of R3.
    #expect(
      try take(["R4,cleared,clearance,2024-01-01,,,\(turned)"]).sorted()
        == ["LR58", "LR59", "LR59"])
    #expect(try take(["R5,cancelled,nts,2024-01-01,,,\(turned)"]) == [])
  }

  @Test func partsThatOverlapAreNamedAndNotOnlyInvalid() throws {
    let apart =
      "\"MULTIPOLYGON (((45 40, 45.001 40, 45.001 40.001, 45 40.001, 45 40)), ((45.002 40, 45.003 40, 45.003 40.001, 45.002 40.001, 45.002 40)))\""
    let over =
      "\"MULTIPOLYGON (((45 40, 45.001 40, 45.001 40.001, 45 40.001, 45 40)), ((45.0005 40, 45.0015 40, 45.0015 40.001, 45.0005 40.001, 45.0005 40)))\""
    let twice =
      "\"MULTIPOLYGON (((45 40, 45.001 40, 45.001 40.001, 45 40.001, 45 40)), ((45.001 40, 45.001 40.001, 45 40.001, 45 40, 45.001 40)))\""
    #expect(try take(["A,SHA,2024-01-01,\(apart)"], as: .hazards) == [])
    #expect(try take(["B,SHA,2024-01-01,\(over)"], as: .hazards) == ["GC13"])
    #expect(try take(["C,SHA,2024-01-01,\(twice)"], as: .hazards) == ["GC03"])
  }

  @Test func aCorrectedRecordSettlesItsFindings() throws {
    #expect(try take(["R1,cleared,clearance,2052-01-01,,,\(ring)"]) == ["LR20"])
    #expect(try take(["R1,cleared,clearance,2024-01-01,,,\(ring)"]) == [])
    let kept = try book.store.read { try $0.findings() }
    #expect(kept.map(\.status) == [.fixed])
    #expect(kept.first?.finding.place.position != nil)
  }

  @Test func aRunOverTheBookFindsTheSameAndNothingTwice() throws {
    _ = try take([
      "R1,cleared,clearance,2052-01-01,,,\(ring)", "R2,cleared,clearance,2052-01-01,,,\(turned)",
    ])
    func open() throws -> [String] {
      try book.store.read { try $0.findings() }.filter { $0.status == .open }
        .map { "\($0.finding.rule) \($0.finding.place.record ?? "")" }.sorted()
    }
    let before = try open()
    #expect(before == ["LR20 release R1", "LR20 release R2", "LR59 release R2"])
    _ = try RunRulebook(book).run()
    #expect(try open().filter { !$0.hasPrefix("LR40") } == before)
    let again = try RunRulebook(book).run()
    #expect(try open().filter { !$0.hasPrefix("LR40") } == before && again.records == 2)
  }
}
