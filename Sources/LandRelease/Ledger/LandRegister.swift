/// All hazards and releases that can move land, resolved: versions, links, review, order.
///
/// The register turns stored records into events once; deciding what an event does at a point is
/// the work of ``GroundReplay``. It holds no clock and opens no file; polygons stay in the
/// caller's table and are named by number.
public struct LandRegister: Sendable {
  /// A hazard or release by its place in the order of keys.
  public struct Subject: Sendable {
    /// Which of the two lists of records the key belongs to; both may use one id.
    public let type: EventReference.RecordType
    /// The organisation and id that all versions of the record share.
    public let key: RecordKey
  }

  /// Every record with a version that counts or waits; events name them by index.
  public internal(set) var subjects: [Subject] = []
  /// In the order of events, hazards taken as early.
  public internal(set) var events: [LandEvent] = []
  /// What resolving found: missing dates, contents that contradict, waiting versions, lost links.
  public internal(set) var findings: [Finding] = []
  /// Of each hazard whose latest version waits, the last stored version that counts.
  public internal(set) var countingBeforeWaiting: [Int64] = []
  /// What reports tell releases apart by.
  public internal(set) var profiles: [ReleaseProfile] = []
  var steps: [HazardStep] = []
  /// By subject; hazards have an empty entry.
  var releases: [ReleaseFacts] = []
  /// The hazards that releases are of, as subjects, ascending for each release.
  var namedHazards: [Int32] = []
  /// The grounds of the records that versions reopen.
  var reopened: [[Int32]] = []
  var footprints: [Int32] = []

  /// The grounds the event can touch; the first is its own polygon.
  public func footprint(of event: LandEvent) -> ArraySlice<Int32> {
    footprints[Int(event.footprint.lowerBound)..<Int(event.footprint.upperBound)]
  }

  /// The record and version behind an event.
  public func reference(of event: LandEvent) -> EventReference {
    EventReference(
      type: event.type, key: subjects[Int(event.subject)].key, version: Int(event.version),
      storedVersion: event.storedVersion)
  }

  /// The place of the profile of the release behind an event; -1 for hazards.
  public func profile(of event: LandEvent) -> Int32 {
    event.type == .release ? releases[Int(event.subject)].profile : -1
  }
}

/// What a register has to know of grounds, which are numbers to it.
public struct GroundComparison {
  let isSame: (Int32, Int32) -> Bool
  let sharesGround: (Int32, Int32) -> Bool

  /// Makes a comparison of two questions about numbers of the caller's table.
  ///
  /// - Parameters:
  ///   - isSame: whether two polygons are the same, vertex for vertex.
  ///   - sharesGround: whether two polygons have ground in common; asked of successive versions
  ///     of one hazard, and of a hazard with releases that name it.
  public init(
    isSame: @escaping (Int32, Int32) -> Bool, sharesGround: @escaping (Int32, Int32) -> Bool
  ) {
    self.isSame = isSame
    self.sharesGround = sharesGround
  }
}

/// By which day events count.
public enum LedgerClock: String, CaseIterable, Sendable {
  /// The day of information or completion, which is the default.
  case effective
  /// Releases by the day they were approved; by completion where a record has no such day.
  case approved
  /// Everything by the day it was first recorded, in UTC.
  case recorded
}

extension LandRegister {
  /// The event as the ledger keeps it, without parts.
  public func posted(_ event: LandEvent) -> PostedEvent {
    PostedEvent(
      type: event.type, isTakingBack: event.isTakingBack, storedVersion: event.storedVersion,
      version: event.version, day: event.day, profile: profile(of: event))
  }

  /// The same events over polygons of other areas.
  ///
  /// - Parameter area: of a polygon, by its number in the caller's table.
  public func remeasured(_ area: (Int32) -> Area) -> LandRegister {
    var register = self
    for place in events.indices { register.events[place].area = area(events[place].ground) }
    return register
  }

  /// Whether a release is of the hazard, by itself or by its task.
  func isOf(_ hazard: Int32, release: Int32) -> Bool {
    // A folded release of which only its task and operator are still asked.
    guard release >= 0 else { return false }
    let named = releases[Int(release)].hazards
    return namedHazards[Int(named.lowerBound)..<Int(named.upperBound)].contains(hazard)
  }

  /// The layers in which all of the event's polygon is posted: `land` and each type it names.
  func layersOfWhole(_ event: LandEvent) -> LayerSet {
    switch event.action {
    case .version, .pending: LayerSet(.land).union(LayerSet(steps[Int(event.item)].types))
    case .withdrawal: LayerSet(.land).union(LayerSet(steps[Int(event.item)].everNamed))
    case .release, .revocation:
      LayerSet(.land).union(
        LayerSet(
          releases[Int(event.subject)].coverage == .all
            ? .unknown : releases[Int(event.subject)].coverage))
    }
  }
}
