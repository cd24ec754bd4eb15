import GeometryValues
import Testing

@testable import GeometryEngine

/// Folded maps against the plain split of the same stacks.
struct FoldTests {
  /// How a state goes on: the kind of the last layer, a count with a cap, a parity, one bit a layer.
  static let rules: [@Sendable (Int32, ArraySlice<Int32>) -> Int32] = [
    { region, covering in covering.last.map { 1 + $0 % 3 } ?? region },
    { region, covering in min(4, region + Int32(covering.count)) },
    { region, covering in (region + Int32(covering.count)) & 1 },
    { region, covering in covering.contains(0) ? 0 : covering.isEmpty ? region : 2 },
  ]

  @Test(arguments: 0..<200)
  func foldedAreasAreThoseOfThePlainSplit(seed: Int) {
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    let polygons = (0..<Int.random(in: 2...14, using: &random)).map { _ in
      RandomGround.polygon(using: &random)
    }
    let footprint = Int.random(in: 1...2, using: &random)
    let chunk = Int.random(in: 1...4, using: &random)
    let rule = Self.rules[seed % Self.rules.count]
    let found = Self.folded(polygons, footprint: footprint, chunk: chunk, rule)
    let known = Self.plain(polygons, footprint: footprint, chunk: chunk, rule)
    let whole = known.values.reduce(0, +)
    for key in Set(known.keys).union(found.areas.keys) {
      let error = abs((known[key] ?? 0) - (found.areas[key] ?? 0))
      #expect(error <= 1e-9 * whole, "seed \(seed), region and cover \(key)")
    }
    #expect(found.error <= 1e-9 * whole, "seed \(seed)")
  }

  @Test(arguments: 0..<100)
  func sharedBordersFoldAsTheySplit(seed: Int) {
    let polygons = AdversarialGround(seed: UInt64(400 + seed), count: 3 + seed % 8).polygons
    let box = polygons[0].envelope
    let found = Self.folded(polygons, footprint: 1, chunk: 1 + seed % 3, Self.rules[seed % 4])
    let known = Self.plain(polygons, footprint: 1, chunk: 1 + seed % 3, Self.rules[seed % 4])
    let tolerance = 1e-8 + 1e-12 * (box.maxX - box.minX) * (box.maxY - box.minY)
    for key in Set(known.keys).union(found.areas.keys) {
      let error = abs((known[key] ?? 0) - (found.areas[key] ?? 0))
      #expect(error <= tolerance, "seed \(seed), region and cover \(key)")
    }
    #expect(found.error <= tolerance, "seed \(seed)")
  }

  @Test func copiesOfOneRecordPileUpNoBorders() {
    var random = SeededGenerator(seed: 8)
    let record = RandomGround.star(at: (0, 0), using: &random)
    let other = RandomGround.star(at: (30, 10), using: &random)
    var table = GroundTable()
    for number in 0..<600 { table.append(number % 5 == 4 ? other : record) }
    var sweep = SlabSweep()
    sweep.beginFold([0], of: table)
    var mostPieces = 0
    for number in stride(from: Int32(1), to: 597, by: 3) {
      sweep.fold([number, number + 1, number + 2], of: table) { region, covering in
        covering.isEmpty ? region : (region + Int32(covering.count)) % 3
      }
      mostPieces = max(mostPieces, sweep.memory.map.pieces.count)
    }
    #expect(mostPieces < 150)
    sweep.splitFolded([0, 4], of: table)
    let areas = (0..<sweep.partCount).map { sweep.area(ofPart: $0) }
    #expect(abs(areas.reduce(0, +) - PlanarArea.area(of: record)) < 1e-8)
    #expect(areas.count { $0 > 1e-6 } == 2)
  }

  @Test func aCopyFoldsOnByItself() {
    let polygons = AdversarialGround(seed: 12, count: 9).polygons
    var table = GroundTable()
    for polygon in polygons { table.append(polygon) }
    var sweep = SlabSweep()
    sweep.beginFold([0], of: table)
    sweep.fold([1, 2, 3], of: table, classify: Self.rules[0])
    var copy = sweep
    copy.fold([4, 5, 6], of: table, classify: Self.rules[1])
    copy.beginFold([7], of: table)
    sweep.fold([4, 5, 6], of: table, classify: Self.rules[1])
    sweep.splitFolded([0], of: table)
    var fresh = SlabSweep()
    fresh.beginFold([0], of: table)
    fresh.fold([1, 2, 3], of: table, classify: Self.rules[0])
    fresh.fold([4, 5, 6], of: table, classify: Self.rules[1])
    fresh.splitFolded([0], of: table)
    #expect(sweep.partCount == fresh.partCount && sweep.partCount > 1)
    for part in 0..<min(sweep.partCount, fresh.partCount) {
      #expect(sweep.area(ofPart: part) == fresh.area(ofPart: part))
      #expect(sweep.region(ofPart: part) == fresh.region(ofPart: part))
    }
  }

  @Test func depthIsTheMeanOfBoxes() {
    var table = GroundTable()
    for side in [10.0, 5, 20, 10] {
      table.append(MultiPolygon(rings: [SlabSweepTests.box(0, 0, side, side)]))
    }
    table.append(MultiPolygon(rings: [SlabSweepTests.box(10, 0, 20, 5)]))
    #expect(table.depth(of: [1, 2, 3, 4], over: [0]) == 2.25)
    #expect(table.depth(of: [], over: [0]) == 0)
    #expect(table.isSame(0, 3) && !table.isSame(0, 1) && table.isSame(2, 2))
  }

  static func folded(
    _ polygons: [MultiPolygon], footprint: Int, chunk: Int,
    _ rule: (Int32, ArraySlice<Int32>) -> Int32
  ) -> (areas: [[Int32]: Double], error: Double) {
    var table = GroundTable()
    for polygon in polygons { table.append(polygon) }
    let own = (0..<Int32(footprint)).map { $0 }
    var sweep = SlabSweep()
    sweep.beginFold(own, of: table)
    for layers in chunks(footprint..<polygons.count, of: chunk) {
      sweep.fold(layers, of: table, classify: rule)
    }
    sweep.splitFolded(own, of: table)
    var areas: [[Int32]: Double] = [:]
    for part in 0..<sweep.partCount {
      areas[[sweep.region(ofPart: part)] + sweep.layers(ofPart: part), default: 0] +=
        sweep.area(ofPart: part)
    }
    return (areas, sweep.foldError)
  }

  static func plain(
    _ polygons: [MultiPolygon], footprint: Int, chunk: Int,
    _ rule: (Int32, ArraySlice<Int32>) -> Int32
  ) -> [[Int32]: Double] {
    var areas: [[Int32]: Double] = [:]
    for (layers, area) in SlabSweepTests.split(polygons, footprint: footprint) {
      var region: Int32 = 0
      for chunk in chunks(footprint..<polygons.count, of: chunk) {
        let covering = chunk.indices.filter { layers.contains(chunk[$0]) }.map(Int32.init)
        region = rule(region, covering[...])
      }
      areas[[region] + layers.filter { $0 < footprint }, default: 0] += area
    }
    return areas
  }

  private static func chunks(_ range: Range<Int>, of size: Int) -> [[Int32]] {
    stride(from: range.lowerBound, to: range.upperBound, by: size).map {
      ($0..<min($0 + size, range.upperBound)).map(Int32.init)
    }
  }
}
