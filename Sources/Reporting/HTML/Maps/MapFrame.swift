import Foundation
import GeometryValues

/// The sheet a map is drawn on: equirectangular, true to scale along its middle parallel.
///
/// Good for looking, not for measuring: a country 1,000 km high is up to some percent too wide or
/// narrow at its northern and southern edge.
struct MapFrame {
  static let width = 720.0
  static let mostHeight = 780.0
  private static let margin = 14.0
  /// Metres of a degree of latitude, on a sphere of the Earth's mean radius.
  private static let metresPerDegree = 111_195.0

  let height: Double
  private let envelope: Envelope
  private let cosine: Double
  private let left: Double
  /// Pixels for a degree of latitude.
  private let scale: Double

  /// - Returns: nil where there is nothing to show.
  init?(_ map: MapFigure) {
    var envelope = Envelope()
    for shape in map.layers.flatMap(\.shapes) { envelope.add(shape.polygon.envelope) }
    guard !envelope.isEmpty,
      [envelope.minX, envelope.maxX, envelope.minY, envelope.maxY].allSatisfy(\.isFinite)
    else { return nil }
    self.envelope = envelope
    let middle = (envelope.minY + envelope.maxY) / 2
    cosine = max(0.01, cos(middle * .pi / 180))
    let across = max((envelope.maxX - envelope.minX) * cosine, 1e-6)
    let down = max(envelope.maxY - envelope.minY, 1e-6)
    let room = (Self.width - 2 * Self.margin, Self.mostHeight - 2 * Self.margin)
    scale = min(room.0 / across, room.1 / down)
    left = (Self.width - across * scale) / 2
    height = down * scale + 2 * Self.margin
  }

  /// Where a place stands, in pixels.
  func place(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    (
      left + (longitude - envelope.minX) * cosine * scale,
      Self.margin + (envelope.maxY - latitude) * scale
    )
  }

  /// The longest round distance that is no longer than so many pixels.
  func scaleBar(atMost pixels: Double) -> (metres: Double, pixels: Double) {
    let most = pixels / scale * Self.metresPerDegree
    var power = 1.0
    while power * 10 <= most { power *= 10 }
    let metres = [5, 2, 1].map { $0 * power }.first { $0 <= most } ?? power
    return (metres, metres / Self.metresPerDegree * scale)
  }
}
