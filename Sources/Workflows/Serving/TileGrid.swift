import Foundation
import GeometryValues

/// One tile of the map that browsers draw: web Mercator, 256 pixels wide.
public struct TileGrid: Sendable {
  /// The nearest zoom that is drawn.
  public static let nearest = 17
  private static let pixels = 256.0

  /// How many times the world is halved.
  public let zoom: Int
  let box: Envelope
  /// Degrees of a pixel.
  let width: Double
  let height: Double

  /// - Returns: nil where there is no such tile.
  public init?(zoom: Int, column: Int, row: Int) {
    guard (0...Self.nearest).contains(zoom) else { return nil }
    let side = 1 << zoom
    guard (0..<side).contains(column), (0..<side).contains(row) else { return nil }
    self.zoom = zoom
    func latitude(_ row: Int) -> Double {
      atan(sinh(.pi * (1 - 2 * Double(row) / Double(side)))) * 180 / .pi
    }
    let step = 360 / Double(side)
    box = Envelope(
      minX: Double(column) * step - 180, minY: latitude(row + 1),
      maxX: Double(column + 1) * step - 180, maxY: latitude(row))
    width = step / Self.pixels
    height = (box.maxY - box.minY) / Self.pixels
  }

  /// The tile and so many pixels around it, so that lines on its border are whole.
  func box(withMargin pixels: Double) -> Envelope {
    Envelope(
      minX: box.minX - pixels * width, minY: box.minY - pixels * height,
      maxX: box.maxX + pixels * width, maxY: box.maxY + pixels * height)
  }

  /// How many decimals of a degree tell a quarter of a pixel.
  var decimals: Int {
    var (decimals, unit) = (1, 0.1)
    while decimals < 7, unit > height / 4 {
      decimals += 1
      unit /= 10
    }
    return decimals
  }
}

/// Cuts rings back to a box.
struct RingCutting {
  let box: Envelope

  /// The part of a ring within the box; empty where there is none.
  func cut(_ ring: [Position]) -> [Position] {
    var ring = ring
    if ring.first == ring.last { ring.removeLast() }
    ring = Self.cut(ring, { $0.x - box.minX })
    ring = Self.cut(ring, { box.maxX - $0.x })
    ring = Self.cut(ring, { $0.y - box.minY })
    ring = Self.cut(ring, { box.maxY - $0.y })
    return ring
  }

  /// - Parameter room: how far a point is within the side.
  private static func cut(_ ring: [Position], _ room: (Position) -> Double) -> [Position] {
    guard let last = ring.last else { return [] }
    var kept: [Position] = []
    var (before, roomBefore) = (last, room(last))
    for point in ring {
      let here = room(point)
      if (here >= 0) != (roomBefore >= 0) {
        let share = roomBefore / (roomBefore - here)
        kept.append(
          Position(
            x: before.x + share * (point.x - before.x), y: before.y + share * (point.y - before.y)))
      }
      if here >= 0 { kept.append(point) }
      (before, roomBefore) = (point, here)
    }
    return kept
  }
}
