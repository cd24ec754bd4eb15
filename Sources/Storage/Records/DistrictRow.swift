internal import GRDB
internal import LandRelease

/// A district as columns of `district`.
enum DistrictRow {
  static func content(_ district: District) -> [Field] {
    [
      Field("code", district.code),
      Field("name", district.name),
      Field("aliases", list: district.aliases),
      Field("parent", district.parent),
      Field("valid_from", district.validFrom),
      Field("valid_to", district.validTo),
    ]
  }

  static let select = """
    SELECT fid, code, name, aliases, parent, valid_from, valid_to, geom,
      (SELECT at FROM import_batch WHERE import_batch.fid = batch), content_hash, area_cm2
    FROM district
    """

  static func read(_ row: Row) throws -> Stored<District> {
    var reader = FieldReader(row, table: "district")
    let version = try reader.integer()
    var district = District(code: try reader.text(), name: try reader.text(), polygon: .init())
    district.aliases = try reader.list()
    district.parent = try reader.optional { try $0.text() }
    district.validFrom = try reader.optional { try $0.date() }
    district.validTo = try reader.optional { try $0.date() }
    district.polygon = try reader.polygons() ?? .init()
    return Stored(
      version: version, content: district, recordedAt: try reader.text(),
      contentHash: try reader.text(), measuredArea: try reader.area())
  }
}
