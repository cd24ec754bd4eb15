/// A ring in a flat buffer of longitude and latitude, read in place, and the sum over its edges.
struct FlatRing {
  /// What going once round a ring gives.
  struct Sum {
    /// Signed area, square metres, positive anticlockwise.
    var area: Double
    /// Whether the longitudes come back to where they began: the ring holds no pole.
    var turnsBack: Bool
  }

  /// A vertex as the series see it, relative to the ring's first vertex.
  struct Vertex {
    /// Longitude, degrees.
    var longitude: Double
    /// Sine of the latitude less that of the first vertex.
    var sine: Double
    /// Authalic ordinate less that of the first vertex, square metres.
    var ordinate: Double
  }

  private let base: UnsafePointer<Double>?
  let count: Int

  init(_ coordinates: UnsafeBufferPointer<Double>, _ vertices: Range<Int>) {
    base = coordinates.baseAddress.map { $0 + 2 * vertices.lowerBound }
    let closes =
      vertices.count > 1
      && coordinates[2 * vertices.lowerBound] == coordinates[2 * vertices.upperBound - 2]
      && coordinates[2 * vertices.lowerBound + 1] == coordinates[2 * vertices.upperBound - 1]
    count = closes ? vertices.count - 1 : vertices.count
  }

  @inline(__always)
  func longitude(_ index: Int) -> Double { base.unsafelyUnwrapped[2 * index] }

  @inline(__always)
  func latitude(_ index: Int) -> Double { base.unsafelyUnwrapped[2 * index + 1] }

  /// The latitude farthest from the equator, degrees, without its sign.
  var greatestLatitude: Double {
    var greatest = 0.0
    for index in 0..<count {
      let latitude = abs(latitude(index))
      greatest = latitude > greatest ? latitude : greatest
    }
    return greatest
  }

  /// Goes once round the ring, or stops with nothing at an edge longer than `longestEdge` metres.
  ///
  /// `edge` gives the ground under one edge and the square of its length, good to a thousandth.
  @inline(__always)
  func sum(
    longestEdge: Double,
    _ edge: (_ h: Double, _ from: Vertex, _ to: Vertex, _ anchor: Anchor) -> (Double, Double)
  ) -> Sum? {
    let limit = longestEdge * longestEdge
    var area = 0.0
    var turned = 0.0
    let anchor = Anchor(latitude: latitude(0))
    let first = Vertex(longitude: longitude(0), sine: 0, ordinate: 0)
    var from = first
    for index in 1...count {
      let to = index == count ? first : anchor.vertex(longitude(index), latitude(index))
      let way = WGS84.shortWay(from: from.longitude, to: to.longitude)
      turned += way
      let (under, lengthSquared) = edge(way * WGS84.radiansPerDegree, from, to, anchor)
      if lengthSquared > limit { return nil }
      area -= under
      from = to
    }
    return Sum(area: area, turnsBack: abs(turned) < 180)
  }
}
