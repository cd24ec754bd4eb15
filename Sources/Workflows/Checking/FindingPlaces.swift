import GeometryEngine
import LandRelease
import Storage

/// Gives findings about records a place on the map: a point inside the record's polygon.
struct FindingPlaces {
  private let reader: BookReader

  init(_ reader: BookReader) {
    self.reader = reader
  }

  /// The findings, with a place wherever the record they name has one.
  func placed(_ findings: [Finding]) throws -> [Finding] {
    var placed = findings
    for index in placed.indices where placed[index].place.position == nil {
      guard let name = placed[index].place.record else { continue }
      placed[index].place.position = try reader.geometry(ofRecord: name)?.somePoint
    }
    return placed
  }
}
