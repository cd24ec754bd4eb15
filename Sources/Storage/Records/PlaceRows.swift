internal import Foundation
internal import GRDB
internal import GeometryValues
internal import LandRelease

/// A zone as columns of `zone`; what was drawn is hashed, not what was worked out of it.
enum ZoneRow {
  static func content(_ zone: Zone) -> [Field] {
    [
      Field("organisation", zone.key.organisation),
      Field("id", zone.key.id),
      Field("kind", zone.kind),
      Field("name", zone.name),
      Field("date", zone.date),
      Field("source", zone.source),
      Field("width_m", zone.widthMetres),
      Field("radius_m", zone.radiusMetres),
      Field(later: "sensitivity", zone.sensitivity),
    ]
  }

  /// As it was drawn, where that is not the ground; nil where it is.
  static func original(_ zone: Zone) -> Data? {
    zone.drawn == .polygons(zone.ground) ? nil : Data(WKB.write(zone.drawn))
  }

  static let columns =
    "organisation, id, kind, name, date, source, width_m, radius_m, geom, original_wkb, sensitivity"

  static func read(_ reader: inout FieldReader) throws -> Zone {
    var zone = Zone(key: try reader.key(), kind: try reader.word(), drawn: .empty)
    zone.name = try reader.optional { try $0.text() }
    zone.date = try reader.optional { try $0.date() }
    zone.source = try reader.optional { try $0.text() }
    zone.widthMetres = try reader.optional { try $0.number() }
    zone.radiusMetres = try reader.optional { try $0.number() }
    zone.ground = try reader.polygons() ?? MultiPolygon()
    zone.drawn = try reader.optional { try $0.wkb() } ?? .polygons(zone.ground)
    zone.sensitivity = try reader.optional { try $0.word() }
    return zone
  }
}

/// A check of the environment as columns of `environment_check`.
enum EnvironmentCheckRow {
  static func content(_ check: EnvironmentCheck) -> [Field] {
    [
      Field("organisation", check.key.organisation),
      Field("id", check.key.id),
      Field("release", check.release),
      Field("task", check.task),
      Field("date", check.date),
      Field("district", check.district),
      Field("vegetation_removed_cm2", check.vegetationRemoved),
      Field("detonations_in_place", check.detonationsInPlace),
      Field("is_waste_taken", check.isWasteTaken),
      Field("is_soil_reinstated", check.isSoilReinstated),
      Field("is_erosion_seen", check.isErosionSeen),
      Field("is_water_affected", check.isWaterAffected),
      Field("is_heritage_found", check.isHeritageFound),
      Field("remarks", check.remarks),
    ]
  }

  static let columns =
    """
    organisation, id, "release", task, date, district, vegetation_removed_cm2, detonations_in_place,
      is_waste_taken, is_soil_reinstated, is_erosion_seen, is_water_affected, is_heritage_found,
      remarks
    """

  static func read(_ reader: inout FieldReader) throws -> EnvironmentCheck {
    var check = EnvironmentCheck(key: try reader.key())
    check.release = try reader.optional { try $0.text() }
    check.task = try reader.optional { try $0.text() }
    check.date = try reader.optional { try $0.date() }
    check.district = try reader.optional { try $0.text() }
    check.vegetationRemoved = try reader.area()
    check.detonationsInPlace = try reader.optional { Int(try $0.integer()) }
    check.isWasteTaken = try reader.optional { try $0.flag() }
    check.isSoilReinstated = try reader.optional { try $0.flag() }
    check.isErosionSeen = try reader.optional { try $0.flag() }
    check.isWaterAffected = try reader.optional { try $0.flag() }
    check.isHeritageFound = try reader.optional { try $0.flag() }
    check.remarks = try reader.optional { try $0.text() }
    return check
  }
}
