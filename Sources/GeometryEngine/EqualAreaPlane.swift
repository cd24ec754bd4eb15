internal import Foundation
public import GeometryValues

/// The plane in which a country's overlaps are worked out: Lambert azimuthal equal-area, metres.
public struct EqualAreaPlane: Sendable, Hashable, CustomStringConvertible {
  /// The centre, longitude and latitude in degrees, on WGS 84.
  public let centre: Position

  /// Makes the plane that touches the ellipsoid at `centre`.
  public init(centre: Position) {
    self.centre = centre
  }

  /// The plane for ground within a box of longitude and latitude.
  public static func centred(on envelope: Envelope) -> EqualAreaPlane {
    centred(on: [envelope])
  }

  /// The plane for ground within boxes of longitude and latitude, such as a country's districts.
  ///
  /// The middle longitude is that of the shortest arc over all boxes, so a country may lie on both
  /// sides of the antimeridian; a box wider than 180 degrees is taken for one that crosses it. The
  /// centre is rounded to 0.1 degree: a district more or less seldom moves the plane.
  public static func centred(on envelopes: [Envelope]) -> EqualAreaPlane {
    var box = Envelope()
    for envelope in envelopes { box.add(envelope) }
    guard !box.isEmpty else { return EqualAreaPlane(centre: Position(x: 0, y: 0)) }
    let longitude = LongitudeArc.middle(of: envelopes.filter { !$0.isEmpty })
    return EqualAreaPlane(
      centre: Position(x: rounded(longitude), y: rounded((box.minY + box.maxY) / 2)))
  }

  private static func rounded(_ degrees: Double) -> Double {
    (degrees * 10).rounded() / 10
  }

  /// The plane in the words of a method note.
  public var description: String {
    "Lambert azimuthal equal-area plane on WGS 84, centred at "
      + "\(abs(centre.y)) \(centre.y < 0 ? "S" : "N") \(abs(centre.x)) \(centre.x < 0 ? "W" : "E")"
  }
}
