import GeometryEngine
import GeometryValues
import LandRelease
import Reporting
import Storage

/// How much ground of zones stands in each state at the end of a day.
///
/// The ground of a zone is split by all records that meet it, as posting splits that of a record,
/// and every part is asked what stands there. Parts are brought to the zone's geodesic area by
/// proportion, in whole square centimetres. Zones that overlap count each for itself; what they
/// come to together is the ground of their union, split once more.
struct ZoneGround: Sendable {
  /// What zones are summed up by.
  struct Group: Hashable {
    var kind: ZoneKind?
    var district: Int32?
  }

  private let layer: Layer
  private let zones: [Stored<Zone>]
  private let grounds: LedgerGrounds
  private let history: LandHistory
  private let districtCodes: [String]
  private let index: GroundIndex
  private let districtIndex: GroundIndex
  private let day: CalendarDate?
  private let firstZone: Int

  /// - Parameters:
  ///   - figures: of the layer that is asked for.
  ///   - day: the last one whose events count; nil counts all.
  init(_ figures: BookFigures, _ zones: [Stored<Zone>], asOf day: CalendarDate?) throws {
    var input = try LedgerInput(figures.reader, leaves: figures.districts.map(\.content))
    firstZone = input.grounds.count
    for zone in zones { try input.add(place: zone.content.ground) }
    try input.finish()
    let history = LandHistory(
      input.register(clock: figures.view.clock), groundCount: input.grounds.count)
    let (boxes, count) = (input.grounds.boxes, firstZone)
    index = GroundIndex(
      boxes.indices.map { $0 < count && history.isUsed($0) ? boxes[$0] : Envelope() })
    districtCodes = input.districts.map(\.code)
    districtIndex = GroundIndex(Array(boxes.prefix(input.districts.count)))
    grounds = input.grounds
    self.history = history
    layer = figures.layer
    self.zones = zones
    self.day = day
  }

  /// What each zone holds, in the order of the zones, and what groups of them hold together.
  func lines(by groups: [ZoneGrouping]) throws -> (zones: [ZoneLine], sums: [[ZoneLine]]) {
    let layer = layer
    let own = Threads.map(Array(zones.indices), worker: { worker(layer) }) { worker, zone in
      worker.split([zone])
    }
    var sums = groups.map { _ in [Group: ZoneTally]() }
    for cluster in clusters() where cluster.count == 1 {
      let zone = cluster[0]
      add(own[zone], scale: scale(own[zone], zone), to: &sums, groups)
    }
    let shared = clusters().filter { $0.count > 1 }
    for split in Threads.map(shared, worker: { worker(layer) }, { $0.split($1) }) {
      add(split, scale: 1, to: &sums, groups)
    }
    return (
      zones.indices.map { line($0, own[$0]) },
      zip(groups, sums).map { grouping, sums in
        sums.map { line($0.key, $0.value, grouping) }.sorted { $0.place < $1.place }.map(\.line)
      }
    )
  }

  private func worker(_ layer: Layer) -> ZoneWorker {
    ZoneWorker(
      sweep: SlabSweep(), point: StateAtPoint(history), grounds: grounds, index: index,
      districtIndex: districtIndex, firstZone: firstZone, layer: layer, day: day)
  }

  /// Zones that hang together by their boxes.
  private func clusters() -> [[Int]] {
    let boxes = zones.indices.map { grounds.boxes[firstZone + $0] }
    let index = GroundIndex(boxes)
    var cluster = Array(repeating: -1, count: boxes.count)
    var clusters: [[Int]] = []
    for start in boxes.indices where cluster[start] < 0 {
      cluster[start] = clusters.count
      var found = [start]
      var next = 0
      while next < found.count {
        index.forEach(meeting: boxes[found[next]]) { other in
          guard cluster[other] < 0 else { return }
          cluster[other] = clusters.count
          found.append(other)
        }
        next += 1
      }
      clusters.append(found.sorted())
    }
    return clusters
  }

  private func scale(_ parts: [ZonePart], _ zone: Int) -> Double {
    let planar = parts.reduce(0) { $0 + $1.squareMetres }
    let area = zones[zone].measuredArea?.squareMetres ?? planar
    return planar > 0 ? area / planar : 1
  }

  private func add(
    _ parts: [ZonePart], scale: Double, to sums: inout [[Group: ZoneTally]],
    _ groups: [ZoneGrouping]
  ) {
    for part in parts {
      for (place, grouping) in groups.enumerated() {
        let kinds: [ZoneKind?] =
          grouping.byKind ? Array(Set(part.zones.map { zones[$0].content.kind })) : [nil]
        for kind in kinds {
          let group = Group(kind: kind, district: grouping.byDistrict ? part.district : nil)
          let members = part.zones.filter { kind == nil || zones[$0].content.kind == kind }
          sums[place][group, default: ZoneTally()].add(part, scale, zones: members)
        }
      }
    }
  }

  private func line(_ zone: Int, _ parts: [ZonePart]) -> ZoneLine {
    var tally = ZoneTally()
    var districts: [Int32: Double] = [:]
    let scale = scale(parts, zone)
    for part in parts {
      tally.add(part, scale, zones: [zone])
      districts[part.district, default: 0] += part.squareMetres
    }
    let main = districts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    let content = zones[zone].content
    var line = tally.line(area: zones[zone].measuredArea)
    line.key = content.key
    line.name = content.name
    line.kind = content.kind
    line.district = code(main?.key ?? -1)
    return line
  }

  private func line(
    _ group: Group, _ tally: ZoneTally, _ grouping: ZoneGrouping
  ) -> (place: Place, line: ZoneLine) {
    var line = tally.line(area: nil)
    line.kind = group.kind
    line.district = group.district.map(code)
    let kind = group.kind.flatMap { ZoneKind.allCases.firstIndex(of: $0) } ?? 0
    return (Place(district: line.district ?? "", kind: kind), line)
  }

  private struct Place: Comparable {
    var district: String
    var kind: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.district, left.kind) < (right.district, right.kind)
    }
  }

  private func code(_ district: Int32) -> String {
    district < 0 ? District.none : districtCodes[Int(district)]
  }
}

/// What sums of zones are told apart by.
struct ZoneGrouping: Hashable {
  var byKind = false
  var byDistrict = false
}
