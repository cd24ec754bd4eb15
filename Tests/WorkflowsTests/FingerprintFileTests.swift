import Testing

@testable import Workflows

/// Fingerprints in a file come back whole, and equal ones together.
struct FingerprintFileTests {
  @Test func equalOnesComeBackInOnePart() throws {
    let file = try FingerprintFile()
    var random = SystemRandomNumberGenerator()
    let prints = (0..<3000).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
    var expected: [UInt64: Set<Int64>] = [:]
    for version in 0..<200_000 {
      let print = prints[version * 7919 % prints.count]
      expected[print, default: []].insert(Int64(version))
      try file.add(SamePolygons.Entry(fingerprint: print, version: Int64(version)))
    }
    var found: [UInt64: Set<Int64>] = [:]
    try file.forEachPart { part in
      var here: [UInt64: Set<Int64>] = [:]
      for entry in part { here[entry.fingerprint, default: []].insert(entry.version) }
      #expect(here.keys.allSatisfy { found[$0] == nil })
      found.merge(here) { one, _ in one }
    }
    #expect(found == expected)
  }
}
