import GeometryEngine
import GeometryValues
import LandRelease
import Storage

/// Polygons of a book that are read when they are asked for, for a register of more records than
/// memory holds the ground of.
final class GroundShelf {
  private static let mostVertices = 2_000_000

  /// The first that could not be read; the answers since then mean nothing.
  private(set) var fault: (any Error)?
  private var grounds: LedgerGrounds
  private var places: [Int32: Int32] = [:]
  private let plane: EqualAreaPlane
  private let fetch: (Int32) throws -> GroundBytes
  private var sweep = SlabSweep()

  /// - Parameter fetch: gives the polygon of a number of the caller's.
  init(_ plane: EqualAreaPlane, fetch: @escaping (Int32) throws -> GroundBytes) {
    self.plane = plane
    self.fetch = fetch
    grounds = LedgerGrounds(plane: plane)
  }

  /// The questions a register asks, answered as the whole table of grounds answers them.
  var comparison: GroundComparison {
    GroundComparison(
      isSame: { [self] one, other in
        ask(one, other) { grounds.table.isSame(Int($0), Int($1)) }
      },
      sharesGround: { [self] one, other in
        ask(one, other) { sweep.sharesGround($0, $1, of: grounds.table) }
      })
  }

  private func ask(_ one: Int32, _ other: Int32, _ question: (Int32, Int32) -> Bool) -> Bool {
    do {
      if grounds.table.vertexCount > Self.mostVertices {
        grounds = LedgerGrounds(plane: plane)
        places = [:]
      }
      return question(try place(of: one), try place(of: other))
    } catch {
      fault = fault ?? error
      return false
    }
  }

  private func place(of ground: Int32) throws -> Int32 {
    if let place = places[ground] { return place }
    let bytes = try fetch(ground)
    let polygon = try bytes.blob.withUnsafeBytes { try GroundBytes.polygon($0) } ?? MultiPolygon()
    let place = try grounds.append(polygon, isValid: bytes.isValid)
    try grounds.finish()
    places[ground] = place
    return place
  }
}

extension LedgerInput {
  /// The register of an input that keeps no polygons.
  func register(clock: LedgerClock = .effective, fetching fetch: GroundFetch) throws -> LandRegister
  {
    let districts = districts.count
    let shelf = GroundShelf(grounds.plane) {
      try fetch.ground(of: sources[Int($0) - districts])
    }
    let register = register(clock: clock, comparing: shelf.comparison)
    if let fault = shelf.fault { throw fault }
    return register
  }
}
