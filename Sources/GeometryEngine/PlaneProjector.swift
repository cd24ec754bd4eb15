public import GeometryValues

/// Brings longitude and latitude into an equal-area plane; one instance a thread.
public final class PlaneProjector {
  /// Metres between points on an edge.
  ///
  /// Far from the plane's centre a straight edge there leaves the geodesic; at 60 m, 500 km away, by
  /// less than a square centimetre an edge, so that parts of small records can be summed.
  public static let longestEdge = 60.0

  private let plane: LambertPlane

  /// Works out the constants of the plane.
  public init(_ plane: EqualAreaPlane) throws(EngineError) {
    guard abs(plane.centre.y) <= 90, plane.centre.x.isFinite else {
      throw EngineError("no \(plane): there is no such place")
    }
    self.plane = LambertPlane(centre: plane.centre)
  }

  /// The same ground in the plane, in metres, longer edges bent along their geodesics first.
  ///
  /// - Throws: ``TransformFault`` for a vertex that the plane can't hold, counted in the polygons
  ///   with their edges already bent.
  public func project(
    _ polygons: MultiPolygon, longestEdge: Double = PlaneProjector.longestEdge
  ) throws(TransformFault) -> MultiPolygon {
    let dense = Geodesic.densified(polygons, longestEdge: longestEdge)
    return dense.replacingCoordinates(try places(of: dense))
  }

  /// Adds the same ground in the plane to a table, under the next number.
  ///
  /// - Throws: ``TransformFault`` as ``project(_:)`` does; the table then stays as it was.
  public func project(
    _ polygons: MultiPolygon, into table: inout GroundTable
  ) throws(TransformFault) {
    let dense = Geodesic.densified(polygons, longestEdge: Self.longestEdge)
    table.append(dense, placedAt: try places(of: dense))
  }

  /// A place in the plane, in metres.
  ///
  /// - Throws: ``TransformFault`` for a place that the plane can't hold.
  public func project(_ position: Position) throws(TransformFault) -> Position {
    guard let place = plane.place(longitude: position.x, latitude: position.y) else {
      throw TransformFault(
        vertex: 0, x: position.x, y: position.y, reason: plane.fault(at: position))
    }
    return Position(x: place.x, y: place.y)
  }

  /// Any geometry in the plane, in metres, polygons with long edges bent along their geodesics.
  ///
  /// - Throws: ``TransformFault`` for a place that the plane can't hold.
  public func project(_ geometry: Geometry) throws(TransformFault) -> Geometry {
    switch geometry {
    case .empty: return .empty
    case .points(let points): return .points(try line(points))
    case .lines(let lines):
      var places: [[Position]] = []
      for own in lines { places.append(try line(own)) }
      return .lines(places)
    case .polygons(let polygons): return .polygons(try project(polygons))
    }
  }

  private func line(_ points: [Position]) throws(TransformFault) -> [Position] {
    var places: [Position] = []
    for point in points { places.append(try project(point)) }
    return places
  }

  private func places(of polygons: MultiPolygon) throws(TransformFault) -> [Double] {
    let coordinates = polygons.coordinates
    var fault: Int?
    let places = [Double](unsafeUninitializedCapacity: coordinates.count) { places, count in
      coordinates.withUnsafeBufferPointer { fault = move($0, to: places) }
      count = fault ?? coordinates.count
    }
    guard let fault else { return places }
    let point = Position(x: coordinates[fault], y: coordinates[fault + 1])
    throw TransformFault(
      vertex: fault / 2, x: point.x, y: point.y, reason: plane.fault(at: point))
  }

  /// Fills in the places; gives the index of the first coordinate that has none.
  private func move(
    _ coordinates: UnsafeBufferPointer<Double>, to places: UnsafeMutableBufferPointer<Double>
  ) -> Int? {
    let plane = plane
    for index in stride(from: 0, to: coordinates.count, by: 2) {
      guard
        let place = plane.place(longitude: coordinates[index], latitude: coordinates[index + 1])
      else { return index }
      places[index] = place.x
      places[index + 1] = place.y
    }
    return nil
  }
}
