import Foundation
import GeometryEngine
import GeometryValues
import LandRelease
import Testing

@testable import Workflows

/// Each slip of coordinates, in 249 countries of random extent, is found and proposed.
struct SlipPropertyTests {
  private struct Count {
    var slipped = 0
    var found = 0
    var named = 0
    var wrong = 0
  }

  /// Whether a reading gives the coordinates back, to a metre.
  private func restores(
    _ trials: PlaceTrials, _ number: Int, _ slipped: [Double], _ true: [Double]
  ) -> Bool {
    guard let moved = trials.positions(slipped, trials.trials[number]) else { return false }
    return zip(moved, `true`).allSatisfy { abs($0 - $1) < 1e-5 }
  }

  private func judge(
    _ slipped: [Double], as stated: [Double]?, _ known: [Double], _ district: Int,
    _ trials: PlaceTrials, _ count: inout Count,
    isWhole: Bool = false
  ) {
    let isInPlace = stated.map { trials.ground.hasInPlace($0.positions, stated: [district]) }
    // A slip that leaves the record in its district can't be seen and does little.
    guard isInPlace != true else { return }
    count.slipped += 1
    let candidate = PlaceTrials.Candidate(
      coordinates: slipped, districts: [district], isInPlace: false)
    switch trials.judge([candidate], ofWholeFile: isWhole) {
    case .one(let number):
      if restores(trials, number, slipped, known) { count.found += 1 } else { count.wrong += 1 }
    case .several(let numbers):
      if numbers.contains(where: { restores(trials, $0, slipped, known) }) { count.named += 1 }
    case .inPlace, .unexplained: break
    }
  }

  private func expect(_ count: Count, _ slip: String, least: Int) {
    let proposed = Double(count.found + count.named) / Double(max(1, count.slipped))
    #expect(count.slipped >= least, "\(slip): \(count)")
    #expect(proposed > 0.99, "\(slip): \(count)")
    #expect(Double(count.found) / Double(max(1, count.slipped)) > 0.95, "\(slip): \(count)")
    #expect(Double(count.wrong) / Double(max(1, count.slipped)) < 0.005, "\(slip): \(count)")
  }

  private static func onEarth(_ flat: [Double]) -> [Double]? {
    flat.positions.allSatisfy { abs($0.x) <= 180 && abs($0.y) <= 90 } ? flat : nil
  }

  @Test(
    arguments: [
      ("swap", AxisChange(swaps: true)), ("sign of longitude", AxisChange(first: -1)),
      ("sign of latitude", AxisChange(second: -1)),
      ("both signs", AxisChange(first: -1, second: -1)),
      ("longitude a digit short", AxisChange(first: 0.1)),
      ("latitude a digit long", AxisChange(second: 10)),
      ("points lost", AxisChange(first: 1e5, second: 1e5)),
    ])
  func degrees(slip: String, change: AxisChange) throws {
    var dice = SeededDice(2024)
    var count = Count()
    for _ in 0..<249 {
      let country = try RandomCountry(&dice)
      let trials = PlaceTrials(country.ground, .wgs84, isGeographic: true)
      for _ in 0..<4 {
        let (known, district) = country.polygon(&dice)
        let slipped = change.applied(to: known)
        judge(slipped, as: Self.onEarth(slipped), known, district, trials, &count)
      }
    }
    expect(count, slip, least: 600)
  }

  @Test func metresInAFileOfDegrees() throws {
    var dice = SeededDice(7)
    var count = Count()
    for _ in 0..<40 {
      let country = try RandomCountry(&dice)
      let trials = PlaceTrials(country.ground, .wgs84, isGeographic: true)
      for _ in 0..<3 {
        let (known, district) = country.polygon(&dice)
        let zone = RandomCountry.zone(known)
        var slipped = known
        try CoordinateTransform(from: "OGC:CRS84", to: "EPSG:\(zone)").transform(&slipped)
        judge(slipped, as: nil, known, district, trials, &count)
      }
    }
    expect(count, "metres", least: 100)
  }

