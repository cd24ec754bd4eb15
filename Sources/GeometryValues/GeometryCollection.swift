extension Geometry {
  /// Joins the members of a collection into one geometry of their kind.
  ///
  /// - Throws: ``GeometryFault`` where points, lines and polygons are mixed.
  public static func joining(_ members: [Geometry]) throws(GeometryFault) -> Geometry {
    var points: [Position] = []
    var lines: [[Position]] = []
    var polygons = MultiPolygon()
    for member in members {
      switch member {
      case .points(let more): points += more
      case .lines(let more): lines += more
      case .polygons(let more): polygons.append(more)
      case .empty: break
      }
    }
    switch (points.isEmpty, lines.isEmpty, polygons.isEmpty) {
    case (true, true, true): return .empty
    case (false, true, true): return .points(points)
    case (true, false, true): return .lines(lines)
    case (true, true, false): return .polygons(polygons)
    default:
      throw GeometryFault("a collection mixes points, lines and polygons: split it by kind")
    }
  }
}
