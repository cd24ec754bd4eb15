import GeometryEngine
import GeometryValues
import LandRelease
import Storage

/// The records of a book, made ready for posting.
struct LedgerInput {
  private(set) var hazards: [LedgerHazard] = []
  private(set) var releases: [LedgerRelease] = []
  private let tasks: [LandTask]
  /// The leaf districts in force, by code in byte order of UTF-8; the first grounds are theirs.
  let districts: [District]
  private(set) var grounds: LedgerGrounds
  /// Of each ground after the districts', the version it is of, where polygons are not kept.
  private(set) var sources: [GroundSource] = []
  private let keepsSources: Bool

  /// Makes an input without hazards and releases, which are added before ``finish()``.
  init(
    plane: EqualAreaPlane, tasks: [LandTask], leaves: [District],
    keeping: LedgerGrounds.Keeping = .plane, reach: Double = 0
  ) throws {
    self.tasks = tasks
    keepsSources = keeping == .vertexCount
    districts = leaves.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    grounds = LedgerGrounds(plane: plane, keeping: keeping, reach: reach)
    for district in districts { _ = try grounds.append(district.polygon) }
    try grounds.finish()
  }

  /// Reads all that a book holds, or held by a batch.
  ///
  /// - Parameter restricted: records that count as if they had never come.
  init(
    _ reader: BookReader, boundarySet: String?, keeping: LedgerGrounds.Keeping = .plane,
    leavingOut restricted: RestrictedRecords = .none
  ) throws {
    let districts = try boundarySet.map { try reader.districts(set: $0).map(\.content) } ?? []
    try self.init(
      reader, leaves: District.leavesInForce(districts), keeping: keeping,
      leavingOut: restricted)
  }

  /// Reads all that a book holds, or held by a batch, to be split by the leaf districts given.
  ///
  /// - Parameter reach: how far, in metres, ground may come to lie from where it is drawn.
  init(
    _ reader: BookReader, leaves: [District], keeping: LedgerGrounds.Keeping = .plane,
    leavingOut restricted: RestrictedRecords = .none, reach: Double = 0
  ) throws {
    let boxes =
      leaves.isEmpty ? try Self.boxesOfRecords(reader) : leaves.map(\.polygon.envelope)
    try self.init(
      plane: EqualAreaPlane.centred(on: boxes), tasks: try reader.tasks().map(\.content),
      leaves: leaves, keeping: keeping, reach: reach)
    grounds.expect(Int(try reader.versionCount()))
    try reader.forEachLedgerHazard { hazard, polygon, isValid in
      if restricted.hazardVersions.contains(hazard.storedVersion) { return }
      try add(hazard, polygon, isValid: isValid)
    }
    try reader.forEachLedgerRelease { release, polygon, isValid in
      if restricted.releaseVersions.contains(release.storedVersion) { return }
      try add(release, polygon, isValid: isValid)
    }
    try finish()
  }

  private static func boxesOfRecords(_ reader: BookReader) throws -> [Envelope] {
    var boxes: [Envelope] = []
    try reader.forEachLedgerHazard { _, polygon, _ in
      if let polygon { boxes.append(polygon.envelope) }
    }
    try reader.forEachLedgerRelease { _, polygon, _ in
      if let polygon { boxes.append(polygon.envelope) }
    }
    return boxes
  }

  /// Adds a version of a hazard with its polygon as drawn.
  mutating func add(_ hazard: LedgerHazard, _ polygon: MultiPolygon?, isValid: Bool) throws {
    var hazard = hazard
    hazard.ground = try number(of: polygon, isValid, hazard.area)
    if hazard.ground >= 0, keepsSources {
      sources.append(GroundSource(isRelease: false, storedVersion: hazard.storedVersion))
    }
    hazards.append(hazard)
  }

  /// Adds a content of a release with its polygon as drawn.
  mutating func add(_ release: LedgerRelease, _ polygon: MultiPolygon?, isValid: Bool) throws {
    var release = release
    release.ground = try number(of: polygon, isValid, release.area)
    if release.ground >= 0, keepsSources {
      sources.append(GroundSource(isRelease: true, storedVersion: release.storedVersion))
    }
    releases.append(release)
  }

  /// Adds ground that no record is of, under the next number.
  mutating func add(place polygon: MultiPolygon) throws { _ = try grounds.append(polygon) }

  /// Brings what was added into the plane.
  mutating func finish() throws {
    try grounds.finish()
  }

  /// -1 without a polygon that has an area.
  private mutating func number(
    of polygon: MultiPolygon?, _ isValid: Bool, _ area: Int64?
  ) throws -> Int32 {
    guard let polygon, area != nil else { return -1 }
    return try grounds.append(polygon, isValid: isValid)
  }

  func register(clock: LedgerClock = .effective) -> LandRegister {
    var sweep = SlabSweep()
    let table = grounds.table
    return register(
      clock: clock,
      comparing: GroundComparison(
        isSame: { table.isSame(Int($0), Int($1)) },
        sharesGround: { sweep.sharesGround($0, $1, of: table) }))
  }

  func register(clock: LedgerClock, comparing grounds: GroundComparison) -> LandRegister {
    LandRegister(
      hazards: hazards, releases: releases, tasks: tasks, clock: clock, grounds: grounds)
  }

  /// The work of posting a register made of this input, by district or for the nation as a whole.
  func computation(_ register: LandRegister, byDistrict: Bool = true) -> LedgerComputation {
    LedgerComputation(
      register, grounds: grounds, districtCodes: byDistrict ? districts.map(\.code) : [])
  }
}

extension SlabSweep {
  /// Whether two polygons have at least a square centimetre in common.
  mutating func sharesGround(
    _ first: Int32, _ second: Int32, of table: GroundTable
  ) -> Bool {
    split([first, second], footprint: 1, of: table)
    return (0..<partCount).contains { layers(ofPart: $0).count == 2 && area(ofPart: $0) >= 1e-4 }
  }
}
