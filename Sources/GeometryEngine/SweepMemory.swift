import GeometryValues

/// The memory of a sweep, freed with its last owner.
final class SweepMemory {
  var sweep = GroundSweep()
  /// The map of a fold under way, and its box.
  var map = GroundMap()
  var box = Envelope()

  /// Whether the memory is that of millions of edges, kept for a few layers.
  func isOversized(for layers: Int) -> Bool {
    sweep.edges.capacity > 1 << 18 && layers < 1000
  }

  /// New memory with the map of the fold under way.
  func copyOfMap() -> SweepMemory {
    let copy = SweepMemory()
    copy.box = box
    copy.map.append(map)
    copy.sweep.fold.regionCount = sweep.fold.regionCount
    copy.sweep.fold.nextLine = sweep.fold.nextLine
    return copy
  }

  deinit {
    sweep.free()
    map.free()
  }
}

extension GroundSweep {
  /// Takes the edges of those layers that share ground with the box.
  mutating func read(_ layers: [Int32], of table: GroundTable, in box: Envelope) {
    let gathering = EdgeGathering(box)
    table.withView { view in
      for (position, polygon) in layers.enumerated() {
        let envelope = table.envelopes[Int(polygon)]
        guard envelope.minX < box.maxX, envelope.maxX > box.minX, envelope.minY < box.maxY,
          envelope.maxY > box.minY
        else { continue }
        gathering.read(Int(polygon), of: view, as: Int32(position), into: &self)
      }
    }
  }

  /// Sweeps; should rounding have broken the order of edges, measures in slabs.
  mutating func runOrMeasureInSlabs(_ layers: Int) {
    run()
    guard violation > 1e-12 * width * height else { return }
    covers.reset(layers: layers)
    measureInSlabs()
  }
}
