import Foundation
import GeometryValues
import LandRelease
import Testing

@testable import Workflows

/// Refused rows come back from their file as whole as they were.
struct RejectsTests {
  private func book(_ folder: TemporaryFolder) throws -> Book {
    try Book.make(at: folder.path("book.gpkg"), name: "Rejects", isSynthetic: false)
  }

  private func run(
    _ file: String, rejects: String, into book: Book
  ) throws -> ImportOutcome {
    var request = ImportRequest(subject: .hazards, file: file)
    request.rejects = rejects
    var importing = ImportRecords(request, into: book)
    return try importing.run()
  }

  @Test func aRepairedFileOfRefusedRowsKeepsItsGround() throws {
    let folder = try TemporaryFolder()
    let book = try book(folder)
    let (file, rejects) = (folder.path("in.geojson"), folder.path("refused.csv"))
    let ring = "[[[45.5,40],[45.51,40],[45.51,40.01],[45.5,40.01],[45.5,40]]]"
    let feature = """
      {"type":"Feature","properties":{"id":"H1","class":"maybe","date":"2022-01-01",
      "reason":"as found"},"geometry":{"type":"Polygon","coordinates":\(ring)}}
      """
    try Data("{\"type\":\"FeatureCollection\",\"features\":[\(feature)]}".utf8)
      .write(to: URL(fileURLWithPath: file))
    let first = try run(file, rejects: rejects, into: book)
    #expect(first.refused == 1 && first.rejectsFile == rejects)
    let text = try String(contentsOf: URL(fileURLWithPath: rejects), encoding: .utf8)
    try Data(text.replacingOccurrences(of: ",maybe,", with: ",SHA,").utf8)
      .write(to: URL(fileURLWithPath: rejects))
    let again = try run(rejects, rejects: folder.path("more.csv"), into: book)
    #expect(again.stored == 1 && again.ignoredColumns.isEmpty, "\(again.refusals)")
    let hazard = try #require(book.store.read { try $0.hazards() }.first?.content)
    // Its own reason, and not why the row was refused.
    #expect(hazard.reason == "as found")
    #expect(hazard.polygon?.vertexCount == 5)
  }

  @Test func aFileOfRefusedRowsIsNeverWrittenOver() throws {
    let folder = try TemporaryFolder()
    #expect(RejectsPath.fresh(for: "data/in.csv") == "rejects/in.csv")
    let taken = folder.path("in.csv")
    try Data().write(to: URL(fileURLWithPath: taken))
    #expect(
      RejectsPath.fresh(
        for: "in.csv", in: URL(fileURLWithPath: taken).deletingLastPathComponent().path)
        == folder.path("in-2.csv"))
  }
}
