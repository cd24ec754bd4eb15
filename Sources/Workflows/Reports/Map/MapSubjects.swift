import GeometryValues
import LandRelease
import Storage

/// The records that a map of a day draws, with what the ledger says of them.
struct MapSubjects {
  /// One record on the map.
  struct Subject {
    let type: EventReference.RecordType
    /// The version whose polygon is drawn.
    let version: Int64
    let state: LandState
    let key: RecordKey
    let day: Int
    let box: Envelope
    /// A hazard that took up released land, or a release that left nothing open where it acted.
    var isOnTop = false
    /// Whether a release was handed over by the day.
    var isHandedOver = false
  }

  /// Hazards that are open, and releases that count.
  private(set) var subjects: [Subject] = []
  private var hazardBoxes: [Int64: Envelope] = [:]
  private var releaseBoxes: [Int64: Envelope] = [:]

  /// - Parameter restricted: records of which nothing is drawn.
  init(
    _ programme: ProgrammeFigures, on day: CalendarDate?, leavingOut restricted: RestrictedRecords
  ) throws {
    let reader = programme.figures.reader
    try reader.forEachEnvelope(.hazard) { hazardBoxes[$0] = $1 }
    try reader.forEachEnvelope(.release) { releaseBoxes[$0] = $1 }
    let ofHazards = try addHazards(programme, on: day)
    let ofReleases = try addReleases(programme, on: day)
    try judge(reader, on: day, ofHazards, ofReleases)
    leaveOut(restricted)
  }

  /// Takes out restricted records, and releases near ground that one of them took up again: nobody
  /// may read it as released.
  private mutating func leaveOut(_ restricted: RestrictedRecords) {
    if restricted.isEmpty { return }
    let openAgain = subjects.filter {
      $0.type == .hazard && $0.isOnTop && restricted.hazards.contains($0.key)
    }.map(\.box)
    subjects.removeAll { subject in
      restricted.holds(subject.type, subject.key)
        || subject.type == .release && openAgain.contains { $0.meets(subject.box) }
    }
  }

  /// The box around all polygons.
  var box: Envelope {
    subjects.reduce(into: Envelope()) { $0.add($1.box) }
  }

  /// The box that an event of a record moved ground in.
  func box(of entry: LedgerEntry) -> Envelope? {
    (entry.isRelease ? releaseBoxes : hazardBoxes)[entry.storedVersion]
  }

  /// - Returns: the subject of each version of a hazard that is drawn.
  private mutating func addHazards(
    _ programme: ProgrammeFigures, on day: CalendarDate?
  ) throws -> [Int64: Int] {
    var places: [Int64: Int] = [:]
    let known = try programme.hazardVersions().filter { stored in
      stored.content.date.map { date in day.map { date <= $0 } ?? true } ?? true
    }
    for ofKey in Dictionary(grouping: known, by: \.content.key).values {
      let versions = StandingContents.versions(ofKey)
      let drawn = versions.last { hazardBoxes[$0.version] != nil }
      // A version without a polygon moves ground where the one before it lies.
      var box: Envelope?
      for version in versions {
        if let own = hazardBoxes[version.version] { box = own }
        hazardBoxes[version.version] = box
      }
      guard let last = versions.last?.content, last.status != .withdrawn, let drawn,
        let box = hazardBoxes[drawn.version]
      else { continue }
      for version in ofKey { places[version.version] = subjects.count }
      let state: LandState =
        last.status == .closed
        ? .givenUp : last.hazardClass == .confirmed ? .confirmed : .suspected
      subjects.append(
        Subject(
          type: .hazard, version: drawn.version, state: state, key: last.key,
          day: last.date?.dayNumber ?? Int.min, box: box))
    }
    return places
  }

  private mutating func addReleases(
    _ programme: ProgrammeFigures, on day: CalendarDate?
  ) throws -> [Int64: Int] {
    var places: [Int64: Int] = [:]
    let contents = try programme.releaseByVersion()
    for entry in try programme.declared(asOf: day) {
      guard let box = releaseBoxes[entry.storedVersion] else { continue }
      let state: LandState =
        switch entry.kind {
        case .cancelled: .cancelled
        case .reduced: .reduced
        case .cleared: .cleared
        }
      places[entry.storedVersion] = subjects.count
      var subject = Subject(
        type: .release, version: entry.storedVersion, state: state, key: entry.key,
        day: entry.date.dayNumber, box: box)
      subject.isHandedOver =
        contents[entry.storedVersion]?.content.handedOverOn.map { date in
          day.map { date <= $0 } ?? true
        } ?? false
      subjects.append(subject)
    }
    return places
  }

  /// Takes the mark of a hand-over from releases near ground that a hazard took up again: a map of
  /// what was handed over shows no hazards, and must not show their ground as released.
  private mutating func keepBackOpenAgain() {
    let size = 0.05
    /// Nil for a box that is drawn over half a country, as only a slip is.
    func squares(_ box: Envelope) -> [SIMD2<Int>]? {
      guard box.maxX - box.minX < 2, box.maxY - box.minY < 2 else { return nil }
      let x = Int((box.minX / size).rounded(.down))...Int((box.maxX / size).rounded(.down))
      let y = Int((box.minY / size).rounded(.down))...Int((box.maxY / size).rounded(.down))
      return x.flatMap { x in y.map { SIMD2(x, $0) } }
    }
    var open: [SIMD2<Int>: [Envelope]] = [:]
    var wide: [Envelope] = []
    for hazard in subjects where hazard.type == .hazard && hazard.isOnTop {
      guard let squares = squares(hazard.box) else {
        wide.append(hazard.box)
        continue
      }
      for square in squares { open[square, default: []].append(hazard.box) }
    }
    for place in subjects.indices where subjects[place].isHandedOver {
      let box = subjects[place].box
      let near = squares(box)?.flatMap { open[$0] ?? [] }
      subjects[place].isHandedOver =
        near.map { !($0 + wide).contains { $0.meets(box) } } ?? false
    }
  }

  /// Puts on top what the ledger lets lie on top, and takes out releases that released nothing.
  private mutating func judge(
    _ reader: BookReader, on day: CalendarDate?, _ hazards: [Int64: Int], _ releases: [Int64: Int]
  ) throws {
    let transitions = (0..<Transition.codeCount).map(Transition.init(code:))
    var isOnTop = Array(repeating: false, count: subjects.count)
    var leavesOpen = isOnTop
    try reader.forEachEntry(MovementFilter(layer: .land, to: day)) { entry in
      guard entry.event & 2 == 0, let transition = transitions[entry.transition],
        let place = (entry.isRelease ? releases : hazards)[entry.storedVersion]
      else { return }
      if entry.isRelease {
        if transition.to.isOpen { leavesOpen[place] = true }
        if transition.to.isReleased { isOnTop[place] = true }
      } else if transition.from.isReleased, transition.to.isOpen {
        isOnTop[place] = true
      }
    }
    for place in subjects.indices { subjects[place].isOnTop = isOnTop[place] && !leavesOpen[place] }
    keepBackOpenAgain()
    subjects = subjects.filter { $0.type == .hazard || $0.isOnTop }
      .sorted { left, right in
        if left.day != right.day { return left.day < right.day }
        return left.type == right.type
          ? left.version < right.version : left.type == .hazard && right.type == .release
      }
  }
}

extension LandState {
  /// Whether a release, and no hazard, holds the ground.
  var isReleased: Bool { self == .cancelled || self == .reduced || self == .cleared }
}
