import GeometryEngine
import GeometryValues
import LandRelease

/// Ground that one hazard holds in one layer.
struct HeldGround {
  /// What ground is added up for.
  struct Place: Hashable {
    let hazard: Int32
    let layer: Layer
    /// The place of the district; -1 for none.
    let district: Int32
  }

  /// A hazard of the register in a layer.
  struct Hazard: Hashable {
    let subject: Int32
    let layer: Layer
  }

  private(set) var squareMetres = 0.0
  /// The highest state of any piece.
  private(set) var state: LandState?
  /// A point inside the largest piece, in the plane.
  private(set) var inside: Position?
  private var largest = 0.0

  mutating func add(_ held: HeldGround) {
    squareMetres += held.squareMetres
    state = max(state ?? .unrecorded, held.state ?? .unrecorded)
    if held.largest > largest { (largest, inside) = (held.largest, held.inside) }
  }

  mutating func add(_ piece: MultiPolygon, _ area: Double, _ state: LandState) {
    squareMetres += area
    self.state = max(self.state ?? .unrecorded, state)
    if area > largest { (largest, inside) = (area, InteriorPoint.of(piece)) }
  }
}

/// Adds up what hazards hold, cluster after cluster; one instance a thread.
struct HeldFaces {
  private var faces: MapFaces
  private var point: StateAtPoint
  private let days: [CalendarDate?]
  private var known: [[Int32]: [[StateAtPoint.Holding]]] = [:]

  init(_ ground: MapGround, _ days: [CalendarDate?]) throws {
    faces = try MapFaces(ground)
    point = StateAtPoint(ground.history)
    self.days = days
  }

  /// What hazards of some clusters hold, by day.
  mutating func sums(
    of block: [Int], _ clusters: MapClusters
  ) throws -> [[HeldGround.Place: HeldGround]] {
    var sums: [[HeldGround.Place: HeldGround]] = days.map { _ in [:] }
    for cluster in block {
      known.removeAll(keepingCapacity: true)
      for cell in clusters.cells(of: cluster) {
        for face in try faces.faces(of: cell) { add(face, to: &sums) }
      }
    }
    return sums
  }

  private mutating func add(_ face: MapFace, to sums: inout [[HeldGround.Place: HeldGround]]) {
    let area = PlanarArea.area(of: face.polygon)
    for (day, holdings) in holdings(face.covering).enumerated() {
      for holding in holdings {
        for layer in Layer.allCases {
          guard let state = holding.state(in: layer) else { continue }
          let place = HeldGround.Place(
            hazard: holding.hazard, layer: layer, district: face.district)
          sums[day][place, default: HeldGround()].add(face.polygon, area, state)
        }
      }
    }
  }

  /// What stands where exactly these grounds cover, by day.
  private mutating func holdings(_ covering: [Int32]) -> [[StateAtPoint.Holding]] {
    if let known = known[covering] { return known }
    let found = days.map { day in
      point.replay(covering: covering, asOf: day)
      return point.holdings
    }
    known[covering] = found
    return found
  }
}
