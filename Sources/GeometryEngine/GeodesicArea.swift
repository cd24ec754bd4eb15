internal import CPROJ
internal import Foundation
public import GeometryValues

/// Area of ground on the WGS 84 ellipsoid, in square metres; edges are geodesics.
///
/// Coordinates are longitude and latitude in degrees. The direction of a ring is ignored, an edge
/// goes the short way round (so rings may cross the antimeridian) and a ring around a pole holds
/// the pole. Relative error: 1e-9 or better up to 100 km edges. A latitude beyond 90 degrees or a
/// coordinate that is no number gives NaN. Source: `platform.md`, section 4; C. Karney,
/// Algorithms for geodesics, J. Geodesy 87 (2013), for what the series don't reach.
public enum GeodesicArea {
  /// Area of the outer rings less the area of the holes, in square metres.
  ///
  /// Parts that overlap count twice: validity is judged elsewhere.
  public static func squareMetres(of polygons: MultiPolygon) -> Double {
    var area = 0.0
    polygons.coordinates.withUnsafeBufferPointer { coordinates in
      for polygon in 0..<polygons.polygonCount {
        let rings = polygons.rings(ofPolygon: polygon)
        for ring in rings {
          let vertices = polygons.vertices(ofRing: ring)
          let part = abs(signed(FlatRing(coordinates, vertices)))
          area += ring == rings.lowerBound ? part : -part
        }
      }
    }
    return area
  }

  /// Area inside one ring of a record, in square metres, whichever way the ring runs.
  public static func squareMetres(ofRing ring: Int, in polygons: MultiPolygon) -> Double {
    polygons.coordinates.withUnsafeBufferPointer { coordinates in
      abs(signed(FlatRing(coordinates, polygons.vertices(ofRing: ring))))
    }
  }

  /// Area inside a ring of longitude and latitude, closed or not, in square metres.
  public static func squareMetres(ofRing ring: [Position]) -> Double {
    squareMetres(of: MultiPolygon(rings: [ring]))
  }

  /// The formula that measures a ring, the cheapest that is exact enough for its edges.
  static func signed(_ ring: FlatRing) -> Double {
    guard ring.count > 2 else { return 0 }
    guard ring.greatestLatitude <= 90 else { return .nan }
    let latitude = ring.greatestLatitude * WGS84.radiansPerDegree
    // A geodesic bends away from its parallel by the tangent of the latitude.
    let cotangent = cos(latitude) / sin(latitude)
    let first = min(FirstOrder.longestEdge, FirstOrder.longestBend * cotangent)
    if let sum = ring.sum(longestEdge: first, FirstOrder.edge) {
      return sum.turnsBack ? sum.area : witness(ring)
    }
    let second = min(SecondOrder.longestEdge, SecondOrder.longestBend * cotangent)
    if let sum = ring.sum(longestEdge: second, SecondOrder.edge) {
      return sum.turnsBack ? sum.area : witness(ring)
    }
    return witness(ring)
  }

  /// Signed area by PROJ's `geodesic.h`: exact for edges of any length, coarse under 100 m.
  static func witness(_ ring: FlatRing) -> Double {
    var polygon = geod_polygon()
    var area = 0.0
    geod_polygon_init(&polygon, 0)
    withUnsafePointer(to: WGS84.geodesic) { geodesic in
      for index in 0..<ring.count {
        geod_polygon_addpoint(geodesic, &polygon, ring.latitude(index), ring.longitude(index))
      }
      _ = geod_polygon_compute(geodesic, &polygon, 0, 1, &area, nil)
    }
    return area
  }
}
