/// geocheck's check of devices entered twice.
enum DuplicateDevice: BookRule {
  private struct Find: Hashable {
    var release: String?
    var task: String?
    var date: CalendarDate?
    var category: DeviceCategory
    var model: String?
    var quantity: Int
    var east: Double?
    var north: Double?
  }

  static let rule = Rule(
    "GC14", .note,
    "Devices of one place, day, category, model and quantity may be one, entered twice.",
    remedy: "Look whether they were found apart; many mines of one row are.",
    source: "geocheck duplicate_devices; pattern 5")

  static func judge(_ book: BookFacts) -> [Finding] {
    var first: [Find: RecordKey] = [:]
    var repeated: [Find: Int] = [:]
    // Without place or model, two finds are told apart by nothing and are no sign of anything.
    for device in book.devices where device.position != nil || device.model != nil {
      guard device.release != nil || device.task != nil else { continue }
      let find = Find(
        release: device.release, task: device.task, date: device.date, category: device.category,
        model: device.model.map(BookFacts.folded), quantity: device.quantity,
        east: device.position?.x, north: device.position?.y)
      if first[find] == nil { first[find] = device.key } else { repeated[find, default: 1] += 1 }
    }
    return repeated.compactMap { find, count in first[find].map { ($0, find, count) } }
      .sorted { $0.0 < $1.0 }
      .map { key, find, count in
        Finding(
          rule,
          Remark(
            "and \(count - 1) more are \(find.quantity) \(find.category.rawValue) of the same \(find.east == nil ? "model and day" : "place, model and day")",
            field: "id"),
          record: "device \(key)")
      }
  }
}
