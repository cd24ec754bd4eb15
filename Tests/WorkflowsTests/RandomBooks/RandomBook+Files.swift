import GeometryValues
import LandRelease

@testable import Workflows

extension RandomBook {
  /// Its records as tables of text.
  var tables: [(subject: ImportRequest.Subject, header: String, rows: [String])] {
    [
      (.districts, "code,name,parent,wkt", districts.map(Self.row)),
      (
        .tasks, "id,organisation,hazard_id",
        tasks.map { "\($0.key.id),\($0.key.organisation),\($0.hazards.joined())" }
      ),
      (
        .hazards,
        "id,organisation,class,status,reason,contamination,date,recorded_at,reopens,source,"
          + "confirmed_change,wkt", hazards.map { Self.row($0.content) }
      ),
      (
        .releases,
        "id,organisation,kind,activity,review,revoked_on,contamination,date,recorded_at,hazard_id,"
          + "task_id,operator,wkt", releases.map { Self.row($0.content) }
      ),
    ]
  }

  private static func row(_ district: District) -> String {
    "\(district.code),\(district.name),\(district.parent ?? ""),\(text(district.polygon))"
  }

  private static func row(_ hazard: Hazard) -> String {
    let cells: [String?] = [
      hazard.key.id, hazard.key.organisation, hazard.hazardClass.rawValue,
      hazard.status?.rawValue, hazard.reason, "\"\(hazard.contamination.text)\"",
      hazard.date?.description, hazard.recordedAt, hazard.reopens, hazard.source,
      hazard.isConfirmedChange ? "yes" : "no", text(hazard.polygon),
    ]
    return cells.map { $0 ?? "" }.joined(separator: ",")
  }

  private static func row(_ release: Release) -> String {
    let cells: [String?] = [
      release.key.id, release.key.organisation, release.kind.rawValue, release.activity?.rawValue,
      release.review.rawValue, release.revokedOn?.description,
      release.contamination.map { "\"\($0.text)\"" }, release.date?.description,
      release.recordedAt, release.hazards.joined(), release.task, release.operatorName,
      text(release.polygon),
    ]
    return cells.map { $0 ?? "" }.joined(separator: ",")
  }

  private static func text(_ ground: MultiPolygon?) -> String {
    guard let ground else { return "" }
    let polygons = (0..<ground.polygonCount).map { polygon in
      let rings = ground.rings(ofPolygon: polygon).map { ring in
        let places = ground.vertices(ofRing: ring).map { ground.vertex($0) }
        return "(\(places.map { "\($0.x) \($0.y)" }.joined(separator: ", ")))"
      }
      return "(\(rings.joined(separator: ", ")))"
    }
    return "\"MULTIPOLYGON (\(polygons.joined(separator: ", ")))\""
  }
}
