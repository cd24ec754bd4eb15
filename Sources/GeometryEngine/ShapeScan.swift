public import GeometryValues
internal import Foundation

/// One walk along the rings of a record for what betrays a slip of hand: needles, jumps, repeated
/// vertices, circles, and a fingerprint that knows the same rings again.
///
/// Coordinates are longitude and latitude in degrees on WGS 84. Made to cost a few nanoseconds a
/// vertex, since every record that comes in is walked.
public struct ShapeScan {
  /// Legs at least this long can belong to a jump; the bound of geocheck, in metres.
  public static let longLeg = 5_000.0
  /// Vertices closer than this in both coordinates are the same, in degrees.
  private static let sameVertex = 1e-6
  private static let metresPerDegree = 111_320.0

  private var facts = ShapeFacts()
  private var scale = 0.0
  private var seen = 0

  private init() {}

  /// Walks along all rings.
  public static func facts(of polygon: MultiPolygon) -> ShapeFacts {
    var scan = ShapeScan()
    polygon.coordinates.withUnsafeBufferPointer { coordinates in
      for ring in 0..<polygon.ringCount {
        scan.walk(coordinates, polygon.vertices(ofRing: ring))
      }
      if polygon.ringCount == 1 { scan.facts.isCircle = Self.isCircle(coordinates) }
    }
    return scan.facts
  }

  private mutating func walk(
    _ coordinates: UnsafeBufferPointer<Double>, _ vertices: Range<Int>
  ) {
    let count = vertices.count - 1
    guard count > 0 else { return }
    facts.vertexCount += count
    let start = vertices.lowerBound
    scale = cos(coordinates[2 * start + 1] * .pi / 180)
    // The leg that arrives at the first vertex is the closing one.
    var before = lastLeg(coordinates, vertices)
    var hash = Self.hash(coordinates[2 * start], coordinates[2 * start + 1])
    var different = 0
    for index in start..<(start + count) {
      let (x, y) = (coordinates[2 * index], coordinates[2 * index + 1])
      let (nextX, nextY) = (coordinates[2 * index + 2], coordinates[2 * index + 3])
      if abs(x) < 0.01, abs(y) < 0.01 { facts.nullAt = Position(x: x, y: y) }
      let next = Self.hash(nextX, nextY)
      if next != hash { facts.fingerprint &+= (hash &+ next).mixed }
      hash = next
      if abs(nextX - x) <= Self.sameVertex, abs(nextY - y) <= Self.sameVertex {
        facts.repeatedVertices += 1
        if facts.repeatedAt == nil { facts.repeatedAt = Position(x: x, y: y) }
        continue
      }
      different += 1
      let leg = self.leg(x, y, nextX, nextY)
      turn(before, leg, x, y)
      before = leg
    }
    facts.fewestVertices = min(facts.fewestVertices, different)
  }

  /// Looks at one vertex between the leg that arrives and the one that leaves, in metres.
  private mutating func turn(
    _ before: SIMD2<Double>, _ leg: SIMD2<Double>, _ x: Double, _ y: Double
  ) {
    let length = (leg * leg).sum()
    if length > facts.longestLeg * facts.longestLeg {
      facts.longestLeg = length.squareRoot()
      facts.longestLegAt = Position(x: x, y: y)
    }
    let across = before + leg
    let gap = (across * across).sum()
    facts.leverage += gap
    let shorter = min(length, (before * before).sum())
    // Neighbours nearer to each other than a third of the way to the vertex.
    guard gap * 9 < shorter, shorter > 400 else { return }
    let area = abs(before.x * leg.y - before.y * leg.x) / 2
    if shorter >= Self.longLeg * Self.longLeg, shorter > facts.jumpLength * facts.jumpLength {
      facts.jumpLength = shorter.squareRoot()
      facts.jumpAt = Position(x: x, y: y)
      facts.jumpArea = area
    } else if gap * 400 < shorter {
      if facts.spikes == 0 || area > facts.spikeArea { facts.spikeAt = Position(x: x, y: y) }
      facts.spikes += 1
      facts.spikeArea += area
    }
  }

  private func lastLeg(
    _ coordinates: UnsafeBufferPointer<Double>, _ vertices: Range<Int>
  ) -> SIMD2<Double> {
    let (x, y) = (
      coordinates[2 * vertices.upperBound - 2], coordinates[2 * vertices.upperBound - 1]
    )
    // Past vertices that repeat the closing one.
    for index in stride(from: vertices.upperBound - 2, through: vertices.lowerBound, by: -1) {
      let (fromX, fromY) = (coordinates[2 * index], coordinates[2 * index + 1])
      if abs(fromX - x) > Self.sameVertex || abs(fromY - y) > Self.sameVertex {
        return leg(fromX, fromY, x, y)
      }
    }
    return SIMD2(0, 0)
  }

  private func leg(
    _ x: Double, _ y: Double, _ nextX: Double, _ nextY: Double
  ) -> SIMD2<Double> {
    var east = nextX - x
    if abs(east) > 180 { east -= east > 0 ? 360 : -360 }
    return SIMD2(east * scale, nextY - y) * Self.metresPerDegree
  }

  /// Twelve vertices or more, all within a hundredth of one distance from the middle.
  private static func isCircle(_ coordinates: UnsafeBufferPointer<Double>) -> Bool {
    let count = coordinates.count / 2 - 1
    guard count >= 12 else { return false }
    // A vertex and the one half-way round are a diameter apart, whatever the middle is.
    let middle = SIMD2(
      (coordinates[0] + coordinates[2 * (count / 2)]) / 2,
      (coordinates[1] + coordinates[2 * (count / 2) + 1]) / 2)
    let scale = cos(middle.y * .pi / 180)
    var least = Double.infinity
    var greatest = 0.0
    for index in 0..<count {
      let east = (coordinates[2 * index] - middle.x) * scale
      let north = coordinates[2 * index + 1] - middle.y
      let distance = east * east + north * north
      least = min(least, distance)
      greatest = max(greatest, distance)
      // Four hundredths in the square.
      if greatest > least * 1.04 { return false }
    }
    return greatest > 0
  }

  /// A vertex to the centimetre, as a number.
  @inline(__always)
  private static func hash(_ x: Double, _ y: Double) -> UInt64 {
    let east = UInt64(bitPattern: Int64(clamping: (x * 1e7).rounded()))
    let north = UInt64(bitPattern: Int64(clamping: (y * 1e7).rounded()))
    return (east &* 0x9E37_79B9_7F4A_7C15 &+ north).mixed
  }
}

extension Int64 {
  /// The nearest whole number; 0 for one that is not finite or too large.
  @inline(__always)
  fileprivate init(clamping value: Double) {
    self = abs(value) < 9e18 ? Int64(value) : 0
  }
}
