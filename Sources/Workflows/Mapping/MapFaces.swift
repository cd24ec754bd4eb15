import GeometryEngine
import GeometryValues
import LandRelease

/// A piece of ground that lies wholly inside or outside of every polygon.
struct MapFace {
  /// The grounds that cover it, ascending.
  var covering: [Int32]
  /// The place of its district; -1 for none.
  var district: Int32
  /// In the plane; its square metres are ``PlanarArea``'s.
  var polygon: MultiPolygon
}

/// Cuts the ground of a cell into faces; one instance a thread.
struct MapFaces {
  let ground: MapGround
  let projection: MapProjection
  let maker: FaceMaker
  /// Longitude and latitude of the vertices of the last cell's records.
  private(set) var degrees: [Position: Position] = [:]
  /// Vertices of the last cell that only cutting made.
  private(set) var cutVertices: Set<Position> = []
  /// Whether the last cell was one record that meets no other and no border.
  private(set) var isLone = false
  /// The cell's grounds in the plane, with their boxes.
  private var planar: [MultiPolygon] = []
  private var boxes: [Envelope] = []

  init(_ ground: MapGround) throws {
    self.ground = ground
    projection = try MapProjection(ground.plane)
    maker = try FaceMaker()
  }

  /// The faces that some ground covers.
  mutating func faces(of cell: MapCell) throws -> [MapFace] {
    degrees.removeAll(keepingCapacity: true)
    cutVertices = []
    planar.removeAll(keepingCapacity: true)
    for number in cell.grounds {
      let polygon = ground.planar(number)
      planar.append(polygon)
      if let drawn = ground.degrees(number) {
        MapProjection.note(polygon, from: drawn, in: &degrees)
      }
    }
    boxes = cell.grounds.map { ground.envelopes[Int($0)] }
    var lines = Linework(within: cell.cut)
    for polygon in planar { lines.add(polygon) }
    let hasBorders = addBorders(cell, to: &lines)
    isLone = cell.grounds.count == 1 && cell.cut == nil && !hasBorders
    if isLone { return loneFace(cell.grounds[0]) }
    lines.addOutline()
    cutVertices = lines.cutVertices
    let made = try maker.faces(lines)
    return (0..<made.polygonCount).compactMap { face(made.polygon($0), cell.grounds) }
  }

  /// A record that meets no other and no border is its own face.
  private func loneFace(_ number: Int32) -> [MapFace] {
    guard let place = InteriorPoint.of(planar[0]) else { return [] }
    let district = Int32(ground.borders.first(holding: place))
    return [MapFace(covering: [number], district: district, polygon: planar[0])]
  }

  private func addBorders(_ cell: MapCell, to lines: inout Linework) -> Bool {
    var box = Envelope()
    if let cut = cell.cut { box = cut } else { for own in boxes { box.add(own) } }
    var borders = Linework(within: box)
    var any = false
    ground.borders.forEachEdge(meeting: box) { start, end in
      any = true
      if cell.cut == nil {
        borders.add(from: start, to: end)
      } else {
        lines.add(from: start, to: end)
      }
    }
    lines.append(borders)
    return any
  }

  private func face(_ polygon: MultiPolygon, _ grounds: [Int32]) -> MapFace? {
    guard let place = InteriorPoint.of(polygon) else { return nil }
    let spot = Envelope(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y)
    var covering: [Int32] = []
    for number in grounds.indices
    where boxes[number].meets(spot) && InteriorPoint.holds(planar[number], place) {
      covering.append(grounds[number])
    }
    guard !covering.isEmpty else { return nil }
    return MapFace(
      covering: covering, district: Int32(ground.borders.first(holding: place)), polygon: polygon)
  }
}

extension MultiPolygon {
  /// One of the polygons with its holes.
  func polygon(_ number: Int) -> MultiPolygon {
    var one = MultiPolygon()
    for ring in rings(ofPolygon: number) {
      for index in vertices(ofRing: ring) {
        one.append(x: coordinates[2 * index], y: coordinates[2 * index + 1])
      }
      one.endRing()
    }
    one.endPolygon()
    return one
  }
}
