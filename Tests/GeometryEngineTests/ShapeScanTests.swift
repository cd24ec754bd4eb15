import Foundation
import GeometryValues
import Testing

@testable import GeometryEngine

/// One walk along the rings: what it tells and what it leaves alone.
@Suite struct ShapeScanTests {
  private func scan(_ wkt: String) throws -> ShapeFacts {
    guard case .polygons(let polygon) = try WKT.read(wkt) else { return ShapeFacts() }
    return ShapeScan.facts(of: polygon)
  }

  private static let square = "POLYGON ((45 40, 45.001 40, 45.001 40.001, 45 40.001, 45 40))"

  @Test func aSquareHasNothingToTell() throws {
    let facts = try scan(Self.square)
    #expect(facts.vertexCount == 4 && facts.fewestVertices == 4 && facts.repeatedVertices == 0)
    #expect(facts.spikes == 0 && facts.jumpAt == nil && facts.nullAt == nil && !facts.isCircle)
    #expect((110...112).contains(facts.longestLeg))
    // Each vertex has its neighbours a diagonal apart: 4 * (85.3 * 85.3 + 111.3 * 111.3).
    #expect((78_000...79_500).contains(facts.leverage))
  }

  @Test("the fingerprint knows the rings again, begun elsewhere and run the other way")
  func fingerprints() throws {
    let square = try scan(Self.square).fingerprint
    for same in [
      "POLYGON ((45.001 40.001, 45 40.001, 45 40, 45.001 40, 45.001 40.001))",
      "POLYGON ((45 40, 45 40.001, 45.001 40.001, 45.001 40, 45 40))",
      "POLYGON ((45 40, 45.001 40, 45.001 40, 45.001 40.001, 45 40.001, 45 40))",
    ] { #expect(try scan(same).fingerprint == square) }
    // The same vertices in another order are another ring.
    #expect(
      try scan("POLYGON ((45 40, 45.001 40.001, 45.001 40, 45 40.001, 45 40))").fingerprint
        != square)
    #expect(
      try scan("POLYGON ((45 40, 45.001 40, 45.001 40.0011, 45 40.001, 45 40))").fingerprint
        != square)
  }

  @Test("a leg that closes the ring counts like the others")
  func closingLeg() throws {
    let facts = try scan("POLYGON ((45 40, 45.001 40, 45.06 40.001, 45.06 40.002, 45 40))")
    #expect(facts.longestLeg > 5_000 && facts.jumpAt == nil)
  }

  @Test func aWrongDigitIsAJump() throws {
    let facts = try scan("POLYGON ((45 40, 45.001 40, 45.001 41.001, 45 40.001, 45 40))")
    #expect(facts.jumpAt == Position(x: 45.001, y: 41.001) && facts.jumpLength > 110_000)
    #expect(facts.spikes == 0)
    // So it is where the ring begins.
    let first = try scan("POLYGON ((45.001 41.001, 45 40.001, 45 40, 45.001 40, 45.001 41.001))")
    #expect(first.jumpAt == Position(x: 45.001, y: 41.001))
  }

  @Test func aNeedleIsASpikeWithItsGround() throws {
    let facts = try scan(
      "POLYGON ((45 40, 45.0005 40, 45.00051 40.01, 45.00052 40, 45.001 40, 45.001 40.001, 45 40.001, 45 40))"
    )
    #expect(facts.spikes == 1 && facts.spikeAt == Position(x: 45.00051, y: 40.01))
    #expect((900...1_000).contains(facts.spikeArea))
  }

  @Test("a long strip and a sharp corner are no needles")
  func strips() throws {
    #expect(
      try scan("POLYGON ((45 40, 45.1 40, 45.1 40.0002, 45 40.0002, 45 40))").spikes == 0)
    #expect(try scan("POLYGON ((45 40, 45.01 40, 45.01 40.001, 45 40))").spikes == 0)
  }

  @Test func repeatedVerticesAreCountedAndPassedOver() throws {
    let facts = try scan(
      "POLYGON ((45 40, 45.001 40, 45.0010005 40, 45.001 40.001, 45 40.001, 45 40.001, 45 40))")
    #expect(facts.repeatedVertices == 2 && facts.fewestVertices == 4 && facts.spikes == 0)
    #expect(try scan("POLYGON ((45 40, 45.001 40, 45 40, 45 40))").fewestVertices == 2)
  }

  @Test func aCircleAroundAPointIsKnown() throws {
    let radius = 0.001
    let vertices = (0...32).map { step -> String in
      let angle = Double(step % 32) / 32 * 2 * Double.pi
      return "\(45 + radius * cos(angle) / 0.766) \(40 + radius * sin(angle))"
    }
    #expect(try scan("POLYGON ((\(vertices.joined(separator: ", "))))").isCircle)
  }

  @Test func noughtIsSeen() throws {
    #expect(try scan("POLYGON ((45 40, 45.001 40, 0 0, 45 40.001, 45 40))").nullAt != nil)
  }
}
