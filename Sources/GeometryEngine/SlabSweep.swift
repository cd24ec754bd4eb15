import GeometryValues

/// Splits the ground under one record by all the polygons that meet it, and measures the parts.
///
/// A line goes over the ground from left to right; between two edges that follow each other upwards
/// on it, it is known which polygons cover the ground, and the area goes to that set of polygons. No
/// output geometry is made, so there is no topology to fail: parts are never negative and add up to
/// the whole by construction. Coordinates are metres in an equal-area plane; polygons must be valid,
/// since what counts is being inside an odd number of rings.
///
/// One sweep serves one thread and keeps its memory from record to record. What it gives depends on
/// the vertices of the given layers, in their order, and on nothing else.
public struct SlabSweep {
  var memory = SweepMemory()
  private(set) var areas: [Double] = []
  private var layers: [Int32] = []
  private var layerEnds: [Int] = []
  private var regions: [Int32] = []
  /// Ground that may have gone to a wrong region of the map, square metres in the plane: no more
  /// than rounding leaves, unless borders ran wild.
  public internal(set) var foldError = 0.0

  /// Makes a sweep that keeps its memory from one call to the next; it serves one thread.
  public init() {}

  /// How many parts the last split gave.
  public var partCount: Int { areas.count }

  /// Area of a part in the plane, square metres.
  public func area(ofPart part: Int) -> Double { areas[part] }

  /// The layers that cover a part: ascending positions in the list given to the split.
  public func layers(ofPart part: Int) -> ArraySlice<Int32> {
    layers[(part == 0 ? 0 : layerEnds[part - 1])..<layerEnds[part]]
  }

  /// The region of a part, after ``splitFolded(_:of:)``.
  public func region(ofPart part: Int) -> Int32 { regions[part] }

  /// Splits the union of the first `footprint` layers by all layers.
  ///
  /// Parts are those of the union, by which layers cover them, in the order in which the sweep met
  /// them. Relative error 1e-12 of the record's box; parts that rounding alone could make are left
  /// out.
  ///
  /// - Parameters:
  ///   - layers: polygons of `table`, by number; a polygon may stand here once.
  ///   - footprint: how many of them, from the first, make the ground to be split.
  public mutating func split(_ layers: [Int32], footprint: Int, of table: GroundTable) {
    guard prepare(layers, footprint: footprint, of: table) else { return clear() }
    memory.sweep.runOrMeasureInSlabs(layers.count)
    collect { members in (members[0] < Int32(footprint), members.count) }
  }

  /// The same, measured in slabs from the start.
  mutating func splitInSlabs(_ layers: [Int32], footprint: Int, of table: GroundTable) {
    guard prepare(layers, footprint: footprint, of: table) else { return clear() }
    memory.sweep.measureInSlabs()
    collect { members in (members[0] < Int32(footprint), members.count) }
  }

  /// Reads what matters in the box of the footprint; false if there is no ground.
  private mutating func prepare(
    _ layers: [Int32], footprint: Int, of table: GroundTable
  ) -> Bool {
    var box = Envelope()
    for layer in layers.prefix(footprint) { box.add(table.envelopes[Int(layer)]) }
    guard box.minX < box.maxX, box.minY < box.maxY else { return false }
    ownMemory(for: layers.count)
    memory.sweep.reset(box, layers: layers.count)
    memory.sweep.read(layers, of: table, in: box)
    return true
  }

  mutating func clear() {
    areas.removeAll(keepingCapacity: true)
    layers.removeAll(keepingCapacity: true)
    layerEnds.removeAll(keepingCapacity: true)
    regions.removeAll(keepingCapacity: true)
  }

  /// A copy of a sweep gets memory of its own; so does one that grew for a record of millions of
  /// edges, when the next is small.
  mutating func ownMemory(for layers: Int) {
    if isKnownUniquelyReferenced(&memory), !memory.isOversized(for: layers) { return }
    memory = memory.copyOfMap()
  }

  /// Takes over the covers that `belongs` finds in the footprint; regions stand last among the
  /// members, and `belongs` tells how many members are layers.
  mutating func collect(
    firstRegion: Int32 = .max, _ belongs: (UnsafeBufferPointer<Int32>) -> (Bool, layers: Int)
  ) {
    clear()
    let least = 4e-15 * memory.sweep.width * memory.sweep.height
    for cover in 1..<max(1, Int32(memory.sweep.covers.count)) {
      let area = memory.sweep.covers.area(of: cover)
      guard area > least else { continue }
      let members = memory.sweep.covers.layers(of: cover)
      let (isInside, layerCount) = belongs(members)
      guard isInside else { continue }
      areas.append(area)
      layers.append(contentsOf: members.prefix(layerCount))
      layerEnds.append(layers.count)
      regions.append(layerCount < members.count ? members[members.count - 1] - firstRegion : 0)
    }
  }
}
