import Foundation
import GeometryEngine
import GeometryValues

/// The polygons that a ledger is worked out from, by number: in the plane, with their boxes.
///
/// Boxes are of longitude and latitude, so that the book's spatial index and the ledger agree on
/// which records are neighbours: they are neighbours where their boxes meet.
struct LedgerGrounds: Sendable {
  /// Polygons in the plane, metres.
  private(set) var table = GroundTable()
  /// Boxes in degrees, by number; longitudes lie within 180 degrees of the plane's centre.
  private(set) var boxes: [Envelope] = []
  /// How far, in degrees, an edge bends out of the box around its vertices at most.
  private(set) var widestBend = 0.0
  /// The polygons in longitude and latitude, by number, where they are kept.
  private(set) var degrees: [MultiPolygon] = []
  /// How many vertices each polygon has with its long edges bent, where polygons are not kept.
  private(set) var vertexCounts: [Int32] = []
  private let keeping: Keeping
  /// How far, in metres, ground may come to lie from where it is drawn.
  private let reach: Double
  let plane: EqualAreaPlane

  /// Polygons that have their number and are not yet in the plane.
  private var waiting: [Drawn] = []
  private static let batchSize = 16_384
  private static let shareSize = 512
  /// Degrees, some millimetres: how far a straight edge in the plane may leave a box of degrees.
  private static let margin = 3e-8

  /// What is kept of a polygon beside its box.
  enum Keeping: Sendable {
    /// Its ground in the plane.
    case plane
    /// That, and the polygon in degrees, of which maps will be drawn.
    case planeAndDegrees
    /// How many vertices it has: all else is read again when it is asked for.
    case vertexCount
  }

  private struct Drawn: Sendable {
    let polygon: MultiPolygon
    let isValid: Bool
  }

  init(plane: EqualAreaPlane, keeping: Keeping = .plane, reach: Double = 0) {
    self.plane = plane
    self.keeping = keeping
    self.reach = reach
  }

  /// How many polygons more will come about, so that their room is made once; 0 where unknown.
  private var expected = 0

  /// Says how many polygons will come, about.
  mutating func expect(_ count: Int) {
    expected = count
  }

  var count: Int { boxes.count + waiting.count }

  /// Gives a polygon of longitude and latitude the next number; ``finish()`` must follow.
  ///
  /// - Parameter isValid: an invalid polygon counts with its repaired ground.
  mutating func append(_ polygon: MultiPolygon, isValid: Bool = true) throws -> Int32 {
    waiting.append(Drawn(polygon: polygon, isValid: isValid))
    let number = Int32(count - 1)
    if waiting.count == Self.batchSize { try finish() }
    return number
  }

  /// Brings all that was appended into the plane, on all threads.
  mutating func finish() throws {
    let drawn = waiting
    waiting = []
    let shares = stride(from: 0, to: drawn.count, by: Self.shareSize).map {
      drawn[$0..<min($0 + Self.shareSize, drawn.count)]
    }
    let (plane, keeping, reach) = (plane, keeping, reach)
    let made = try Threads.tryMap(shares, worker: { try PlaneProjector(plane) }) {
      projector, share in
      var part = LedgerGrounds(plane: plane, keeping: keeping, reach: reach)
      for drawn in share { try part.draw(drawn, projector) }
      return part
    }
    makeRoom(like: made, of: drawn.count)
    for part in made {
      table.append(part.table)
      boxes += part.boxes
      degrees += part.degrees
      vertexCounts += part.vertexCounts
      widestBend = max(widestBend, part.widestBend)
    }
  }

  /// Makes room for the polygons expected, by the vertices that the first of them have.
  private mutating func makeRoom(like made: [LedgerGrounds], of count: Int) {
    guard expected > 2 * count, count > 0 else { return }
    let vertices = made.reduce(0) { $0 + $1.table.vertexCount }
    let all = boxes.count + expected + expected / 50
    table.reserve(polygons: all, vertices: table.vertexCount + vertices / count * all * 21 / 20)
    boxes.reserveCapacity(all)
    expected = 0
  }

  private mutating func draw(_ drawn: Drawn, _ projector: PlaneProjector) throws {
    let polygon =
      drawn.isValid ? drawn.polygon : try Repair.makeValid(drawn.polygon, GroundOverlay().context)
    let dense = Geodesic.densified(polygon, longestEdge: PlaneProjector.longestEdge)
    let box = around(dense)
    if dense.vertexCount != polygon.vertexCount {
      let plain = around(polygon)
      widestBend = max(
        widestBend, plain.minX - box.minX, box.maxX - plain.maxX, plain.minY - box.minY,
        box.maxY - plain.maxY)
    }
    boxes.append(widened(box))
    if keeping == .vertexCount { return vertexCounts.append(Int32(dense.vertexCount)) }
    table.append(try projector.project(dense))
    if keeping == .planeAndDegrees { degrees.append(polygon) }
  }

  private func widened(_ box: Envelope) -> Envelope {
    guard !box.isEmpty else { return box }
    // A degree of latitude is never shorter than that.
    let north = Self.margin + reach / 110_000
    let latitude = min(max(abs(box.minY), abs(box.maxY)) + north, 89.9)
    let east = reach > 0 ? north / cos(latitude * .pi / 180) : north
    var wide = box
    wide.add(x: box.minX - east, y: box.minY - north)
    wide.add(x: box.maxX + east, y: box.maxY + north)
    return wide
  }

  /// The box around a polygon, each longitude taken on the side of the plane's centre.
  private func around(_ polygon: MultiPolygon) -> Envelope {
    let plain = polygon.envelope
    let centre = plane.centre.x
    if plain.isEmpty || (plain.minX >= centre - 180 && plain.maxX <= centre + 180) { return plain }
    var box = Envelope()
    for index in 0..<polygon.vertexCount {
      let vertex = polygon.vertex(index)
      box.add(x: centre + (vertex.x - centre).remainder(dividingBy: 360), y: vertex.y)
    }
    return box
  }
}
