import GeometryEngine
import GeometryValues
import Testing

@Suite struct ValidityTests {
  @Test(arguments: [
    ("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))", "Self-intersection", Position(x: 5, y: 5)),
    (
      "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (20 20, 21 20, 21 21, 20 20))",
      "Hole lies outside shell", Position(x: 20, y: 20)
    ),
    (
      "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)), ((2 2, 4 2, 4 4, 2 4, 2 2)))",
      "Nested shells", Position(x: 2, y: 2)
    ),
    (
      "POLYGON ((3 4, 5 6, 3 4))", "Ring has fewer than three different vertices",
      Position(x: 3, y: 4)
    ),
  ]) func faultsHaveAReasonAndAPlace(text: String, reason: String, place: Position) throws {
    let fault = try Validity.check(try ground(text), GEOSContext())
    #expect(fault == InvalidGround(reason: reason, at: place))
  }

  @Test(arguments: [
    "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
    "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 2 4, 4 4, 2 2))",
    "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", "POLYGON EMPTY",
  ]) func soundGroundHasNoFault(text: String) throws {
    #expect(try Validity.check(try ground(text), GEOSContext()) == nil)
  }

  @Test func whatNoRingCanBeMadeOfIsAFaultToo() throws {
    let context = try GEOSContext()
    let infinite = MultiPolygon(rings: [
      [Position(x: 0, y: 0), Position(x: .infinity, y: 0), Position(x: 1, y: 1)]
    ])
    #expect(try Validity.check(infinite, context)?.reason == "A coordinate is not a finite number")
    var open = MultiPolygon()
    for step in 0..<4 { open.append(x: Double(step), y: Double(step * step)) }
    open.endRing()
    open.endPolygon()
    #expect(
      try Validity.check(open, context)
        == InvalidGround(reason: "Ring is not closed", at: Position(x: 0, y: 0)))
  }

  @Test(arguments: [
    ("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))", 50.0, 2),
    ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (5 5, 20 5, 20 8, 5 8, 5 5))", 115, 2),
    ("POLYGON ((0 0, 10 0, 5 0, 5 5, 5 0, 0 0))", 0, 0),
    ("POLYGON ((3 4, 5 6, 3 4))", 0, 0),
    ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", 100, 1),
  ]) func repairKeepsWhatIsEnclosedOnce(text: String, area: Double, parts: Int) throws {
    let context = try GEOSContext()
    let repaired = try Repair.makeValid(try ground(text), context)
    #expect(PlanarArea.area(of: repaired) == area)
    #expect(repaired.polygonCount == parts)
    #expect(try Validity.check(repaired, context) == nil)
  }
}
