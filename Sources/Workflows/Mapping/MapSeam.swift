import GeometryEngine
import GeometryValues

/// Pieces of a cluster that reach the lines along which it was cut, kept to be joined across them.
struct MapSeam {
  /// In the order in which groups were met.
  private(set) var pieces: [(group: MapGroup, pieces: [MultiPolygon])] = []
  /// Longitude and latitude of the pieces' vertices that records have.
  private(set) var degrees: [Position: Position] = [:]
  var cutVertices: Set<Position> = []
  private var places: [MapGroup: Int] = [:]

  /// Whether a piece has a vertex on the sides of its cell.
  func touches(_ polygon: MultiPolygon, _ box: Envelope) -> Bool {
    let own = polygon.envelope
    return own.minX <= box.minX || own.maxX >= box.maxX || own.minY <= box.minY
      || own.maxY >= box.maxY
  }

  mutating func keep(
    _ polygon: MultiPolygon, of group: MapGroup, degrees known: [Position: Position]
  ) {
    for index in 0..<polygon.vertexCount {
      let vertex = polygon.vertex(index)
      if let place = known[vertex] { degrees[vertex] = place }
    }
    if let place = places[group] {
      pieces[place].pieces.append(polygon)
    } else {
      places[group] = pieces.count
      pieces.append((group, [polygon]))
    }
  }

  /// The polygons without the vertices that only cutting made, so that no seam shows.
  func withoutCuts(_ polygons: MultiPolygon) -> MultiPolygon {
    var smooth = MultiPolygon()
    for polygon in 0..<polygons.polygonCount {
      let rings = polygons.rings(ofPolygon: polygon).map { ring -> [Position] in
        let vertices = polygons.vertices(ofRing: ring).dropLast().map(polygons.vertex)
        let kept = vertices.indices.filter { !isSeam($0, of: vertices) }
        return kept.count < 3 ? vertices : kept.map { vertices[$0] }
      }
      smooth.append(rings: rings)
    }
    return smooth
  }

  /// Whether a vertex is there only because an edge was cut: it bends nothing.
  private func isSeam(_ index: Int, of ring: [Position]) -> Bool {
    let vertex = ring[index]
    guard cutVertices.contains(vertex), degrees[vertex] == nil else { return false }
    let before = ring[(index + ring.count - 1) % ring.count]
    let after = ring[(index + 1) % ring.count]
    let (dx, dy) = (after.x - before.x, after.y - before.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let off = abs(dx * (vertex.y - before.y) - dy * (vertex.x - before.x))
    return off <= 2 * MapGrid.step * length
  }
}