  @Test(arguments: [-1, 1]) func aNeighbouringZone(step: Int) throws {
    var dice = SeededDice(99)
    var count = Count()
    for _ in 0..<40 {
      let country = try RandomCountry(&dice)
      let (known, district) = country.polygon(&dice)
      let zone = RandomCountry.zone(known)
      let stated = zone + step
      guard (1...60).contains(stated % 100) else { continue }
      let trials = PlaceTrials(country.ground, .code("EPSG:\(stated)"), isGeographic: false)
      var slipped = known
      try CoordinateTransform(from: "OGC:CRS84", to: "EPSG:\(zone)").transform(&slipped)
      var asStated = slipped
      try CoordinateTransform(from: "EPSG:\(stated)").transform(&asStated)
      judge(slipped, as: asStated, known, district, trials, &count, isWhole: true)
      // Degrees in a file that states metres lie in the sea south of Ghana.
      judge(known, as: nil, known, district, trials, &count, isWhole: true)
      // North before east.
      judge(
        AxisChange(swaps: true).applied(to: slipped), as: nil, known, district,
        PlaceTrials(country.ground, .code("EPSG:\(zone)"), isGeographic: false), &count,
        isWhole: true)
    }
    expect(count, "zone", least: 90)
  }

  @Test(
    arguments: [
      AxisChange(swaps: true), AxisChange(first: -1), AxisChange(second: -1),
      AxisChange(first: 0.1),
      AxisChange(second: 10), AxisChange(first: 10),
    ])
  func aSingleVertex(change: AxisChange) throws {
    var dice = SeededDice(11)
    var (slipped, found) = (0, 0)
    for _ in 0..<249 {
      let country = try RandomCountry(&dice)
      let trials = PlaceTrials(country.ground, .wgs84, isGeographic: true)
      let (known, _) = country.polygon(&dice)
      let vertex = Int.random(in: 0..<4, using: &dice)
      var raw = known
      let moved = change.applied(to: Array(known[2 * vertex...2 * vertex + 1]))
      for corner in vertex == 0 ? [0, 4] : [vertex] {
        raw.replaceSubrange(2 * corner...2 * corner + 1, with: moved)
      }
      let home = country.ground.envelope.grown(byMetres: 60_000)
      guard !home.meets(Envelope(around: moved.positions)) else { continue }
      slipped += 1
      let polygon = MultiPolygon(coordinates: raw, ringEnds: [5], polygonEnds: [1])
      let slips = VertexSlips(polygon, trials, bring: { Self.onEarth($0) })
      guard let slips, zip(slips.coordinates, known).allSatisfy({ abs($0 - $1) < 1e-9 }) else {
        continue
      }
      found += 1
    }
    #expect(slipped > 150)
    #expect(Double(found) > 0.99 * Double(slipped), "\(found) of \(slipped)")
  }

  @Test func whatLiesInPlaceIsNeverQuestioned() throws {
    var dice = SeededDice(3)
    var placing: RowPlacing?
    var questioned = 0
    for number in 0..<10_000 {
      if number % 40 == 0 {
        let country = try RandomCountry(&dice)
        var fresh = RowPlacing(
          PlaceTrials(country.ground, .wgs84, isGeographic: true), .proposed)
        for _ in 0..<40 {
          let (polygon, district) = country.polygon(&dice)
          let stated = Bool.random(using: &dice) ? [district] : []
          let isInPlace = try fresh.isInPlace(polygon.positions, districts: stated)
          guard case .asStated = fresh.judge(raw: polygon, isInPlace: isInPlace, districts: stated)
          else {
            questioned += 1
            continue
          }
        }
        try fresh.finish()
        placing = fresh
      }
    }
    #expect(questioned == 0)
    #expect(placing?.corrected.isEmpty == true)
  }
}
