public import GeometryValues

/// A device as it counts: once, whoever reports it.
public struct CountedDevice: Hashable, Sendable {
  /// The device record, or the release whose count column it is.
  public var key: RecordKey
  /// What it is; small-arms ammunition and fuzes are listed but are no items.
  public var category: DeviceCategory
  /// How many there are, never below zero; a zero was recorded as such.
  public var quantity: Int
  /// What became of it; nil where nobody says, as in all count columns.
  public var fate: DeviceFate?
  /// The day of the device record, else that of its release; nil where neither has one.
  public var date: CalendarDate?
  /// The district's code as the record names it; nil where it names none.
  public var district: String?
  /// Longitude and latitude on WGS 84; nil for count columns, which have no place.
  public var position: Position?
  /// The stored version of its release, where there is one.
  public var release: Int64?
  /// Whether it comes from the count columns of a release rather than from a record of its own.
  public var isCountColumn: Bool
  /// Model or make in the file's own words; nil for count columns, which name none.
  public var model: String?
  /// The task that the device record names, by the organisation of the record; nil for count columns.
  public var task: RecordKey?
}

/// Counts devices once each (accounting rules, section 6).
public enum CountedDevices {
  /// - Parameters:
  ///   - devices: device records.
  ///   - releases: the accepted releases that count.
  ///   - counts: what releases count themselves, by their stored version.
  public static func list(
    devices: [Device], releases: [Stored<Release>], counts: [Int64: [DeviceCategory: Int]]
  ) -> [CountedDevice] {
    var links = RecordLinks<Int>()
    for (index, stored) in releases.enumerated() { links.add(index, key: stored.content.key) }
    var withRecords: [Int64: Set<DeviceCategory>] = [:]
    var counted: [CountedDevice] = []
    for device in devices {
      var release: Stored<Release>?
      if let name = device.release,
        case .found(let index) = links.resolve(name, from: device.key.organisation)
      {
        release = releases[index]
        withRecords[releases[index].version, default: []].insert(device.category)
      }
      counted.append(
        CountedDevice(
          key: device.key, category: device.category, quantity: device.quantity, fate: device.fate,
          date: device.date ?? release?.content.date, district: device.district,
          position: device.position, release: release?.version, isCountColumn: false,
          model: device.model,
          task: device.task.map { RecordKey(organisation: device.key.organisation, id: $0) }))
    }
    return counted + fromCounts(releases, counts, withRecords)
  }

  /// A count column stands where no device record of its category names the release and no completion of its task
  /// tells the same again.
  private static func fromCounts(
    _ releases: [Stored<Release>], _ counts: [Int64: [DeviceCategory: Int]],
    _ withRecords: [Int64: Set<DeviceCategory>]
  ) -> [CountedDevice] {
    let completed = Set(
      releases.filter { $0.content.stage == .completion }
        .filter { withRecords[$0.version] != nil || counts[$0.version] != nil }
        .compactMap { task($0.content) })
    var counted: [CountedDevice] = []
    for stored in releases {
      guard let ofRelease = counts[stored.version] else { continue }
      let release = stored.content
      if release.stage == .progress, let task = task(release), completed.contains(task) { continue }
      let recorded = withRecords[stored.version] ?? []
      for (category, quantity) in ofRelease.sorted(by: { $0.key.rawValue < $1.key.rawValue })
      where !recorded.contains(category) {
        counted.append(
          CountedDevice(
            key: release.key, category: category, quantity: quantity, fate: nil, date: release.date,
            district: release.district, position: nil, release: stored.version,
            isCountColumn: true))
      }
    }
    return counted
  }

  private static func task(_ release: Release) -> RecordKey? {
    release.task.map { RecordKey(organisation: release.key.organisation, id: $0) }
  }
}
