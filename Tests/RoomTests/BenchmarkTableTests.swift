import Foundation
import Testing

/// The README's marks that `make bench` writes its table between.
struct BenchmarkTableTests {
  @Test func readmeHasThePlaceOfTheTableOnce() throws {
    let readme = try String(
      contentsOf: RoomTests.root.appending(path: "README.md"), encoding: .utf8)
    let results = try String(
      contentsOf: RoomTests.root.appending(path: "Tests/Benchmarks/results.py"), encoding: .utf8)
    let marks = ["<!-- bench -->", "<!-- /bench -->"]
    for mark in marks {
      #expect(readme.components(separatedBy: mark).count == 2, "\(mark) in README.md")
      #expect(results.contains("\"\(mark)\""), "\(mark) in results.py")
    }
    let places = marks.compactMap { readme.range(of: $0)?.lowerBound }
    #expect(places == places.sorted())
  }
}
