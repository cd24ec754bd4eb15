import LandRelease
import Reporting
import Storage

extension Publication {
  static let article7 = Publication(
    statement: .article7, title: "Forms C, F and G of the Mine Ban Convention's Article 7",
    audience: "treaty officers", period: .wholeYear,
    layerRefusal: "the forms are of anti-personnel mines, with other layers beside them",
    making: .ofFigures { request, programme in
      Article7Statement.report(
        try Article7Figures(programme, request.period),
        basis: programme.figures(of: .ap).basis(request.period))
    })
}

extension Article7Figures {
  /// Reads the forms of a period from a book.
  init(_ programme: ProgrammeFigures, _ period: Period) throws {
    self.init()
    let hazards = try programme.openHazards(at: period.to)
    remainders = hazards.remainders(in: .ap)
    openLand = try programme.openLand(period, layer: .ap, holding: hazards)
    otherLayers = try programme.openLand(
      period, layers: [.ap, .av, .cmr, .erw, .ied, .unknown, .land], holding: hazards)
    areas = try programme.openAreas(of: .ap, holding: hazards, at: period.to)
    released = try programme.releasedLand(period, layer: .ap)
    mines = try programme.mines(period, of: [.apMine, .improvisedMine])
  }
}

extension ProgrammeFigures {
  /// Every area with open ground in a layer, as its standing version describes it, and those that
  /// never had a polygon.
  func openAreas(
    of layer: Layer, holding hazards: OpenHazards, at day: CalendarDate?
  ) throws -> [OpenAreaLine] {
    let standing = Dictionary(
      try records().hazards.map { ($0.content.key, $0.content) },
      uniquingKeysWith: { first, _ in first })
    let areas =
      try hazards[layer].map { holding in
        let hazard = standing[holding.key]
        return OpenAreaLine(
          key: holding.key, district: holding.district, state: holding.state, area: holding.area,
          reported: hazard?.reportedArea?.unitCorrected,
          contamination: hazard?.contamination ?? [], place: holding.place, date: hazard?.date,
          origin: hazard?.origin)
      } + unplacedAreas(of: layer, at: day)
    return areas.sorted { ($0.district, $0.key) < ($1.district, $1.key) }
  }

  /// Areas that are known by a day and were never drawn.
  private func unplacedAreas(of layer: Layer, at day: CalendarDate?) throws -> [OpenAreaLine] {
    let drawn = Set(
      try hazardVersions().filter { $0.measuredArea != nil }.map(\.content.key))
    let places = try places()
    return try records().hazards.map(\.content).filter { hazard in
      guard !drawn.contains(hazard.key), hazard.status != .withdrawn, hazard.status != .closed
      else { return false }
      if let day, let date = hazard.date, date > day { return false }
      return LayerSet(hazard.contamination).layers.contains(layer)
    }.map { hazard in
      OpenAreaLine(
        key: hazard.key, district: places.district(ofHazard: hazard.key),
        state: hazard.hazardClass == .confirmed ? .confirmed : .suspected, area: nil,
        reported: hazard.reportedArea?.unitCorrected, contamination: hazard.contamination,
        date: hazard.date, origin: hazard.origin)
    }
  }

  /// Land released in a layer by district, with the items of any work there.
  func releasedLand(_ period: Period, layer: Layer) throws -> [ReleasedLandLine] {
    var lines: [String: ReleasedLandLine] = [:]
    func change(_ district: String, _ body: (inout ReleasedLandLine) -> Void) {
      body(&lines[district, default: ReleasedLandLine(district: district)])
    }
    for (group, balance) in try balances(period, layer: layer) {
      change(group[0]) { $0.balance = balance }
    }
    let acting = try figures(of: layer).actingReleases(period).filter { $0.released > .zero }
    for (district, releases) in Dictionary(grouping: acting, by: \.district) {
      let methods = Dictionary(grouping: releases) { $0.activity?.rawValue ?? "" }
        .mapValues { $0.reduce(.zero) { $0 + $1.released } }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).filter { !$0.isEmpty }
      change(district) { line in
        line.releases = releases.count
        line.methods = methods
      }
    }
    for line in try progress(period, by: [.district]).devices() {
      change(line.group[0]) { $0.items.add(line) }
    }
    return lines.values.sorted { $0.district < $1.district }.filter { line in
      line.releases > 0 || !line.items.isEmpty || line.balance.releasedTotal != .zero
        || line.balance.identified != .zero || line.balance.reopened != .zero
        || line.balance.contested != .zero || line.balance.revoked != .zero
    }
  }

  /// Devices of some categories by model and district.
  func mines(_ period: Period, of categories: Set<DeviceCategory>) throws -> [MineLine] {
    let (places, releases) = (try places(), try releaseByVersion())
    return MineLine.lines(
      try records().devices.filter {
        categories.contains($0.category) && period.counts($0.date)
      }
    ) { places.district(of: $0, releases: releases) }
  }
}

extension MineLine {
  private struct Group: Hashable {
    let category: DeviceCategory
    let model: String?
    let district: String
  }

  /// Devices added up by category, model and district; those that name no model come last.
  static func lines(
    _ devices: [CountedDevice], district: (CountedDevice) -> String
  ) -> [MineLine] {
    var lines: [Group: MineLine] = [:]
    for device in devices {
      let group = Group(
        category: device.category, model: device.model, district: district(device))
      var line =
        lines[group]
        ?? MineLine(category: group.category, model: group.model, district: group.district)
      line.found += device.quantity
      line.fates.add(device.fate, device.quantity)
      line.records += 1
      lines[group] = line
    }
    return lines.values.sorted {
      ($0.category.rawValue, $0.model ?? "~", $0.district)
        < ($1.category.rawValue, $1.model ?? "~", $1.district)
    }
  }
}

extension Period {
  /// Whether something of that day counts; without a day it does only where no period is asked for.
  func counts(_ day: CalendarDate?) -> Bool {
    day.map(contains) ?? (from == nil && to == nil)
  }
}
