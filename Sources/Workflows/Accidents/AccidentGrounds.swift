import GeometryEngine
import GeometryValues
import LandRelease
import Storage

/// What the ledger's records had of a place on a day; one instance serves one thread.
struct AccidentGrounds {
  /// How far, in metres, a position may lie from released ground and still be on it, where nobody
  /// says how far it may be off.
  static let usualAccuracy = 30.0

  private let ground: MapGround
  private let projector: PlaneProjector
  private let index: GroundIndex
  private let released: [Int32: QuestionedRelease]
  private var point: StateAtPoint

  /// - Parameters:
  ///   - input: all records that can move land.
  ///   - kinds: how each accepted release released its ground.
  init(
    _ input: LedgerInput, clock: LedgerClock = .effective, kinds: [RecordKey: ReleaseKind]
  ) throws {
    let register = input.register(clock: clock)
    ground = try MapGround(input, register, byDistrict: false)
    projector = try PlaneProjector(ground.plane)
    index = GroundIndex(ground.envelopes)
    point = StateAtPoint(ground.history)
    var released: [Int32: QuestionedRelease] = [:]
    for event in register.events where event.action == .release {
      let key = register.subjects[Int(event.subject)].key
      guard let kind = kinds[key] else { continue }
      released[event.subject] = QuestionedRelease(key: key, kind: kind, date: event.date)
    }
    self.released = released
  }

  /// Reads all that a book holds.
  init(_ reader: BookReader) throws {
    let releases = StandingContents.releases(try reader.releasesWithoutPolygons())
    try self.init(
      LedgerInput(reader, boundarySet: nil), kinds: Self.kinds(releases))
  }

  static func kinds(_ releases: [Stored<Release>]) -> [RecordKey: ReleaseKind] {
    Dictionary(
      releases.map { ($0.content.key, $0.content.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameters:
  ///   - position: longitude and latitude.
  ///   - day: the day somebody was hurt.
  ///   - layer: of what exploded; nil where that is not known.
  ///   - reach: metres within which releases are near.
  mutating func ground(
    at position: Position, on day: CalendarDate, layer: Layer?, within reach: Double
  ) throws -> GroundOfAccident {
    let place = try projector.project(position)
    let covering = grounds(holding: place)
    var found = look(covering, layer, asOf: day.dayBefore ?? day)
    if !found.isReleased {
      // What was released on the very day counts; what was recorded on it, perhaps because of the
      // accident, does not.
      let sameDay = look(covering, layer, asOf: day)
      if sameDay.isReleased { found = sameDay }
    }
    if !found.isReleased { found.near = near(place, asOf: day, within: reach) }
    return found
  }

  private func grounds(holding place: Position) -> [Int32] {
    var holding: [Int32] = []
    let spot = Envelope(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y)
    index.forEach(meeting: spot) { number in
      if InteriorPoint.holds(ground.planar(Int32(number)), place) { holding.append(Int32(number)) }
    }
    return holding.sorted()
  }

  private mutating func look(
    _ covering: [Int32], _ layer: Layer?, asOf day: CalendarDate
  ) -> GroundOfAccident {
    point.replay(covering: covering, asOf: day)
    var found = GroundOfAccident(state: point.standing(in: .land).state)
    let layers = [.land] + (layer.map { [$0] } ?? [])
    found.layer = layers.first { point.standing(in: $0).state.isReleased }
    if let layer = found.layer {
      found.releases = point.releases(in: layer).compactMap { released[$0] }
    }
    return found
  }

  /// The releases by a day whose ground comes that near, the nearest first.
  private mutating func near(
    _ place: Position, asOf day: CalendarDate, within reach: Double
  ) -> [QuestionedRelease] {
    let box = Envelope(
      minX: place.x - reach, minY: place.y - reach, maxX: place.x + reach, maxY: place.y + reach)
    var distances: [Int32: Double] = [:]
    index.forEach(meeting: box) { number in
      let metres = PlaneDistance.between(place, .polygons(ground.planar(Int32(number))))
      if metres > 0, metres <= reach { distances[Int32(number)] = metres }
    }
    var near: [QuestionedRelease] = []
    for (number, metres) in distances {
      point.replay(covering: [number], asOf: day)
      for subject in point.releases(in: .land) {
        guard var release = released[subject] else { continue }
        release.metres = (100 * metres).rounded() / 100
        near.append(release)
      }
    }
    return near.sorted { ($0.metres, $0.key) < ($1.metres, $1.key) }
  }
}

extension AccidentGrounds {
  /// The same of a book, which is read only where there is something to ask.
  ///
  /// - Returns: nil where nothing has a day and a place.
  static func facts(
    _ accidents: [Accident], alone victims: [Victim], of reader: BookReader
  ) throws -> [AccidentFact]? {
    guard
      accidents.contains(where: { $0.date != nil && $0.position != nil })
        || victims.contains(where: { $0.date != nil && $0.position != nil })
    else { return nil }
    var grounds = try AccidentGrounds(reader)
    return try grounds.facts(accidents, alone: victims)
  }

  /// What the rules ask of accidents and of victims that name none, of those with a day and a place.
  mutating func facts(_ accidents: [Accident], alone victims: [Victim]) throws -> [AccidentFact] {
    let places: [(String, CalendarDate?, Position?, String?, Double?)] =
      accidents.map {
        ("accident \($0.key)", $0.date, $0.position, $0.deviceCategory, $0.accuracyMetres)
      } + victims.map { ("victim \($0.key)", $0.date, $0.position, $0.deviceCategory, nil) }
    return try places.compactMap { record, date, position, device, accuracy in
      guard let date, let position else { return nil }
      return AccidentFact(
        record: record, date: date, position: position, accuracyMetres: accuracy,
        ground: try ground(
          at: position, on: date, layer: Layer(ofDevice: device),
          within: max(accuracy ?? 0, Self.usualAccuracy)))
    }
  }
}

extension Layer {
  /// The layer of a device in the words of a file; nil where they say nothing of it.
  init?(ofDevice words: String?) {
    let code = words.map { String($0.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }) }
    guard let category = code.flatMap(DeviceCategory.init(rawValue:)) else { return nil }
    self.init(of: category)
  }
}
