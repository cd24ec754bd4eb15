import GeometryEngine
import GeometryValues
import LandRelease

/// Draws one cluster after the other; one instance a thread.
struct MapDrawing {
  private let ground: MapGround
  private let request: StateMapRequest
  private var faces: MapFaces
  private var point: StateAtPoint
  private var finish: MapFinish
  private var known: [[Int32]: MapGroup?] = [:]

  init(_ ground: MapGround, _ request: StateMapRequest) throws {
    self.ground = ground
    self.request = request
    faces = try MapFaces(ground)
    point = StateAtPoint(ground.history)
    finish = try MapFinish()
  }

  /// The features of a cluster, given as its cells.
  mutating func features(_ cells: [MapCell]) throws -> [MapFeature] {
    known.removeAll(keepingCapacity: true)
    var features: [MapFeature] = []
    var seam = MapSeam()
    for cell in cells {
      for (group, pieces) in try groups(cell) {
        if let lone = lone(cell) {
          features += try finish.features(lone, group)
          continue
        }
        let joined = try faces.maker.joined(pieces)
        for number in 0..<joined.polygonCount {
          let polygon = joined.polygon(number)
          if let cut = cell.cut, seam.touches(polygon, cut) {
            seam.keep(polygon, of: group, degrees: faces.degrees)
          } else {
            let drawn = try degrees(polygon, of: faces.degrees)
            features += try finish.features(drawn, group)
          }
        }
      }
      seam.cutVertices.formUnion(faces.cutVertices)
    }
    for (group, pieces) in seam.pieces {
      let joined = seam.withoutCuts(try faces.maker.union(pieces))
      let drawn = try degrees(joined, of: seam.degrees)
      features += try finish.features(drawn, group)
    }
    return features
  }

  /// The faces of a cell to be drawn, by group and in the order in which groups were met.
  private mutating func groups(
    _ cell: MapCell
  ) throws -> [(group: MapGroup, pieces: [MultiPolygon])] {
    var places: [MapGroup: Int] = [:]
    var groups: [(group: MapGroup, pieces: [MultiPolygon])] = []
    for face in try faces.faces(of: cell) {
      guard var group = group(face.covering) else { continue }
      group.district = face.district
      if let place = places[group] {
        groups[place].pieces.append(face.polygon)
      } else {
        places[group] = groups.count
        groups.append((group, [face.polygon]))
      }
    }
    return groups
  }

  /// What the map shows where exactly these grounds cover; nil where it shows nothing.
  private mutating func group(_ covering: [Int32]) -> MapGroup? {
    if let known = known[covering] { return known }
    point.replay(covering: covering, asOf: request.asOf)
    let standing = point.standing(in: request.layer)
    var group = MapGroup(
      district: -1, state: standing.state,
      isContested: standing.isContested && standing.state.isOpen, isPending: standing.isPending,
      releases: [])
    let isShown: Bool
    switch request.subject {
    case .remaining: isShown = standing.state.isOpen || standing.isPending
    case .released:
      isShown = standing.state.isReleased && mayBeSeen(isPending: standing.isPending)
    case .overlaps:
      group.releases = point.releases(in: request.layer)
      isShown = group.releases.count > 1
    }
    known[covering] = .some(isShown ? group : nil)
    return isShown ? group : nil
  }

  /// Whether released ground is shown: where only what was handed over is, by a release that was.
  private func mayBeSeen(isPending: Bool) -> Bool {
    guard let handedOver = request.handedOver else { return true }
    return !isPending && point.releases(in: request.layer).contains(where: handedOver.contains)
  }

  /// The record's own polygon, where it is all there is.
  private func lone(_ cell: MapCell) -> MultiPolygon? {
    faces.isLone ? ground.degrees(cell.grounds[0]) : nil
  }

  private func degrees(
    _ polygon: MultiPolygon, of records: [Position: Position]
  ) throws -> MultiPolygon {
    try faces.projection.degrees(polygon) { records[$0] ?? ground.borderDegrees[$0] }
  }
}
