import GeometryValues

/// Reads GeoJSON geometry objects (RFC 7946, section 3.1); heights are read past.
enum GeoJSONGeometry {
  private static let deepestNesting = 8

  /// Reads the geometry at the cursor; nil for `null`.
  ///
  /// A geometry that is whole JSON and still nonsense comes back as a fault, with the cursor
  /// behind it, so that its feature keeps its properties.
  static func read(
    _ cursor: inout JSONCursor
  ) throws(JSONFault) -> Result<Geometry, GeometryFault>? {
    guard cursor.peek() == UInt8(ascii: "{") else {
      let range = try cursor.skipValue()
      return cursor.matches(range, "null")
        ? nil : .failure(GeometryFault("the geometry is not a GeoJSON object"))
    }
    let start = cursor.place
    do throws(JSONFault) {
      return .success(try geometry(&cursor, depth: 0))
    } catch {
      cursor.place = start
      try cursor.skipValue()
      return .failure(GeometryFault("the geometry can't be read: \(error.description)"))
    }
  }

  private static func geometry(
    _ cursor: inout JSONCursor, depth: Int
  ) throws(JSONFault) -> Geometry {
    guard depth < deepestNesting else { throw cursor.fault("collections nest too deep") }
    var type: Range<Int>?
    var waiting: Int?
    var result: Geometry?
    try cursor.eachMember { (cursor: inout JSONCursor, key) throws(JSONFault) in
      if cursor.matches(key, "type") {
        type = try cursor.rawString()
      } else if cursor.matches(key, "coordinates"), let type {
        result = try coordinates(&cursor, type)
      } else if cursor.matches(key, "geometries") {
        result = try collection(&cursor, depth: depth)
      } else {
        if cursor.matches(key, "coordinates") {
          cursor.skipBlanks()
          waiting = cursor.place
        }
        try cursor.skipValue()
      }
    }
    guard let type else { throw cursor.fault("the geometry names no type") }
    if let waiting, result == nil {
      let end = cursor.place
      cursor.place = waiting
      result = try coordinates(&cursor, type)
      cursor.place = end
    }
    guard let result else { throw cursor.fault("the geometry has no coordinates") }
    return result
  }

  private static func collection(
    _ cursor: inout JSONCursor, depth: Int
  ) throws(JSONFault) -> Geometry {
    var members: [Geometry] = []
    try cursor.eachElement { (cursor: inout JSONCursor) throws(JSONFault) in
      members.append(try geometry(&cursor, depth: depth + 1))
    }
    do throws(GeometryFault) {
      return try Geometry.joining(members)
    } catch {
      throw cursor.fault(error.description)
    }
  }

  private static func coordinates(
    _ cursor: inout JSONCursor, _ type: Range<Int>
  ) throws(JSONFault) -> Geometry {
    if cursor.matches(type, "Polygon") { return try polygons(&cursor, areMany: false) }
    if cursor.matches(type, "MultiPolygon") { return try polygons(&cursor, areMany: true) }
    if cursor.matches(type, "Point") { return try point(&cursor) }
    if cursor.matches(type, "MultiPoint") {
      let points = try positions(&cursor)
      return points.isEmpty ? .empty : .points(points)
    }
    if cursor.matches(type, "LineString") {
      let line = try positions(&cursor)
      return line.isEmpty ? .empty : .lines([line])
    }
    if cursor.matches(type, "MultiLineString") {
      var lines: [[Position]] = []
      try cursor.eachElement { (cursor: inout JSONCursor) throws(JSONFault) in
        lines.append(try positions(&cursor))
      }
      return lines.isEmpty ? .empty : .lines(lines)
    }
    throw cursor.fault("\"\(try cursor.text(type))\" is not a GeoJSON geometry")
  }

  private static func polygons(
    _ cursor: inout JSONCursor, areMany: Bool
  ) throws(JSONFault) -> Geometry {
    var polygons = MultiPolygon()
    if areMany {
      try cursor.eachElement { (cursor: inout JSONCursor) throws(JSONFault) in
        try polygon(&cursor, into: &polygons)
      }
    } else {
      try polygon(&cursor, into: &polygons)
    }
    return polygons.isEmpty ? .empty : .polygons(polygons)
  }

  private static func polygon(
    _ cursor: inout JSONCursor, into polygons: inout MultiPolygon
  ) throws(JSONFault) {
    try cursor.eachElement { (cursor: inout JSONCursor) throws(JSONFault) in
      var first: Position?
      var last: Position?
      try cursor.eachElement { (cursor: inout JSONCursor) throws(JSONFault) in
        let next = try position(&cursor)
        polygons.append(x: next.x, y: next.y)
        if first == nil { first = next }
        last = next
      }
      guard let first else { throw cursor.fault("a ring has no positions") }
      if first != last {
        polygons.append(x: first.x, y: first.y)
        cursor.openRings += 1
      }
      polygons.endRing()
    }
    polygons.endPolygon()
  }

  private static func point(_ cursor: inout JSONCursor) throws(JSONFault) -> Geometry {
    let start = cursor.place
    if cursor.take(UInt8(ascii: "[")), cursor.take(UInt8(ascii: "]")) { return .empty }
    cursor.place = start
    return .points([try position(&cursor)])
  }

  private static func positions(_ cursor: inout JSONCursor) throws(JSONFault) -> [Position] {
    var positions: [Position] = []
    try cursor.eachElement { (cursor: inout JSONCursor) throws(JSONFault) in
      positions.append(try position(&cursor))
    }
    return positions
  }

  private static func position(_ cursor: inout JSONCursor) throws(JSONFault) -> Position {
    try cursor.expect(UInt8(ascii: "["))
    let x = try cursor.number()
    try cursor.expect(UInt8(ascii: ","))
    let y = try cursor.number()
    while cursor.take(UInt8(ascii: ",")) { _ = try cursor.number() }
    try cursor.expect(UInt8(ascii: "]"))
    guard x.isFinite, y.isFinite else {
      throw cursor.fault("a coordinate is too great for a number")
    }
    return Position(x: x, y: y)
  }
}
