import GeometryValues

/// Deep stacks: ground under thousands of records that all cross each other.
///
/// Every neighbour is taken once, in chunks of some four, and after each chunk only the borders
/// between different regions are kept. So the cost is that of the neighbours times the few borders
/// that regions have, not that of all crossings of all neighbours. It pays from some twelve
/// neighbours over one spot (``GroundTable/depth(of:over:)``).
extension SlabSweep {
  /// Starts a map of regions over the union of some polygons: all of it is region 0.
  public mutating func beginFold(_ footprint: [Int32], of table: GroundTable) {
    ownMemory(for: footprint.count)
    memory.box = Envelope()
    for layer in footprint { memory.box.add(table.envelopes[Int(layer)]) }
    memory.map.removeAll()
    foldError = 0
    memory.sweep.fold.nextLine = 0
    memory.sweep.fold.regionCount = 0
    guard hasGround else { return }
    makeMap(footprint, of: table, nil)
  }

  /// Overlays layers on the map, and gives every part of it the region that `classify` says.
  ///
  /// Where neighbouring parts get the same region the border between them vanishes.
  ///
  /// - Parameters:
  ///   - layers: polygons of `table`, by number.
  ///   - classify: the new region, from 0 on and few, of ground that was in `region` and is covered
  ///     by the layers at the ascending positions `covering`; asked once for each pair met.
  public mutating func fold(
    _ layers: [Int32], of table: GroundTable,
    classify: (_ region: Int32, _ covering: ArraySlice<Int32>) -> Int32
  ) {
    ownMemory(for: layers.count)
    guard hasGround else { return }
    withoutActuallyEscaping(classify) { makeMap(layers, of: table, $0) }
  }

  /// Splits the footprint of the map by region and by further layers.
  ///
  /// Parts are as those of ``split(_:footprint:of:)``, with a region each.
  public mutating func splitFolded(_ layers: [Int32], of table: GroundTable) {
    ownMemory(for: layers.count)
    guard hasGround else { return clear() }
    let first = Int32(layers.count)
    let count = layers.count + Int(memory.sweep.fold.regionCount)
    memory.sweep.reset(memory.box, layers: count)
    memory.sweep.read(memory.map, firstLayer: first)
    memory.sweep.read(layers, of: table, in: memory.box)
    memory.sweep.runOrMeasureInSlabs(count)
    collect(firstRegion: first) { members in
      guard let last = members.last, last >= first else { return (false, 0) }
      return (true, members.count { $0 < first })
    }
  }

  private var hasGround: Bool {
    memory.box.minX < memory.box.maxX && memory.box.minY < memory.box.maxY
  }

  /// Sweeps the map and layers, and takes what comes out for the map.
  private mutating func makeMap(
    _ layers: [Int32], of table: GroundTable, _ classify: FoldState.Classify?
  ) {
    let memory = memory
    memory.sweep.reset(
      memory.box, layers: layers.count + Int(memory.sweep.fold.regionCount))
    memory.sweep.read(memory.map, firstLayer: Int32(layers.count))
    memory.sweep.read(layers, of: table, in: memory.box)
    memory.sweep.beginMap(of: memory.map, layers: Int32(layers.count), classify)
    memory.sweep.run()
    memory.sweep.endMap()
    swap(&memory.map, &memory.sweep.fold.made)
    memory.map.mergeTwins()
    foldError += memory.sweep.violation
  }
}
