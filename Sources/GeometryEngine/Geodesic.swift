internal import CPROJ
internal import Foundation
public import GeometryValues

/// Distances and points along geodesics of the WGS 84 ellipsoid.
public enum Geodesic {
  /// The shortest way between two points on the ellipsoid, in metres.
  ///
  /// Coordinates are longitude and latitude in degrees. A latitude beyond 90 degrees gives NaN.
  /// Error: some nanometres (`geodesic.h` of PROJ).
  public static func distance(from start: Position, to end: Position) -> Double {
    var distance = 0.0
    withUnsafePointer(to: WGS84.geodesic) {
      geod_inverse($0, start.y, start.x, end.y, end.x, &distance, nil, nil)
    }
    return distance
  }

  /// No edge is bent into more pieces: 30 km of 60 m, and no surveyor's edge is longer, but those of
  /// a map of the world are, and its borders would fill the memory.
  private static let mostPieces = 512.0

  /// The same ground with points put into every edge longer than `longestEdge` metres.
  ///
  /// Points lie on the geodesic, evenly spaced, worked out from the end with the smaller
  /// coordinates: two records that share an edge, in whatever direction, get the very same points.
  /// Coordinates are longitude and latitude in degrees, before and after.
  public static func densified(
    _ polygons: MultiPolygon, longestEdge: Double = 1000
  ) -> MultiPolygon {
    let bound = EdgeBound(longestEdge)
    guard polygons.hasEdge(where: bound.mayExceed) else { return polygons }
    var dense = MultiPolygon()
    for polygon in 0..<polygons.polygonCount {
      for ring in polygons.rings(ofPolygon: polygon) {
        var last: Position?
        for vertex in polygons.vertices(ofRing: ring).map(polygons.vertex) {
          if let last, bound.mayExceed(last, vertex) {
            for point in between(last, vertex, longestEdge) { dense.append(x: point.x, y: point.y) }
          }
          dense.append(x: vertex.x, y: vertex.y)
          last = vertex
        }
        dense.endRing()
      }
      dense.endPolygon()
    }
    return dense
  }

  /// The points to put between the ends of an edge; none when it is short.
  private static func between(
    _ start: Position, _ end: Position, _ longestEdge: Double
  ) -> [Position] {
    let isForward = (start.x, start.y) <= (end.x, end.y)
    let low = isForward ? start : end
    let high = isForward ? end : start
    if let short = ShortGeodesic(from: low, to: high) {
      let pieces = Int((short.length / longestEdge).rounded(.up))
      guard pieces > 1 else { return [] }
      let points = (1..<pieces).map { short.point(at: Double($0) / Double(pieces)) }
      return isForward ? points : points.reversed()
    }
    var line = geod_geodesicline()
    let mask = UInt32(GEOD_LATITUDE.rawValue | GEOD_LONGITUDE.rawValue | GEOD_DISTANCE_IN.rawValue)
    withUnsafePointer(to: WGS84.geodesic) {
      geod_inverseline(&line, $0, low.y, low.x, high.y, high.x, mask)
    }
    let pieces = min((line.s13 / longestEdge).rounded(.up), mostPieces)
    guard pieces > 1 else { return [] }
    // A ring may say 190 for -170; only an edge that jumps there is brought back to +-180.
    let unroll = abs(high.x - low.x) <= 180
    let points = (1..<Int(pieces)).map { piece -> Position in
      var point = Position(x: 0, y: 0)
      geod_genposition(
        &line, unroll ? GEOD_LONG_UNROLL.rawValue : 0, line.s13 * Double(piece) / pieces,
        &point.y, &point.x, nil, nil, nil, nil, nil, nil)
      return point
    }
    return isForward ? points : points.reversed()
  }
}

/// A quick test that clears short edges without measuring them.
private struct EdgeBound {
  /// No degree of the meridian, nor of a parallel divided by its cosine, is longer, in metres.
  private static let metresPerDegree = 111_695.0

  private let squaredDegrees: Double

  init(_ longestEdge: Double) {
    let degrees = longestEdge / Self.metresPerDegree
    squaredDegrees = degrees * degrees
  }

  /// False only for an edge that is surely no longer than the limit.
  @inline(__always)
  func mayExceed(_ start: Position, _ end: Position) -> Bool {
    let across = WGS84.shortWay(from: start.x, to: end.x)
    let along = end.y - start.y
    let rest = squaredDegrees - along * along
    return !(across * across <= rest) && mayExceedUpThere(across, start.y, end.y, rest)
  }

  /// The same with the cosine of the latitude, for the few edges that need it.
  @inline(never)
  private func mayExceedUpThere(
    _ across: Double, _ startLatitude: Double, _ endLatitude: Double, _ rest: Double
  ) -> Bool {
    let crossesEquator = (startLatitude < 0) != (endLatitude < 0)
    let nearest = crossesEquator ? 0 : min(abs(startLatitude), abs(endLatitude))
    let narrowed = across * cos(nearest * WGS84.radiansPerDegree)
    return !(narrowed * narrowed <= rest)
  }
}

extension MultiPolygon {
  /// Whether any edge of any ring passes the test.
  fileprivate func hasEdge(where test: (Position, Position) -> Bool) -> Bool {
    coordinates.withUnsafeBufferPointer { buffer in
      for ring in 0..<ringCount {
        for index in vertices(ofRing: ring).dropLast() {
          let start = Position(x: buffer[2 * index], y: buffer[2 * index + 1])
          let end = Position(x: buffer[2 * index + 2], y: buffer[2 * index + 3])
          if test(start, end) { return true }
        }
      }
      return false
    }
  }
}
