import GeometryEngine
import GeometryValues
import LandRelease

/// Finds the devices near minefield records, each for the nearest record alone.
///
/// Distances are in an equal-area plane at each record's own middle: within 10 km of it they are off
/// by less than a millionth.
struct FindsNearRecords {
  /// How far, in metres, a find may lie from a record and still be of it.
  static let reach = 1000.0
  /// Within how many metres a find confirms a record, unless somebody asks for another distance.
  static let usualDistance = 100.0

  private let records: [MinefieldRecord]
  private let devices: [(place: Position, items: Int, category: DeviceCategory)]
  private let within: Double
  private var nearest: [(record: Int, metres: Double)?]

  /// - Parameters:
  ///   - devices: those that have a place and are items.
  ///   - within: metres within which a find confirms a record.
  init(_ records: [MinefieldRecord], devices: [CountedDevice], within: Double) throws {
    self.records = records
    self.within = within
    self.devices = devices.compactMap { device in
      guard device.category.isItem, device.quantity > 0, let place = device.position else {
        return nil
      }
      return (place, device.quantity, device.category)
    }
    nearest = Array(repeating: nil, count: self.devices.count)
    let index = GroundIndex(
      self.devices.map {
        Envelope(minX: $0.place.x, minY: $0.place.y, maxX: $0.place.x, maxY: $0.place.y)
      })
    for (number, record) in records.enumerated() {
      guard let geometry = record.geometry, let plane = try RecordPlane(geometry) else { continue }
      var found: [Int] = []
      for box in Self.boxes(around: geometry.envelope, reach: Self.reach) {
        index.forEach(meeting: box) { found.append($0) }
      }
      for device in found {
        let metres = PlaneDistance.between(
          try plane.place(self.devices[device].place), plane.geometry)
        guard record.counts(self.devices[device].category), metres <= Self.reach,
          metres < nearest[device]?.metres ?? .infinity
        else { continue }
        nearest[device] = (number, metres)
      }
    }
  }

  /// The records with what was found near them, in the order they came.
  func checked() throws -> [CheckedRecord] {
    var own: [Int: [Int]] = [:]
    for (device, place) in nearest.enumerated() {
      if let place { own[place.record, default: []].append(device) }
    }
    return try records.enumerated().map { number, record in
      guard let geometry = record.geometry, let plane = try RecordPlane(geometry) else {
        return CheckedRecord(record: record, found: nil)
      }
      return CheckedRecord(record: record, found: try found(own[number] ?? [], plane))
    }
  }

  private func found(_ own: [Int], _ plane: RecordPlane) throws -> FoundNearRecord {
    var found = FoundNearRecord()
    found.finds = own.count
    found.items = own.reduce(0) { $0 + devices[$1].items }
    found.nearest = own.compactMap { nearest[$0]?.metres }.min().map(Self.centimetres)
    for device in own where (nearest[device]?.metres ?? .infinity) <= within {
      found.itemsWithin += devices[device].items
    }
    let places = try own.map { try plane.place(devices[$0].place) }
    if case .points(let points) = plane.geometry {
      found.pointsConfirmed = points.count { point in
        places.contains { PlaneDistance.length($0, point) <= within }
      }
    }
    if let middle = PlaneDistance.middle(of: plane.geometry),
      let ofFinds = PlaneDistance.middle(of: .points(places))
    {
      found.displacement = Self.centimetres(PlaneDistance.length(middle, ofFinds))
      found.outside = Self.centimetres(PlaneDistance.between(ofFinds, plane.geometry))
    }
    return found
  }

  /// Finer than that nobody surveys, and machines differ.
  private static func centimetres(_ metres: Double) -> Double { (100 * metres).rounded() / 100 }

  /// Boxes of degrees that hold all within a distance, on both sides of the antimeridian.
  private static func boxes(around box: Envelope, reach: Double) -> [Envelope] {
    guard !box.isEmpty else { return [] }
    let height = reach / 110_000
    let latitude = min(89, max(abs(box.minY), abs(box.maxY)) + height)
    let width = height / cosine(latitude)
    return [-360.0, 0, 360].map { turn in
      Envelope(
        minX: box.minX - width + turn, minY: box.minY - height, maxX: box.maxX + width + turn,
        maxY: box.maxY + height)
    }
  }

  /// Of degrees of latitude; never more than the true one, so that boxes are wide enough.
  private static func cosine(_ degrees: Double) -> Double {
    // The chord below the arch of the cosine is under it everywhere between 0 and 90.
    max(0.01, 1 - degrees / 90)
  }
}

extension MinefieldRecord {
  /// Whether a device is of what the record says was laid; mines, where it says nothing else.
  fileprivate func counts(_ category: DeviceCategory) -> Bool {
    let mines: Set<DeviceCategory> = [.apMine, .avMine, .improvisedMine]
    guard let laid = recordedType.flatMap(DeviceCategory.init(rawValue:)), !mines.contains(laid)
    else { return mines.contains(category) }
    return category == laid
  }
}

/// A minefield record in a plane of its own.
private struct RecordPlane {
  let geometry: Geometry
  private let projector: PlaneProjector

  /// - Returns: nil for a record of nothing.
  init?(_ geometry: Geometry) throws {
    guard !geometry.envelope.isEmpty else { return nil }
    projector = try PlaneProjector(.centred(on: geometry.envelope))
    self.geometry = try projector.project(geometry)
  }

  func place(_ position: Position) throws -> Position { try projector.project(position) }
}
