import Foundation

@testable import GeometryValues
@testable import Storage

enum GeometryFuzzing {
  static func geoPackage(_ bytes: [UInt8]) -> String? {
    let blob = Data(bytes)
    _ = try? GeoPackageBlob.envelope(blob)
    _ = try? GeoPackageBlob.polygons(blob)
    guard let geometry = try? GeoPackageBlob.read(blob), geometry != .empty else { return nil }
    guard let written = GeoPackageBlob.write(geometry) else { return "is read and not written" }
    if (try? GeoPackageBlob.read(written)) != geometry { return "is read anew as something else" }
    let envelope = try? GeoPackageBlob.envelope(written)
    return fault(geometry) ?? (envelope == geometry.envelope ? nil : "has another envelope written")
  }

  static func wkb(_ bytes: [UInt8]) -> String? {
    _ = WKB.referenceNumber(bytes)
    guard let geometry = try? WKB.read(bytes) else { return nil }
    let written = WKB.write(geometry)
    if (try? WKB.read(written)) != geometry { return "is read anew as something else" }
    if case .polygons(let polygons) = geometry, WKB.length(of: polygons) != written.count {
      return "is not as long as foretold"
    }
    return fault(geometry)
  }

  static func wkt(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = WKT.referenceNumber(text)
    guard let geometry = try? WKT.read(text) else { return nil }
    if (try? WKT.read(WKT.write(geometry))) != geometry { return "is read anew as something else" }
    return fault(geometry)
  }

  /// What no geometry that was accepted may have.
  static func fault(_ geometry: Geometry) -> String? {
    switch geometry {
    case .empty: return nil
    case .points(let points): return areFinite(points) ? nil : "has a coordinate that is no number"
    case .lines(let lines):
      return lines.allSatisfy(areFinite) ? nil : "has a coordinate that is no number"
    case .polygons(let polygons):
      guard polygons.coordinates.allSatisfy(\.isFinite) else {
        return "has a coordinate that is no number"
      }
      for polygon in 0..<polygons.polygonCount {
        guard !polygons.rings(ofPolygon: polygon).isEmpty else { return "has an empty polygon" }
        for ring in polygons.rings(ofPolygon: polygon) {
          let vertices = polygons.vertices(ofRing: ring)
          guard let first = vertices.first, let last = vertices.last,
            polygons.vertex(first) == polygons.vertex(last)
          else { return "has a ring that is open" }
        }
      }
      return nil
    }
  }

  private static func areFinite(_ points: [Position]) -> Bool {
    points.allSatisfy { $0.x.isFinite && $0.y.isFinite }
  }
}
