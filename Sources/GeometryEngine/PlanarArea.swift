public import GeometryValues

/// Area of ground in a plane, in the square of its unit; edges are straight.
public enum PlanarArea {
  /// Area of the outer rings less the area of the holes, whichever way rings run.
  ///
  /// Each ring is counted from its first vertex, so that places far from the origin lose no digit.
  public static func area(of polygons: MultiPolygon) -> Double {
    var area = 0.0
    polygons.coordinates.withUnsafeBufferPointer { buffer in
      for polygon in 0..<polygons.polygonCount {
        let rings = polygons.rings(ofPolygon: polygon)
        for ring in rings {
          let part = abs(signed(buffer, polygons.vertices(ofRing: ring)))
          area += ring == rings.lowerBound ? part : -part
        }
      }
    }
    return area
  }

  private static func signed(_ buffer: UnsafeBufferPointer<Double>, _ ring: Range<Int>) -> Double {
    let originX = buffer[2 * ring.lowerBound]
    let originY = buffer[2 * ring.lowerBound + 1]
    var twice = 0.0
    var lastX = 0.0
    var lastY = 0.0
    for index in ring.dropFirst() {
      let x = buffer[2 * index] - originX
      let y = buffer[2 * index + 1] - originY
      twice += lastX * y - x * lastY
      lastX = x
      lastY = y
    }
    return twice / 2
  }
}
