internal import GeometryValues

/// Why bytes are no slice of a register.
public struct SliceFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with them.
  public var description: String
}

extension RegisterSlice {
  /// More than the ground of the whole Earth, in square centimetres.
  private static let greatestArea: Int64 = 6_000_000_000_000_000_000

  /// Reads a slice; no number in it leads anywhere that it does not hold.
  public init(bytes: UnsafeRawBufferPointer) throws(SliceFault) {
    self.init()
    do {
      var reader = NumberReader(bytes)
      firstGround = try reader.read()
      grounds = try reader.readList()
      try readSubjects(&reader)
      try readSteps(&reader)
      try readEvents(&reader)
      wanted = try reader.readList()
      places = try reader.readList()
      guard reader.isAtEnd else { throw NumberFault() }
    } catch {
      throw SliceFault(description: "its events are cut short or altered")
    }
    guard firstGround >= 0, isWhole else {
      throw SliceFault(description: "its events name what it does not hold")
    }
  }

  private mutating func readSubjects(_ reader: inout NumberReader) throws(NumberFault) {
    var hazards: Int32 = 0
    for _ in 0..<(try reader.readCount(of: 16)) {
      let type: EventReference.RecordType = try reader.readTruth() ? .release : .hazard
      let kind = Int(try reader.read(UInt8.self))
      guard ReleaseKind.allCases.indices.contains(kind) else { throw NumberFault() }
      register.subjects.append(.init(type: type, key: RecordKey(organisation: "", id: "")))
      let coverage = ContaminationTypes(rawValue: try reader.read())
      let isSurfaceSearch = try reader.readTruth()
      let (task, operatorNumber) = (try reader.read(Int32.self), try reader.read(Int32.self))
      let end = try reader.read(Int32.self)
      guard end >= hazards, coverage.isSubset(of: .all) else { throw NumberFault() }
      register.releases.append(
        ReleaseFacts(
          kind: ReleaseKind.allCases[kind], coverage: coverage, isSurfaceSearch: isSurfaceSearch,
          task: task, operatorNumber: operatorNumber, profile: -1, hazards: hazards..<end))
      hazards = end
    }
    register.namedHazards = try reader.readList()
    guard hazards == register.namedHazards.count else { throw NumberFault() }
  }

  private mutating func readSteps(_ reader: inout NumberReader) throws(NumberFault) {
    for _ in 0..<(try reader.readCount(of: 4)) { register.reopened.append(try reader.readList()) }
    for _ in 0..<(try reader.readCount(of: 17)) {
      let types = ContaminationTypes(rawValue: try reader.read())
      let everNamed = ContaminationTypes(rawValue: try reader.read())
      guard types.isSubset(of: .all), everNamed.isSubset(of: .all) else { throw NumberFault() }
      let hazardClass: HazardClass = try reader.readTruth() ? .confirmed : .suspected
      let (isEnded, isPending) = (try reader.readTruth(), try reader.readTruth())
      register.steps.append(
        HazardStep(
          types: types, everNamed: everNamed, hazardClass: hazardClass, ground: try reader.read(),
          previous: try reader.read(), isEnded: isEnded, isPending: isPending,
          reopens: try reader.read()))
    }
  }

  private mutating func readEvents(_ reader: inout NumberReader) throws(NumberFault) {
    register.footprints = try reader.readList()
    var start: Int32 = 0
    for _ in 0..<(try reader.readCount(of: 49)) {
      guard let action = LandEvent.Action(rawValue: try reader.read()) else { throw NumberFault() }
      let (subject, item) = (try reader.read(Int32.self), try reader.read(Int32.self))
      let (day, order) = (try reader.read(Int32.self), EventOrder(rawValue: try reader.read()))
      let (ground, end) = (try reader.read(Int32.self), try reader.read(Int32.self))
      let (version, stored) = (try reader.read(Int32.self), try reader.read(Int64.self))
      let area = try reader.read(Int64.self)
      guard end > start, end <= register.footprints.count, (0...Self.greatestArea).contains(area)
      else { throw NumberFault() }
      register.events.append(
        LandEvent(
          action: action, subject: subject, item: item, day: day, order: order, ground: ground,
          footprint: start..<end, version: version, storedVersion: stored,
          area: Area(squareCentimetres: area)))
      start = end
    }
    guard start == register.footprints.count else { throw NumberFault() }
  }

  /// Whether every number leads to something of the slice.
  private var isWhole: Bool {
    let subjects = register.subjects.indices
    let steps = register.steps.indices
    let hasGround = { [firstGround, count = grounds.count] (ground: Int32) in
      ground >= firstGround && Int(ground) - Int(firstGround) < count
    }
    return register.namedHazards.allSatisfy { subjects.contains(Int($0)) }
      && register.reopened.allSatisfy { $0.allSatisfy(hasGround) }
      && register.footprints.allSatisfy(hasGround)
      && register.steps.allSatisfy {
        hasGround($0.ground) && ($0.previous == -1 || steps.contains(Int($0.previous)))
          && ($0.reopens == -1 || register.reopened.indices.contains(Int($0.reopens)))
      }
      && register.events.allSatisfy { event in
        guard subjects.contains(Int(event.subject)), hasGround(event.ground),
          register.subjects[Int(event.subject)].type == event.type
        else { return false }
        return event.type == .release
          ? event.item == event.subject : steps.contains(Int(event.item))
      }
      && register.events.indices.dropFirst().allSatisfy {
        register.events[$0 - 1].order <= register.events[$0].order
      }
      && wanted.count == places.count
      && wanted.allSatisfy { register.events.indices.contains(Int($0)) }
      && Self.isAscending(wanted) && Self.isAscending(places) && Self.isAscending(grounds)
  }

  private static func isAscending(_ numbers: [Int32]) -> Bool {
    (numbers.first ?? 0) >= 0 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }
}
