/// The count columns of a release against the device records of the same release.
enum CountsDiffer: BookRule {
  static let rule = Rule(
    "LR61", .warning, "The count columns of a release differ from its device records.",
    remedy: "Find out which is right; figures of items go by the device records.",
    source: "accounting rules, section 6")

  static func judge(_ book: BookFacts) -> [Finding] {
    var recorded: [String: [DeviceCategory: Int]] = [:]
    for device in book.devices where device.fate == nil || device.fate == .found {
      guard let release = device.release else { continue }
      recorded[release, default: [:]][device.category, default: 0] += device.quantity
    }
    return book.releases.compactMap { release in
      guard !release.counts.isEmpty, let devices = recorded[release.key.id] else { return nil }
      let different = release.counts.filter { $0.value != devices[$0.key] ?? 0 }
      guard !different.isEmpty else { return nil }
      let list = different.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.value) \($0.key.rawValue) against \(devices[$0.key] ?? 0)" }
      return Finding(
        rule,
        Remark("counts \(list.joined(separator: ", ")) in device records", field: "quantity"),
        record: "release \(release.key)")
    }
  }
}
