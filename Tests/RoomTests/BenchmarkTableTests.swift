import Foundation
import Testing

/// The README's marks that measurements write their tables between.
struct BenchmarkTableTests {
  @Test(arguments: ["bench", "size"])
  func readmeHasThePlaceOfTheTableOnce(mark: String) throws {
    func text(_ path: String) throws -> String {
      try String(contentsOf: RoomTests.root.appending(path: path), encoding: .utf8)
    }
    let readme = try text("README.md")
    let marks = ["<!-- \(mark) -->", "<!-- /\(mark) -->"]
    for mark in marks { #expect(readme.components(separatedBy: mark).count == 2, "\(mark)") }
    let places = marks.compactMap { readme.range(of: $0)?.lowerBound }
    #expect(places == places.sorted())
    #expect(try text("Tests/Benchmarks/\(mark).py").contains("\"\(mark)\""))
  }
}
