import GeometryValues
import Testing

@testable import GeometryEngine

/// The sweep against GEOS where edges coincide, touch and all but touch.
struct AdversarialSweepTests {
  @Test(arguments: 0..<400)
  func everyPartHasTheAreaOverlayGivesIt(seed: Int) throws {
    let polygons = AdversarialGround(seed: UInt64(seed), count: 2 + seed % 5).polygons
    let parts = SlabSweepTests.split(polygons)
    let whole = PlanarArea.area(of: polygons[0])
    let box = polygons[0].envelope
    let rounding = 1e-14 * (box.maxX - box.minX) * (box.maxY - box.minY)
    #expect(abs(parts.values.reduce(0, +) - whole) <= 1e-12 * whole + rounding, "seed \(seed)")
    // In slivers GEOS itself is off: exact fractions agree with the sweep there.
    guard whole > 1 else { return }
    let overlay = try GroundOverlay()
    for (cover, area) in parts where area > 1e-9 * whole {
      var ground = polygons[0]
      for other in 1..<polygons.count {
        ground =
          cover.contains(Int32(other))
          ? try overlay.intersection(ground, polygons[other])
          : try overlay.difference(ground, polygons[other])
      }
      let known = PlanarArea.area(of: ground)
      #expect(abs(area - known) <= 1e-8 + 2e-9 * whole, "seed \(seed), cover \(cover)")
    }
  }

  @Test(arguments: 0..<300)
  func slabsGiveTheSame(seed: Int) throws {
    let polygons = AdversarialGround(seed: UInt64(7000 + seed), count: 2 + seed % 7).polygons
    var table = GroundTable()
    for polygon in polygons { table.append(polygon) }
    let layers = polygons.indices.map(Int32.init)
    var sweep = SlabSweep()
    sweep.split(layers, footprint: 1, of: table)
    let whole = sweep.memory.sweep.width * sweep.memory.sweep.height
    #expect(sweep.memory.sweep.violation <= 1e-12 * whole, "seed \(seed): the order broke")
    let swept = SlabSweepTests.parts(of: sweep)
    sweep.splitInSlabs(layers, footprint: 1, of: table)
    let slabs = SlabSweepTests.parts(of: sweep)
    for cover in Set(swept.keys).union(slabs.keys) {
      #expect(
        abs((swept[cover] ?? 0) - (slabs[cover] ?? 0)) <= 1e-8 + 1e-10 * whole,
        "seed \(seed), cover \(cover)")
    }
  }

  @Test func whatWasSweptBeforeMattersNot() {
    let mixed = AdversarialGround(seed: 5, count: 16).polygons
    var table = GroundTable()
    for polygon in mixed { table.append(polygon) }
    var used = SlabSweep()
    for record in 0..<Int32(mixed.count) {
      let layers = [record] + (0..<Int32(mixed.count)).filter { $0 != record }
      used.split(layers, footprint: 1, of: table)
      var fresh = SlabSweep()
      fresh.split(layers, footprint: 1, of: table)
      #expect(SlabSweepTests.parts(of: used) == SlabSweepTests.parts(of: fresh))
      let copy = used
      used.beginFold([record], of: table)
      #expect(copy.partCount == fresh.partCount)
    }
  }

  @Test func aStackOfTwoHundred() throws {
    var random = SeededGenerator(seed: 4)
    let polygons = (0..<200).map { _ in RandomGround.star(at: (0, 0), using: &random) }
    var table = GroundTable()
    for polygon in polygons { table.append(polygon) }
    var sweep = SlabSweep()
    sweep.split((0..<200).map { $0 }, footprint: 1, of: table)
    var sum = 0.0
    var covered = Array(repeating: 0.0, count: polygons.count)
    for part in 0..<sweep.partCount {
      sum += sweep.area(ofPart: part)
      for layer in sweep.layers(ofPart: part) { covered[Int(layer)] += sweep.area(ofPart: part) }
    }
    let whole = PlanarArea.area(of: polygons[0])
    #expect(abs(sum - whole) <= 1e-12 * whole)
    let overlay = try GroundOverlay()
    for other in [1, 17, 120, 199] {
      let known = PlanarArea.area(of: try overlay.intersection(polygons[0], polygons[other]))
      #expect(abs(covered[other] - known) <= 1e-9 * whole)
    }
  }

  @Test(arguments: 0..<40)
  func aLongBorderIsReadWhereItMatters(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(300 + seed))
    // A border that wanders, with the country to its west, of more than one level of runs.
    var ring = [Position(x: -5000, y: 0)]
    let isUpright = seed % 2 == 0
    for step in 0...2500 {
      let along = Double(step) * 4
      let aside = Double.random(in: -60...60, using: &random)
      ring.append(
        isUpright ? Position(x: aside, y: along) : Position(x: along - 5000, y: aside + 5000))
    }
    ring.append(isUpright ? Position(x: -5000, y: 10_000) : Position(x: 5000, y: 0))
    let country = MultiPolygon(rings: [ring])
    let overlay = try GroundOverlay()
    for _ in 0..<5 {
      let middle = (
        isUpright ? 0.0 : Double.random(in: -4000...4000, using: &random),
        isUpright ? Double.random(in: 200...9800, using: &random) : 5000.0
      )
      let record = RandomGround.star(at: middle, using: &random)
      let parts = SlabSweepTests.split([record, country])
      let known = PlanarArea.area(of: try overlay.intersection(record, country))
      #expect(abs((parts[[0, 1]] ?? 0) - known) <= 1e-7)
      let other = SlabSweepTests.split([country, record])
      #expect(abs((other[[0, 1]] ?? 0) - known) <= 1e-4)
    }
  }
}
