import GeometryEngine
import GeometryValues
import LandRelease

/// What maps of the state are drawn from: the records of a book, resolved, and its districts.
struct MapGround: Sendable {
  let history: LandHistory
  let plane: EqualAreaPlane
  /// Codes of the leaf districts in ascending order: overlapping ground goes to the first.
  let districtCodes: [String]
  /// District borders in the plane, on the map's grid.
  let borders: BorderIndex
  /// Longitude and latitude of the borders' vertices.
  let borderDegrees: [Position: Position]
  /// Boxes in the plane by ground; empty for grounds that no event touches.
  let envelopes: [Envelope]
  private let grounds: LedgerGrounds

  var register: LandRegister { history.register }

  /// - Parameters:
  ///   - input: with the degrees of its grounds, where maps are drawn and not only measured.
  ///   - byDistrict: whether ground is told apart by district.
  init(_ input: LedgerInput, _ register: LandRegister, byDistrict: Bool = true) throws {
    let leaves = byDistrict ? input.districts : []
    let sorted = leaves.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    let projection = try MapProjection(input.grounds.plane)
    var degrees: [Position: Position] = [:]
    let planar = try sorted.map { try projection.plane($0.polygon, degrees: &degrees) }
    let history = LandHistory(register, groundCount: input.grounds.count)
    grounds = input.grounds
    self.history = history
    plane = input.grounds.plane
    districtCodes = sorted.map(\.code)
    borders = BorderIndex(planar)
    borderDegrees = degrees
    envelopes = input.grounds.table.envelopes.enumerated().map { number, box in
      guard history.isUsed(number), !box.isEmpty else { return Envelope() }
      return Envelope(
        minX: MapGrid.nearest(box.minX), minY: MapGrid.nearest(box.minY),
        maxX: MapGrid.nearest(box.maxX), maxY: MapGrid.nearest(box.maxY))
    }
  }

  var groundCount: Int { grounds.count }

  /// A ground in the plane, on the map's grid.
  func planar(_ ground: Int32) -> MultiPolygon {
    MapGrid.snapped(grounds.table.polygon(Int(ground)))
  }

  /// A ground in longitude and latitude; nil where the input kept none.
  func degrees(_ ground: Int32) -> MultiPolygon? {
    grounds.degrees.isEmpty ? nil : grounds.degrees[Int(ground)]
  }

  /// How many vertices a ground has in the plane.
  func vertexCount(_ ground: Int) -> Int { grounds.table.polygon(ground).vertexCount }
}
