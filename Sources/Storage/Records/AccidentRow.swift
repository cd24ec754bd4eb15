internal import GRDB
internal import GeometryValues
internal import LandRelease

/// An accident as columns of `accident`.
enum AccidentRow {
  static func content(_ accident: Accident) -> [Field] {
    [
      Field("organisation", accident.key.organisation),
      Field("id", accident.key.id),
      Field("date", accident.date),
      Field("district", accident.district),
      Field("device_category", accident.deviceCategory),
      Field("activity", accident.activity),
      Field("is_demining", accident.isDemining),
      Field("killed", accident.killed),
      Field("injured", accident.injured),
      Field("accuracy_m", accident.accuracyMetres),
      Field("sensitivity", accident.sensitivity),
    ]
  }

  static let columns = """
    organisation, id, date, district, device_category, activity, is_demining, killed, injured,
    accuracy_m, geom, sensitivity
    """

  static func read(_ reader: inout FieldReader) throws -> Accident {
    var accident = Accident(key: try reader.key())
    accident.date = try reader.optional { try $0.date() }
    accident.district = try reader.optional { try $0.text() }
    accident.deviceCategory = try reader.optional { try $0.text() }
    accident.activity = try reader.optional { try $0.text() }
    accident.isDemining = try reader.optional { try $0.flag() }
    accident.killed = try reader.optional { Int(try $0.integer()) }
    accident.injured = try reader.optional { Int(try $0.integer()) }
    accident.accuracyMetres = try reader.optional { try $0.number() }
    accident.position = try reader.position()
    accident.sensitivity = try reader.optional { try $0.word() }
    return accident
  }
}
