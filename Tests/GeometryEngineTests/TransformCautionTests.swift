import GeometryEngine
import Testing

/// An operation that is not exact says so.
struct TransformCautionTests {
  @Test func exactOnesSayNothing() throws {
    for (reference, start) in [("EPSG:32638", [662_000.0, 4_429_000]), ("EPSG:4326", [46.9, 40])] {
      let transform = try CoordinateTransform(from: reference)
      var coordinates = start
      try transform.transform(&coordinates)
      #expect(transform.caution == nil)
    }
  }

  @Test func datumsThatAreNotReconciledAreNamed() throws {
    // North American Datum 1927, far from America.
    let transform = try CoordinateTransform(from: "EPSG:4267")
    var coordinates = [47.5, 40.25]
    try transform.transform(&coordinates)
    let caution = try #require(transform.caution)
    #expect(caution.contains("NAD27"))
    #expect(caution.contains("ballpark"))
  }

  @Test func aMissingGridIsNamed() throws {
    // NAD27 in Canada is exact only with a grid that the library is not shipped with.
    let transform = try CoordinateTransform(from: "EPSG:4267")
    var coordinates = [-75.7, 45.4]
    try transform.transform(&coordinates)
    let caution = try #require(transform.caution)
    #expect(caution.contains("needs the grid"), "\(caution)")
  }

  @Test func beforeAnythingWasMovedThereIsNothingToSay() throws {
    #expect(try CoordinateTransform(from: "EPSG:4326").caution == nil)
  }
}
