import GeometryEngine
import GeometryValues
import LandRelease
import Reporting

/// Ground of zones on which the same records, and the same zones, lie.
struct ZonePart: Sendable {
  /// The places of the zones that it belongs to.
  var zones: [Int]
  /// The place of its district; -1 for none.
  var district: Int32
  /// In the plane.
  var squareMetres: Double
  var state: LandState
  /// Whether a version of a hazard that waits to be confirmed lies on it.
  var isPending: Bool
  /// The hazards that hold it or the releases that freed it, as subjects of the register.
  var records: [Int32]
}

/// Splits zones by the records that meet them; one instance a thread.
struct ZoneWorker {
  var sweep: SlabSweep
  var point: StateAtPoint
  let grounds: LedgerGrounds
  let index: GroundIndex
  let districtIndex: GroundIndex
  let firstZone: Int
  let layer: Layer
  let day: CalendarDate?

  /// The parts of the ground that some zones take up together.
  mutating func split(_ zones: [Int]) -> [ZonePart] {
    let own = zones.map { Int32(firstZone + $0) }
    var (records, districts): (Set<Int32>, Set<Int32>) = ([], [])
    for zone in own {
      let box = grounds.boxes[Int(zone)]
      index.forEach(meeting: box) { records.insert(Int32($0)) }
      districtIndex.forEach(meeting: box) { districts.insert(Int32($0)) }
    }
    let all = own + records.sorted() + districts.sorted()
    let firstDistrict = own.count + records.count
    sweep.split(all, footprint: own.count, of: grounds.table)
    return (0..<sweep.partCount).map { part in
      let layers = sweep.layers(ofPart: part)
      let covering = layers.filter { $0 >= own.count && $0 < firstDistrict }.map { all[Int($0)] }
      point.replay(covering: covering, asOf: day)
      let standing = point.standing(in: layer)
      return ZonePart(
        zones: layers.prefix { $0 < own.count }.map { zones[Int($0)] },
        district: layers.first { $0 >= firstDistrict }.map { all[Int($0)] } ?? -1,
        squareMetres: sweep.area(ofPart: part), state: standing.state,
        isPending: standing.isPending && !standing.state.isOpen,
        records: standing.state.isOpen
          ? point.holdings.filter { $0.state(in: layer) != nil }.map(\.hazard)
          : point.releases(in: layer))
    }
  }
}

/// Parts of zones added up.
struct ZoneTally {
  private var areas: [LandState: Double] = [:]
  private var pending = 0.0
  private var records: [LandState: Set<Int32>] = [:]
  private var zones: Set<Int> = []

  mutating func add(_ part: ZonePart, _ scale: Double, zones members: [Int]) {
    areas[part.state, default: 0] += part.squareMetres * scale
    if part.isPending { pending += part.squareMetres * scale }
    records[part.state, default: []].formUnion(part.records)
    zones.formUnion(members)
  }

  /// - Parameter area: the ground it must come to; nil is what the parts do.
  func line(area: Area?) -> ZoneLine {
    var line = ZoneLine()
    // Sums of fractions depend on the order, and must not change from run to run.
    let states = LandState.allCases.compactMap { state in areas[state].map { (state, $0) } }
    for (state, squareMetres) in states {
      line.areas[state] = Area(squareMetres: squareMetres) ?? .zero
    }
    let area = area ?? Area(squareMetres: states.reduce(0) { $0 + $1.1 })
    // The largest part takes what rounding leaves.
    let largest = line.areas.max { ($0.value, $0.key) < ($1.value, $1.key) }
    if let area, let largest { line.areas[largest.key] = largest.value + area - line.area }
    line.pending = Area(squareMetres: pending) ?? .zero
    line.zones = zones.count
    line.records = records.mapValues(\.count)
    let open = LandState.allCases.filter(\.isOpen)
    line.openHazards = open.reduce(into: Set<Int32>()) { $0.formUnion(records[$1] ?? []) }.count
    return line
  }
}
