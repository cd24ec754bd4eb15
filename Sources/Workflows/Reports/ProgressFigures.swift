import LandRelease
import Reporting
import Storage

/// The lines of the progress and bridge statements, gathered from ledger, records and devices.
struct ProgressFigures {
  let figures: BookFigures
  let records: StandingRecords
  private let places: RecordPlaces
  let releaseByVersion: [Int64: Stored<Release>]
  let declared: [DeclaredRelease]
  let dimensions: [LedgerDimension]
  let period: Period

  /// - Parameter figures: of the layer that is asked for, of the same view as the programme's.
  init(
    _ programme: ProgrammeFigures, _ figures: BookFigures, period: Period,
    dimensions: [LedgerDimension]
  ) throws {
    self.figures = figures
    self.period = period
    self.dimensions = dimensions
    records = try programme.records()
    places = try programme.places()
    releaseByVersion = try programme.releaseByVersion()
    declared = try programme.declared(asOf: period.to).filter { period.contains($0.date) }
  }

  /// The lines by group, in order of group, and the same over all.
  func lines() throws -> (lines: [ProgressLine], total: ProgressLine) {
    var groups: [[String]: ProgressLine] = [:]
    func change(_ group: [String], _ body: (inout ProgressLine) -> Void) {
      body(&groups[group, default: ProgressLine(group: group)])
    }
    for sum in try figures.sums(dimensions, from: period.from, to: period.to)
    where sum.type == .release {
      change(sum.group) { $0.account.add(sum) }
    }
    for (group, entry) in declaredByGroup() {
      change(group) {
        $0.declared.add(entry)
        $0.records += 1
      }
    }
    for (group, device) in itemsByGroup() { change(group) { $0.items += device.quantity } }
    if dimensions == [.district] { try addGround(&groups) }
    let sorted = groups.values.sorted { $0.group.lexicographicallyPrecedes($1.group) }
    var total = sorted.reduce(into: ProgressLine(group: [])) { sum, line in
      sum.account = sum.account + line.account
      sum.declared = sum.declared + line.declared
      sum.items += line.items
      sum.records += line.records
      sum.open = Self.add(sum.open, line.open)
      sum.everRecorded = Self.add(sum.everRecorded, line.everRecorded)
      sum.districtArea = Self.add(sum.districtArea, line.districtArea)
    }
    total.statedCleared = stated([.cleared])
    total.stated = stated(Set(ReleaseKind.allCases))
    return (sorted, total)
  }

  /// What releases of the layer declare, each in the group where it counts.
  func declaredByGroup() -> [(group: [String], entry: DeclaredRelease)] {
    declared.compactMap { entry in
      guard let stored = releaseByVersion[entry.storedVersion],
        stored.content.covers(figures.layer)
      else { return nil }
      return (group(of: stored, on: entry.date), entry)
    }
  }

  /// The items of the layer, each in the group where it counts.
  func itemsByGroup() -> [(group: [String], device: CountedDevice)] {
    records.devices.compactMap { device in
      guard device.category.isItem, device.category.isOf(figures.layer),
        let group = group(of: device)
      else { return nil }
      return (group, device)
    }
  }

  /// Where a release counts that declares an area.
  func district(of entry: DeclaredRelease) -> String {
    releaseByVersion[entry.storedVersion].map { places.district(of: $0) } ?? District.none
  }

  /// Devices of the period by group and category.
  func devices() -> [DeviceLine] {
    var lines: [[String]: DeviceLine] = [:]
    for device in records.devices {
      guard let group = group(of: device) else { continue }
      let key = group + [device.category.rawValue]
      var line =
        lines[key]
        ?? DeviceLine(group: group, category: device.category, found: 0, records: 0)
      line.found += device.quantity
      line.fates.add(device.fate, device.quantity)
      line.records += 1
      lines[key] = line
    }
    return lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  private static func add(_ left: Area?, _ right: Area?) -> Area? {
    right.map { (left ?? .zero) + $0 } ?? left
  }

  /// The statements of actors without records that count in the period.
  func counted(_ kinds: Set<ReleaseKind>) -> [LandRelease.Statement] {
    StatedArea.counted(
      records.statements, period: period, actorsWithRecords: records.actorsWithRecords, kinds: kinds
    )
  }

  private func stated(_ kinds: Set<ReleaseKind>) -> Area {
    counted(kinds).reduce(.zero) { $0 + ($1.area ?? .zero) }
  }

  /// Open land at the period's end and land ever recorded as hazardous, by district.
  private func addGround(_ groups: inout [[String]: ProgressLine]) throws {
    for stored in figures.districts {
      let group = [stored.content.code]
      groups[group, default: ProgressLine(group: group)].districtArea = stored.measuredArea
      groups[group]?.open = .zero
      groups[group]?.everRecorded = .zero
    }
    for sum in try figures.sums([.district], to: period.to) {
      var line = groups[sum.group] ?? ProgressLine(group: sum.group)
      if sum.to.isOpen != sum.from.isOpen {
        line.open = Self.add(line.open, sum.to.isOpen ? sum.area : -sum.area)
      }
      line.everRecorded = Self.add(line.everRecorded, EverRecorded.change(sum))
      groups[sum.group] = line
    }
  }

  func group(of stored: Stored<Release>, on date: CalendarDate) -> [String] {
    dimensions.map { dimension in
      switch dimension {
      case .district: places.district(of: stored)
      case .year, .quarter, .month: date.group(dimension)
      case .operatorName: stored.content.operatorName ?? ""
      case .donor: stored.content.donor ?? ""
      case .kind: stored.content.kind.rawValue
      case .activity: stored.content.activity?.rawValue ?? ""
      }
    }
  }

  /// None for a device outside the period; one without a date counts only where no period is asked.
  func group(of device: CountedDevice) -> [String]? {
    if let date = device.date {
      guard period.contains(date) else { return nil }
    } else if period.from != nil || period.to != nil {
      return nil
    }
    let release = device.release.flatMap { releaseByVersion[$0] }
    return dimensions.map { dimension in
      switch dimension {
      case .district: places.district(of: device, releases: releaseByVersion)
      case .year, .quarter, .month: device.date?.group(dimension) ?? ""
      case .operatorName: release?.content.operatorName ?? ""
      case .donor: release?.content.donor ?? ""
      case .kind: release?.content.kind.rawValue ?? ""
      case .activity: release?.content.activity?.rawValue ?? ""
      }
    }
  }
}

extension Release {
  /// Whether the release is of the layer: of all together, or of a type it covers.
  func covers(_ layer: Layer) -> Bool {
    layer == .land
      || ContaminationTypes.words.contains {
        $0.word == layer.rawValue && coverage.contains($0.type)
      }
  }
}

extension DeviceCategory {
  /// Whether devices of the category are the contamination of the layer.
  func isOf(_ layer: Layer) -> Bool {
    switch layer {
    case .land: true
    case .ap: self == .apMine
    case .av: self == .avMine
    case .cmr: self == .submunition
    case .erw: self == .uxo || self == .axo
    case .ied: self == .ied || self == .improvisedMine || self == .boobyTrap
    case .unknown: self == .otherDevice
    }
  }
}
