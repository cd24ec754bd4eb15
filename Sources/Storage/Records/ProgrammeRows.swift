internal import GRDB
internal import GeometryValues
internal import LandRelease

/// A task as columns of `task`.
enum TaskRow {
  static func content(_ task: LandTask) -> [Field] {
    [
      Field("organisation", task.key.organisation),
      Field("id", task.key.id),
      Field("hazards", list: task.hazards),
      Field("operator", task.operatorName),
      Field("donor", task.donor),
      Field("type", task.type),
      Field("status", task.status),
      Field("start", task.start),
      Field("end", task.end),
    ]
  }

  static let columns = "organisation, id, hazards, operator, donor, type, status, start, \"end\""

  static func read(_ reader: inout FieldReader) throws -> LandTask {
    var task = LandTask(key: try reader.key())
    task.hazards = try reader.list()
    task.operatorName = try reader.optional { try $0.text() }
    task.donor = try reader.optional { try $0.text() }
    task.type = try reader.optional { try $0.text() }
    task.status = try reader.optional { try $0.text() }
    task.start = try reader.optional { try $0.date() }
    task.end = try reader.optional { try $0.date() }
    return task
  }
}

/// A device as columns of `device`.
enum DeviceRow {
  static func content(_ device: Device) -> [Field] {
    [
      Field("organisation", device.key.organisation),
      Field("id", device.key.id),
      Field("category", device.category),
      Field("quantity", device.quantity),
      Field("release", device.release),
      Field("task", device.task),
      Field("date", device.date),
      Field("fate", device.fate),
      Field("model", device.model),
      Field("district", device.district),
      Field(later: "sensitivity", device.sensitivity),
    ]
  }

  static let columns =
    "organisation, id, category, quantity, \"release\", task, date, fate, model, district, geom, sensitivity"

  static func read(_ reader: inout FieldReader) throws -> Device {
    var device = Device(
      key: try reader.key(), category: try reader.word(), quantity: Int(try reader.integer()))
    device.release = try reader.optional { try $0.text() }
    device.task = try reader.optional { try $0.text() }
    device.date = try reader.optional { try $0.date() }
    device.fate = try reader.optional { try $0.word() }
    device.model = try reader.optional { try $0.text() }
    device.district = try reader.optional { try $0.text() }
    device.position = try reader.position()
    device.sensitivity = try reader.optional { try $0.word() }
    return device
  }
}

/// A victim as columns of `victim`.
enum VictimRow {
  static func content(_ victim: Victim) -> [Field] {
    [
      Field("organisation", victim.key.organisation),
      Field("id", victim.key.id),
      Field("outcome", victim.outcome),
      Field("date", victim.date),
      Field("district", victim.district),
      Field("sex", victim.sex),
      Field("age", victim.age),
      Field("activity", victim.activity),
      Field("device_category", victim.deviceCategory),
      Field("is_civilian", victim.isCivilian),
      Field(later: "sensitivity", victim.sensitivity),
      Field(later: "accident", victim.accident),
    ]
  }

  static let columns =
    "organisation, id, outcome, date, district, sex, age, activity, device_category, is_civilian, geom, sensitivity, accident"

  static func read(_ reader: inout FieldReader) throws -> Victim {
    var victim = Victim(key: try reader.key(), outcome: try reader.word())
    victim.date = try reader.optional { try $0.date() }
    victim.district = try reader.optional { try $0.text() }
    victim.sex = try reader.optional { try $0.text() }
    victim.age = try reader.optional { try $0.text() }
    victim.activity = try reader.optional { try $0.text() }
    victim.deviceCategory = try reader.optional { try $0.text() }
    victim.isCivilian = try reader.optional { try $0.flag() }
    victim.position = try reader.position()
    victim.sensitivity = try reader.optional { try $0.word() }
    victim.accident = try reader.optional { try $0.text() }
    return victim
  }
}

/// A minefield record as columns of `minefield_record`.
enum MinefieldRecordRow {
  static func content(_ record: MinefieldRecord) -> [Field] {
    [
      Field("organisation", record.key.organisation),
      Field("id", record.key.id),
      Field("verdict", record.verdict),
      Field("source", record.source),
      Field("date", record.date),
      Field("recorded_quantity", record.recordedQuantity),
      Field(later: "sensitivity", record.sensitivity),
      Field(later: "recorded_type", record.recordedType),
      Field(later: "found_quantity", record.foundQuantity),
      Field(later: "displacement_m", record.displacementMetres),
    ]
  }

  static let columns = """
    organisation, id, verdict, source, date, recorded_quantity, geom, sensitivity, recorded_type,
    found_quantity, displacement_m
    """

  static func read(_ reader: inout FieldReader) throws -> MinefieldRecord {
    var record = MinefieldRecord(key: try reader.key())
    record.verdict = try reader.word()
    record.source = try reader.optional { try $0.text() }
    record.date = try reader.optional { try $0.date() }
    record.recordedQuantity = try reader.optional { Int(try $0.integer()) }
    record.geometry = try reader.optional { try $0.geometry() }
    record.sensitivity = try reader.optional { try $0.word() }
    record.recordedType = try reader.optional { try $0.text() }
    record.foundQuantity = try reader.optional { Int(try $0.integer()) }
    record.displacementMetres = try reader.optional { try $0.number() }
    return record
  }
}

/// A statement as columns of `statement`.
enum StatementRow {
  static func content(_ statement: LandRelease.Statement) -> [Field] {
    [
      Field("actor", statement.actor),
      Field("from_date", statement.from),
      Field("to_date", statement.to),
      Field("districts", list: statement.districts),
      Field("activity", statement.activity),
      Field("split", statement.split),
      Field("area_cm2", statement.area),
      Field("items", statement.items),
      Field("source", statement.source),
    ]
  }

  static let columns =
    "actor, from_date, to_date, districts, activity, split, area_cm2, items, source"

  static func read(_ reader: inout FieldReader) throws -> LandRelease.Statement {
    var statement = LandRelease.Statement(actor: try reader.text())
    statement.from = try reader.optional { try $0.date() }
    statement.to = try reader.optional { try $0.date() }
    statement.districts = try reader.list()
    statement.activity = try reader.optional { try $0.text() }
    statement.split = try reader.optional { try $0.text() }
    statement.area = try reader.area()
    statement.items = try reader.optional { Int(try $0.integer()) }
    statement.source = try reader.optional { try $0.text() }
    return statement
  }
}

extension FieldReader {
  mutating func key() throws -> RecordKey {
    RecordKey(organisation: try text(), id: try text())
  }

  mutating func position() throws -> Position? {
    try optional { try $0.geometry() }.flatMap {
      if case .points(let points) = $0 { points.first } else { nil }
    }
  }
}
